namespace GrpoVerified.Conjectures.Refutation;

/// <summary>The rational number of smallest denominator in an interval: the first one on the Stern–Brocot tree.</summary>
internal static class SimplestRational
{
    /// <summary>The simplest number in [lower, upper], lower ≤ upper.</summary>
    public static Rational Between(Rational lower, Rational upper)
    {
        if (lower.Sign <= 0 && upper.Sign >= 0)
        {
            return Rational.Zero;
        }

        return upper.Sign < 0 ? -Positive(-upper, -lower) : Positive(lower, upper);
    }

    // Continued fraction: the common whole part, then the simplest of the reciprocal remainders.
    private static Rational Positive(Rational lower, Rational upper)
    {
        var whole = lower.Ceiling();
        if (whole <= upper)
        {
            return whole;
        }

        Rational floor = lower.Floor();
        return floor + Positive((upper - floor).Reciprocal(), (lower - floor).Reciprocal()).Reciprocal();
    }
}
