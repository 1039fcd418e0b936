using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Financials.Client.Sandbox.Model;
using Financials.Client.Sandbox.Routes;
using Microsoft.AspNetCore.Http;

namespace Financials.Client.Sandbox.Webhooks;

/// <summary>The addresses of webhooks. A create and a change ask the receiver first, which is why they are outside of the store's gate.</summary>
/// <param name="subscriptions">The subscriptions.</param>
/// <param name="address">The surface's own address.</param>
/// <param name="staleStatus">The status of the response to a version that is not the current one.</param>
internal sealed partial class SubscriptionRoutes(SubscriptionList subscriptions, Uri address, int staleStatus)
{
    private const string Set = "subscriptions";
    private const int LongestState = 2048;

    public static bool Serves(ServiceRequest request) => Path().IsMatch(request.Path);

    /// <param name="request">The request.</param>
    /// <param name="correlationId">What an error is named by.</param>
    /// <param name="cancellationToken">Ends the wait for the receiver.</param>
    public async Task<ServiceAnswer> AnswerAsync(ServiceRequest request, Guid correlationId, CancellationToken cancellationToken)
    {
        try
        {
            var id = Path().Match(request.Path).Groups["id"].Value;
            return id.Length == 0
                ? await OnSetAsync(request, cancellationToken).ConfigureAwait(false)
                : await OnOneAsync(request, subscriptions.Find(id) ?? throw ServiceException.NoRecord("Subscription"), cancellationToken).ConfigureAwait(false);
        }
        catch (ServiceException refused)
        {
            return ServiceAnswer.Error(refused.Status, refused.Code, refused.Message, correlationId);
        }
    }

    private async Task<ServiceAnswer> OnSetAsync(ServiceRequest request, CancellationToken cancellationToken)
    {
        switch (request.Method)
        {
            case "GET":
                return ServiceAnswer.Json(new()
                {
                    ["@odata.context"] = $"{address}/$metadata#{Set}",
                    ["value"] = new JsonArray([.. subscriptions.All.Select(subscription => subscription.Shown())]),
                });
            case "POST" when subscriptions.All.Count >= SubscriptionList.Most:
                throw ServiceException.Dialog($"There are {SubscriptionList.Most} subscriptions already.");
            case "POST":
                var added = Changed(new(Guid.NewGuid().ToString("N"), null!, "", Guid.Empty, "", ""), BodyReader.Json(request));
                return One(await PutAsync(added, cancellationToken).ConfigureAwait(false), StatusCodes.Status201Created);
            default:
                throw ServiceException.NotAllowed(request.Method, Set);
        }
    }

    private async Task<ServiceAnswer> OnOneAsync(ServiceRequest request, Subscription subscription, CancellationToken cancellationToken)
    {
        var versions = new Versions(staleStatus);
        switch (request.Method)
        {
            case "GET":
                return One(subscription, StatusCodes.Status200OK);
            case "PATCH":
                versions.Check(request, subscription.ETag, isRequired: true);
                return One(await PutAsync(Changed(subscription, BodyReader.Json(request)), cancellationToken).ConfigureAwait(false), StatusCodes.Status200OK);
            case "DELETE":
                versions.Check(request, subscription.ETag, isRequired: true);
                subscriptions.Remove(subscription.Id);
                return ServiceAnswer.NoContent;
            default:
                throw ServiceException.NotAllowed(request.Method, Set);
        }
    }

    private async Task<Subscription> PutAsync(Subscription subscription, CancellationToken cancellationToken) =>
        await subscriptions.AgreesAsync(subscription.NotificationUrl, cancellationToken).ConfigureAwait(false)
            ? subscriptions.Put(subscription)
            : throw ServiceException.Dialog(
                $"The notification URL '{subscription.NotificationUrl.OriginalString}' did not respond to the validation request with 200 and the validation token.");

    private static Subscription Changed(Subscription subscription, JsonObject sent)
    {
        foreach (var (name, value) in sent.Where(member => !member.Key.Contains('@')))
        {
            var text = value is JsonValue given && given.TryGetValue<string>(out var content) ? content : "";
            subscription = name switch
            {
                "notificationUrl" => subscription with { NotificationUrl = Receiver(text) },
                "resource" when SubscribedResource.Parse(text) is var (companyId, setName) => subscription with { Resource = text, CompanyId = companyId, SetName = setName },
                "clientState" when text.Length <= LongestState => subscription with { ClientState = text },
                "clientState" => throw ServiceException.Refused("Application_StringExceededLength", $"The length of the string is {text.Length}, but it must be less than or equal to {LongestState} characters."),
                _ => throw ServiceException.UnknownProperty(name, "subscription"),
            };
        }

        return subscription is { NotificationUrl: not null, SetName.Length: > 0 }
            ? subscription
            : throw ServiceException.Dialog("A \"notificationUrl\" and a \"resource\" must be provided.");
    }

    /// <summary>The service takes secure addresses only; here one on this machine will do.</summary>
    private static Uri Receiver(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var uri) && (uri.Scheme == Uri.UriSchemeHttps || (uri.Scheme == Uri.UriSchemeHttp && uri.IsLoopback))
            ? uri
            : throw ServiceException.Dialog($"The notification URL '{text}' is not valid.");

    private ServiceAnswer One(Subscription subscription, int status)
    {
        var shown = subscription.Shown();
        shown.Insert(0, "@odata.context", $"{address}/$metadata#{Set}/$entity");
        return ServiceAnswer.Json(shown, status);
    }

    [GeneratedRegex(@"^/subscriptions(?:\('?(?<id>[^')]+)'?\))?$", RegexOptions.CultureInvariant)]
    private static partial Regex Path();
}
