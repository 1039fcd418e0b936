namespace Financials.Client.Tests.KiotaRuntime;

/// <summary>The example tables of RFC 6570 for the operators that Kiota's templates use, and the values they use.</summary>
internal static class Rfc6570Examples
{
    public static readonly Dictionary<string, object> Values = new()
    {
        ["count"] = new[] { "one", "two", "three" },
        ["dom"] = new[] { "example", "com" },
        ["dub"] = "me/too",
        ["hello"] = "Hello World!",
        ["half"] = "50%",
        ["var"] = "value",
        ["who"] = "fred",
        ["base"] = "http://example.com/home/",
        ["path"] = "/foo/bar",
        ["list"] = new[] { "red", "green", "blue" },
        ["keys"] = new[] { ("semi", ";"), ("dot", "."), ("comma", ",") },
        ["v"] = "6",
        ["x"] = "1024",
        ["y"] = "768",
        ["empty"] = "",
        ["empty_keys"] = Array.Empty<(string, string)>(),
        ["undef"] = null!,
    };

    private static readonly (string Template, string Expansion)[] Rows =
    [
        // 3.2.1, the rows of these operators
        ("{count}", "one,two,three"),
        ("{count*}", "one,two,three"),
        ("{?count}", "?count=one,two,three"),
        ("{?count*}", "?count=one&count=two&count=three"),
        ("{&count*}", "&count=one&count=two&count=three"),

        // 3.2.2 Simple String Expansion
        ("{var}", "value"),
        ("{hello}", "Hello%20World%21"),
        ("{half}", "50%25"),
        ("O{empty}X", "OX"),
        ("O{undef}X", "OX"),
        ("{x,y}", "1024,768"),
        ("{x,hello,y}", "1024,Hello%20World%21,768"),
        ("?{x,empty}", "?1024,"),
        ("?{x,undef}", "?1024"),
        ("?{undef,y}", "?768"),
        ("{var:3}", "val"),
        ("{var:30}", "value"),
        ("{list}", "red,green,blue"),
        ("{list*}", "red,green,blue"),
        ("{keys}", "semi,%3B,dot,.,comma,%2C"),
        ("{keys*}", "semi=%3B,dot=.,comma=%2C"),

        // 3.2.3 Reserved Expansion
        ("{+var}", "value"),
        ("{+hello}", "Hello%20World!"),
        ("{+half}", "50%25"),
        ("{base}index", "http%3A%2F%2Fexample.com%2Fhome%2Findex"),
        ("{+base}index", "http://example.com/home/index"),
        ("O{+empty}X", "OX"),
        ("O{+undef}X", "OX"),
        ("{+path}/here", "/foo/bar/here"),
        ("here?ref={+path}", "here?ref=/foo/bar"),
        ("up{+path}{var}/here", "up/foo/barvalue/here"),
        ("{+x,hello,y}", "1024,Hello%20World!,768"),
        ("{+path,x}/here", "/foo/bar,1024/here"),
        ("{+path:6}/here", "/foo/b/here"),
        ("{+list}", "red,green,blue"),
        ("{+list*}", "red,green,blue"),
        ("{+keys}", "semi,;,dot,.,comma,,"),
        ("{+keys*}", "semi=;,dot=.,comma=,"),

        // 3.2.8 Form-Style Query Expansion
        ("{?who}", "?who=fred"),
        ("{?half}", "?half=50%25"),
        ("{?x,y}", "?x=1024&y=768"),
        ("{?x,y,empty}", "?x=1024&y=768&empty="),
        ("{?x,y,undef}", "?x=1024&y=768"),
        ("{?var:3}", "?var=val"),
        ("{?list}", "?list=red,green,blue"),
        ("{?list*}", "?list=red&list=green&list=blue"),
        ("{?keys}", "?keys=semi,%3B,dot,.,comma,%2C"),
        ("{?keys*}", "?semi=%3B&dot=.&comma=%2C"),

        // 3.2.9 Form-Style Query Continuation
        ("{&who}", "&who=fred"),
        ("{&half}", "&half=50%25"),
        ("?fixed=yes{&x}", "?fixed=yes&x=1024"),
        ("{&x,y,empty}", "&x=1024&y=768&empty="),
        ("{&x,y,undef}", "&x=1024&y=768"),
        ("{&var:3}", "&var=val"),
        ("{&list}", "&list=red,green,blue"),
        ("{&list*}", "&list=red&list=green&list=blue"),
        ("{&keys}", "&keys=semi,%3B,dot,.,comma,%2C"),
        ("{&keys*}", "&semi=%3B&dot=.&comma=%2C"),
    ];

    public static IEnumerable<TestCaseData> All => Rows.Select(row => new TestCaseData(row.Template, row.Expansion));

    /// <summary>The rows without prefixes and associative arrays, which Kiota's templates never use.</summary>
    public static IEnumerable<TestCaseData> InKiotasForms =>
        from row in Rows
        where !row.Template.Contains(':', StringComparison.Ordinal) && !row.Template.Contains("keys", StringComparison.Ordinal)
        select new TestCaseData(row.Template, row.Expansion);
}
