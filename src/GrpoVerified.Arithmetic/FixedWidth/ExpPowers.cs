using System.Numerics;

namespace GrpoVerified.Arithmetic;

/// <summary>The powers that stand in the tables of the exponential functions of fixed width.</summary>
internal static class ExpPowers
{
    /// <summary>Entries of the first table: log 2 + 2^−19 &lt; 178/256, so no argument reads more.</summary>
    public const int First = 178;

    /// <summary>Bits that a power has below the last place of its table.</summary>
    public const int Spare = 64;

    /// <summary>e^(i·2^(−8·step)) for i = 0, 1, … in units of 2^−(bits + <see cref="Spare"/>), truncated: an entry cut to its table is too small by less than 2 units of 2^−bits.</summary>
    public static IEnumerable<BigInteger> Of(int step, int count, int bits)
    {
        bits += Spare;
        var one = BigInteger.One << bits;
        var factor = one;
        var term = one;
        for (var k = 1; !term.IsZero; k++)
        {
            term = (term >> (8 * step)) / k;
            factor += term;
        }

        var power = one;
        for (var i = 0; i < count; i++)
        {
            yield return power;
            power = (power * factor) >> bits;
        }
    }
}
