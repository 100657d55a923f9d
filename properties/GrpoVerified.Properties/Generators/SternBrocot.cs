using System.Numerics;
using GrpoVerified.Arithmetic;
using GrpoVerified.Properties.Rounding;

namespace GrpoVerified.Properties.Generators;

/// <summary>Simplest fractions: the first node of the Stern–Brocot tree inside an interval.</summary>
public static class SternBrocot
{
    private static readonly int[] Widths = [0, 2, 4, 7, 11, 16, 24, 34];

    /// <summary>The fraction with the least denominator (then the least numerator) in [lower, upper].</summary>
    /// <exception cref="ArgumentException">lower is greater than upper.</exception>
    public static Rational Simplest(Rational lower, Rational upper)
    {
        if (lower > upper)
        {
            throw new ArgumentException($"no fraction lies between {lower} and {upper}", nameof(lower));
        }

        return lower.Sign <= 0 && upper.Sign >= 0 ? Rational.Zero
            : lower.Sign < 0 ? -SimplestPositive(-upper, -lower)
            : SimplestPositive(lower, upper);
    }

    /// <summary>The simplest fraction that the format rounds to x; x itself is a number of the format.</summary>
    public static Rational SimplestRounding(double x, NumberFormat format)
    {
        ArgumentNullException.ThrowIfNull(format);
        if (x == 0)
        {
            return Rational.Zero;
        }

        // A little inside the half-way points, where the tie rule would matter.
        var exact = Rational.FromDouble(x);
        var half = Rational.FromDouble(format.Ulp(x)) * new Rational(7, 16);
        var below = x == Math.ScaleB(1, Math.ILogB(x)) || -x == Math.ScaleB(1, Math.ILogB(x)) ? half / 2 : half;
        return x > 0 ? Simplest(exact - below, exact + half) : Simplest(exact - half, exact + below);
    }

    /// <summary>Simpler numbers of the format along the way to x, simplest first.</summary>
    public static IEnumerable<double> Simpler(double x, NumberFormat format)
    {
        ArgumentNullException.ThrowIfNull(format);
        if (!double.IsFinite(x) || x == 0)
        {
            return double.IsFinite(x) ? [] : [0.0];
        }

        var weight = Weight(SimplestRounding(x, format));
        var exact = Rational.FromDouble(x);
        return new[] { Rational.Zero, exact.Sign }
            .Concat(Widths.Select(k => exact.Abs() / BigInteger.Pow(2, k)).Select(w => Simplest(exact - w, exact + w)))
            .Append(-exact)
            .Select(q => format.Round(q.ToDouble()))
            .Distinct()
            .Where(c => double.IsFinite(c) && Weight(SimplestRounding(c, format)).CompareTo(weight) < 0)
            .ToList();
    }

    private static (BigInteger Size, int Sign) Weight(Rational q) => (BigInteger.Abs(q.Numerator) + q.Denominator, q.Sign < 0 ? 1 : 0);

    // Continued fractions: the integer parts agree as long as no integer lies between the ends.
    private static Rational SimplestPositive(Rational lower, Rational upper)
    {
        var quotients = new List<BigInteger>();
        while (true)
        {
            var ceiling = lower.Ceiling();
            if (ceiling <= upper)
            {
                Rational result = ceiling;
                for (var i = quotients.Count - 1; i >= 0; i--)
                {
                    result = quotients[i] + (1 / result);
                }

                return result;
            }

            var floor = lower.Floor();
            quotients.Add(floor);
            (lower, upper) = (1 / (upper - floor), 1 / (lower - floor));
        }
    }
}
