using System.Numerics;
using GrpoVerified.Arithmetic;

namespace GrpoVerified.Properties.Rules.Theory;

/// <summary>Simplest fractions, by descent in the Stern–Brocot tree.</summary>
internal static class SimpleFraction
{
    private static readonly int[] Nearness = [1, 2, 4, 10, 100, 1000, 100_000];

    /// <summary>The fraction of the smallest denominator that rounds to a finite double.</summary>
    public static Rational Of(double value)
    {
        if (value == 0)
        {
            return Rational.Zero;
        }

        var exact = Rational.FromDouble(Math.Abs(value));
        var below = Rational.FromDouble(Math.BitDecrement(Math.Abs(value)));
        var above = Math.BitIncrement(Math.Abs(value)) is var next && double.IsFinite(next) ? Rational.FromDouble(next) : exact * 2;

        // Strictly inside the half-way points: whatever the tie rule, it rounds to the value.
        var found = Between(((below * 127) + (exact * 129)) / 256, ((above * 127) + (exact * 129)) / 256);
        return value < 0 ? -found : found;
    }

    /// <summary>The fraction of the smallest denominator in [lower, upper], 0 &lt; lower ≤ upper.</summary>
    public static Rational Between(Rational lower, Rational upper)
    {
        var whole = lower.Ceiling();
        if (new Rational(whole, BigInteger.One) <= upper)
        {
            return new Rational(whole, BigInteger.One);
        }

        var floor = new Rational(lower.Floor(), BigInteger.One);
        return floor + Between((upper - floor).Reciprocal(), (lower - floor).Reciprocal()).Reciprocal();
    }

    /// <summary>How complicated a positive double is: bits of numerator and denominator of its simplest fraction.</summary>
    public static long Weight(double value)
    {
        var fraction = Of(value);
        return BigInteger.Abs(fraction.Numerator).GetBitLength() + fraction.Denominator.GetBitLength();
    }

    /// <summary>Simpler positive doubles near a positive double, farthest (simplest) first.</summary>
    public static IEnumerable<double> Simpler(double value)
    {
        if (!(value > 0) || !double.IsFinite(value))
        {
            return [];
        }

        var exact = Rational.FromDouble(value);
        var weight = Weight(value);
        return Nearness
            .Select(n => Between(exact * n / (n + 1), exact * (n + 1) / n).ToDouble())
            .Prepend(0.1)
            .Prepend(0.5)
            .Prepend(1)
            .Where(x => x > 0 && Weight(x) < weight)
            .Distinct();
    }
}
