using Financials.Client.Sandbox.Model;
using Microsoft.AspNetCore.Http;

namespace Financials.Client.Sandbox.Routes;

/// <summary>Executes requests and makes answers of refusals. Whoever calls it holds the store's gate.</summary>
/// <param name="store">What the service knows.</param>
/// <param name="routes">The addresses.</param>
/// <param name="duplicateStatus">The status of the response to a key that is taken.</param>
internal sealed class RequestRunner(Store store, ServiceRoutes routes, int duplicateStatus)
{
    /// <summary>Executes a request as a transaction of its own: what it did is there, or nothing of it.</summary>
    /// <param name="request">The request.</param>
    /// <param name="correlationId">What an error is named by.</param>
    public ServiceAnswer Run(ServiceRequest request, Guid correlationId)
    {
        var answer = RunInside(request, correlationId);
        if (answer.IsFailure)
        {
            store.Undo.Rollback();
        }
        else
        {
            store.Undo.Commit();
        }

        return answer;
    }

    /// <summary>Executes a request inside a transaction that somebody else ends.</summary>
    /// <param name="request">The request.</param>
    /// <param name="correlationId">What an error is named by.</param>
    public ServiceAnswer RunInside(ServiceRequest request, Guid correlationId)
    {
        try
        {
            return routes.Answer(request);
        }
        catch (ServiceException refused)
        {
            return ServiceAnswer.Error(refused.Code == ServiceException.DuplicateKey ? duplicateStatus : refused.Status, refused.Code, refused.Message, correlationId);
        }
        catch (Exception fault)
        {
            // A fault of the sandbox's own. Nothing logs here, so the one who reads the answer has to be told all of it.
            return ServiceAnswer.Error(StatusCodes.Status500InternalServerError, "Internal_ServerError", fault.ToString(), correlationId);
        }
    }
}
