using Microsoft.Kiota.Abstractions.Serialization;

namespace Microsoft.Kiota.Abstractions;

/// <summary>
/// Sends what the generated request builders describe and reads the answers into wire models. Factories and error maps are
/// what generated code passes; the bundled adapter needs neither, because no contract has subtypes and errors are read by a
/// handler.
/// </summary>
internal interface IRequestAdapter
{
    /// <summary>The address that <c>{+baseurl}</c> in the generated templates stands for.</summary>
    string? BaseUrl { get; set; }

    /// <summary>The JSON of a wire model, ready to be sent (any number of times).</summary>
    byte[] Serialize(IParsable model);

    /// <returns>The entity in the answer, or null where the answer has no body.</returns>
    Task<ModelType?> SendAsync<ModelType>(
        RequestInformation requestInfo,
        ParsableFactory<ModelType> factory,
        Dictionary<string, ParsableFactory<IParsable>>? errorMapping = default,
        CancellationToken cancellationToken = default)
        where ModelType : IParsable;

    /// <returns>The bare value in the answer, or null where the answer has no body.</returns>
    Task<ModelType?> SendPrimitiveAsync<ModelType>(
        RequestInformation requestInfo,
        Dictionary<string, ParsableFactory<IParsable>>? errorMapping = default,
        CancellationToken cancellationToken = default);

    Task SendNoContentAsync(
        RequestInformation requestInfo,
        Dictionary<string, ParsableFactory<IParsable>>? errorMapping = default,
        CancellationToken cancellationToken = default);
}
