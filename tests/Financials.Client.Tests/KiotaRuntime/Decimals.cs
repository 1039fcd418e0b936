using System.Numerics;
using FsCheck;
using FsCheck.Fluent;

namespace Financials.Client.Tests.KiotaRuntime;

/// <summary>Random decimals: both signs, every scale, up to 28 digits that all count.</summary>
internal static class Decimals
{
    private static readonly decimal[] Extremes =
    [
        0m, 0.00m, 0.0000000000000000000000000000m, 1m, 1.0m, 100m, -0.01m, 1.10m,
        9999999999999999999999999999m, -9999999999999999999999999999m,
        9.999999999999999999999999999m, 0.0000000000000000000000000001m, -0.9999999999999999999999999999m,
        decimal.MaxValue, decimal.MinValue, 7.9228162514264337593543950335m,
    ];

    private static readonly Gen<decimal> OfRandomDigits =
        from digits in Gen.Choose(1, 28)
        from parts in Gen.ArrayOf(Gen.Choose(0, 9_999_999), 4)
        from scale in Gen.Choose(0, 28)
        from negative in Gen.Elements(true, false)
        let all = parts.Aggregate(BigInteger.Zero, (number, part) => number * 10_000_000 + part)
        select Compose(all % BigInteger.Pow(10, digits), scale, negative);

    public static Gen<decimal> Any { get; } = Gen.Frequency((9, OfRandomDigits), (1, Gen.Elements(Extremes)));

    /// <summary>As many trailing zeros as the scale keeps are part of the value here.</summary>
    private static decimal Compose(BigInteger mantissa, int scale, bool negative) => new(
        (int)(uint)(mantissa & uint.MaxValue),
        (int)(uint)((mantissa >> 32) & uint.MaxValue),
        (int)(uint)(mantissa >> 64),
        negative && !mantissa.IsZero,
        (byte)scale);
}
