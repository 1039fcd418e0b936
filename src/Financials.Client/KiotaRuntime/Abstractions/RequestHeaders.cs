using System.Collections;

namespace Microsoft.Kiota.Abstractions;

/// <summary>
/// The headers of one request, in the order they were added. A request has three or four of them, so a list that is
/// searched from the start is both smaller and faster than a dictionary.
/// </summary>
internal sealed class RequestHeaders : IEnumerable<KeyValuePair<string, string>>
{
    private readonly List<KeyValuePair<string, string>> _headers = new(capacity: 4);

    /// <summary>Adds values to a header, beside any it already has.</summary>
    public void Add(string headerName, params string[] headerValues)
    {
        foreach (var value in headerValues)
        {
            _headers.Add(new(headerName, value));
        }
    }

    /// <summary>Adds the header unless it is already there; says whether it did.</summary>
    public bool TryAdd(string headerName, string headerValue)
    {
        foreach (var header in _headers)
        {
            if (string.Equals(header.Key, headerName, StringComparison.OrdinalIgnoreCase))
            {
                return false;
            }
        }

        _headers.Add(new(headerName, headerValue));
        return true;
    }

    public void AddAll(RequestHeaders headers) => _headers.AddRange(headers._headers);

    public List<KeyValuePair<string, string>>.Enumerator GetEnumerator() => _headers.GetEnumerator();

    IEnumerator<KeyValuePair<string, string>> IEnumerable<KeyValuePair<string, string>>.GetEnumerator() => GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
