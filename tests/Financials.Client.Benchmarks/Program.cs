using System.Diagnostics;
using Financials.Client.Benchmarks;
using Financials.Client.Benchmarks.Ledgers;
using Financials.Client.Benchmarks.Quick;
using Financials.Client.Benchmarks.Startup;

// Each mode in a class of its own, so that the start-up mode compiles and loads nothing of the others.
var entry = Stopwatch.GetTimestamp();
return args switch
{
    [StartupProbe.Switch, var contender] => await StartupProbe.RunAsync(contender, entry),
    ["--quick", .. var filter] => await QuickRun.RunAsync(filter.FirstOrDefault() ?? ""),
    [LedgerImport.Switch, var ledger, var payments, var concurrency] => await LedgerImport.RunAsync(ledger, payments, concurrency),
    ["--import"] => await ImportRuns.RunAsync(),
    ["--ledger", .. var payments] => await LedgerRuns.RunAsync(payments),
    _ => FullRun.Run(args),
};
