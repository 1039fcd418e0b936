using System.Runtime.CompilerServices;
using Financials.Client.Clients;
using Financials.Client.Dialects;
using Financials.Client.Operations;
using Financials.Client.Queries;

namespace Financials.Client;

/// <summary>One sales invoice: what can be done with it, its lines, its attachments and its customer. Thread-safe.</summary>
public class SalesInvoiceClient
{
    private readonly CompanyContext _company;

    internal SalesInvoiceClient(CompanyContext company, Guid invoiceId)
    {
        _company = company;
        Id = invoiceId;
    }

    /// <summary>For fakes in tests.</summary>
    protected SalesInvoiceClient() => _company = null!;

    /// <summary>The invoice's id.</summary>
    public virtual Guid Id { get; }

    /// <summary>The customer of the invoice.</summary>
    public virtual InvoiceCustomerClient Customer => field ??= new(Fake.Real(_company, this), Id);

    /// <summary>The lines of the invoice, in Business Central's API v2.0.</summary>
    public virtual SalesInvoiceLinesClient Lines => field ??= new(Fake.Real(_company, this), Id);

    /// <summary>The dimensions of the invoice, in Business Central's API v2.0.</summary>
    public virtual DimensionSetLinesClient DimensionSetLines => field ??= new(Fake.Real(_company, this), _company.Dialect.DimensionsOfInvoice(Id));

    /// <summary>The files attached to the invoice, in Business Central's API v2.0.</summary>
    public virtual AttachmentsClient Attachments => field ??= new(Fake.Real(_company, this), _company.Dialect.AttachmentsOfInvoice(Id));

