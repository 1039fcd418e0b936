using Financials.Client.Sandbox.Model;

namespace Financials.Client.Sandbox.Routes;

/// <summary>Compares the version that a request names with the one that there is.</summary>
/// <param name="staleStatus">The status of the response to a version that is not the current one.</param>
internal sealed class Versions(int staleStatus)
{
    /// <param name="request">The request.</param>
    /// <param name="entity">What it is about.</param>
    /// <param name="isRequired">Whether it has to name a version.</param>
    /// <exception cref="ServiceException">It names another version, or none where it has to.</exception>
    public void Check(ServiceRequest request, Entity entity, bool isRequired) => Check(request, entity.ETag, isRequired);

    /// <param name="request">The request.</param>
    /// <param name="current">The version that there is.</param>
    /// <param name="isRequired">Whether it has to name a version.</param>
    /// <exception cref="ServiceException">It names another version, or none where it has to.</exception>
    public void Check(ServiceRequest request, string current, bool isRequired)
    {
        switch (request.IfMatch)
        {
            case null when !isRequired:
            case "*":
                return;
            case { } version when version.StartsWith("W/\"", StringComparison.Ordinal) && version.EndsWith('"'):
                if (version != current)
                {
                    throw new ServiceException(staleStatus, "Request_EntityChanged", "Another user has already changed the record.");
                }

                return;
            default:
                throw ServiceException.Refused(
                    "BadRequest_InvalidToken",
                    "Could not validate the client concurrency token required by the service. Please provide a valid token in the client request.");
        }
    }
}
