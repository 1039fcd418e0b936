using System.Globalization;
using System.Text;
using Azure.Identity;
using Financials.Client;
using Quickstart;

// Numbers are shown as the code beside them has them, and the arrows as they are.
CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);

return Environment.GetEnvironmentVariable("FINANCIALS_TOKEN") is { Length: > 0 } token
    ? await new QuickstartCommand(Console.Out, Console.Error, new StaticTokenCredential(token)).RunAsync(args)
    : await new QuickstartCommand(Console.Out, Console.Error, new DefaultAzureCredential()).RunAsync(args);
