using System.Text.Json.Nodes;
using Financials.Client.ContractTests.Contract;
using Financials.Client.ContractTests.Operations.BusinessCentral;
using Financials.Client.ContractTests.WireMock;

namespace Financials.Client.ContractTests.Operations;

/// <summary>The files in <c>Exchanges</c>: complete, strict, and as the contract of their surface says.</summary>
public class ExchangeFileTests
{
    /// <summary>The page that a next link leads to is no call of its own; a test of paging plays it.</summary>
    private static IEnumerable<string> NextPages => Surface.All.Select(surface => $"{surface}/Customers/listCustomers.next");

    private static IEnumerable<string> Files() =>
        Directory.GetFiles(Stub.Folder, "*.json", SearchOption.AllDirectories)
            .Select(file => Path.ChangeExtension(Path.GetRelativePath(Stub.Folder, file), null).Replace('\\', '/'));

    /// <summary>Business Central shows every property but those that a query did not select.</summary>
    private static IEnumerable<string> FilesWithWholeEntities() =>
        from file in Files()
        let stub = Stub.Of(file)
        where stub.Surface == Surface.BusinessCentral && stub.Response["jsonBody"] is not null && stub.Request["queryParameters"]?["$select"] is null
        select file;

    [Test]
    public void DocumentedContract_EveryOperation_HasAnExchange() => Assert.That(
        OperationsOf(Surface.Documented).Except(CalledOperationsOf(Surface.Documented)),
        Is.Empty,
        "These operations of the contract are never exercised. Describe each in a file and add its call to the table.");

    [Test]
    public void BusinessCentralsContract_EveryOperation_HasAnExchangeOrAReason()
    {
        var uncalled = UncalledOperations.All.Keys;
        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                OperationsOf(Surface.BusinessCentral).Except(CalledOperationsOf(Surface.BusinessCentral)).Except(uncalled),
                Is.Empty,
                "These operations of the contract are never exercised. Describe each in a file and add its call to the table.");
            Assert.That(
                uncalled.Intersect(CalledOperationsOf(Surface.BusinessCentral)),
                Is.Empty,
                "These operations have an exchange, so they are called: take them off the list of those that are not.");
            Assert.That(uncalled.Except(OperationsOf(Surface.BusinessCentral)), Is.Empty, "The contract has no such operations.");
        }
    }

    [Test]
    public void Files_InTheFolder_AreThoseOfTheTables() => Assert.That(
        Files(),
        Is.EquivalentTo(AllExchanges.List.SelectMany(exchange => exchange.Files).Concat(NextPages).Distinct()));

    [Test]
    public void Files_AreOfTheOperationsTheyAreNamedAfter() =>
        Assert.That(Files().Where(file => Stub.Of(file).Operation?.Id != Exchange.OperationOf(file)), Is.Empty);

    [Test]
    public void Files_NameEverythingThatTheirRequestsHaveToBe()
    {
        using (Assert.EnterMultipleScope())
        {
            foreach (var file in Files())
            {
                var stub = Stub.Of(file);
                var headers = stub.Request["headers"]!.AsObject();
                var body = stub.Request["bodyPatterns"]?[0];
                var contentType = stub.Operation!.RequestBody?["content"]!.AsObject().Single().Key;
                Assert.That(stub.Request["method"], Is.Not.Null, file);
                Assert.That(stub.Request["url"] is null, Is.EqualTo(stub.Request["queryParameters"] is not null), $"{file}: a request without options has a url.");
                Assert.That((string?)headers["Authorization"]?["equalTo"], Is.EqualTo("Bearer token"), file);
                Assert.That((string?)headers["Accept"]?["equalTo"], Is.Not.Null, file);
                Assert.That((string?)headers["Content-Type"]?["equalTo"], Is.EqualTo(contentType), file);
                Assert.That(body?["equalToJson"] is not null, Is.EqualTo(contentType is "application/json"), file);
                Assert.That(body?["binaryEqualTo"] is not null, Is.EqualTo(contentType is "application/octet-stream"), file);
            }
        }
    }

    [Test]
    public void Files_AnswerAsTheContractSays() => Assert.That(Problems(file => Stub.Of(file).Problems()), Is.Empty);

    [Test]
    public void Files_AskAsTheContractAllows() => Assert.That(Problems(file => Stub.Of(file).Surface.Check.Problems(Stub.Of(file).ToRequest())), Is.Empty);

    [Test]
    public void Files_OfBusinessCentral_LeaveOutNoProperty()
    {
        Assert.That(FilesWithWholeEntities().Count(), Is.GreaterThan(50), "there are such files");
        Assert.That(
            from file in FilesWithWholeEntities()
            let stub = Stub.Of(file)
            let body = stub.Response["jsonBody"]!.AsObject()
            from entity in body["value"] is JsonArray rows ? rows.Select(row => row!.AsObject()) : [body]
            from missing in stub.Operation!.PropertiesOfEntity((int)stub.Response["status"]!).Except(entity.Select(property => property.Key))
            select $"{file}: {missing}",
            Is.Empty);
    }

    private static IEnumerable<string> Problems<T>(Func<string, IEnumerable<T>> problemsOf) =>
        Files().SelectMany(file => problemsOf(file).Select(problem => $"{file}: {problem}"));

    private static IEnumerable<string> OperationsOf(Surface surface) => surface.Document.Operations.Select(operation => operation.Id);

    private static IEnumerable<string> CalledOperationsOf(Surface surface) => AllExchanges.With(surface).Select(exchange => exchange.OperationId);
}
