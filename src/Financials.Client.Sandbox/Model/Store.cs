using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace Financials.Client.Sandbox.Model;

/// <summary>Everything the service knows. Whoever reads or changes it holds its <see cref="Gate"/>.</summary>
/// <param name="time">The clock.</param>
/// <param name="seed">What ids are made from.</param>
internal sealed class Store(TimeProvider time, int seed)
{
    private readonly Dictionary<Guid, CompanyData> _byId = [];
    private readonly List<CompanyData> _companies = [];
    private Random? _random;

    public object Gate { get; } = new();

    /// <summary>What has been done since the last commit.</summary>
    public UndoLog Undo { get; } = new();

    /// <summary>Called after each change, with the gate held.</summary>
    public Action Changed { get; set; } = () => { };

    /// <summary>How often anything was changed, from which versions are named.</summary>
    public long Version { get; set; }

    public IReadOnlyList<CompanyData> Companies => _companies;

    public DateTimeOffset Now => Frozen ?? time.GetUtcNow();

    /// <summary>The time at which the clock stands still while the store is filled; null when it is.</summary>
    public DateTimeOffset? Frozen { get; set; }

    public DateOnly Today => DateOnly.FromDateTime(Now.UtcDateTime);

    public CompanyData Company(Guid id) => _byId.GetValueOrDefault(id)
        ?? throw new ServiceException(StatusCodes.Status404NotFound, "Internal_CompanyNotFound", $"The company '{id}' does not exist.");

    public void Add(CompanyData company)
    {
        _byId.Add(company.Id, company);
        _companies.Add(company);
    }

    public Guid NewId()
    {
        Span<byte> bytes = stackalloc byte[16];

        // Begun at the first id, when saved data has been read: the seed alone would give out the ids in that data again.
        _random ??= new Random(unchecked(seed + (int)Version));
        _random.NextBytes(bytes);

        // The bits that mark a GUID as one made at random.
        bytes[7] = (byte)((bytes[7] & 0x0F) | 0x40);
        bytes[8] = (byte)((bytes[8] & 0x3F) | 0x80);
        return new(bytes);
    }

    /// <summary>Gives an entity a new version.</summary>
    public void Stamp(JsonObject values)
    {
        values[Wire.ETag] = $"W/\"{Convert.ToBase64String(Encoding.ASCII.GetBytes($"'44;{++Version}'"))}\"";
        values[Wire.LastModified] = Wire.Text(Now);
        Changed();
    }
}
