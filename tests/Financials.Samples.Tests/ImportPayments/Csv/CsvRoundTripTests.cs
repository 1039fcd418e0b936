using FsCheck;
using FsCheck.Fluent;
using ImportPayments.Csv;
using Microsoft.FSharp.Core;

namespace Financials.Samples.Tests.ImportPayments.Csv;

public sealed class CsvRoundTripTests
{
    private static readonly string[] Pieces = ["a", " ", ";", ",", "\t", "\"", "\"\"", "\r", "\n", "\r\n", "1.234,50", "æøå", "😀", "\ufeff", "=1+1"];

    private static readonly Gen<string> Value =
        from length in Gen.Choose(0, 5)
        from pieces in Gen.ArrayOf(Gen.Elements(Pieces), length)
        select string.Concat(pieces);

    private static readonly Gen<(char Separator, string[][] Rows)> Files =
        from separator in Gen.Elements(';', ',', '\t')
        from count in Gen.Choose(0, 4)
        from rows in Gen.ArrayOf(from width in Gen.Choose(1, 4) from values in Gen.ArrayOf(Value, width) select values, count)
        select (separator, rows);

    [Test]
    public void Csv_AnyValues_AreReadAsTheyWereWritten() => Check.One(
        Config.QuickThrowOnFailure.WithQuietOnSuccess(true).WithMaxTest(1000).WithReplay(new Replay(new Rnd(20170301), FSharpOption<int>.None)),
        Prop.ForAll(Arb.From(Files), file =>
        {
            using var text = new StringWriter();
            var writer = new CsvWriter(text, file.Separator);
            foreach (var row in file.Rows)
            {
                writer.Write(row);
            }

            var read = new CsvReader(new StringReader(text.ToString()), file.Separator).ReadRows().Select(row => row.Values);
            return read.SelectMany(row => row.Append(null)).SequenceEqual(file.Rows.SelectMany(row => row.Append(null)));
        }));
}
