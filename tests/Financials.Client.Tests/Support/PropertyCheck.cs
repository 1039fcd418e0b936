using FsCheck;
using FsCheck.Fluent;
using Microsoft.FSharp.Core;
using NUnit.Framework.Internal;

namespace Financials.Client.Tests.Support;

/// <summary>Runs a property over random values: the same ones on every machine and every run.</summary>
internal static class PropertyCheck
{
    private const ulong Seed = 20170301;

    // A failure's message ends with the seed and the size of the failing case; a Replay of those two repeats it alone.
    private static readonly Config Config = Config.QuickThrowOnFailure
        .WithQuietOnSuccess(true)
        .WithMaxTest(500)
        .WithReplay(new Replay(new Rnd(Seed), FSharpOption<int>.None));

    /// <param name="values">Where the values come from.</param>
    /// <param name="check">What has to hold: assertions on one value.</param>
    /// <param name="shrink">Simpler values than a failing one; without it, failures are reported as they were found.</param>
    public static void Holds<T>(Gen<T> values, Action<T> check, Func<T, IEnumerable<T>>? shrink = null) =>
        Check.One(Config, Prop.ForAll(Arb.From(values, shrink ?? (_ => [])), value =>
        {
            // NUnit would count an assertion that fails while FsCheck looks for a simpler case as a failure of its own.
            using (new TestExecutionContext.IsolatedContext())
            {
                check(value);
            }
        }));

    /// <summary>A property of any text; failures are reported with the shortest text that fails.</summary>
    public static void HoldsForTexts(Action<string> check) => Holds(Texts.Any, check, Texts.Shorter);
}
