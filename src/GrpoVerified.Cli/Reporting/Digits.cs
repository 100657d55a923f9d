using GrpoVerified.Arithmetic;
using GrpoVerified.Cli.Advantages;

namespace GrpoVerified.Cli.Reporting;

/// <summary>Certified digits as values of a report.</summary>
internal static class Digits
{
    /// <summary>Said where a number is absent from a report.</summary>
    public const string AbsentNote = "an absent number could not be certified to the digits asked for: it is beyond the range of numbers (2^±2^60), or it cannot be told from a neighbour";

    /// <summary>Bits that suffice for the digits if little is lost on the way.</summary>
    public static int Bits(int digits) => (int)(digits * 3.3219281) + 64;

    /// <summary>The largest precision tried for the digits, in bits.</summary>
    public static int MostBits(int digits) => (4 * Bits(digits)) + 16_384;

    /// <summary>The value with that many significant digits, correctly rounded; <see cref="Value.None"/> if that is not certain.</summary>
    public static Value Of(Func<int, Ball> enclose, int digits) => Value.Text(Certified.Digits(enclose, digits, MostBits(digits)).Text);

    /// <summary>The digits if the enclosure decides them, else null.</summary>
    public static string? TryOf(Ball value, int digits) => DecimalText.TryFormat(value, digits, out var text) ? text : null;

    /// <summary>An exact number rounded to that many digits, ties to even.</summary>
    public static string OfExact(Rational value, int digits) => value.IsZero ? "0" : RoundedDecimal.Of(value, digits).ToString();
}
