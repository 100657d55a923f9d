using System.Globalization;
using System.Numerics;
using GrpoVerified.Arithmetic;

namespace GrpoVerified.Cli.Advantages;

/// <summary>A decimal with a fixed number of significant digits: Mantissa · 10^Exponent.</summary>
/// <param name="Mantissa">All digits, signed.</param>
/// <param name="Exponent">The power of ten.</param>
internal readonly record struct RoundedDecimal(BigInteger Mantissa, int Exponent)
{
    /// <summary>The nearest decimal with that many digits to a number that is not zero, ties to even.</summary>
    public static RoundedDecimal Of(Rational x, int digits)
    {
        var numerator = BigInteger.Abs(x.Numerator);
        var exponent = (int)Math.Floor((numerator.GetBitLength() - x.Denominator.GetBitLength()) * 0.30102999566398) - digits;
        var high = BigInteger.Pow(10, digits);
        while (true)
        {
            var n = numerator * BigInteger.Pow(10, Math.Max(0, -exponent));
            var d = x.Denominator * BigInteger.Pow(10, Math.Max(0, exponent));
            var q = BigInteger.DivRem(n, d, out var r);
            var twice = (2 * r).CompareTo(d);
            q += twice > 0 || (twice == 0 && !q.IsEven) ? 1 : 0;
            if (q < high)
            {
                return new(x.Sign * q, exponent);
            }

            if (q == high)
            {
                return new(x.Sign * (q / 10), exponent + 1);
            }

            exponent++;
        }
    }

    /// <inheritdoc/>
    public override string ToString()
    {
        var magnitude = BigInteger.Abs(Mantissa);
        var text = magnitude <= UInt128.MaxValue
            ? ((UInt128)magnitude).ToString(CultureInfo.InvariantCulture)
            : magnitude.ToString(CultureInfo.InvariantCulture);
        var sign = Mantissa.Sign < 0 ? "-" : string.Empty;
        var point = text.Length + Exponent;

        // The notation of DecimalText: plain from 10^-7 up to the digits given.
        return point > text.Length || point <= -7
            ? sign + text[..1] + (text.Length > 1 ? "." + text[1..] : string.Empty) + "e" + (point - 1).ToString(CultureInfo.InvariantCulture)
            : point <= 0 ? string.Concat(sign, "0.", new string('0', -point), text)
            : point == text.Length ? sign + text
            : string.Concat(sign, text.AsSpan(0, point), ".", text.AsSpan(point));
    }
}
