using System.Text;

namespace Financials.Client.Dialects;

/// <summary>
/// Keeps the short texts of one page, because its entities share many: currencies, countries, cities, terms. It lives as long as
/// the reading of the page, so that no data outlives it.
/// </summary>
internal sealed class TextCache
{
    private const int Slots = 256;
    private const int LongestText = 32;

    private readonly string?[] _texts = new string?[Slots];

    public string Get(ReadOnlySpan<byte> utf8)
    {
        if (utf8.Length > LongestText)
        {
            return Encoding.UTF8.GetString(utf8);
        }

        var hash = utf8.Length;
        foreach (var value in utf8)
        {
            hash = (hash * 31) + value;
        }

        ref var text = ref _texts[hash & (Slots - 1)];
        return text is not null && Ascii.Equals(utf8, text) ? text : text = Encoding.UTF8.GetString(utf8);
    }
}
