using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace GrpoVerified.Arithmetic;

/// <summary>Products of long numbers by one number-theoretic transform modulo 2^64 − 2^32 + 1.</summary>
/// <remarks>
/// The factors are cut into balanced digits of w bits, |digit| ≤ 2^(w−1). A coefficient of the product is a
/// sum of at most L products of digits, so it lies within ±L·2^(2w−2) ≤ ±2^62 &lt; p/2 and is determined by its residue.
/// </remarks>
internal static class Transform
{
    private static readonly Lock Gate = new();
    private static ulong[] _roots = [0, 1];
    private static ulong[] _inverseRoots = [0, 1];

    /// <summary>result = a·b, result.Length = a.Length + b.Length.</summary>
    public static void Multiply(Span<ulong> result, ReadOnlySpan<ulong> a, ReadOnlySpan<ulong> b)
    {
        var width = DigitBits(Math.Min(a.Length, b.Length));
        var countA = DigitCount(a.Length, width);
        var countB = DigitCount(b.Length, width);
        var size = (int)BitOperations.RoundUpToPowerOf2((uint)(countA + countB));
        EnsureRoots(size, out var roots, out var inverseRoots);
        var x = new ulong[size];
        Split(x, a, width);
        Forward(x, roots);
        if (a == b)
        {
            for (var i = 0; i < x.Length; i++)
            {
                x[i] = Goldilocks.Multiply(x[i], x[i]);
            }
        }
        else
        {
            var y = new ulong[size];
            Split(y, b, width);
            Forward(y, roots);
            for (var i = 0; i < x.Length; i++)
            {
                x[i] = Goldilocks.Multiply(x[i], y[i]);
            }
        }

        Inverse(x, inverseRoots);
        Join(result, x, width);
    }

    // The widest digit for which count·2^(2w−2) ≤ 2^62.
    private static int DigitBits(int limbs)
    {
        for (var width = 31; ; width--)
        {
            var log = BitOperations.Log2((uint)(DigitCount(limbs, width) - 1)) + 1;
            if ((2 * width) - 2 + log <= 62)
            {
                return width;
            }
        }
    }

    // One more digit than the bits need, for the carry of the balancing.
    private static int DigitCount(int limbs, int width) => (int)((((long)limbs << 6) / width) + 2);

    private static void Split(Span<ulong> digits, ReadOnlySpan<ulong> a, int width)
    {
        var mask = (1UL << width) - 1;
        var half = 1UL << (width - 1);
        ulong carry = 0;
        ulong buffer = 0;
        var bits = 0;
        var next = 0;
        for (var i = 0; next < a.Length || bits > 0 || carry != 0; i++)
        {
            ulong digit;
            if (bits >= width)
            {
                digit = buffer & mask;
                buffer >>= width;
                bits -= width;
            }
            else
            {
                var limb = next < a.Length ? a[next] : 0;
                digit = (buffer | (limb << bits)) & mask;
                var used = width - bits;
                buffer = limb >> used;
                bits = next < a.Length ? 64 - used : 0;
                next++;
            }

            digit += carry;
            carry = digit >= half ? 1UL : 0UL;

            // digit − 2^w as a residue; digit itself when it is below half.
            digits[i] = carry == 0 ? digit : digit == mask + 1 ? 0 : Goldilocks.P - (mask + 1 - digit);
        }
    }

    private static void Join(Span<ulong> result, ReadOnlySpan<ulong> coefficients, int width)
    {
        var mask = (1UL << width) - 1;
        long carry = 0;
        ulong buffer = 0;
        var bits = 0;
        var at = 0;
        for (var i = 0; at < result.Length; i++)
        {
            var c = i < coefficients.Length ? coefficients[i] : 0;
            var signed = c > Goldilocks.P / 2 ? -(long)(Goldilocks.P - c) : (long)c;

            // |signed| ≤ 2^62 and |carry| ≤ 2^62, so the sum does not overflow.
            signed += carry;
            var digit = (ulong)signed & mask;
            carry = signed >> width;
            buffer |= digit << bits;
            bits += width;
            if (bits >= 64)
            {
                result[at++] = buffer;
                bits -= 64;
                buffer = digit >> (width - bits);
            }
        }
    }

