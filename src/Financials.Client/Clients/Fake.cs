using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace Financials.Client.Clients;

/// <summary>Tells who wrote a fake which call it has to override.</summary>
internal static class Fake
{
    /// <summary>What the compiler calls an indexer.</summary>
    private const string Indexer = "Item";

    /// <summary>What a client is made of; a fake has nothing of it.</summary>
    public static T Real<T>([NotNull] T? part, object client, [CallerMemberName] string member = "")
        where T : class => part ?? throw new NotSupportedException(
            $"{client.GetType().Name} is a fake that does not override {(member == Indexer ? "this[]" : member)}.");
}
