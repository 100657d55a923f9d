using System.Globalization;

namespace GrpoVerified.Proving.Coq;

/// <summary>Exact rational numbers in Coq.</summary>
internal static class CoqNumbers
{
    /// <summary>As data: a <c>Q</c> such as <c>(-7 # 3)</c>.</summary>
    public static string Data(Rational q) => string.Create(CultureInfo.InvariantCulture, $"({q.Numerator} # {q.Denominator})");

    /// <summary>As a real number, for reading: <c>5</c>, <c>(-5)</c>, <c>1 / 10</c>.</summary>
    public static string Real(Rational q)
    {
        var numerator = q.Numerator.Sign < 0
            ? string.Create(CultureInfo.InvariantCulture, $"({q.Numerator})")
            : q.Numerator.ToString(CultureInfo.InvariantCulture);
        return q.IsInteger ? numerator : string.Create(CultureInfo.InvariantCulture, $"{numerator} / {q.Denominator}");
    }
}
