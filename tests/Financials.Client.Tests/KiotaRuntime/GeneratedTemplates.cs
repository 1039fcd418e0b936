using System.Reflection;
using Financials.Client.Kiota;
using Financials.Client.Tests.Support;
using Microsoft.Kiota.Abstractions;

namespace Financials.Client.Tests.KiotaRuntime;

/// <summary>The URL templates of every generated request builder in the library.</summary>
internal static class GeneratedTemplates
{
    private const BindingFlags Instance = BindingFlags.Instance | BindingFlags.NonPublic | BindingFlags.Public;

    private static readonly PropertyInfo UrlTemplate = typeof(BaseRequestBuilder).GetProperty("UrlTemplate", Instance)!;

    public static IEnumerable<string> All
    {
        get
        {
            var adapter = KiotaRequests.Adapter(TestClients.BaseAddress);
            return typeof(FinancialsClient).Assembly.GetTypes()
                .Where(type => type.IsSubclassOf(typeof(BaseRequestBuilder)))
                .Select(type => (string)UrlTemplate.GetValue(Builder(type, adapter))!)
                .Distinct()
                .Order(StringComparer.Ordinal);
        }
    }

    private static object Builder(Type type, IRequestAdapter adapter)
    {
        // The root of a generated client takes an adapter alone. Every other builder takes its place in the path, with a key
        // where it stands in parentheses, or a complete address instead.
        var ofAddress = type.GetConstructor(Instance, [typeof(string), typeof(IRequestAdapter)]);
        return ofAddress is null
            ? type.GetConstructor(Instance, [typeof(IRequestAdapter)])!.Invoke([adapter])
            : ofAddress.Invoke(["https://service.example", adapter]);
    }
}
