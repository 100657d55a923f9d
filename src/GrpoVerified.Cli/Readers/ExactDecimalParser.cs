using System.Globalization;
using System.Numerics;
using System.Text;

namespace GrpoVerified.Cli.Readers;

/// <summary>Reads a decimal number from UTF-8 bytes exactly; no double is involved.</summary>
internal static class ExactDecimalParser
{
    private const int MaxDigits = 10_000;

    /// <summary>Reads <c>[sign] digits [. digits] [e exponent]</c>.</summary>
    /// <param name="text">The bytes, all of them.</param>
    /// <param name="value">The number, or zero.</param>
    /// <param name="fault">What is wrong, as the predicate of a sentence; null on success.</param>
    public static bool TryParse(ReadOnlySpan<byte> text, out ExactDecimal value, out string? fault)
    {
        value = default;
        fault = null;
        var i = 0;
        var negative = text.Length > 0 && text[0] == '-';
        if (text.Length > 0 && text[0] is (byte)'-' or (byte)'+')
        {
            i++;
        }

        long mantissa = 0;
        int digits = 0, significant = 0, decimals = 0;
        var point = -1;
        for (; i < text.Length; i++)
        {
            var c = text[i];
            if (c is >= (byte)'0' and <= (byte)'9')
            {
                digits++;
                decimals += point >= 0 ? 1 : 0;
                significant += significant > 0 || c != '0' ? 1 : 0;
                mantissa = significant <= 18 ? (mantissa * 10) + (c - '0') : mantissa;
            }
            else if (c == '.' && point < 0)
            {
                point = i;
            }
            else
            {
                break;
            }
        }

        if (digits == 0)
        {
            fault = Describe(text);
            return false;
        }

        var mantissaEnd = i;
        var exponent = 0;
        if (i < text.Length && text[i] is (byte)'e' or (byte)'E')
        {
            if (!TryExponent(text[(i + 1)..], ref exponent))
            {
                fault = exponent == int.MaxValue ? Limit() : Describe(text);
                return false;
            }

            i = text.Length;
        }

        if (i < text.Length)
        {
            fault = Describe(text);
            return false;
        }

        if (Math.Abs(exponent) > ExactDecimal.MaxExponent || digits > MaxDigits)
        {
            fault = digits > MaxDigits ? $"has more than {MaxDigits} digits" : Limit();
            return false;
        }

        value = significant <= 18
            ? ExactDecimal.Create(negative ? -mantissa : mantissa, decimals - exponent)
            : ExactDecimal.Create(Big(text[..mantissaEnd]), decimals - exponent);
        return true;
    }

    private static string Limit() => $"has an exponent beyond ±{ExactDecimal.MaxExponent}";

    private static bool TryExponent(ReadOnlySpan<byte> text, ref int exponent)
    {
        var negative = text.Length > 0 && text[0] == '-';
        var i = text.Length > 0 && text[0] is (byte)'-' or (byte)'+' ? 1 : 0;
        if (i == text.Length)
        {
            return false;
        }

        var overflow = false;
        for (; i < text.Length; i++)
        {
            if (text[i] is < (byte)'0' or > (byte)'9')
            {
                return false;
            }

            exponent = (exponent * 10) + (text[i] - '0');
            if (exponent > 10 * ExactDecimal.MaxExponent)
            {
                exponent = 10 * ExactDecimal.MaxExponent;
                overflow = true;
            }
        }

        exponent = overflow ? int.MaxValue : negative ? -exponent : exponent;
        return !overflow;
    }

    private static BigInteger Big(ReadOnlySpan<byte> text)
    {
        var plain = Encoding.ASCII.GetString(text).Replace(".", string.Empty, StringComparison.Ordinal);
        return BigInteger.Parse(plain, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
    }

    private static string Describe(ReadOnlySpan<byte> text)
    {
        var shown = Encoding.UTF8.GetString(text.Length <= 64 ? text : text[..64]);
        return shown.Trim().TrimStart('+', '-').ToUpperInvariant() switch
        {
            "" => "is empty",
            "NAN" => "is NaN",
            "INF" or "INFINITY" => "is infinite",
            _ => $"is {UsageException.Quote(shown)}, not a decimal number",
        };
    }
}
