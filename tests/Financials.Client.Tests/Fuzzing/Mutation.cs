namespace Financials.Client.Tests.Fuzzing;

/// <summary>Something that a server, a gateway or a connection may do to a response.</summary>
/// <param name="Name">What it does, for whoever replays it.</param>
/// <param name="Weight">How often it is chosen, in proportion to the others.</param>
/// <param name="Apply">Does it, and returns which of its forms it chose, where the name alone does not say enough.</param>
internal sealed record Mutation(string Name, int Weight, Func<FuzzedResponse, Chance, string?> Apply)
{
    private static readonly Mutation[] Weighted =
    [
        .. new[] { StatusMutations.All, HeaderMutations.All, EncodingMutations.All, BodyMutations.All, JsonMutations.All }
            .SelectMany(mutations => mutations)
            .SelectMany(mutation => Enumerable.Repeat(mutation, mutation.Weight)),
    ];

    /// <summary>Applies mutations to a response: most often one, and rarely up to five.</summary>
    public static void ApplyTo(FuzzedResponse response, Chance chance)
    {
        var count = chance.OneOf(1, 1, 1, 1, 1, 1, 2, 2, 3, 5);
        for (var i = 0; i < count; i++)
        {
            var mutation = chance.OneOf(Weighted);
            var form = mutation.Apply(response, chance);
            response.Mutations.Add(form is null ? mutation.Name : $"{mutation.Name}: {form}");
        }
    }
}
