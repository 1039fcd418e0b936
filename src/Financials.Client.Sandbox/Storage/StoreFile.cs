using System.Buffers;
using System.Text.Json;
using System.Text.Json.Nodes;
using Financials.Client.Sandbox.Model;

namespace Financials.Client.Sandbox.Storage;

/// <summary>The store as JSON and back.</summary>
internal static class StoreFile
{
    private const string Format = "financials-sandbox/2";

    /// <summary>All of the store. Whoever calls it holds the store's gate.</summary>
    public static ReadOnlyMemory<byte> Write(Store store)
    {
        var bytes = new ArrayBufferWriter<byte>();
        using var json = new Utf8JsonWriter(bytes);
        json.WriteStartObject();
        json.WriteString("format", Format);
        json.WriteNumber("version", store.Version);
        json.WriteStartArray("companies");
        foreach (var company in store.Companies)
        {
            Write(json, company);
        }

        json.WriteEndArray();
        json.WriteEndObject();
        json.Flush();
        return bytes.WrittenMemory;
    }

    /// <summary>Fills an empty store.</summary>
    /// <exception cref="InvalidDataException">It is not what <see cref="Write(Store)"/> writes.</exception>
    public static void Read(JsonObject json, Store store)
    {
        try
        {
            if (Text(json, "format") != Format)
            {
                throw new InvalidDataException($"Its format is not '{Format}'.");
            }

            store.Version = Member(json, "version").GetValue<long>();
            foreach (var company in Member(json, "companies").AsArray())
            {
                store.Add(Company(Object(company), store.Undo));
            }

            if (store.Companies.Count == 0)
            {
                throw new InvalidDataException("It has no companies.");
            }

            store.Undo.Commit();
        }
        catch (Exception wrong) when (wrong is ServiceException or InvalidOperationException or FormatException or ArgumentException or JsonException)
        {
            throw new InvalidDataException(wrong.Message, wrong);
        }
    }

    private static void Write(Utf8JsonWriter json, CompanyData company)
    {
        json.WriteStartObject();
        json.WritePropertyName("values");
        company.Values.WriteTo(json);
        json.WritePropertyName("settings");
        JsonSerializer.Serialize(json, company.Settings);
        json.WriteNumber("lastCustomerEntry", company.LastCustomerEntry);
        json.WriteStartObject("series");
        foreach (var series in company.Series)
        {
            json.WriteNumber(series.Prefix, series.Last);
        }

        json.WriteEndObject();
        json.WriteStartObject("sets");
        foreach (var table in company.Tables)
        {
            Write(json, table.Type.SetName, table);
        }

        json.WriteEndObject();
        json.WriteStartObject("children");
        foreach (var children in company.Children)
        {
            json.WriteStartObject(children.Type.SetName);
            foreach (var table in children.All.Where(table => table.Count > 0))
            {
                Write(json, Wire.Text(table.ParentId), table);
            }

            json.WriteEndObject();
        }

        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, string name, EntityTable table)
    {
        json.WriteStartArray(name);
        foreach (var entity in table.All)
        {
            entity.Values.WriteTo(json);
        }

        json.WriteEndArray();
    }

    private static CompanyData Company(JsonObject json, UndoLog undo)
    {
        var settings = Member(json, "settings").Deserialize<CompanySettings>() ?? throw new InvalidDataException("It has no settings.");
        var company = new CompanyData(Values(EntityTypes.Company, Member(json, "values")), settings, undo)
        {
            LastCustomerEntry = Member(json, "lastCustomerEntry").GetValue<int>(),
        };
        foreach (var series in company.Series)
        {
            series.Last = Member(Object(json["series"]), series.Prefix).GetValue<int>();
        }

        foreach (var table in company.Tables)
        {
            foreach (var row in Member(Object(json["sets"]), table.Type.SetName).AsArray())
            {
                table.Add(Values(table.Type, row));
            }
        }

        foreach (var children in company.Children)
        {
            foreach (var (parentId, rows) in Object(Object(json["children"])[children.Type.SetName]))
            {
                foreach (var row in rows!.AsArray())
                {
                    children.Of(Guid.Parse(parentId)).Add(Values(children.Type, row));
                }
            }
        }

        return company;
    }

    private static JsonObject Values(EntityType type, JsonNode? row)
    {
        var values = type.Blank();
        foreach (var (name, value) in Object(row))
        {
            values[name] = type.StoredMember(name) is { } member ? WireValue.Stored(member, value)
                : name == Wire.ETag ? value!.GetValue<string>()
                : throw new InvalidDataException($"A {type.Name} has no '{name}'.");
        }

        return values;
    }

    private static string Text(JsonObject json, string name) => Member(json, name).GetValue<string>();

    private static JsonNode Member(JsonObject json, string name) => json[name] ?? throw new InvalidDataException($"It has no '{name}'.");

    private static JsonObject Object(JsonNode? node) => node as JsonObject ?? throw new InvalidDataException("An object is missing.");
}
