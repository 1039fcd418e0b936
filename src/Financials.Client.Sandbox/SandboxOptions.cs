namespace Financials.Client.Sandbox;

/// <summary>How a <see cref="FinancialsSandbox"/> works. Read once, when it is started.</summary>
public sealed class SandboxOptions
{
    /// <summary>The port on this machine. Default: 0, for any that is free.</summary>
    public int Port { get; set; }

    /// <summary>The bearer token that requests have to carry. Default: null, for one made at random.</summary>
    public string? Token { get; set; }

    /// <summary>
    /// A file to keep the data in: read at the start where it exists, and saved after each change. Default: null, for data that ends
    /// with the sandbox.
    /// </summary>
    public string? DataFile { get; set; }

    /// <summary>
    /// Whether the companies begin with customers, invoices and payments. Default: true. Currencies, payment terms, methods and
    /// one payment journal are there in any case.
    /// </summary>
    public bool SampleData { get; set; } = true;

    /// <summary>What ids are made from: the same seed and the same requests give the same ids. Default: 1.</summary>
    public int Seed { get; set; } = 1;

    /// <summary>The most entities of a page, from 1 to 20,000. Default: 20,000, as online.</summary>
    public int PageSize { get; set; } = 20_000;

    /// <summary>The status of the response to a version that is not the current one: 409, as Business Central has it, or 412. Default: 409.</summary>
    public int StaleStatus { get; set; } = 409;

    /// <summary>The status of the response to a key that is taken: 400, as measured, or 409, as some report. Default: 400.</summary>
    public int DuplicateStatus { get; set; } = 400;

    /// <summary>The load limits of API v2.0. Default: Business Central's; null for none.</summary>
    public SandboxLimits? Limits { get; set; } = new();

    /// <summary>The load limits of the documented surface. Default: null, for none.</summary>
    public SandboxLimits? DocumentedLimits { get; set; }

    /// <summary>
    /// How long webhooks wait for further changes after the first one, by the sandbox's clock. Default: 30 seconds, as Business Central.
    /// </summary>
    public TimeSpan NotificationDelay { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>How many requests are kept; the oldest are forgotten first. Default: 10,000.</summary>
    public int MaxRecordedRequests { get; set; } = 10_000;

    /// <summary>The clock for dates and for the waits of faults. Default: the system's.</summary>
    public TimeProvider TimeProvider { get; set; } = TimeProvider.System;

    /// <summary>Throws, naming every setting that cannot work.</summary>
    internal void Validate()
    {
        ArgumentNullException.ThrowIfNull(TimeProvider);
        string?[] checks =
        [
            Port is < 0 or > 65_535 ? $"{nameof(Port)} has to be from 0 to 65535" : null,
            Token is not null && (Token.Length == 0 || Token.Any(c => c is <= ' ' or > '~')) ? $"{nameof(Token)} must not be empty or hold spaces" : null,
            PageSize is < 1 or > 20_000 ? $"{nameof(PageSize)} has to be from 1 to 20000" : null,
            StaleStatus is not (409 or 412) ? $"{nameof(StaleStatus)} has to be 409 or 412" : null,
            Limits?.CanWork == false ? $"{nameof(Limits)} have to be above zero" : null,
            DocumentedLimits?.CanWork == false ? $"{nameof(DocumentedLimits)} have to be above zero" : null,
            DuplicateStatus is not (400 or 409) ? $"{nameof(DuplicateStatus)} has to be 400 or 409" : null,
            NotificationDelay < TimeSpan.Zero || NotificationDelay > TimeSpan.FromDays(1) ? $"{nameof(NotificationDelay)} has to be from zero to one day" : null,
            MaxRecordedRequests < 1 ? $"{nameof(MaxRecordedRequests)} has to be at least 1" : null,
        ];
        var problems = string.Join("; ", checks.OfType<string>());
        if (problems.Length > 0)
        {
            throw new ArgumentException($"The options cannot work: {problems}.");
        }
    }
}
