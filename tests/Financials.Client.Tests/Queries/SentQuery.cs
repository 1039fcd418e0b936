using Financials.Client.Tests.Support;

namespace Financials.Client.Tests.Queries;

/// <summary>Puts questions to a service that has nothing, and shows them as the service reads them.</summary>
internal static class SentQuery
{
    public const string NoEntities = """{"value":[]}""";

    private static readonly Guid CompanyId = new("bb6d48b6-c7b2-4a38-9a93-ad5506407f12");

    public static CompanyClient Company(this FinancialsClient client) => client.Companies[CompanyId];

    /// <summary>The filter that a question sends; null where it sends none.</summary>
    public static async Task<string?> FilterAsync<TModel>(Func<CompanyClient, EntityQuery<TModel>> question)
        where TModel : class => (await OptionsAsync(question)).GetValueOrDefault("$filter");

    /// <summary>The options that a question sends.</summary>
    public static async Task<IReadOnlyDictionary<string, string>> OptionsAsync<TModel>(Func<CompanyClient, EntityQuery<TModel>> question)
        where TModel : class
    {
        using var transport = ScriptedTransport.Answering(NoEntities);
        using var client = TestClients.Facade(transport);
        await question(client.Company()).ToListAsync();
        return OptionsOf(transport.Requests.Single());
    }

    /// <summary>The options of a request by name, as a server reads them: to it, a bare plus is a space.</summary>
    public static IReadOnlyDictionary<string, string> OptionsOf(RecordedRequest request) => request.Target.Query
        .TrimStart('?')
        .Split('&', StringSplitOptions.RemoveEmptyEntries)
        .Select(option => option.Split('=', 2))
        .ToDictionary(parts => Decoded(parts[0]), parts => Decoded(parts[1]));

    private static string Decoded(string text) => Uri.UnescapeDataString(text.Replace('+', ' '));
}