    /// <summary>
    /// Creates a customer and makes it the customer of this invoice. These are several calls, not one: it reads the invoice,
    /// creates the customer and updates the invoice. When the last one fails, the customer exists and the invoice is as it was.
    /// </summary>
    /// <param name="customer">The customer to create. Needs a <see cref="Customer.DisplayName"/>.</param>
    /// <param name="cancellationToken">Ends the wait; how far the calls came is then unknown.</param>
    /// <returns>The customer as the service stored it.</returns>
    /// <exception cref="ArgumentException">The customer has no display name.</exception>
    /// <exception cref="FinancialsException">One of the calls failed; the message says what was done before.</exception>
    public virtual async Task<Customer> CreateAndAssignCustomerAsync(Customer customer, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(customer);
        CustomersClient.CheckNew(customer);
        var (operations, invoices, deadline) = (Fake.Real(_company, this).Operations, _company.Dialect.SalesInvoices, _company.Operations.NewDeadline());
        var invoice = await new GetOperation<SalesInvoice>(operations, invoices, Id, QueryText.All, deadline).RunAsync(cancellationToken).ConfigureAwait(false);
        var customers = _company.Set(_company.Dialect.Customers, NaturalKeys.OfCustomer);
        var created = await customers.Creating(customer, customers.Endpoint.Create(customer), deadline).RunAsync(cancellationToken).ConfigureAwait(false);
        var assigned = invoice with { CustomerId = created.Id, CustomerNumber = created.Number };
        var (id, etag) = StoredVersion.Of(invoices, invoice);
        if (invoices.Update(id, assigned, etag) is not { } request)
        {
            return created;
        }

        try
        {
            await new ChangeOperation<SalesInvoice>(operations, invoices, assigned, id, request, deadline).RunAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (FinancialsException failed)
        {
            failed.TellBefore($"The customer {created.Id} was created, but the invoice was not given it. Update the invoice's CustomerId instead of calling this again.");
            throw;
        }

        return created;
    }

    /// <summary>
    /// Prints the invoice, in Business Central's API v2.0, a draft as it stands. The service counts how often a posted invoice is printed, and
    /// counts each retry too.
    /// </summary>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The PDF. No more than <see cref="FinancialsClientOptions.MaxResponseBytes"/> bytes are read.</returns>
    /// <exception cref="FinancialsNotSupportedException">The service has no printed invoices; nothing was sent.</exception>
    /// <exception cref="FinancialsNotFoundException">There is no invoice of this id.</exception>
    /// <exception cref="FinancialsException">The request failed, the response is too long, or it is no PDF.</exception>
    public virtual Task<byte[]> GetPdfAsync(CancellationToken cancellationToken = default)
    {
        var (request, reader) = Fake.Real(_company, this).Dialect.PdfOfInvoice(Id);

        // Whatever read intent the application has chosen: a copy of the database that can only be read cannot count.
        return new ReadOperation<byte[]>(_company.Operations, request, reader, _company.Operations.NewDeadline()).RunAsync(cancellationToken);
    }

    /// <summary>
    /// Posts the invoice. This cannot be undone, only cancelled. The request is sent once; where the service reports an error or the response
    /// is lost, the invoice is read again. A call whose response was lost succeeds where the invoice is then posted, whoever posted it.
    /// </summary>
    /// <param name="cancellationToken">Ends the wait; whether the invoice was posted is then unknown.</param>
    /// <exception cref="FinancialsPartlyDoneException">The invoice is posted, by this call or before it, and the service reports an error.</exception>
    /// <exception cref="FinancialsOutcomeUnknownException">The service may or may not have done it.</exception>
    /// <exception cref="FinancialsException">The invoice was not posted.</exception>
    public virtual Task PostAsync(CancellationToken cancellationToken = default) => RunAsync(SalesInvoiceAction.Post, cancellationToken);

    /// <summary>Sends the invoice to the customer by e-mail, or tells of its cancellation where it is cancelled. The request is sent once.</summary>
    /// <param name="cancellationToken">Ends the wait; whether the invoice was sent is then unknown.</param>
    /// <exception cref="FinancialsOutcomeUnknownException">The service may or may not have done it, and nothing tells.</exception>
    /// <exception cref="FinancialsException">The invoice was not sent.</exception>
    public virtual Task SendAsync(CancellationToken cancellationToken = default) => new ActionOperation<object>(
        Fake.Real(_company, this).Operations,
        _company.Dialect.Run(Id, SalesInvoiceAction.Send),
        reader: null,
        _company.Operations.NewDeadline(),
        "It was not retried, because the customer would get a second mail").RunAsync(cancellationToken);

    /// <summary>
    /// Posts the invoice and sends it to the customer by e-mail. The service may post it and then refuse to send it, for example where the
    /// customer has no address. The request is sent once; after an error or a lost response the invoice is read again.
    /// </summary>
    /// <param name="cancellationToken">Ends the wait; whether the invoice was posted is then unknown.</param>
    /// <exception cref="FinancialsPartlyDoneException">
    /// The invoice is posted, and was not sent or may not have been. Call <see cref="SendAsync"/>; do not post it again.
    /// </exception>
    /// <exception cref="FinancialsOutcomeUnknownException">The service may or may not have done it.</exception>
    /// <exception cref="FinancialsException">The invoice was neither posted nor sent.</exception>
    public virtual Task PostAndSendAsync(CancellationToken cancellationToken = default) =>
        RunAsync(SalesInvoiceAction.PostAndSend, cancellationToken);

    /// <summary>
    /// Cancels a posted invoice. The request is sent once; where the service reports an error or the response is lost, the invoice is read
    /// again. A call whose response was lost succeeds where the invoice is then cancelled, whoever cancelled it.
    /// </summary>
    /// <param name="cancellationToken">Ends the wait; whether the invoice was cancelled is then unknown.</param>
    /// <exception cref="FinancialsPartlyDoneException">The invoice is cancelled, by this call or before it, and the service reports an error.</exception>
    /// <exception cref="FinancialsOutcomeUnknownException">The service may or may not have done it.</exception>
    /// <exception cref="FinancialsException">The invoice was not cancelled. The message says so where a credit memo is left over.</exception>
    public virtual Task CancelAsync(CancellationToken cancellationToken = default) => RunAsync(SalesInvoiceAction.Cancel, cancellationToken);

    /// <summary>
    /// Cancels a posted invoice and tells the customer by e-mail. The service may cancel it and then refuse to send. The request is sent
    /// once; after an error or a lost response the invoice is read again.
    /// </summary>
    /// <param name="cancellationToken">Ends the wait; whether the invoice was cancelled is then unknown.</param>
    /// <exception cref="FinancialsPartlyDoneException">
    /// The invoice is cancelled, and the customer was not told or may not have been. Call <see cref="SendAsync"/>; do not cancel it again.
    /// </exception>
    /// <exception cref="FinancialsOutcomeUnknownException">The service may or may not have done it.</exception>
    /// <exception cref="FinancialsException">The invoice was not cancelled, and nothing was sent.</exception>
    public virtual Task CancelAndSendAsync(CancellationToken cancellationToken = default) =>
        RunAsync(SalesInvoiceAction.CancelAndSend, cancellationToken);

    private Task<object> RunAsync(SalesInvoiceAction action, CancellationToken cancellationToken, [CallerMemberName] string member = "") => new InvoiceOperation(
        Fake.Real(_company, this, member).Operations, _company.Dialect.SalesInvoices, Id, action, _company.Dialect.Run(Id, action), _company.Operations.NewDeadline()).RunAsync(cancellationToken);
}
