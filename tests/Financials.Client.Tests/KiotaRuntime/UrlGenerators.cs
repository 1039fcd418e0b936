using Financials.Client.Tests.Support;
using FsCheck;
using FsCheck.Fluent;

namespace Financials.Client.Tests.KiotaRuntime;

/// <summary>Random templates in the forms that Kiota emits, and random values of the types that its builders pass on.</summary>
internal static class UrlGenerators
{
    public static readonly Gen<Guid> Ids = from bytes in Gen.ArrayOf(Gen.Choose(0, 255), 16)
                                           select new Guid([.. bytes.Select(b => (byte)b)]);

    private static readonly string[] Segments =
    [
        "/companies", "/{companyId}", "/{customer%2Did}", "/customers({key})", "/$ref", "/$count",
        "/{first},{last}", "/{pair,other}", "/getByEmail(email='{email}')", "/microsoft.graph.delta()",
        "/~/@{at_1}:{list}!{list*}",
    ];

    private static readonly string[] QueryNames =
    [
        "%24count", "%24expand", "%24filter", "%24orderby", "%24select", "%24skip", "%24top",
        "api%2Dversion", "includeDeleted", "x_1",
    ];

    private static readonly string[] BaseAddresses =
    [
        "https://service.example/beta/financials", "https://service.example:8443/v2.0/tenant-1/api", "http://localhost:5000",
        "https://service.example/a%20b/50%25/c%2Fd", "https://service.example/(x)/y;z=1,2/@me/~u!'*'",
        "https://service.example/50%", "https://service.example/Ørsted/漢字/😀",
    ];

    private static readonly Gen<object> Scalars = Gen.Frequency(
        (6, Texts.Any.Select(text => (object)text)),
        (1, Gen.Choose(int.MinValue, int.MaxValue).Select(number => (object)number)),
        (1, Gen.Choose(int.MinValue, int.MaxValue).Select(number => (object)(number * 4_000_000_000L))),
        (1, Gen.Choose(int.MinValue, int.MaxValue).Select(number => (object)(number / 1000m))),
        (1, Gen.Elements<object>(true, false)),
        (1, Ids.Select(id => (object)id)),
        (1, Instants.Any.Select(instant => (object)instant)));

    private static readonly Gen<object> Lists = Gen.OneOf(
        ListOf(Texts.Any).Select(list => (object)list),
        ListOf(Texts.Any).Select(list => (object)list.ToList()),
        ListOf(Gen.Elements("", "name", "name desc", "a,b")).Select(list => (object)list),
        ListOf(Gen.Choose(-1, 1)).Select(list => (object)list),
        ListOf(Ids).Select(list => (object)list),
        ListOf(Gen.Elements(true, false)).Select(list => (object)list));

    /// <summary>Values; null stands for a variable that has none.</summary>
    private static readonly Gen<object?> Values = Gen.Frequency(
        (6, Scalars.Select(value => (object?)value)),
        (3, Lists.Select(list => (object?)list)),
        (1, Gen.Constant((object?)null)));

    private static readonly Gen<string> QueryVariables =
        from names in Gen.SubListOf(QueryNames)
        from shuffled in Gen.Shuffle<string>(names.Count == 0 ? ["%24filter"] : [.. names])
        from exploded in Gen.ArrayOf(Gen.Elements("", "*"), shuffled.Length)
        select string.Join(',', shuffled.Zip(exploded, string.Concat));

    private static readonly Gen<string> Templates =
        from length in Gen.Choose(0, 4)
        from segments in Gen.ArrayOf(Gen.Elements(Segments), length)
        from query in QueryVariables
        from tail in Gen.Elements("", $"{{?{query}}}", $"?fixed={{version}}{{&{query}}}")
        select "{+baseurl}" + string.Concat(segments) + tail;

    public static Gen<UrlCase> Any { get; } = Templates.SelectMany(For);

    /// <summary>Random values for a given template; some of its variables are absent.</summary>
    public static Gen<UrlCase> For(string template) =>
        from address in Gen.Elements(BaseAddresses)
        from path in ValuesFor(Rfc6570.VariablesOf(template).Where(name => name != "baseurl" && !QueryNames.Contains(name)))
        from query in ValuesFor(Rfc6570.VariablesOf(template).Where(QueryNames.Contains))
        select new UrlCase(template, new Dictionary<string, object>(path) { ["baseurl"] = address }, query);

    public static Gen<T[]> ListOf<T>(Gen<T> items) => Gen.Choose(0, 4).SelectMany(length => Gen.ArrayOf(items, length));

    /// <summary>Simpler cases than this one: with a value less.</summary>
    public static IEnumerable<UrlCase> Simpler(UrlCase url) =>
        url.Path.Keys.Where(name => name != "baseurl").Select(name => url with { Path = Without(url.Path, name) })
            .Concat(url.Query.Keys.Select(name => url with { Query = Without(url.Query, name) }));

    private static Dictionary<string, object> Without(Dictionary<string, object> values, string name) =>
        values.Where(pair => pair.Key != name).ToDictionary();

    private static Gen<Dictionary<string, object>> ValuesFor(IEnumerable<string> names) =>
        from present in Gen.SubListOf(names.Distinct().ToArray())
        from values in Gen.ArrayOf(Values, present.Count)
        select present.Zip(values).ToDictionary(pair => pair.First, pair => pair.Second!);
}
