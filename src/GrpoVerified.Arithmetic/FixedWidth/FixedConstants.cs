using System.Numerics;

namespace GrpoVerified.Arithmetic;

/// <summary>Constants and proved error bounds of one width; theorems BX2 to BX5 in docs/formulas.md.</summary>
/// <typeparam name="T">The width.</typeparam>
internal static class FixedConstants<T>
    where T : struct, IFixedWidth<T>
{
    /// <summary>log 2, too small by less than one ulp.</summary>
    public static readonly T Log2 = FixedWidth.FromScaled<T>(ScaledLog2());

    /// <summary>2^(−64n).</summary>
    public static readonly double Ulp = Math.ScaleB(1, -64 * T.Limbs);

    /// <summary>Bound of the error of the half reciprocal root.</summary>
    public static readonly double RootError = Math.ScaleB(1, T.Limbs switch { 3 => -175, 4 => -233, _ => -360 });

    /// <summary>Bound of the error of the quarter inverse.</summary>
    public static readonly double InverseError = Math.ScaleB(1, T.Limbs switch { 3 => -173, 4 => -231, _ => -360 });

    /// <summary>Bound of the error of e^t/4.</summary>
    public static readonly double ExpError = 128 * Ulp;

    // BC1 in fixed point with 64 bits to spare: every division truncates, fewer than 2^12 of them.
    private static BigInteger ScaledLog2()
    {
        var bits = (64 * T.Limbs) + 64;
        return ((18 * ArTanh(26, bits)) - (2 * ArTanh(4801, bits)) + (8 * ArTanh(8749, bits)) - (BigInteger.One << 20)) >> 64;
    }

    private static BigInteger ArTanh(int q, int bits)
    {
        var power = (BigInteger.One << bits) / q;
        var sum = power;
        for (var k = 3; !power.IsZero; k += 2)
        {
            power /= q * q;
            sum += power / k;
        }

        return sum;
    }
}
