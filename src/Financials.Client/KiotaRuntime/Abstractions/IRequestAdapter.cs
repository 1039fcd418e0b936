using Microsoft.Kiota.Abstractions.Serialization;

namespace Microsoft.Kiota.Abstractions;

/// <summary>
/// What the generated request builders need: the address that their templates begin with, and the JSON of a body. Generated
/// code can also send by itself, which this client never does: attempts, retries and responses are the operations' work.
/// </summary>
internal interface IRequestAdapter
{
    /// <summary>The address that <c>{+baseurl}</c> in the generated templates stands for.</summary>
    string? BaseUrl { get; set; }

    /// <summary>The JSON of a wire model, ready to be sent (any number of times).</summary>
    byte[] Serialize(IParsable model);

    Task<ModelType?> SendAsync<ModelType>(
        RequestInformation requestInfo,
        ParsableFactory<ModelType> factory,
        Dictionary<string, ParsableFactory<IParsable>>? errorMapping = default,
        CancellationToken cancellationToken = default)
        where ModelType : IParsable => throw SentElsewhere();

    Task<ModelType?> SendPrimitiveAsync<ModelType>(
        RequestInformation requestInfo,
        Dictionary<string, ParsableFactory<IParsable>>? errorMapping = default,
        CancellationToken cancellationToken = default) => throw SentElsewhere();

    Task SendNoContentAsync(
        RequestInformation requestInfo,
        Dictionary<string, ParsableFactory<IParsable>>? errorMapping = default,
        CancellationToken cancellationToken = default) => throw SentElsewhere();

    private static NotSupportedException SentElsewhere() => new("Requests are sent by operations, not by request builders.");
}
