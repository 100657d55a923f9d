using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Numerics;

namespace GrpoVerified.Arithmetic;

/// <content>Reading and writing exact numbers.</content>
public readonly partial struct Rational
{
    /// <summary>Longest text <see cref="Parse(string)"/> reads, in characters.</summary>
    public const int MaxTextLength = 200_000;

    /// <summary>Largest decimal exponent in absolute value, as in <c>1e-100000</c>.</summary>
    public const int MaxDecimalExponent = 100_000;

    /// <summary>Largest binary exponent in absolute value, as in <c>0x1p-400000</c>.</summary>
    public const int MaxBinaryExponent = 400_000;

    /// <summary>The exact value of a text: <c>0.1</c> is one tenth.</summary>
    /// <param name="text">
    /// An optional sign and a decimal number (<c>3</c>, <c>0.1</c>, <c>-2.5e-7</c>) or a hexadecimal one (<c>0x1.8p-3</c>),
    /// or two of them with a slash between (<c>1/3</c>, <c>1.5/0.25</c>). Spaces may surround the numbers; the culture plays no part.
    /// </param>
    /// <exception cref="RationalFormatException">
    /// The text is not such a number, its denominator is zero, or it exceeds <see cref="MaxTextLength"/>,
    /// <see cref="MaxDecimalExponent"/> or <see cref="MaxBinaryExponent"/>; the message shows the place.
    /// </exception>
    public static Rational Parse(string text)
        => TryParse(text, out var value, out var error) ? value : throw new RationalFormatException(error);

    /// <summary>Reads a text as <see cref="Parse(string)"/> does, without exceptions.</summary>
    /// <param name="text">The text.</param>
    /// <param name="value">The exact number, or zero if the text is not one.</param>
    /// <param name="error">One line that says what is wrong, where, and what to write instead; null on success.</param>
    public static bool TryParse(string? text, out Rational value, [NotNullWhen(false)] out string? error)
        => RationalParser.TryParse(text ?? string.Empty, out value, out error);

    /// <summary>The number written in decimal, if it has a finite decimal expansion.</summary>
    /// <param name="text">All digits, without an exponent, as in <c>-0.00125</c>; null if the expansion does not end.</param>
    /// <returns>Whether the denominator has no prime factor but 2 and 5.</returns>
    public bool TryToDecimalString([NotNullWhen(true)] out string? text)
    {
        text = null;
        var odd = Denominator;
        var twos = 0;
        while (odd.IsEven)
        {
            odd >>= 1;
            twos++;
        }

        var fives = 0;
        for (; odd > 1; fives++)
        {
            odd = BigInteger.DivRem(odd, 5, out var remainder);
            if (!remainder.IsZero)
            {
                return false;
            }
        }

        var places = Math.Max(twos, fives);
        var scaled = BigInteger.Abs(Numerator) * BigInteger.Pow(2, places - twos) * BigInteger.Pow(5, places - fives);
        var digits = scaled.ToString(CultureInfo.InvariantCulture).PadLeft(places + 1, '0');
        var whole = digits[..^places];
        text = (Sign < 0 ? "-" : string.Empty) + whole + (places > 0 ? "." + digits[^places..] : string.Empty);
        return true;
    }
}
