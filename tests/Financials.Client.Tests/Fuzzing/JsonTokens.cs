namespace Financials.Client.Tests.Fuzzing;

/// <summary>Where the tokens and the properties of a JSON text are, also of a broken one.</summary>
internal static class JsonTokens
{
    public static List<Range> Of(ReadOnlySpan<byte> json)
    {
        var tokens = new List<Range>();
        for (var at = 0; at < json.Length;)
        {
            var start = at;
            if (json[at] == '"')
            {
                for (at++; at < json.Length && json[at] != '"'; at++)
                {
                    at += json[at] == '\\' ? 1 : 0;
                }

                at = Math.Min(at + 1, json.Length);
                tokens.Add(start..at);
            }
            else if ("{}[],:"u8.Contains(json[at]))
            {
                tokens.Add(start..++at);
            }
            else if (json[at] <= ' ')
            {
                at++;
            }
            else
            {
                while (at < json.Length && json[at] > ' ' && !"{}[],:\""u8.Contains(json[at]))
                {
                    at++;
                }

                tokens.Add(start..at);
            }
        }

        return tokens;
    }

    /// <summary>Which tokens are names of properties, at every depth.</summary>
    public static List<int> Names(ReadOnlySpan<byte> json, List<Range> tokens)
    {
        var names = new List<int>();
        for (var i = 0; i + 2 < tokens.Count; i++)
        {
            if (json[tokens[i].Start] == '"' && json[tokens[i + 1].Start] == ':')
            {
                names.Add(i);
            }
        }

        return names;
    }

    /// <summary>Where the value of a property is.</summary>
    public static Range ValueOf(ReadOnlySpan<byte> json, List<Range> tokens, int name)
    {
        var (first, depth) = (name + 2, 0);
        for (var i = first; i < tokens.Count; i++)
        {
            depth += json[tokens[i].Start] switch { (byte)'{' or (byte)'[' => 1, (byte)'}' or (byte)']' => -1, _ => 0 };
            if (depth <= 0)
            {
                return tokens[first].Start..tokens[i].End;
            }
        }

        return tokens[first].Start..json.Length;
    }
}
