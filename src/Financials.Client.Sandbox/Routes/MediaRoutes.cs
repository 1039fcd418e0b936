using Financials.Client.Sandbox.Model;
using Financials.Client.Sandbox.Rules;
using Financials.Client.Sandbox.Surfaces;

namespace Financials.Client.Sandbox.Routes;

/// <summary>The addresses of bytes: the content of attachments, and the printed form of invoices.</summary>
/// <param name="surface">The surface that is asked.</param>
/// <param name="versions">Checks the versions that requests name.</param>
internal sealed class MediaRoutes(Surface surface, Versions versions)
{
    private const string Pdf = "pdfDocument";
    private const string PdfContent = "pdfDocumentContent";
    private const string Content = "content";

    /// <returns>The answer; null where the path is not one of bytes.</returns>
    /// <exception cref="ServiceException">The service refuses the request.</exception>
    public ServiceAnswer? Answer(ServiceRequest request, EntitySet set, Entity entity, string[] path) => path switch
    {
        [Pdf, PdfContent] or [Pdf, _, PdfContent] when set.Type == EntityTypes.Invoice && surface.Shows(EntityTypes.PdfDocument) =>
            request.Method == "GET"
                ? ServiceAnswer.Bytes("application/pdf", Printed.Invoice(entity.Values))
                : throw ServiceException.NotAllowed(request.Method, PdfContent),
        ["attachmentContent"] when set.Type == EntityTypes.Attachment => OnContent(request, set, entity),
        _ => null,
    };

    private ServiceAnswer OnContent(ServiceRequest request, EntitySet set, Entity entity)
    {
        switch (request.Method)
        {
            case "GET":
                return ServiceAnswer.Bytes("application/octet-stream", Convert.FromBase64String(entity.Values.Text(Content)));
            case "PATCH":
                versions.Check(request, entity, isRequired: true);
                set.Update(entity, new() { [Content] = Convert.ToBase64String(request.Body.Span) });
                return ServiceAnswer.NoContent;
            default:
                throw ServiceException.NotAllowed(request.Method, "attachmentContent");
        }
    }
}
