using System.Collections;
using System.Globalization;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using Financials.Client.Models;

namespace Financials.Client.Tests.Operations;

/// <summary>The public models' members by their wire names, and their values as the wire has them.</summary>
internal static class WireForm
{
    /// <summary>The members whose wire name is not their own name with a small first letter.</summary>
    private static readonly Dictionary<string, string> OtherNames = new()
    {
        [nameof(Customer.ETag)] = "@odata.etag",
        [nameof(Customer.LastModified)] = "lastModifiedDateTime",
        [nameof(PostalAddress.CountryCode)] = "countryLetterCode",
        [nameof(PaymentJournal.Payments)] = "customerPayments",
    };

    public static string NameOf(PropertyInfo property) =>
        OtherNames.GetValueOrDefault(property.Name) ?? JsonNamingPolicy.CamelCase.ConvertName(property.Name);

    /// <summary>The members that a caller can set.</summary>
    public static IReadOnlyList<PropertyInfo> SettableOf(Type model) =>
        [.. model.GetProperties().Where(property => property.GetSetMethod() is not null && !IsIdentity(property))];

    /// <summary>The members that only a service can set.</summary>
    public static IReadOnlyList<PropertyInfo> AssignedOf(Type model) =>
        [.. model.GetProperties().Where(property => property.GetSetMethod() is null || IsIdentity(property))];

    /// <summary>A value as JSON; an entity inside another one by its id alone.</summary>
    public static JsonNode? Of(object? value) => value switch
    {
        null => null,
        string text => text,
        bool flag => flag,
        int number => number,
        decimal number => number,
        Guid id => id.ToString(),
        DateOnly date => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        DateTimeOffset instant => instant.ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture),
        IOpenEnumeration option => option.Value,
        PostalAddress or CodeDescription => new JsonObject(
            SettableOf(value.GetType()).Select(part => KeyValuePair.Create(NameOf(part), Of(part.GetValue(value))))),
        IEnumerable rows => new JsonArray([.. rows.Cast<object>().Select(Of)]),
        _ when value.GetType().GetProperty(nameof(Customer.Id)) is { } id => new JsonObject { ["id"] = Of(id.GetValue(value)) },
        _ => throw new NotSupportedException($"Say here how a {value.GetType().Name} looks on the wire."),
    };

    /// <summary>What a copy in an application's own JSON keeps, although the service sets it. Of a dimension set line, the caller sets the id.</summary>
    private static bool IsIdentity(PropertyInfo property) =>
        property.Name == nameof(Customer.ETag) || (property.Name == nameof(Customer.Id) && property.DeclaringType != typeof(DimensionSetLine));
}
