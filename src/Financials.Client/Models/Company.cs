using Financials.Client.Models;

namespace Financials.Client;

/// <summary>
/// A company. It can be read and not changed.
/// </summary>
public sealed record Company : IEntity<Company>
{
    /// <summary>The service's id; null until it has been created.</summary>
    public Guid? Id { get; init; }

    /// <summary>The version that was read; null until it has been created.</summary>
    public string? ETag { get; init; }

    /// <summary>The version of the service that the company runs on.</summary>
    public string? SystemVersion { get; internal init; }

    /// <summary>The name by which the service knows the company, at most 30 characters.</summary>
    public string? Name { get; internal init; }

    /// <summary>The name to show, at most 250 characters.</summary>
    public string? DisplayName { get; internal init; }

    /// <summary>The business profile.</summary>
    public string? BusinessProfileId { get; internal init; }

    /// <summary>When the company was created; null where the service does not say.</summary>
    public DateTimeOffset? Created { get; internal init; }

    /// <summary>When the company was last changed; null where the service does not say.</summary>
    public DateTimeOffset? LastModified { get; internal init; }

    Original<Company> IEntity<Company>.Original { get; set; }
}
