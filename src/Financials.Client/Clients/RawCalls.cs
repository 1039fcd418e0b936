using Financials.Client.Dialects;
using Financials.Client.Operations;
using Financials.Client.Transport;

namespace Financials.Client.Clients;

/// <summary>Requests of the application's own making, through the same token, retries and errors as all others.</summary>
internal static class RawCalls
{
    public static Task<BinaryData?> SendAsync(
        OperationContext operations, string root, HttpMethod method, string path, BinaryData? content, string? etag, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(method);
        ArgumentNullException.ThrowIfNull(path);
        var address = new Uri($"{root}/{path.TrimStart('/')}");
        var request = new ServiceRequest(method, address) { Body = content?.ToArray(), IfMatch = etag };
        return method == HttpMethod.Get
            ? new ReadOperation<BinaryData?>(operations, request, RawReader.Instance, operations.NewDeadline()) { TakesReadIntent = true }.RunAsync(cancellationToken)
            : ActAsync(operations, request, cancellationToken);
    }

    public static Task<BinaryData?> ActAsync(OperationContext operations, ServiceRequest request, CancellationToken cancellationToken) =>
        new ActionOperation<BinaryData?>(
            operations, request, RawReader.Instance, operations.NewDeadline(), "It has no key that this package knows, so it was not retried").RunAsync(cancellationToken);
}