    // Decimation in frequency: natural order in, bit-reversed order out.
    private static void Forward(Span<ulong> x, ReadOnlySpan<ulong> roots)
    {
        ref var first = ref MemoryMarshal.GetReference(x);
        for (var half = x.Length / 2; half > 1; half /= 2)
        {
            ref var w = ref Unsafe.AsRef(in roots[half]);
            for (var start = 0; start < x.Length; start += 2 * half)
            {
                ref var low = ref Unsafe.Add(ref first, start);
                ref var high = ref Unsafe.Add(ref low, half);
                for (var j = 0; j < half; j++)
                {
                    var u = Unsafe.Add(ref low, j);
                    var v = Unsafe.Add(ref high, j);
                    Unsafe.Add(ref low, j) = Goldilocks.Add(u, v);
                    Unsafe.Add(ref high, j) = Goldilocks.Multiply(Goldilocks.Subtract(u, v), Unsafe.Add(ref w, j));
                }
            }
        }

        SumsAndDifferences(ref first, x.Length);
    }

    // Decimation in time with inverse roots: bit-reversed order in, natural order out, divided by the length.
    private static void Inverse(Span<ulong> x, ReadOnlySpan<ulong> roots)
    {
        ref var first = ref MemoryMarshal.GetReference(x);
        SumsAndDifferences(ref first, x.Length);
        for (var half = 2; half < x.Length; half *= 2)
        {
            ref var w = ref Unsafe.AsRef(in roots[half]);
            for (var start = 0; start < x.Length; start += 2 * half)
            {
                ref var low = ref Unsafe.Add(ref first, start);
                ref var high = ref Unsafe.Add(ref low, half);
                for (var j = 0; j < half; j++)
                {
                    var u = Unsafe.Add(ref low, j);
                    var v = Goldilocks.Multiply(Unsafe.Add(ref high, j), Unsafe.Add(ref w, j));
                    Unsafe.Add(ref low, j) = Goldilocks.Add(u, v);
                    Unsafe.Add(ref high, j) = Goldilocks.Subtract(u, v);
                }
            }
        }

        var scale = Goldilocks.Power((ulong)x.Length, Goldilocks.P - 2);
        for (var i = 0; i < x.Length; i++)
        {
            x[i] = Goldilocks.Multiply(x[i], scale);
        }
    }

    // The level of pairs, whose root is 1.
    private static void SumsAndDifferences(ref ulong first, int length)
    {
        for (var i = 0; i + 1 < length; i += 2)
        {
            ref var low = ref Unsafe.Add(ref first, i);
            ref var high = ref Unsafe.Add(ref low, 1);
            var u = low;
            var v = high;
            low = Goldilocks.Add(u, v);
            high = Goldilocks.Subtract(u, v);
        }
    }

    // roots[h + j] = w^j with w of order 2h, for every power of two h below size.
    private static void EnsureRoots(int size, out ulong[] roots, out ulong[] inverseRoots)
    {
        lock (Gate)
        {
            if (_roots.Length < size)
            {
                _roots = Table(size, inverse: false);
                _inverseRoots = Table(size, inverse: true);
            }

            roots = _roots;
            inverseRoots = _inverseRoots;
        }
    }

    private static ulong[] Table(int size, bool inverse)
    {
        var table = new ulong[size];
        for (var half = 1; half < size; half *= 2)
        {
            var w = Goldilocks.Root(BitOperations.Log2((uint)half) + 1);
            if (inverse)
            {
                w = Goldilocks.Power(w, Goldilocks.P - 2);
            }

            var power = 1UL;
            for (var j = 0; j < half; j++)
            {
                table[half + j] = power;
                power = Goldilocks.Multiply(power, w);
            }
        }

        return table;
    }
}
