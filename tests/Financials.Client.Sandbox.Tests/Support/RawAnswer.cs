using System.Text.Json.Nodes;

namespace Financials.Client.Sandbox.Tests.Support;

/// <summary>An answer as it came.</summary>
internal sealed record RawAnswer(int Status, string Text, Uri? Location, string? ContentType)
{
    public JsonObject Json => JsonNode.Parse(Text)!.AsObject();

    public string? Code => Json["error"]?["code"]?.ToString();

    /// <summary>The error's message without the correlation id at its end.</summary>
    public string? Message => Json["error"]?["message"]?.ToString().Split("  CorrelationId:  ")[0];

    /// <summary>Status, code and message in one text.</summary>
    public string Refusal => $"{Status} {Code}: {Message}";
}
