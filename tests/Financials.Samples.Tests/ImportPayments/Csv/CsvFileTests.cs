using System.Text;
using Financials.Samples.Tests.ImportPayments.Support;
using ImportPayments.Csv;

namespace Financials.Samples.Tests.ImportPayments.Csv;

public sealed class CsvFileTests
{
    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: true, throwOnInvalidBytes: true);

    [TestCase("a;b,c;d\n1;2;3", ';', "a|b,c|d")]
    [TestCase("a,b\n1;1;1;1,2", ',', "a|b")]
    [TestCase("a\tb;c\td\n", '\t', "a|b;c|d")]
    [TestCase("\"a,b,c\";d\n", ';', "a,b,c|d")]
    [TestCase("\"a\n,,,,\";d\n", ';', "a\n,,,,|d")]
    [TestCase("amount", ';', "amount")]
    public void File_EverySeparator_IsFoundInTheHeader(string text, char separator, string header)
    {
        using var folder = new TemporaryFolder();

        var file = new CsvFile(folder.Write("f.csv", text), StrictUtf8);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(file.Separator, Is.EqualTo(separator));
            Assert.That(string.Join('|', file.Header), Is.EqualTo(header));
        }
    }

    [Test]
    public void File_ByteOrderMark_IsNoPartOfTheHeader([Values("utf-8", "utf-16", "utf-16BE")] string encoding)
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder["f.csv"], "beløb;b", Encoding.GetEncoding(encoding));

        Assert.That(new CsvFile(folder["f.csv"], StrictUtf8).Header, Is.EqualTo(["beløb", "b"]));
    }

    [TestCase(true)]
    [TestCase(false)]
    public void File_BytesOfAnotherEncoding_AreRefusedAndNotReplaced(bool hasByteOrderMark)
    {
        using var folder = new TemporaryFolder();
        File.WriteAllBytes(folder["f.csv"], [.. hasByteOrderMark ? Encoding.UTF8.Preamble : [], .. "a;b\nS"u8, 0xf8, .. "ren;1\n"u8]);

        Assert.That(
            () => new CsvFile(folder["f.csv"], StrictUtf8).Rows().Count(),
            Throws.TypeOf<CsvFormatException>().With.Message.EqualTo(
                $"'{folder["f.csv"]}' holds bytes that are not utf-8. Save it as UTF-8, or name its encoding, such as --encoding windows-1252."));
    }

    /// <summary>It was read as text with zeros in between, and every row of it rejected.</summary>
    [Test]
    public void File_Utf16WithoutByteOrderMark_IsRefusedAndItsEncodingNamed()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllBytes(folder["f.csv"], Encoding.Unicode.GetBytes("a;b\n1;2\n"));

        Assert.That(() => new CsvFile(folder["f.csv"], StrictUtf8), Throws.TypeOf<CsvFormatException>().With.Message.EndsWith("Name it with --encoding utf-16."));
    }

    /// <summary>It said that access was denied.</summary>
    [Test]
    public void File_ThatIsAFolder_IsCalledOne()
    {
        using var folder = new TemporaryFolder();

        Assert.That(() => new CsvFile(folder[""], StrictUtf8), Throws.TypeOf<CsvFormatException>().With.Message.Contains("is a folder"));
    }

    [Test]
    public void File_Empty_IsRefused()
    {
        using var folder = new TemporaryFolder();
        var path = folder.Write("f.csv", "");

        Assert.That(() => new CsvFile(path, StrictUtf8), Throws.TypeOf<CsvFormatException>().With.Message.EqualTo($"'{path}' is empty."));
    }

    [Test]
    public void Rows_BlankOnes_AreLeftOutAndCounted()
    {
        using var folder = new TemporaryFolder();
        var file = new CsvFile(folder.Write("f.csv", "a;b\n1;2\n\n;\n3;4\n ; \n"), StrictUtf8);

        Assert.That(file.Rows().Select(row => row.Number), Is.EqualTo([2, 5]));
    }
}
