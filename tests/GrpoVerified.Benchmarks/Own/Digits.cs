using System.Globalization;
using GrpoVerified.Arithmetic;

namespace GrpoVerified.Benchmarks.Own;

/// <summary>Values as the decimal digits that anchors print too.</summary>
internal static class Digits
{
    public static string Of(Ball value, int bits) => Of(value.Midpoint.ToRational(), bits);

    public static string Of(double value) => value.ToString("R", CultureInfo.InvariantCulture);

    /// <summary>Enough digits to show so many bits.</summary>
    private static string Of(Rational value, int bits)
    {
        var digits = (int)(bits * 0.30103) + 4;
        return string.Create(CultureInfo.InvariantCulture, $"{(value * Rational.Pow(10, digits)).Floor()}e-{digits}");
    }
}
