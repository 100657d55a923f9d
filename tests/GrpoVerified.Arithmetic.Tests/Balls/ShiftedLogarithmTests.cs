using System.Numerics;
using GrpoVerified.Arithmetic.Tests.Limbs;

namespace GrpoVerified.Arithmetic.Tests.Balls;

public sealed class ShiftedLogarithmTests
{
    [Theory]
    [InlineData(1, 70)]
    [InlineData(2, 140)]
    [InlineData(3, 258)]
    [InlineData(5, 258)]
    [InlineData(17, 258)]
    [InlineData(54, 258)]
    [InlineData(120, 40)]
    public void Entries_are_the_floors_of_the_logarithms(int limbs, int count)
    {
        var entries = ShiftedLogarithms.Compute(limbs, count);

        Assert.Equal(count, entries.Length);
        for (var i = 0; i < count; i++)
        {
            Assert.Equal(Floor(i, limbs), LimbNumbers.Value(entries[i]));
        }
    }

    [Fact]
    public void A_longer_table_begins_with_the_shorter_one()
    {
        var longer = ShiftedLogarithms.AtLeast(30, 258);
        var shorter = ShiftedLogarithms.Compute(7, 258);
        for (var i = 0; i < 258; i++)
        {
            Assert.Equal(shorter[i], longer[i][^7..]);
        }
    }

    // log(1 + 2^−i) = 2 Σ 1/((2k+1) q^(2k+1)), q = 2^(i+1) + 1, with 64 bits to spare: another series, by integers.
    private static BigInteger Floor(int i, int limbs)
    {
        var guard = 64 + (2 * i);
        var q = (BigInteger.One << (i + 1)) + 1;
        var power = (BigInteger.One << ((64 * limbs) + guard + 1)) / q;
        var sum = BigInteger.Zero;
        for (var k = 0; !power.IsZero; k++)
        {
            sum += power / ((2 * k) + 1);
            power /= q * q;
        }

        // Every term is too small by less than two, and there are fewer than 64·limbs + guard of them.
        var upper = sum + (4 * ((64 * limbs) + guard));
        Assert.Equal(sum >> guard, upper >> guard);
        return sum >> guard;
    }
}
