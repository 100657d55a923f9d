using System.Numerics;

namespace GrpoVerified.Arithmetic.Tests.Limbs;

/// <summary>Corner-biased limb numbers and their values as BigInteger, the other implementation.</summary>
internal static class LimbNumbers
{
    // Random limbs, runs of ones and of zeros: carries run through whole numbers.
    public static ulong[] Random(Random random, int length)
    {
        var limbs = new ulong[length];
        for (var i = 0; i < length; i++)
        {
            limbs[i] = random.Next(6) switch
            {
                0 => 0,
                1 or 2 => ulong.MaxValue,
                3 => 1UL << 63,
                _ => (ulong)random.NextInt64() * 2654435769UL,
            };
        }

        return limbs;
    }

    // Powers of two and their neighbours, all ones, single bits, and what Random gives; or limbs without a pattern.
    public static ulong[] Hard(Random random, int length)
    {
        var limbs = new ulong[length];
        switch (random.Next(6))
        {
            case 0:
                Array.Fill(limbs, ulong.MaxValue);
                break;
            case 1:
                limbs[random.Next(length)] = 1UL << random.Next(64);
                break;
            case 2:
                limbs[^1] = 1UL << 63;
                limbs[0] |= 1;
                break;
            case 3:
                return Random(random, length);
            default:
                random.NextBytes(System.Runtime.InteropServices.MemoryMarshal.AsBytes(limbs.AsSpan()));
                break;
        }

        return limbs;
    }

    public static ulong[] Normalised(Random random, int length)
    {
        var limbs = Random(random, length);
        limbs[^1] |= 1UL << 63;
        return limbs;
    }

    public static BigInteger Value(ReadOnlySpan<ulong> limbs)
        => new(System.Runtime.InteropServices.MemoryMarshal.AsBytes(limbs), isUnsigned: true);
}
