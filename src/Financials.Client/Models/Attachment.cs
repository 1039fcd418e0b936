using Financials.Client.Models;

namespace Financials.Client;

/// <summary>
/// A file attached to an invoice or a payment, in Business Central's API v2.0: its description. The content is read and stored by calls of its own.
/// Immutable: change it with a <c>with</c> expression. A property that is null is one that has no value or that was not read.
/// </summary>
public sealed record Attachment : IEntity<Attachment>
{
    /// <summary>The service's id; null until it has been created.</summary>
    public Guid? Id { get; init; }

    /// <summary>The version that was read; null until it has been created. Storing other content changes it.</summary>
    public string? ETag { get; init; }

    /// <summary>
    /// The name of the file, at most 250 characters. The service silently stores one that it finds invalid as <c>filename.txt</c>.
    /// </summary>
    public string? FileName { get; init; }

    /// <summary>The size of the content in bytes.</summary>
    public int? ByteSize { get; internal init; }

    /// <summary>The invoice or payment that the file is attached to.</summary>
    public Guid? ParentId { get; internal init; }

    /// <summary>What kind of record that is.</summary>
    public AttachmentParentType? ParentType { get; internal init; }

    /// <summary>When the attachment was last changed.</summary>
    public DateTimeOffset? LastModified { get; internal init; }

    Original<Attachment> IEntity<Attachment>.Original { get; set; }
}
