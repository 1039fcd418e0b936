namespace Financials.Client.ContractTests.Contract;

/// <summary>A form in which the service shows its data: the document that describes it, and how a client is told to speak it.</summary>
internal sealed class Surface
{
    private const string Scope = "https://service.example/.default";

    private readonly Func<Uri, string, FinancialsService> _service;

    private Surface(string name, string document, Func<Uri, string, FinancialsService> service)
    {
        _service = service;
        Name = name;
        Document = OpenApiDocument.Load(document);
        Check = new(Document);
    }

    /// <summary>The documented surface, of Microsoft Graph.</summary>
    public static Surface Documented { get; } = new(nameof(Documented), "openapi/financials.yaml", FinancialsService.Documented);

    /// <summary>Business Central's API v2.0.</summary>
    public static Surface BusinessCentral { get; } = new(nameof(BusinessCentral), "openapi/business-central.yaml", FinancialsService.BusinessCentral);

    public static IReadOnlyList<Surface> All { get; } = [Documented, BusinessCentral];

    /// <summary>What it is called, and the folder of its exchanges.</summary>
    public string Name { get; }

    public OpenApiDocument Document { get; }

    public ContractCheck Check { get; }

    /// <summary>The service's address in the files of its exchanges. It ends where <c>/companies</c> begins.</summary>
    public Uri Address => Document.Server;

    public static Surface Named(string name) => All.Single(surface => surface.Name == name);

    /// <summary>The service, as a client is told of it.</summary>
    public FinancialsService At(Uri address) => _service(address, Scope);

    public override string ToString() => Name;
}
