using GrpoVerified.Arithmetic;
using GrpoVerified.Properties.Contract.Theory;
using GrpoVerified.Properties.Rounding;

namespace GrpoVerified.Properties.Rules.Theory;

/// <summary>A contradiction found by a rule, before it becomes a counterexample.</summary>
internal sealed class TheoryViolationException : Exception
{
    public TheoryViolationException(string message, string place, string expected, double? lower = null, double? upper = null, double? observed = null, double? ulps = null)
        : base(message)
        => (Place, Expected, Lower, Upper, Observed, Ulps) = (place, expected, lower, upper, observed, ulps);

    public string Place { get; }

    public string Expected { get; }

    public double? Lower { get; }

    public double? Upper { get; }

    public double? Observed { get; }

    public double? Ulps { get; }
}

/// <summary>One implementation at one case: certified values beside it, and comparisons that fail only outside the rounding budget.</summary>
/// <param name="implementation">Under test.</param>
/// <param name="at">The case.</param>
internal sealed class TheoryJudge(TheoryImplementation implementation, TheoryCase at)
{
    private const int Bits = 256;

    /// <summary>The arithmetic of certified values.</summary>
    public static BallContext Context { get; } = new(Bits);

    /// <summary>Under test.</summary>
    public TheoryImplementation Implementation { get; } = implementation;

    /// <summary>The case.</summary>
    public TheoryCase At { get; } = at;

    /// <summary>The format of the implementation.</summary>
    public NumberFormat Format { get; } = NumberFormat.Of(implementation.DType);

    /// <summary>Unit roundoff u of the format.</summary>
    public Ball Unit => Exact(Format.UnitRoundoff);

    /// <summary>The exact number that a double holds.</summary>
    public static Ball Exact(double value) => Context.Enclose(Rational.FromDouble(value));

    /// <summary>Fails unless the answer is within the tolerance of the certified value.</summary>
    /// <param name="place">Which answer.</param>
    /// <param name="observed">The answer.</param>
    /// <param name="exact">The certified value.</param>
    /// <param name="tolerance">The rounding budget.</param>
    /// <param name="fact">What is contradicted.</param>
    public void Near(string place, double observed, Ball exact, Ball tolerance, string fact)
        => Between(place, observed, exact - tolerance, exact + tolerance, exact, fact);

    /// <summary>Fails unless the answer lies between the bounds.</summary>
    public void Between(string place, double observed, Ball lower, Ball upper, Ball exact, string fact)
    {
        // The budget is widened, never narrowed, by what the enclosure does not know; below the range of the format nothing is asked.
        var tiny = Format.Tiny;
        var (low, high) = (lower.LowerBound(64).ToDouble(RoundingMode.Down) - tiny, upper.UpperBound(64).ToDouble(RoundingMode.Up) + tiny);
        if (observed >= low && observed <= high)
        {
            return;
        }

        var middle = exact.Midpoint.ToDouble();
        throw new TheoryViolationException(
            fact, place, Text(exact), low, high, observed, double.IsFinite(observed) ? Math.Abs(observed - middle) / Format.Ulp(middle) : null);
    }

    /// <summary>Fails unless left ≤ right + slack.</summary>
    public void AtMost(string place, double left, double right, double slack, string fact)
    {
        if (!(left <= right + slack + Format.Tiny))
        {
            throw new TheoryViolationException(fact, place, FormattableString.Invariant($"at most {right:R}"), double.NegativeInfinity, right + slack, left, Math.Abs(left - right) / Format.Ulp(right));
        }
    }

    /// <summary>Fails with a fact that has no number.</summary>
    public static void Require(bool holds, string place, string expected, string fact, double? observed = null)
    {
        if (!holds)
        {
            throw new TheoryViolationException(fact, place, expected, observed: observed);
        }
    }

    /// <summary>A lower bound of a ball as a double.</summary>
    public static double Lower(Ball value) => value.LowerBound(64).ToDouble(RoundingMode.Down);

    /// <summary>An upper bound of a ball as a double.</summary>
    public static double Upper(Ball value) => value.UpperBound(64).ToDouble(RoundingMode.Up);

    private static string Text(Ball exact) => DecimalText.TryFormat(exact, 17, out var digits) ? digits : exact.ToString();
}
