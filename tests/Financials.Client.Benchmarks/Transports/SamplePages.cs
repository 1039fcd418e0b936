using System.Globalization;
using System.Text;

namespace Financials.Client.Benchmarks;

/// <summary>100,000 customers in pages of 1,000, which differ in nothing but their next link.</summary>
internal sealed class SamplePages
{
    public const int Count = 100;

    private const string FirstNumber = "001";

    private readonly byte[] _page = SampleData.Page($"?$skiptoken={FirstNumber}");
    private readonly byte[] _last = SampleData.Page(nextLink: null);
    private readonly int _number;

    public SamplePages() => _number = _page.AsSpan().LastIndexOf(Encoding.UTF8.GetBytes(FirstNumber));

    /// <summary>The page at an address. Valid until the next one is asked for.</summary>
    public byte[] Of(string address)
    {
        var token = address.LastIndexOf('=');
        var page = token < 0 ? 0 : int.Parse(address.AsSpan(token + 1), NumberStyles.None, CultureInfo.InvariantCulture);
        if (page == Count - 1)
        {
            return _last;
        }

        (page + 1).TryFormat(_page.AsSpan(_number, FirstNumber.Length), out _, "000", CultureInfo.InvariantCulture);
        return _page;
    }
}
