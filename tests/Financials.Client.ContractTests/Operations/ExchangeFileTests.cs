using Financials.Client.ContractTests.Contract;
using Financials.Client.ContractTests.WireMock;

namespace Financials.Client.ContractTests.Operations;

/// <summary>The files in <c>Exchanges</c>: complete, strict, and as the contract says.</summary>
public class ExchangeFileTests
{
    /// <summary>The page that a next link leads to is no call of its own; a test of paging plays it.</summary>
    private const string NextPage = "Customers/listCustomers.next";

    private static IEnumerable<string> Files() =>
        Directory.GetFiles(Stub.Folder, "*.json", SearchOption.AllDirectories)
            .Select(file => Path.ChangeExtension(Path.GetRelativePath(Stub.Folder, file), null).Replace('\\', '/'));

    [Test]
    public void Contract_EveryOperation_HasAnExchange() =>
        Assert.That(
            OpenApiDocument.Documented.Operations.Select(operation => operation.Id)
                .Except(AllExchanges.List.Select(exchange => exchange.OperationId)),
            Is.Empty,
            "These operations of the contract are never exercised. Describe each in a file and add its call to the table.");

    [Test]
    public void Files_InTheFolder_AreThoseOfTheTable() =>
        Assert.That(Files(), Is.EquivalentTo(AllExchanges.List.Select(exchange => exchange.File).Append(NextPage)));

    [TestCaseSource(nameof(Files))]
    public void File_IsOfTheOperationItIsNamedAfter(string file)
    {
        var stub = Stub.Of(file);
        var operation = stub.Operation;

        Assert.That(operation?.Id, Is.EqualTo(Path.GetFileName(file).Split('.')[0]));
    }

    [TestCaseSource(nameof(Files))]
    public void File_NamesEverythingThatTheRequestHasToBe(string file)
    {
        var stub = Stub.Of(file);
        var headers = stub.Request["headers"]!.AsObject();
        var hasBody = stub.Operation!.RequestBody is not null;

        using (Assert.EnterMultipleScope())
        {
            Assert.That(stub.Request["method"], Is.Not.Null);
            Assert.That(stub.Request["url"] is null, Is.EqualTo(stub.Request["queryParameters"] is not null), "A request without options has a url.");
            Assert.That((string?)headers["Authorization"]?["equalTo"], Is.EqualTo("Bearer token"));
            Assert.That((string?)headers["Accept"]?["equalTo"], Is.Not.Null);
            Assert.That((string?)headers["Content-Type"]?["equalTo"], Is.EqualTo(hasBody ? "application/json" : null));
            Assert.That(stub.Request["bodyPatterns"]?[0]?["equalToJson"] is not null, Is.EqualTo(hasBody));
        }
    }

    [TestCaseSource(nameof(Files))]
    public void File_AnswersAsTheContractSays(string file) => Assert.That(Stub.Of(file).Problems(), Is.Empty);

    [TestCaseSource(nameof(Files))]
    public void File_AsksAsTheContractAllows(string file) => Assert.That(ContractCheck.Documented.Problems(Stub.Of(file).ToRequest()), Is.Empty);
}
