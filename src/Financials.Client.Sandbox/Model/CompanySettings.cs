namespace Financials.Client.Sandbox.Model;

/// <summary>How a company works.</summary>
/// <param name="LocalCurrencyCode">The currency of its books.</param>
internal sealed record CompanySettings(string LocalCurrencyCode)
{
    /// <summary>What the service rounds amounts to where a currency does not say otherwise.</summary>
    public const decimal UsualPrecision = 0.01m;

    /// <summary>Whether customer numbers may be chosen by the one who creates a customer.</summary>
    public bool AllowsManualNumbers { get; set; } = true;

    /// <summary>Whether journals are posted later, by the job queue.</summary>
    public bool PostsWithJobQueue { get; set; }

    /// <summary>Whether the template of payment journals replaces a posted journal by one of the next name.</summary>
    public bool IncrementsJournalNames { get; set; }

    /// <summary>Whether journals with a number series have another one for what is posted.</summary>
    public bool ReplacesDocumentNumbers { get; set; }

    /// <summary>Whether journals wait for an approval.</summary>
    public bool JournalsAwaitApproval { get; set; }

    /// <summary>Whether the template of payment journals demands a printed report.</summary>
    public bool TemplateForcesReport { get; set; }

    /// <summary>Whether the company can send e-mail.</summary>
    public bool HasMail { get; set; } = true;

    /// <summary>What customers who are liable to tax pay, in percent.</summary>
    public decimal TaxPercent { get; set; } = 6m;

    /// <summary>What amounts in a currency are rounded to, by its code, where that is not <see cref="UsualPrecision"/>.</summary>
    public Dictionary<string, decimal> AmountPrecisions { get; init; } = [];
}
