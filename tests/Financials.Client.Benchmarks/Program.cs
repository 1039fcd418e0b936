using Financials.Client.Benchmarks;

return FullRun.Run(args);
