namespace Financials.Client.Sandbox.Page;

/// <summary>What a company holds, set by set.</summary>
/// <param name="Sets">The sets by their names on the page.</param>
internal sealed record PageCompanyContent(IReadOnlyDictionary<string, PageSet> Sets);
