using System.Globalization;
using GrpoVerified.Arithmetic;

namespace GrpoVerified.Reports.Vectors;

/// <summary>A value in the forms a test can pin: 60 correctly rounded digits, and the nearest double by its bits.</summary>
/// <param name="Digits">60 significant digits, correctly rounded, ties to even; fewer where the value ends.</param>
/// <param name="Double">The double nearest to the value.</param>
internal readonly record struct GoldenNumber(string Digits, double Double)
{
    /// <summary>Significant digits.</summary>
    public const int DigitCount = 60;

    private const int MostBits = 1 << 16;

    /// <summary>Refines until both roundings are certain.</summary>
    /// <exception cref="InvalidOperationException">They could not be decided: the case does not belong among the vectors.</exception>
    public static GoldenNumber Of(Vector vector)
    {
        var digits = Certified.Digits(vector.Enclose, DigitCount, MostBits);
        return digits.Text is { } text && Certified.Nearest(vector.Enclose, MostBits) is { } nearest
            ? new(text, nearest)
            : throw new InvalidOperationException($"The rounding of {vector.Id} could not be decided: {digits.Reason}.");
    }

    /// <summary>The 64 bits of the double, 16 hexadecimal digits, sign first.</summary>
    public string Bits => BitConverter.DoubleToUInt64Bits(Double).ToString("x16", CultureInfo.InvariantCulture);

    /// <summary>The double as a hexadecimal floating literal of C and Python.</summary>
    public string Hexadecimal
    {
        get
        {
            var bits = BitConverter.DoubleToUInt64Bits(Double);
            var sign = bits >> 63 == 0 ? string.Empty : "-";
            var exponent = (int)((bits >> 52) & 0x7FF);
            var fraction = (bits & 0xF_FFFF_FFFF_FFFF).ToString("x13", CultureInfo.InvariantCulture);
            return Double == 0
                ? sign + "0x0.0p+0"
                : string.Create(CultureInfo.InvariantCulture, $"{sign}0x{(exponent == 0 ? 0 : 1)}.{fraction}p{Math.Max(exponent, 1) - 1023:+0;-0;+0}");
        }
    }
}
