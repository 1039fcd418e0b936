using System.Text;
using ImportPayments;
using ImportPayments.Import;
using ImportPayments.Output;

Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
var screen = Screen.OfProcess;
using var interruption = new Interruption();
interruption.ListenToSignals(() => screen.Error.WriteLine("Stopping after the payments under way. Press Ctrl+C again to stop at once."));
return await new ImportCommand(screen, interruption, TimeProvider.System).RunAsync(args);
