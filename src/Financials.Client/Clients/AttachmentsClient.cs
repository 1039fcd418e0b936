using Financials.Client.Clients;
using Financials.Client.Dialects;
using Financials.Client.Operations;

namespace Financials.Client;

/// <summary>
/// The files attached to one invoice or payment. Business Central's API v2.0 has them; elsewhere every call is refused with a
/// <see cref="FinancialsNotSupportedException"/> before anything is sent. They can be listed and not counted. Thread-safe.
/// </summary>
public class AttachmentsClient : EntitySet<Attachment>
{
    private readonly CompanyContext _company;

    internal AttachmentsClient(CompanyContext company, EntityEndpoint<Attachment> endpoint)
        : base(company.Set(endpoint, NaturalKey<Attachment>.None)) => _company = company;

    /// <summary>For fakes in tests.</summary>
    protected AttachmentsClient() => _company = null!;

    /// <summary>
    /// Attaches a file. These are several calls, not one: it creates the attachment, stores the content and reads the attachment back. When
    /// storing fails, the attachment exists and the exception says so; store the content with <see cref="SetContentAsync(Attachment, ReadOnlyMemory{byte}, CancellationToken)"/> then.
    /// </summary>
    /// <param name="attachment">What to create. Needs a <see cref="Attachment.FileName"/>.</param>
    /// <param name="content">The content of the file. Leave the bytes alone until the call has ended.</param>
    /// <param name="cancellationToken">Ends the wait; how far the calls came is then unknown.</param>
    /// <returns>The attachment as the service stored it, with its size.</returns>
    /// <exception cref="ArgumentException">The attachment has no file name.</exception>
    /// <exception cref="FinancialsOutcomeUnknownException">The attachment may or may not have been created, or was stored and not returned.</exception>
    /// <exception cref="FinancialsException">One of the calls failed; the message says what was done before.</exception>
    public virtual async Task<Attachment> UploadAsync(Attachment attachment, ReadOnlyMemory<byte> content, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(attachment);
        CheckForCreate(attachment);
        var deadline = Fake.Real(Operations, this).NewDeadline();
        var created = await Set.Creating(attachment, Endpoint.Create(attachment), deadline).RunAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            // Nobody else knows of it yet, so that without a version any will do.
            return await Writing(created, created.Id!.Value, created.ETag ?? "*", content, deadline).RunAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (FinancialsException failed) when (failed is not FinancialsOutcomeUnknownException)
        {
            failed.TellBefore($"The attachment {created.Id} was created, but storing its content failed. Get it and use SetContentAsync instead of calling this again.");
            throw;
        }
    }

    /// <summary>Reads the content of an attachment, which is empty until it has been stored.</summary>
    /// <param name="id">The attachment's id.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The content, byte for byte. No more than <see cref="FinancialsClientOptions.MaxResponseBytes"/> are read.</returns>
    /// <exception cref="FinancialsNotFoundException">There is no attachment of this id.</exception>
    /// <exception cref="FinancialsException">The request failed, or the content is too long.</exception>
    public virtual Task<byte[]> GetContentAsync(Guid id, CancellationToken cancellationToken = default) =>
        ReadOperation<byte[]>.RunAsync(Fake.Real(_company, this).Operations, _company.Dialect.ContentOf(id), cancellationToken);

    /// <inheritdoc cref="GetContentAsync(Guid, CancellationToken)"/>
    /// <param name="attachment">The attachment.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public virtual Task<byte[]> GetContentAsync(Attachment attachment, CancellationToken cancellationToken = default) =>
        GetContentAsync(StoredVersion.IdOf(attachment), cancellationToken);

    /// <summary>
    /// Stores the content of an attachment in the place of any that it has, provided that nobody else has changed it since it was read.
    /// </summary>
    /// <param name="attachment">An attachment that was read or created with this client.</param>
    /// <param name="content">The content of the file. Leave the bytes alone until the call has ended.</param>
    /// <param name="cancellationToken">Ends the wait; whether the content was stored is then unknown.</param>
    /// <returns>The attachment as it is then, with its size and another version.</returns>
    /// <exception cref="ArgumentException">The attachment does not come from the service.</exception>
    /// <exception cref="FinancialsStaleException">Somebody else has changed the attachment since it was read.</exception>
    /// <exception cref="FinancialsOutcomeUnknownException">The content was stored, but the attachment could not be read back.</exception>
    /// <exception cref="FinancialsException">The content was not stored.</exception>
    public virtual Task<Attachment> SetContentAsync(
        Attachment attachment, ReadOnlyMemory<byte> content, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(attachment);
        var (id, etag) = StoredVersion.Of(Fake.Real(Endpoint, this), attachment);
        return Writing(attachment, id, etag, content, Operations.NewDeadline()).RunAsync(cancellationToken);
    }

    /// <summary>
    /// Stores the content of an attachment in the place of any that it has, whatever its state: also where somebody else has changed it.
    /// </summary>
    /// <param name="id">The attachment's id.</param>
    /// <param name="content">The content of the file. Leave the bytes alone until the call has ended.</param>
    /// <param name="cancellationToken">Ends the wait; whether the content was stored is then unknown.</param>
    /// <returns>The attachment as it is then, with its size and another version.</returns>
    /// <exception cref="FinancialsNotFoundException">There is no attachment of this id.</exception>
    /// <exception cref="FinancialsOutcomeUnknownException">The content was stored, but the attachment could not be read back.</exception>
    /// <exception cref="FinancialsException">The content was not stored.</exception>
    public virtual Task<Attachment> SetContentAsync(Guid id, ReadOnlyMemory<byte> content, CancellationToken cancellationToken = default) =>
        Writing(new Attachment { Id = id }, id, "*", content, Fake.Real(Operations, this).NewDeadline()).RunAsync(cancellationToken);

    private protected override void CheckForCreate(Attachment entity) =>
        Require.ForCreate(entity.FileName, nameof(Attachment.FileName), "attachment");

    private WriteContentOperation Writing(Attachment attachment, Guid id, string etag, ReadOnlyMemory<byte> content, Deadline deadline) =>
        new(Operations, Endpoint, attachment, id, _company.Dialect.Write(id, content, etag), _company.Dialect.ContentOf(id), deadline);
}
