using System.Numerics;

namespace GrpoVerified.Arithmetic;

/// <summary>log 2 in fixed point: BC1 with 64 bits to spare, where every division truncates, fewer than 2^12 of them.</summary>
internal static class FixedLog2
{
    /// <summary>2^bits·log 2, too small by less than two.</summary>
    public static BigInteger Scaled(int bits)
    {
        var spare = bits + 64;
        return ((18 * ArTanh(26, spare)) - (2 * ArTanh(4801, spare)) + (8 * ArTanh(8749, spare)) - (BigInteger.One << 20)) >> 64;
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
