using System.Globalization;
using System.Reflection;
using Financials.Client.Ledger.Sql;
using Financials.Client.Sandbox;
using Financials.Client.Tests.Support;

namespace Financials.Client.Tests.Documentation;

/// <summary>docs/options.md has every option, with the default that the code has.</summary>
public class OptionTableTests
{
    private static readonly Page Options = Page.Of("options");

    private static IEnumerable<object> Defaults =>
    [
        new FinancialsClientOptions(),
        new ResilienceOptions(),
        new FinancialsSettings(),
        new SqlLedgerOptions { Dialect = SqlLedgerDialect.PostgreSql },
        new PaymentOutboxOptions(),
        new SandboxOptions(),
        new SandboxLimits(),
    ];

    [TestCaseSource(nameof(Defaults))]
    public void Table_HasEveryOptionWithItsDefault(object defaults)
    {
        var rows = Options.Rows(defaults.GetType().Name).ToDictionary(row => row[0].Trim('`'), row => row[1]);
        var properties = defaults.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(rows.Keys, Is.EquivalentTo(properties.Select(property => property.Name)));
            foreach (var property in properties.Where(property => !IsNoConstant(property)))
            {
                Assert.That(rows.GetValueOrDefault(property.Name), Is.EqualTo(Text(property.GetValue(defaults))), property.Name);
            }
        }
    }

    [Test]
    public void Table_OfCallOptions_HasEveryOption()
    {
        CallOptions? given = null;
        using var client = TestClients.BusinessCentral(ScriptedTransport.Answering("{}"));
        client.With(options => given = options);

        var rows = Options.Rows(nameof(CallOptions)).ToDictionary(row => row[0].Trim('`'), row => row[1]);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(rows.Keys, Is.EquivalentTo(typeof(CallOptions).GetProperties().Select(property => property.Name)));
            Assert.That(given!.Timeout, Is.EqualTo(new ResilienceOptions().TotalTimeout));
            Assert.That((given.Headers, given.OnResponse), Is.EqualTo((Array.Empty<KeyValuePair<string, string>>(), (Action<CallResponse>?)null)));
            Assert.That((rows["Timeout"], rows["Headers"], rows["OnResponse"]), Is.EqualTo(("that of the client", "none", "null")));
        }
    }

    /// <summary>Functions of the container, required values, and a name that is another on every machine.</summary>
    private static bool IsNoConstant(PropertyInfo property) =>
        property.PropertyType.IsAssignableTo(typeof(Delegate)) && property.Name != nameof(PaymentOutboxOptions.WaitForWorkAsync) ||
        property.Name is nameof(SqlLedgerOptions.Owner) or nameof(SqlLedgerOptions.Dialect) or nameof(PaymentOutboxOptions.Ledger);

    private static string Text(object? value) => value switch
    {
        null => "null",
        bool flag => flag ? "true" : "false",
        int number => number.ToString(CultureInfo.InvariantCulture),
        long bytes => string.Create(CultureInfo.InvariantCulture, $"{bytes / 1024 / 1024} MB"),
        string text => $"`{text}`",
        TimeProvider clock when clock == TimeProvider.System => "the system's",
        TimeSpan { Ticks: 0 } => "zero",
        TimeSpan { TotalSeconds: 1 } => "1 second",
        TimeSpan time when time >= TimeSpan.FromMinutes(2) && time.Seconds == 0 => string.Create(CultureInfo.InvariantCulture, $"{time.TotalMinutes} minutes"),
        TimeSpan time => string.Create(CultureInfo.InvariantCulture, $"{time.TotalSeconds} seconds"),
        ResilienceOptions => "[`ResilienceOptions`](#resilienceoptions)",
        SandboxLimits => "[`SandboxLimits`](#sandboxlimits)",
        _ => throw new NotSupportedException($"How is a {value.GetType().Name} written in a table?"),
    };
}
