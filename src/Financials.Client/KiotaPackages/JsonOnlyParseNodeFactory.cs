using Microsoft.Kiota.Abstractions.Serialization;
using Microsoft.Kiota.Serialization.Json;

namespace Financials.Client.KiotaPackages;

/// <summary>
/// Reads every answer as JSON, whatever it is declared as: the only plain text in the contracts is a count, and a bare number
/// is JSON; anything else that is not JSON is an unreadable answer, not a missing parser.
/// </summary>
internal sealed class JsonOnlyParseNodeFactory : IParseNodeFactory
{
    private readonly JsonParseNodeFactory _json = new();

    public string ValidContentType => _json.ValidContentType;

    public Task<IParseNode> GetRootParseNodeAsync(string contentType, Stream content, CancellationToken cancellationToken = default) =>
        _json.GetRootParseNodeAsync(ValidContentType, content, cancellationToken);
}
