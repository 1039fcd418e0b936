using Financials.Client.Tests.Support;
using Make = Financials.Client.FinancialsModelFactory;

namespace Financials.Client.Tests.Operations;

/// <summary>The operations that only Business Central's API v2.0 has: accounts, ledger entries, dimensions, tax areas and countries.</summary>
internal static class CentralOperations
{
    private const string Company = "companies({company})";
    private const string ETag = "W/\"1\"";

    private static readonly string[] Prefixes = [$"{Company}/customerPayments({{payment}})", $"{Company}/salesInvoices({{invoice}})"];

    private static readonly TaxArea Miami = Make.TaxArea(new() { Code = "MIAMI, FL", DisplayName = "Miami" }, Ids.Value, ETag, TaxType.SalesTax);
    private static readonly CountryRegion Denmark =
        Make.CountryRegion(new() { Code = "DK", DisplayName = "Denmark", AddressFormat = CountryAddressFormat.PostCodeCity }, Ids.Value, ETag);

    private static readonly Account Sales = Make.Account(
        Ids.Value, ETag, "40100", "Sales", AccountCategory.CostOfGoodsSold, blocked: false, accountType: AccountType.BeginTotal, directPosting: true,
        consolidationTranslationMethod: ConsolidationTranslationMethod.AverageRate);

    private static readonly GeneralLedgerEntry Entry = Make.GeneralLedgerEntry(
        Ids.Value, ETag, 4711, new(2026, 1, 31), "B-1", GeneralLedgerDocumentType.CreditMemo, Ids.Other, "40100", "Wine", 0m, 12.5m, account: Sales);

    private static readonly Dimension Area = Make.Dimension(Ids.Dimension, ETag, "AREA", "Area");
    private static readonly DimensionValue North = Make.DimensionValue(Ids.Value, ETag, "30", Ids.Dimension, "Europe North");

    private static readonly DefaultDimension Given = Make.DefaultDimension(
        new() { DimensionId = Ids.Dimension, DimensionValueId = Ids.Value, PostingValidation = PostingValidation.SameCode },
        Ids.Other, ETag, Ids.Customer, "AREA", "30");

    private static readonly DimensionSetLine Line = Make.DimensionSetLine(
        new() { Id = Ids.Dimension, Code = "AREA", ValueId = Ids.Value, ValueCode = "30" }, ETag, displayName: "Area", valueDisplayName: "Europe North");

    private static readonly string MiamiJson = Json("""{"id":"{value}","code":"MIAMI, FL","displayName":"Miami","taxType":"Sales_x0020_Tax"}""");
    private static readonly string DenmarkJson = Json("""{"id":"{value}","code":"DK","displayName":"Denmark","addressFormat":"Post_x0020_Code_x002B_City"}""");
    private static readonly string SalesJson = Json(
        """{"id":"{value}","number":"40100","displayName":"Sales","category":"Cost_x0020_of_x0020_Goods_x0020_Sold","subCategory":"","blocked":false,"accountType":"Begin_x002D_Total","directPosting":true,"consolidationTranslationMethod":"Average_x0020_Rate_x0020__x0028_Manual_x0029_","consolidationDebitAccount":"","lastModifiedDateTime":"0001-01-01T00:00:00Z"}""");

    private static readonly string EntryJson = Json(
        """{"id":"{value}","entryNumber":4711,"postingDate":"2026-01-31","documentNumber":"B-1","documentType":"Credit_x0020_Memo","accountId":"{other}","accountNumber":"40100","description":"Wine","debitAmount":0,"creditAmount":12.5,"account":""") + SalesJson + "}";

    private static readonly string AreaJson = Json("""{"id":"{dimension}","code":"AREA","displayName":"Area","consolidationCode":""}""");
    private static readonly string NorthJson = Json("""{"id":"{value}","code":"30","dimensionId":"{dimension}","displayName":"Europe North","consolidationCode":""}""");
    private static readonly string GivenJson = Json(
        """{"id":"{other}","parentType":"Customer","parentId":"{customer}","dimensionId":"{dimension}","dimensionCode":"AREA","dimensionValueId":"{value}","dimensionValueCode":"30","postingValidation":"Same_x0020_Code"}""");

    private static readonly string LineJson = Json(
        """{"id":"{dimension}","code":"AREA","consolidationCode":"","parentId":"00000000-0000-0000-0000-000000000000","parentType":"Journal_x0020_Line","displayName":"Area","valueId":"{value}","valueCode":"30","valueDisplayName":"Europe North"}""");

