using System.Text;
using Financials.Client.Sandbox.Storage;

namespace Financials.Client.Sandbox.Tests.Storage;

/// <summary>The data file holds all of what was written last, or says what is wrong with it.</summary>
public sealed class DataFileTests
{
    private DirectoryInfo _folder = null!;

    private string FilePath => Path.Combine(_folder.FullName, "data.json");

    [SetUp]
    public void CreateFolder() => _folder = Directory.CreateTempSubdirectory("sandbox-");

    [TearDown]
    public void DeleteFolder() => _folder.Delete(recursive: true);

    [Test]
    public void Read_WithoutAFile_IsNothing()
    {
        using var file = new DataFile(FilePath);

        Assert.That(file.Read(), Is.Null);
    }

    [Test]
    public async Task Write_Twice_LeavesTheSecondAndNothingElse()
    {
        using (var file = new DataFile(FilePath))
        {
            await file.WriteAsync("""{"name":"a much longer first version"}"""u8.ToArray());
            await file.WriteAsync("""{"name":"Ærø"}"""u8.ToArray());

            Assert.That((string?)file.Read()!["name"], Is.EqualTo("Ærø"));
        }

        Assert.That(_folder.GetFiles().Select(file => file.Name), Is.EqualTo(["data.json"]));
    }

    [Test]
    public async Task Write_ThatDied_LeavesTheOldData()
    {
        await File.WriteAllTextAsync(FilePath, """{"name":"old"}""");
        await File.WriteAllTextAsync(FilePath + ".new", """{"name":"ne""");
        using var file = new DataFile(FilePath);

        Assert.That((string?)file.Read()!["name"], Is.EqualTo("old"));
        await file.WriteAsync("""{"name":"new"}"""u8.ToArray());
        Assert.That((string?)file.Read()!["name"], Is.EqualTo("new"));
    }

    [TestCase("")]
    [TestCase("""{"companies":[{"na""")]
    [TestCase("""{"companies":[]} {"companies":[]}""")]
    [TestCase("[]")]
    [TestCase("null")]
    public void Read_OfATornFile_SaysWhichAndWhatToDo(string content)
    {
        File.WriteAllText(FilePath, content, Encoding.UTF8);
        using var file = new DataFile(FilePath);

        var damaged = Assert.Throws<InvalidDataException>(() => file.Read());

        Assert.That(damaged!.Message, Does.StartWith($"'{FilePath}' is not a whole data file of the sandbox:").And.EndWith("or move it away to begin anew."));
        Assert.That(File.ReadAllText(FilePath), Is.EqualTo(content));
    }

    [Test]
    public void File_InUse_IsRefusedToASecondSandbox()
    {
        using (new DataFile(FilePath))
        {
            var refused = Assert.Throws<IOException>(() => new DataFile(FilePath).Dispose());
            Assert.That(refused!.Message, Does.StartWith($"'{FilePath}' cannot be used for the sandbox's data. Is another sandbox using it?"));
        }

        Assert.That(() => new DataFile(FilePath).Dispose(), Throws.Nothing);
    }

    [Test]
    public void File_InAFolderThatDoesNotExist_IsRefused() =>
        Assert.Throws<IOException>(() => new DataFile(Path.Combine(_folder.FullName, "none", "data.json")).Dispose());
}
