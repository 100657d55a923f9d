using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace GrpoVerified.Arithmetic;

/// <summary>Limbs to digits, digits to residues modulo the three primes of <see cref="TransformPrime.All"/>, and back.</summary>
internal static class VectorDigits
{
    private const int Lanes = TransformVector.Lanes;

    // 1/p₀ modulo each prime (0 modulo p₀ itself), and 1/p₁ modulo p₂.
    private static readonly TransformPrime.Factor[] InverseOfFirst = [.. TransformPrime.All.Select(p => p[p.Inverse(TransformPrime.All[0].P % p.P)])];
    private static readonly TransformPrime.Factor InverseOfSecond = TransformPrime.All[2][TransformPrime.All[2].Inverse(TransformPrime.All[1].P % TransformPrime.All[2].P)];

    /// <summary>Digits of so many bits, at most 63, zeros above.</summary>
    public static void Split(Span<ulong> digits, ReadOnlySpan<ulong> a, int width)
    {
        var mask = (1UL << width) - 1;
        ref var limb = ref MemoryMarshal.GetReference(a);
        long bit = 0;
        var i = 0;
        for (; i < digits.Length && (bit >> 6) + 1 < a.Length; i++, bit += width)
        {
            ref var low = ref Unsafe.Add(ref limb, (nint)(bit >> 6));
            var shift = (int)bit & 63;
            digits[i] = ((low >> shift) | (Unsafe.Add(ref low, 1) << 1 << (63 - shift))) & mask;
        }

        for (; i < digits.Length; i++, bit += width)
        {
            digits[i] = bit >> 6 < a.Length ? (a[^1] >> ((int)bit & 63)) & mask : 0;
        }
    }

    /// <summary>Residues of digit/2^32 modulo p, below 2p, for digits below 2^44; zeros above.</summary>
    public static void Reduce(Span<uint> residues, ReadOnlySpan<ulong> digits, TransformPrime prime)
    {
        var p = Vector256.Create((ulong)prime.P);
        var inverse = Vector256.Create((ulong)prime.InverseModuloWord).AsUInt32();
        ref var digit = ref MemoryMarshal.GetReference(digits);
        ref var residue = ref MemoryMarshal.GetReference(residues[..digits.Length]);
        for (nuint i = 0; i < (nuint)digits.Length; i += Lanes)
        {
            var low = Divide(Vector256.LoadUnsafe(ref digit, i), inverse, p);
            var high = Divide(Vector256.LoadUnsafe(ref digit, i + 4), inverse, p);
            var halves = Avx.Shuffle(low.AsSingle(), high.AsSingle(), 0b10_00_10_00);
            Avx2.Permute4x64(halves.AsUInt64(), 0b11_01_10_00).AsUInt32().StoreUnsafe(ref residue, i);
        }

        residues[digits.Length..].Clear();
    }

    /// <summary>x/2^32 modulo p in [0, ⌊x/2^32⌋ + p]: x minus the multiple of p that makes it divisible by 2^32.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<ulong> Divide(Vector256<ulong> x, Vector256<uint> inverse, Vector256<ulong> p)
    {
        var multiple = Avx2.Multiply(Avx2.Multiply(x.AsUInt32(), inverse).AsUInt32(), p.AsUInt32());
        return (x >>> 32) - (multiple >>> 32) + p;
    }

    /// <summary>
    /// Σ c_k·2^(width·k) for the coefficients with the given residues of scale·c_k/2^96, below 2p, in three equal parts for the three primes.
    /// </summary>
    [SkipLocalsInit]
    public static void Join(Span<ulong> result, ReadOnlySpan<uint> residues, int vectors, int width, int scale)
    {
        var primes = TransformPrime.All;
        var (f0, f1, f2) = (new TransformVector(primes[0].P), new TransformVector(primes[1].P), new TransformVector(primes[2].P));
        var (s0, s1, s2) = (Unscale(primes[0], scale), Unscale(primes[1], scale), Unscale(primes[2], scale));

        // Garner: c = v0 + p0·(v1 + p1·v2).
        var (first, second, third) = (InverseOfFirst[1], InverseOfFirst[2], InverseOfSecond);
        var p1 = Vector256.Create((ulong)primes[1].P).AsUInt32();
        ulong p0 = primes[0].P;
        var points = residues.Length / 3;
        ref var x0 = ref MemoryMarshal.GetReference(residues);
        ref var x1 = ref Unsafe.Add(ref x0, points);
        ref var x2 = ref Unsafe.Add(ref x1, points);
        Span<ulong> upper = stackalloc ulong[Lanes];
        Span<uint> lowest = stackalloc uint[Lanes];
        ref var u = ref MemoryMarshal.GetReference(upper);
        ref var v = ref MemoryMarshal.GetReference(lowest);
        var mask = (1UL << width) - 1;
        var position = 0;
        var at = 0;
        ulong limb = 0, carryLow = 0, carryHigh = 0;
        for (var block = 0; at < result.Length; block++)
        {
            if (block < vectors)
            {
                var index = (nuint)(block * Lanes);
                var v0 = f0.Least(f0.Multiply(Vector256.LoadUnsafe(ref x0, index), s0));
                var r1 = f1.Least(f1.Multiply(Vector256.LoadUnsafe(ref x1, index), s1));
                var r2 = f2.Least(f2.Multiply(Vector256.LoadUnsafe(ref x2, index), s2));
                var v1 = f1.Least(f1.Multiply(f1.Difference(r1, v0), first));
                var v2 = f2.Least(f2.Multiply(f2.Difference(f2.Multiply(f2.Difference(r2, v0), second), v1), third));
                var even = Avx2.Multiply(v2, p1) + (v1.AsUInt64() & Vector256.Create(0xFFFF_FFFFUL));
                var odd = Avx2.Multiply((v2.AsUInt64() >>> 32).AsUInt32(), p1) + (v1.AsUInt64() >>> 32);
                even.StoreUnsafe(ref u);
                odd.StoreUnsafe(ref u, 4);
                v0.StoreUnsafe(ref v);
            }
            else
            {
                upper.Clear();
                lowest.Clear();
            }

            for (var k = 0; k < Lanes && at < result.Length; k++)
            {
                // The carry is below 2^(90 − width + 1): no overflow of 128 bits.
                var t = Unsafe.Add(ref u, (k >> 1) + ((k & 1) << 2));
                var low = t * p0;
                carryLow += Unsafe.Add(ref v, k);
                carryHigh += carryLow < Unsafe.Add(ref v, k) ? 1UL : 0UL;
                carryLow += low;
                carryHigh += LimbWord.High(t, p0) + (carryLow < low ? 1UL : 0UL);
                var digit = carryLow & mask;
                carryLow = (carryLow >> width) | (carryHigh << (64 - width));
                carryHigh >>= width;
                limb |= digit << position;
                position += width;
                if (position >= 64)
                {
                    result[at++] = limb;
                    position -= 64;
                    limb = digit >> (width - position);
                }
            }
        }
    }

    // 2^96/scale for a power of two.
    private static TransformPrime.Factor Unscale(TransformPrime prime, int scale)
    {
        var factor = prime.Word96;
        for (; scale > 1; scale /= 2)
        {
            factor = ((factor & 1) == 0 ? factor : factor + prime.P) / 2;
        }

        return prime[factor];
    }
}
