using System.Net;
using System.Text;

namespace Financials.Client.Tests.Fuzzing;

/// <summary>A response in the making: what the service would have said, and what has become of it on the way.</summary>
internal sealed class FuzzedResponse(int status, byte[] body)
{
    public int Status { get; set; } = status;

    public string? Reason { get; set; }

    public byte[] Body { get; set; } = body;

    public string Text
    {
        get => Encoding.UTF8.GetString(Body);
        set => Body = Encoding.UTF8.GetBytes(value);
    }

    /// <summary>Name and value; a name may come more than once.</summary>
    public List<(string Name, string Value)> Headers { get; } = [("Content-Type", "application/json;odata.metadata=minimal")];

    /// <summary>The length that is announced, where that is not the body's own.</summary>
    public long? AnnouncedLength { get; set; }

    /// <summary>Whether the connection is lost after the body.</summary>
    public bool BreaksOff { get; set; }

    /// <summary>What has been done to it, for whoever replays it.</summary>
    public List<string> Mutations { get; } = [];

    /// <summary>Whether it says that the request was executed and yet carries the service's own error, where anybody can read it.</summary>
    public bool IsErrorInDisguise =>
        Status is >= 200 and < 300 && Body.AsSpan().StartsWith("""{"error":{"code":"""u8) && !(AnnouncedLength < Body.Length);

    public void SetHeader(string name, string value)
    {
        Headers.RemoveAll(header => header.Name.Equals(name, StringComparison.OrdinalIgnoreCase));
        Headers.Add((name, value));
    }

    public HttpResponseMessage ToMessage(HttpRequestMessage request, Chance chance)
    {
        var message = new HttpResponseMessage((HttpStatusCode)Status)
        {
            ReasonPhrase = Reason,
            RequestMessage = request,
            Content = new WireContent(Body, chance.OneOf(1, 7, 64, 4096, int.MaxValue), BreaksOff, AnnouncedLength),
        };
        foreach (var (name, value) in Headers)
        {
            // A name belongs to the body or to the response; the other one refuses it.
            if (!message.Headers.TryAddWithoutValidation(name, value))
            {
                message.Content.Headers.TryAddWithoutValidation(name, value);
            }
        }

        return message;
    }

    public override string ToString() => $"{Status} [{string.Join("; ", Mutations)}]";
}
