namespace GrpoVerified.Proving.Search;

/// <summary>Simple fractions.</summary>
internal static class Fractions
{
    /// <summary>The fraction of smallest denominator, then smallest numerator, between two numbers (ends included).</summary>
    public static Rational SimplestBetween(Rational low, Rational high)
    {
        if (low.Sign <= 0 && high.Sign >= 0)
        {
            return 0;
        }

        if (high.Sign < 0)
        {
            return -SimplestBetween(-high, -low);
        }

        // Stern–Brocot: the integer part in common, then the reciprocals of what remains.
        var floor = low.Floor();
        return floor == low ? floor : floor < high.Floor() ? floor + 1 : floor + SimplestBetween((high - floor).Reciprocal(), (low - floor).Reciprocal()).Reciprocal();
    }
}
