using System.Reflection;
using Financials.Client.Errors;
using Financials.Client.Ledger.Sql;
using Financials.Client.Tests.Support;

namespace Financials.Client.Tests.Documentation;

/// <summary>docs/errors.md says of exceptions, statuses, codes and texts what the code does.</summary>
public class ErrorPageTests
{
    private static readonly Page Errors = Page.Of("errors");

    private static readonly string[] Sources = [.. Directory
        .GetFiles(Repository.PathOf("src"), "*.cs", SearchOption.AllDirectories).Where(file => !file.Contains("Generated", StringComparison.Ordinal)).Select(File.ReadAllText)];

    private static IEnumerable<TestCaseData> Statuses =>
        from row in Errors.Rows("By HTTP status")
        from status in row[0].Split(", ")
        let method = status.Contains("change or delete", StringComparison.Ordinal) ? "PATCH" : "GET"
        select new TestCaseData(int.Parse(status.Split(' ')[0], System.Globalization.CultureInfo.InvariantCulture), method, row[1].Trim('`')).SetArgDisplayNames(status);

    private static IEnumerable<TestCaseData> Codes =>
        from row in Errors.Rows("By code of the service")
        from code in Page.Code(row[0])
        select new TestCaseData(code, row[1].Trim('`')).SetArgDisplayNames(code);

    private static IEnumerable<TestCaseData> Texts =>
        Errors.Rows("By text").Select(row => new TestCaseData(row[0].Trim('`')).SetArgDisplayNames(row[0]));

    [Test]
    public void Exceptions_AreThoseThatThePackagesHave()
    {
        Assembly[] packages = [typeof(FinancialsException).Assembly, typeof(SqlPaymentLedger).Assembly];
        var types = packages.SelectMany(package => package.GetExportedTypes()).Where(type => type.IsAssignableTo(typeof(Exception)) && type != typeof(FinancialsException));

        Assert.That(Errors.Rows("By exception").Select(row => row[0].Trim('`')), Is.EquivalentTo(types.Select(type => type.Name)));
    }

    [TestCaseSource(nameof(Statuses))]
    public void Status_BecomesTheException(int status, string method, string exception) =>
        Assert.That(ServiceErrors.Refused(new() { Status = status, Method = method, Path = "/" }, null, null).GetType().Name, Is.EqualTo(exception));

    [TestCaseSource(nameof(Codes))]
    public void Code_BecomesTheException(string code, string exception)
    {
        var status = code switch
        {
            "Authentication_InvalidCredentials" => 401,
            "Application_TooManyRequests" => 429,
            _ => 400,
        };

        Assert.That(ServiceErrors.Refused(new() { Status = status, Code = code, Method = "POST", Path = "/" }, null, null).GetType().Name, Is.EqualTo(exception));
    }

    /// <summary>The client's own texts and, in the sandbox, the service's.</summary>
    [TestCaseSource(nameof(Texts))]
    public void Text_IsOneThatIsWritten(string text) =>
        Assert.That(Sources.Any(source => source.Contains(text, StringComparison.Ordinal)), Is.True);

    [Test]
    public void Properties_AreThoseOfTheException()
    {
        var table = Errors.Rows("Errors and troubleshooting").SelectMany(row => Page.Code(row[0]));
        var own = typeof(FinancialsException).GetProperties().Where(property => property.DeclaringType == typeof(FinancialsException));

        Assert.That(table, Is.EquivalentTo(own.Select(property => property.Name)));
    }
}
