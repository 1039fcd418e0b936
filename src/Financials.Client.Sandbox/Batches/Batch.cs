using System.Text.Json.Nodes;
using Financials.Client.Sandbox.Model;
using Financials.Client.Sandbox.Routes;
using Financials.Client.Sandbox.Surfaces;
using Microsoft.AspNetCore.Http;

namespace Financials.Client.Sandbox.Batches;

/// <summary>
/// Several requests in one, executed one after the other up to the first that fails. Each is a transaction of its own, unless the
/// batch asks to be one: then nothing of it stays where one fails, although the answers before that one say otherwise.
/// </summary>
/// <param name="store">What the service knows.</param>
/// <param name="surface">The surface that is asked.</param>
/// <param name="address">The surface's own address.</param>
/// <param name="runner">Executes the requests.</param>
internal sealed class Batch(Store store, Surface surface, Uri address, RequestRunner runner)
{
    public const string Path = "/$batch";

    /// <summary>The most requests of a batch.</summary>
    public const int Limit = 100;

    /// <param name="request">The batch.</param>
    /// <param name="correlationId">What errors are named by.</param>
    public ServiceAnswer Answer(ServiceRequest request, Guid correlationId)
    {
        try
        {
            var answers = Run(Read(request), request, correlationId);
            return request.Headers.Accept.ToString().Contains("json", StringComparison.OrdinalIgnoreCase) ? BatchAnswer.Json(answers) : BatchAnswer.Multipart(answers);
        }
        catch (ServiceException refused)
        {
            store.Undo.Rollback();
            return ServiceAnswer.Error(refused.Status, refused.Code, refused.Message, correlationId);
        }
    }

    private List<BatchOperation> Read(ServiceRequest request)
    {
        if (request.Method != "POST")
        {
            throw ServiceException.NotAllowed(request.Method, Path[1..]);
        }

        var items = BodyReader.Json(request)["requests"] as JsonArray
            ?? throw ServiceException.Refused("BadRequest", "The batch could not be read. It needs an array 'requests'.");
        return items.Count <= Limit
            ? [.. items.Select(item => BatchOperation.Read(item, address, PathOf))]
            : throw new ServiceException(
                StatusCodes.Status500InternalServerError,
                "Internal_ServerError",
                $"The current batch message contains too many parts. Only batch messages with a maximum number of '{Limit}' query operations and change sets are allowed.");
    }

    private List<(BatchOperation, ServiceAnswer)> Run(List<BatchOperation> operations, ServiceRequest batch, Guid correlationId)
    {
        var isOne = batch.Headers["Isolation"].ToString().Equals("snapshot", StringComparison.OrdinalIgnoreCase);
        var goesOn = !isOne && batch.Prefer?.Contains("odata.continue-on-error", StringComparison.OrdinalIgnoreCase) == true
            && !batch.Prefer.Contains("odata.continue-on-error=false", StringComparison.OrdinalIgnoreCase);
        var answers = new List<(BatchOperation, ServiceAnswer)>();
        var failed = false;
        foreach (var operation in operations)
        {
            var answer = Run(operation, isOne, correlationId);
            answers.Add((operation, answer));
            failed |= answer.IsFailure;
            if (failed && !goesOn)
            {
                break;
            }
        }

        if (isOne && failed)
        {
            store.Undo.Rollback();
        }
        else
        {
            store.Undo.Commit();
        }

        return answers;
    }

    private ServiceAnswer Run(BatchOperation operation, bool isInside, Guid correlationId)
    {
        if (operation.Request is not { } request || request.Path == Path)
        {
            return BatchAnswer.NoResource(operation.Url);
        }

        if (!request.Body.IsEmpty && request.Headers.ContentType.Count == 0)
        {
            return ServiceAnswer.Error(
                StatusCodes.Status415UnsupportedMediaType, "Unknown", "A request with a body needs a content type of its own.", correlationId);
        }

        return isInside ? runner.RunInside(request, correlationId) : runner.Run(request, correlationId);
    }

    private string? PathOf(string companyName) =>
        store.Companies.FirstOrDefault(company => company.Values.Text("name").Equals(companyName, StringComparison.OrdinalIgnoreCase)) is { } company
            ? surface.Address($"companies/{Wire.Text(company.Id)}")
            : null;
}