    public static IEnumerable<Operation> Operations =>
    [
        .. Written(
            "TaxAreas", $"{Company}/taxAreas", "{value}", company => company.TaxAreas, new() { Code = "MIAMI, FL", DisplayName = "Miami" },
            """{"code":"MIAMI, FL","displayName":"Miami"}""", Miami, MiamiJson, Miami with { DisplayName = null }, """{"displayName":""}"""),
        .. Written(
            "CountriesAndRegions", $"{Company}/countriesRegions", "{value}", company => company.CountriesAndRegions,
            new() { Code = "DK", AddressFormat = CountryAddressFormat.PostCodeCity },
            """{"code":"DK","addressFormat":"Post_x0020_Code_x002B_City"}""",
            Denmark, DenmarkJson, Denmark with { AddressFormat = null }, """{"addressFormat":"_x0020_"}"""),
        .. Written(
            "Customers[id].DefaultDimensions", $"{Company}/customers({{customer}})/defaultDimensions", "{other}", company => company.Customers[Ids.Customer].DefaultDimensions,
            new() { DimensionId = Ids.Dimension, DimensionValueId = Ids.Value, PostingValidation = PostingValidation.SameCode },
            """{"dimensionId":"{dimension}","dimensionValueId":"{value}","postingValidation":"Same_x0020_Code"}""",
            Given, GivenJson, Given with { DimensionValueId = null, PostingValidation = PostingValidation.NoCode },
            """{"dimensionValueId":"00000000-0000-0000-0000-000000000000","postingValidation":"No_x0020_Code"}"""),
        .. Written(
            "PaymentJournals[id].Payments[id].DimensionSetLines", $"{Prefixes[0]}/dimensionSetLines", "{dimension}",
            company => company.PaymentJournals[Ids.Journal].Payments[Ids.Payment].DimensionSetLines,
            new() { Code = "area", ValueCode = "30" }, """{"code":"area","valueCode":"30"}""", Line, LineJson, Line with { ValueId = Ids.Other }, """{"valueId":"{other}"}"""),
        .. Written(
            "SalesInvoices[id].DimensionSetLines", $"{Prefixes[1]}/dimensionSetLines", "{dimension}", company => company.SalesInvoices[Ids.Invoice].DimensionSetLines,
            new() { Id = Ids.Dimension, ValueId = Ids.Value }, """{"id":"{dimension}","valueId":"{value}"}""", Line, LineJson, Line with { ValueCode = "70" }, """{"valueCode":"70"}"""),
        .. Read("Accounts", $"{Company}/accounts", $"{Company}/accounts", "{value}", company => company.Accounts, Sales, SalesJson),
        .. Read("GeneralLedgerEntries", $"{Company}/generalLedgerEntries", $"{Company}/generalLedgerEntries", "{value}", company => company.GeneralLedgerEntries, Entry, EntryJson),
        .. Read("Dimensions", $"{Company}/dimensions", $"{Company}/dimensions", "{dimension}", company => company.Dimensions, Area, AreaJson),
        .. Read(
            "Dimensions[id].Values", $"{Company}/dimensions({{dimension}})/dimensionValues", $"{Company}/dimensionValues", "{value}",
            company => company.Dimensions[Ids.Dimension].Values, North, NorthJson),

        Counts("TaxAreas", "taxAreas", company => company.TaxAreas.CountAsync()),
        Counts("CountriesAndRegions", "countriesRegions", company => company.CountriesAndRegions.CountAsync()),
        Counts("Accounts", "accounts", company => company.Accounts.CountAsync()),
        Counts("GeneralLedgerEntries", "generalLedgerEntries", company => company.GeneralLedgerEntries.CountAsync()),
        Counts("Dimensions", "dimensions", company => company.Dimensions.CountAsync()),

        Operation.On("Accounts.GetByNumberAsync(number)", $"GET {Company}/accounts?$filter=number eq '40100'&$top=1", async company => await company.Accounts.GetByNumberAsync(" 40100"))
            with { Answer = Page(SalesJson), Result = Sales },
        Operation.On("Dimensions.GetByCodeAsync(code)", $"GET {Company}/dimensions?$filter=code eq 'AREA'&$top=1", async company => (await company.Dimensions.GetByCodeAsync("area")).Id)
            with { Answer = Page(AreaJson), Result = Ids.Dimension },
        Operation.On(
            "Dimensions[id].Values.GetByCodeAsync(code)",
            $"GET {Company}/dimensions({{dimension}})/dimensionValues?$filter=code eq 'NORTH'&$top=1",
            async company => await company.Dimensions[Ids.Dimension].Values.GetByCodeAsync("north "))
            with { Answer = Page(NorthJson), Result = North },
        Operation.On(
            "Accounts.Where(…)",
            $"GET {Company}/accounts?$filter=accountType eq 'Begin_x002D_Total' and category ne '_x0020_' and directPosting eq true",
            async company => await company.Accounts.Where(a => a.AccountType == AccountType.BeginTotal && a.Category != null && a.DirectPosting == true).ToListAsync())
            with { Answer = Page(SalesJson), Result = (Account[])[Sales] },
        Operation.On(
            "GeneralLedgerEntries.Where(…).OrderByDescending(…).Take(1).Expand(…)",
            $"GET {Company}/generalLedgerEntries?$expand=account&$filter=documentNumber eq 'B-1' and documentType eq 'Credit_x0020_Memo'&$orderby=entryNumber desc&$top=1",
            async company => await company.GeneralLedgerEntries
                .Where(e => e.DocumentNumber == "B-1" && e.DocumentType == GeneralLedgerDocumentType.CreditMemo).OrderByDescending(e => e.EntryNumber).Expand(e => e.Account)
                .FirstOrDefaultAsync())
            with { Answer = Page(EntryJson), Result = Entry },
        Operation.On(
            "Dimensions.Expand(d => d.Values)",
            $"GET {Company}/dimensions?$expand=dimensionValues",
            async company => (await company.Dimensions.Expand(d => d.Values).ToListAsync()).Single().Values)
            with { Answer = Page($"{AreaJson[..^1]},\"dimensionValues\":[{NorthJson}]}}"), Result = (DimensionValue[])[North] },
        Operation.On(
            "Customers[id].GetFinancialDetailsAsync()",
            $"GET {Company}/customers({{customer}})/customerFinancialDetail",
            async company => await company.Customers[Ids.Customer].GetFinancialDetailsAsync())
            with
            {
                Answer = Json("""{"id":"{customer}","number":"10000","balance":12.5,"totalSalesExcludingTax":100,"overdueAmount":0,"lastModifiedDateTime":"0001-01-01T00:00:00Z"}"""),
                Result = Make.CustomerFinancialDetails(Ids.Customer, ETag, "10000", 12.5m, 100m, 0m),
            },
        Operation.On(
            "Customers[id].GetFinancialDetailsAsync(), of which there are none",
            $"GET {Company}/customers({{customer}})/customerFinancialDetail",
            async company => await company.Customers[Ids.Customer].GetFinancialDetailsAsync())
            with { Status = 204 },
        Operation.On(
            "Customers.Expand(c => c.FinancialDetails)",
            $"GET {Company}/customers?$expand=customerFinancialDetail",
            async company => (await company.Customers.Expand(c => c.FinancialDetails).ToListAsync()).Single().FinancialDetails!.Balance)
            with { Answer = Page(Json("""{"id":"{customer}","customerFinancialDetail":{"id":"{customer}","balance":12.5}}""")), Result = 12.5m },
    ];

