using Microsoft.Kiota.Abstractions.Serialization;
using Microsoft.Kiota.Serialization.Json;

namespace Financials.Client.KiotaPackages;

/// <summary>
/// Reads JSON, and plain text as JSON too: the only plain text in the contracts is a count, and a bare number is JSON.
/// Saves the package of Kiota's text serialisation.
/// </summary>
internal sealed class JsonOrTextParseNodeFactory : IParseNodeFactory
{
    private readonly JsonParseNodeFactory _json = new();

    public string ValidContentType => _json.ValidContentType;

    public Task<IParseNode> GetRootParseNodeAsync(string contentType, Stream content, CancellationToken cancellationToken = default) =>
        _json.GetRootParseNodeAsync(contentType == "text/plain" ? ValidContentType : contentType, content, cancellationToken);
}
