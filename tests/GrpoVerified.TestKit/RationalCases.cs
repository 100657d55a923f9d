using System.Numerics;
using FsCheck;
using FsCheck.Fluent;
using GrpoVerified.Arithmetic;

namespace GrpoVerified.TestKit;

/// <summary>Exact rationals biased to corners, and simpler ones to shrink to.</summary>
public static class RationalCases
{
    /// <summary>Small fractions.</summary>
    public static Gen<Rational> Small { get; } = Gen.Choose(-60, 60).Zip(Gen.Choose(1, 40), (n, d) => new Rational(n, d));

    /// <summary>Any size: small fractions, decimals, doubles, and magnitudes beyond the doubles.</summary>
    public static Gen<Rational> Any { get; } = Gen.Frequency(
        (3, Small),
        (2, Gen.Choose(-100_000, 100_000).Zip(Gen.Choose(0, 12), (n, k) => n * Rational.Pow(10, -k))),
        (4, DoubleCases.Any.Select(Rational.FromDouble)),
        (1, Small.Zip(Gen.Choose(-1300, 1300), (x, k) => x * Rational.Pow(2, k))));

    /// <summary>Fractions, decimals and doubles in [−30, 30].</summary>
    public static Gen<Rational> Moderate { get; } = Gen.Frequency(
        (2, Small.Where(x => x.Abs() <= 30)),
        (2, Gen.Choose(-30_000, 30_000).Zip(Gen.Choose(3, 12), (n, k) => n * Rational.Pow(10, -k))),
        (2, DoubleCases.Between(-30, 30).Select(Rational.FromDouble)),
        (1, DoubleCases.Magnitude(-60, 4).Select(Rational.FromDouble)));

    /// <summary>Rationals nearer to a small integer or with fewer digits, simplest first.</summary>
    public static IEnumerable<Rational> Simpler(Rational x)
    {
        var candidates = new[]
        {
            Rational.Zero, Rational.One, -Rational.One, x.Floor(), x.Ceiling(), Shortened(x, 4), Shortened(x, 10), Shortened(x, 24), (x / 2).Floor(), x / 2, x - x.Sign,
        };
        return candidates.Where(c => Weight(c).CompareTo(Weight(x)) < 0).Distinct();
    }

    // Numerator and denominator cut to their leading bits.
    private static Rational Shortened(Rational x, int bits)
    {
        var shift = (int)Math.Max(BigInteger.Abs(x.Numerator).GetBitLength(), x.Denominator.GetBitLength()) - bits;
        return shift > 0 && x.Denominator >> shift > 0 ? new(x.Numerator >> shift, x.Denominator >> shift) : x;
    }

    private static (long Bits, BigInteger Size) Weight(Rational x)
        => (BigInteger.Abs(x.Numerator).GetBitLength() + x.Denominator.GetBitLength() + (x.Sign < 0 ? 1 : 0), BigInteger.Abs(x.Numerator));
}