    private static IEnumerable<Operation> Read<TModel>(
        string name, string list, string items, string id, Func<CompanyClient, ReadOnlyEntitySet<TModel>> set, TModel stored, string json)
        where TModel : class =>
    [
        Operation.On($"{name}.GetAsync(id)", $"GET {items}({id})", async company => await set(company).GetAsync(new Guid(Ids.Real(id)))) with { Answer = json, Result = stored },
        Operation.On($"{name}.ToListAsync()", $"GET {list}", async company => await set(company).ToListAsync()) with { Answer = Page(json), Result = (TModel[])[stored] },
    ];

    private static IEnumerable<Operation> Written<TModel>(
        string name, string list, string id, Func<CompanyClient, EntitySet<TModel>> set, TModel entity, string body, TModel stored, string json, TModel changed, string patch)
        where TModel : class =>
    [
        .. Read(name, list, list, id, set, stored, json),
        Operation.On($"{name}.CreateAsync(new)", $"POST {list}", async company => await set(company).CreateAsync(entity))
            with { Body = Ids.Real(body), Status = 201, Answer = json, Result = stored },
        Operation.On($"{name}.UpdateAsync(changed)", $"PATCH {list}({id})", async company => await set(company).UpdateAsync(changed))
            with { IfMatch = ETag, Body = Ids.Real(patch), Answer = json, Result = stored },
        Operation.Do($"{name}.DeleteAsync(entity)", $"DELETE {list}({id})", company => set(company).DeleteAsync(stored)) with { IfMatch = ETag },
    ];

    private static Operation Counts(string name, string set, Func<CompanyClient, Task<int>> count) =>
        Operation.On($"{name}.CountAsync()", $"GET {Company}/{set}/$count", async company => await count(company)) with { Accept = "text/plain", Answer = "17", Result = 17 };

    private static string Json(string text) => Ids.Real("""{"@odata.etag":"W/\"1\"",""" + text[1..]);

    private static string Page(string json) => $$"""{"value":[{{json}}]}""";
}
