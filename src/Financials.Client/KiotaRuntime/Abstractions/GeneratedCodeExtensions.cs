namespace Microsoft.Kiota.Abstractions.Extensions;

/// <summary>The two extensions that generated code calls.</summary>
internal static class GeneratedCodeExtensions
{
    public static bool TryAdd<TKey, TValue>(this IDictionary<TKey, TValue> dictionary, TKey key, TValue value)
        where TKey : notnull
    {
        if (dictionary.ContainsKey(key))
        {
            return false;
        }

        dictionary.Add(key, value);
        return true;
    }

    public static List<T>? AsList<T>(this IEnumerable<T>? values) => values?.ToList();
}
