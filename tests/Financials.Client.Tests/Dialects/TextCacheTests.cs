using System.Text;
using Financials.Client.Dialects;

namespace Financials.Client.Tests.Dialects;

/// <summary>The entities of a page share their texts, which is what the cache is for; that texts stay right is said in <see cref="ValueTests"/>.</summary>
public class TextCacheTests
{
    [TestCase(1, true)]
    [TestCase(32, true)]
    [TestCase(33, false)]
    public void Get_TheSameTextAgain_IsOneTextUpToALength(int length, bool isShared)
    {
        var cache = new TextCache();
        var text = Encoding.UTF8.GetBytes(new string('x', length));

        Assert.That(cache.Get(text), isShared ? Is.SameAs(cache.Get(text)) : Is.Not.SameAs(cache.Get(text)));
    }

    /// <summary>Codes often differ in one character, wherever it stands.</summary>
    [TestCase("A100", "B100")]
    [TestCase("A100", "A200")]
    [TestCase("A100", "A001")]
    public void Get_TextsThatAreAlike_DoNotDriveEachOtherOut(string one, string other)
    {
        var cache = new TextCache();
        var first = cache.Get(Encoding.UTF8.GetBytes(one));
        cache.Get(Encoding.UTF8.GetBytes(other));

        Assert.That(cache.Get(Encoding.UTF8.GetBytes(one)), Is.SameAs(first));
    }
}
