using System.Buffers;
using System.Numerics;
using System.Runtime.Intrinsics.X86;

namespace GrpoVerified.Arithmetic;

/// <summary>Products of long numbers: digits of up to 43 bits, transforms modulo three primes, the Chinese remainder theorem.</summary>
/// <remarks>A coefficient is a sum of at most L products of digits below 2^w with L·2^(2w) ≤ 2^89, below the product of the primes: theorem LT3 in docs/formulas.md.</remarks>
internal static class VectorProduct
{
    /// <summary>The longest result: at most 2^25 digits of at least 32 bits, 2^22 vectors.</summary>
    public const int MaximumLimbs = 1 << 24;

    private const int Lanes = TransformVector.Lanes;
    private const int MaximumWidth = 43;
    private const int CoefficientBits = 89;

    /// <summary>Whether the processor has the instructions.</summary>
    public static bool IsSupported => Avx2.IsSupported;

    /// <summary>result = a·b, result.Length = a.Length + b.Length; a square when both are the same memory.</summary>
    public static void Multiply(Span<ulong> result, ReadOnlySpan<ulong> a, ReadOnlySpan<ulong> b)
    {
        var width = DigitBits(Math.Min(a.Length, b.Length));
        var (countA, countB) = (DigitCount(a.Length, width), DigitCount(b.Length, width));
        var used = (countA + countB + Lanes - 1) / Lanes;
        var size = (int)BitOperations.RoundUpToPowerOf2((uint)used);
        var points = size * Lanes;
        var digitPool = ArrayPool<ulong>.Shared;
        var pool = ArrayPool<uint>.Shared;
        var digitMemory = digitPool.Rent(countA + countB + (2 * Lanes));
        var digitsA = digitMemory.AsSpan(0, (countA + Lanes - 1) & -Lanes);
        var digitsB = digitMemory.AsSpan(digitsA.Length, (countB + Lanes - 1) & -Lanes);
        var memory = pool.Rent((4 * points) + (((2 * used) + 1) * Lanes));
        var y = memory.AsSpan(3 * points, points);
        var rotations = memory.AsSpan(4 * points, ((2 * used) + 1) * Lanes);
        VectorDigits.Split(digitsA, a, width);
        if (a != b)
        {
            VectorDigits.Split(digitsB, b, width);
        }

        for (var i = 0; i < TransformPrime.All.Length; i++)
        {
            var prime = TransformPrime.All[i];
            var transform = new VectorTransform(prime, size);
            var x = memory.AsSpan(i * points, points);
            VectorDigits.Reduce(x, digitsA, prime);
            transform.Forward(x, used);
            if (a == b)
            {
                transform.MultiplyResidues(x, x, rotations, used);
            }
            else
            {
                VectorDigits.Reduce(y, digitsB, prime);
                transform.Forward(y, used);
                transform.MultiplyResidues(x, y, rotations, used);
            }

            transform.Inverse(x, used);
        }

        VectorDigits.Join(result, memory.AsSpan(0, 3 * points), used, width, VectorTransform.Scale(used));
        pool.Return(memory);
        digitPool.Return(digitMemory);
    }

    // The widest digit whose coefficients stay below the bound.
    private static int DigitBits(int limbs)
    {
        for (var width = MaximumWidth; ; width--)
        {
            if ((2 * width) + BitOperations.Log2((uint)(DigitCount(limbs, width) - 1)) + 1 <= CoefficientBits)
            {
                return width;
            }
        }
    }

    private static int DigitCount(int limbs, int width) => (int)((((long)limbs << 6) + width - 1) / width);
}
