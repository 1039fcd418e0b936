namespace Financials.Client.Transport;

/// <summary>A request as a dialect wants it, which can be sent any number of times.</summary>
/// <param name="method">What is done.</param>
/// <param name="address">The complete address.</param>
internal sealed class ServiceRequest(HttpMethod method, Uri address)
{
    public HttpMethod Method => method;

    public Uri Address => address;

    /// <summary>What to send; null where there is nothing.</summary>
    public byte[]? Body { get; init; }

    /// <summary>The form of <see cref="Body"/>. Default: JSON.</summary>
    public string ContentType { get; init; } = "application/json";

    /// <summary>The version that the record has to have, or <c>*</c> for any; null where the request says nothing of it.</summary>
    public string? IfMatch
    {
        get;
        init => field = value is null || IsHeaderText(value) ? value : throw new ArgumentException(
            "The entity's ETag holds characters that no header can carry, so it does not come from the service. Read the entity again.");
    }

    /// <summary>The form that the response should have. Default: JSON.</summary>
    public string Accept { get; init; } = "application/json";

    /// <summary>How many entities a page should have; null for the service's own size.</summary>
    public int? PageSize { get; init; }

    /// <summary>Whether what is read need not be there: an empty response then says that it is not. Default: false.</summary>
    public bool MayLackRecord { get; init; }

    /// <summary>Whether it holds several requests, of which the service executes all or none. Default: false.</summary>
    public bool IsOneTransaction { get; init; }

    /// <summary>Where not every service has the operation: a sentence that names the call that works everywhere.</summary>
    public string? Instead { get; init; }

    /// <summary>A line break in a header would begin another header.</summary>
    public static bool IsHeaderText(string text) => !text.AsSpan().ContainsAnyExceptInRange(' ', '~');
}
