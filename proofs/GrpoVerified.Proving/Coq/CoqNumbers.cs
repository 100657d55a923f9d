using System.Globalization;
using System.Numerics;

namespace GrpoVerified.Proving.Coq;

/// <summary>Exact rational numbers in Coq.</summary>
internal static class CoqNumbers
{
    // Coq reads decimal digits in quadratic time and hexadecimal ones in linear time; from here on that counts.
    private const int LongBits = 300;

    /// <summary>As data: a <c>Q</c> such as <c>(-7 # 3)</c>.</summary>
    public static string Data(Rational q) => $"({Whole(q.Numerator)} # {Whole(q.Denominator)})";

    /// <summary>As a real number, for reading: <c>5</c>, <c>(-5)</c>, <c>1 / 10</c>.</summary>
    public static string Real(Rational q)
    {
        var numerator = q.Numerator.Sign < 0 ? $"({Whole(q.Numerator)})" : Whole(q.Numerator);
        return q.IsInteger ? numerator : $"{numerator} / {Whole(q.Denominator)}";
    }

    private static string Whole(BigInteger n)
    {
        var size = BigInteger.Abs(n);
        return size.GetBitLength() <= LongBits
            ? n.ToString(CultureInfo.InvariantCulture)
            : (n.Sign < 0 ? "-0x" : "0x") + size.ToString("x", CultureInfo.InvariantCulture).TrimStart('0');
    }
}
