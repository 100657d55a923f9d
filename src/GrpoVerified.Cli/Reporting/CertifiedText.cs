using GrpoVerified.Arithmetic;

namespace GrpoVerified.Cli.Reporting;

/// <summary>Decimal digits of a number that can be enclosed at any precision: correctly rounded, or absent.</summary>
internal static class CertifiedText
{
    // Beyond 2^±LargestExponent a conversion would need more memory than its digits are worth.
    private const long LargestExponent = 1L << 20;

    /// <summary>Bits that suffice for the digits if nothing is lost.</summary>
    public static int BitsFor(int digits) => (int)(digits * 3.3219281) + 40;

    /// <summary>
    /// The value with that many significant digits, by raising the precision until its rounding is certain;
    /// <see cref="Value.None"/> if 32 times the precision that should suffice does not decide.
    /// </summary>
    public static Value Of(Func<int, Ball> enclose, int digits)
    {
        var bits = BitsFor(digits);
        for (var attempt = 0; attempt < 6; attempt++, bits *= 2)
        {
            if (TryRound(enclose(bits), digits) is { } text)
            {
                return Value.Text(text);
            }
        }

        return Value.None;
    }

    /// <summary>An exact number rounded to that many digits.</summary>
    public static string OfExact(Rational value, int digits)
        => value.IsZero ? "0" : Advantages.RoundedDecimal.Of(value, digits).ToString();

    /// <summary>The digits if the enclosure decides them, else null.</summary>
    public static string? TryRound(Ball value, int digits)
    {
        if (!value.IsFinite || Math.Abs(value.Midpoint.Exponent) > LargestExponent)
        {
            return null;
        }

        var lower = value.LowerBound(value.Precision + 64).ToRational();
        var upper = value.UpperBound(value.Precision + 64).ToRational();
        if (lower.IsZero && upper.IsZero)
        {
            return "0";
        }

        if (lower.Sign * upper.Sign <= 0)
        {
            return null;
        }

        var rounded = Advantages.RoundedDecimal.Of(lower, digits);
        return rounded == Advantages.RoundedDecimal.Of(upper, digits) ? rounded.ToString() : null;
    }
}
