using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace GrpoVerified.Arithmetic;

/// <summary>Quadratic products in digits of 28 bits, four to a vector: every partial product is one lane of a 32-bit multiplication.</summary>
/// <remarks>
/// A column is a sum of at most 256 products below 2^56, so with the carry below 2^36 it stays below 2^64: up to
/// <see cref="MaximumLimbs"/> limbs (255 digits) in the shorter factor. Theorem LP1 in docs/formulas.md.
/// </remarks>
internal static class DigitProduct
{
    /// <summary>The longest shorter factor.</summary>
    public const int MaximumLimbs = 111;

    private const int Width = 28;
    private const ulong Mask = (1UL << Width) - 1;

    // Columns of one block: four vectors of four.
    private const int Block = 16;

    // Room on the stack, enough for every square.
    private const int OnStack = 1024;

    // By the difference j − i from −16 on: the factor 0 (a shift by the whole width), 1 or 2 of the product of digits i and j.
    private static ReadOnlySpan<ulong> DiagonalShifts =>
    [
        64, 64, 64, 64, 64, 64, 64, 64, 64, 64, 64, 64, 64, 64, 64, 64, 0,
        1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1,
    ];

    /// <summary>Whether the processor has the instructions.</summary>
    public static bool IsSupported => Avx2.IsSupported;

    /// <summary>result = a·b, of length a.Length + b.Length; the shorter has at most <see cref="MaximumLimbs"/> limbs.</summary>
    public static void Multiply(Span<ulong> result, ReadOnlySpan<ulong> a, ReadOnlySpan<ulong> b)
        => Middle(result[..(a.Length + b.Length)], a, b, 0);

    /// <summary>⌊a·b/B^start⌋, or 1 less, modulo B^result.Length; exact for start = 0. At most a.Length + b.Length − start limbs are asked for.</summary>
    /// <remarks>The columns below limb start − 1 are left out: theorem LP2.</remarks>
    [SkipLocalsInit]
    public static void Middle(Span<ulong> result, ReadOnlySpan<ulong> a, ReadOnlySpan<ulong> b, int start)
    {
        if (a.Length > b.Length)
        {
            var t = a;
            a = b;
            b = t;
        }

        var na = DigitCount(a.Length);
        var nb = DigitCount(b.Length);
        var (first, count) = Window(start, result.Length, na + nb);
        Span<ulong> x = stackalloc ulong[DigitCount(MaximumLimbs) + 1];
        var room = nb + (2 * Block) + count;
        Span<ulong> memory = room <= OnStack ? stackalloc ulong[OnStack] : GC.AllocateUninitializedArray<ulong>(room);
        var y = memory[..(nb + (2 * Block))];
        var columns = memory.Slice(y.Length, count);
        Split(x[..na], a);
        y[..Block].Clear();
        y[^Block..].Clear();
        Split(y[Block..^Block], b);
        Columns(columns, x[..na], y, nb, first);
        Join(result, columns, first, start);
    }

    /// <summary>As <see cref="Middle"/> for a square: products of two different digits are formed once and doubled.</summary>
    [SkipLocalsInit]
    public static void MiddleOfSquare(Span<ulong> result, ReadOnlySpan<ulong> a, int start)
    {
        var n = DigitCount(a.Length);
        var (first, count) = Window(start, result.Length, 2 * n);
        Span<ulong> memory = stackalloc ulong[OnStack];
        var y = memory[..(n + (3 * Block))];
        var columns = memory.Slice(y.Length, count);
        y[..Block].Clear();
        y[^(2 * Block)..].Clear();
        Split(y.Slice(Block, n), a);
        ColumnsOfSquare(columns, y, n, first);
        Join(result, columns, first, start);
    }

    // The first column that counts and how many are formed, whole blocks.
    private static (int First, int Count) Window(int start, int limbs, int columns)
    {
        var first = start == 0 ? 0 : (((start - 1) << 6) + Width - 1) / Width;
        var end = Math.Min(columns, DigitCount(start + limbs));
        return (first, (Math.Max(0, end - first) + Block - 1) & -Block);
    }

    private static int DigitCount(int limbs) => ((limbs << 6) + Width - 1) / Width;

    private static void Split(Span<ulong> digits, ReadOnlySpan<ulong> a)
    {
        ref var limb = ref MemoryMarshal.GetReference(a);
        ref var digit = ref MemoryMarshal.GetReference(digits);
        var i = 0;
        var j = 0;

        // Seven limbs are sixteen digits.
        for (; i + 7 <= a.Length; i += 7, j += 16)
        {
            ref var s = ref Unsafe.Add(ref limb, i);
            ref var d = ref Unsafe.Add(ref digit, j);
            var (p, q, r, t) = (s, Unsafe.Add(ref s, 1), Unsafe.Add(ref s, 2), Unsafe.Add(ref s, 3));
            d = p & Mask;
            Unsafe.Add(ref d, 1) = (p >> 28) & Mask;
            Unsafe.Add(ref d, 2) = ((p >> 56) | (q << 8)) & Mask;
            Unsafe.Add(ref d, 3) = (q >> 20) & Mask;
            Unsafe.Add(ref d, 4) = ((q >> 48) | (r << 16)) & Mask;
            Unsafe.Add(ref d, 5) = (r >> 12) & Mask;
            Unsafe.Add(ref d, 6) = ((r >> 40) | (t << 24)) & Mask;
            Unsafe.Add(ref d, 7) = (t >> 4) & Mask;
            Unsafe.Add(ref d, 8) = (t >> 32) & Mask;
            (p, q, r) = (Unsafe.Add(ref s, 4), Unsafe.Add(ref s, 5), Unsafe.Add(ref s, 6));
            Unsafe.Add(ref d, 9) = ((t >> 60) | (p << 4)) & Mask;
            Unsafe.Add(ref d, 10) = (p >> 24) & Mask;
            Unsafe.Add(ref d, 11) = ((p >> 52) | (q << 12)) & Mask;
            Unsafe.Add(ref d, 12) = (q >> 16) & Mask;
            Unsafe.Add(ref d, 13) = ((q >> 44) | (r << 20)) & Mask;
            Unsafe.Add(ref d, 14) = (r >> 8) & Mask;
            Unsafe.Add(ref d, 15) = r >> 36;
        }

        for (var bit = 0; j < digits.Length; j++, bit += Width)
        {
            var at = i + (bit >> 6);
            var shift = bit & 63;
            var low = a[at] >> shift;
            digits[j] = (shift > 64 - Width && at + 1 < a.Length ? low | (a[at + 1] << (64 - shift)) : low) & Mask;
        }
    }

    // columns[k − first] = Σ x_i y_(k−i); y has a block of zeros on either side of its count digits.
    private static void Columns(Span<ulong> columns, ReadOnlySpan<ulong> x, ReadOnlySpan<ulong> y, int count, int first)
    {
        ref var x0 = ref MemoryMarshal.GetReference(x);
        ref var y0 = ref MemoryMarshal.GetReference(y);
        ref var target = ref MemoryMarshal.GetReference(columns);
        for (var at = 0; at < columns.Length; at += Block)
        {
            var k = first + at;
            var i = Math.Max(0, k - count + 1);
            var end = Math.Min(x.Length, k + Block);
            var s0 = Vector256<ulong>.Zero;
            var s1 = Vector256<ulong>.Zero;
            var s2 = Vector256<ulong>.Zero;
            var s3 = Vector256<ulong>.Zero;
            ref var xi = ref Unsafe.Add(ref x0, i);
            ref var yi = ref Unsafe.Add(ref y0, Block + k - i);
            for (; i < end; i++)
            {
                var f = Vector256.Create(xi).AsUInt32();
                s0 += Avx2.Multiply(f, Vector256.LoadUnsafe(ref yi).AsUInt32());
                s1 += Avx2.Multiply(f, Vector256.LoadUnsafe(ref yi, 4).AsUInt32());
                s2 += Avx2.Multiply(f, Vector256.LoadUnsafe(ref yi, 8).AsUInt32());
                s3 += Avx2.Multiply(f, Vector256.LoadUnsafe(ref yi, 12).AsUInt32());
                xi = ref Unsafe.Add(ref xi, 1);
                yi = ref Unsafe.Subtract(ref yi, 1);
            }

            s0.StoreUnsafe(ref Unsafe.Add(ref target, at));
            s1.StoreUnsafe(ref Unsafe.Add(ref target, at + 4));
            s2.StoreUnsafe(ref Unsafe.Add(ref target, at + 8));
            s3.StoreUnsafe(ref Unsafe.Add(ref target, at + 12));
        }
    }

    // The same with x = y: Σ over i < j of 2 y_i y_j, and the squares; y has a block of zeros before and two after its digits.
    private static void ColumnsOfSquare(Span<ulong> columns, ReadOnlySpan<ulong> y, int count, int first)
    {
        ref var y0 = ref Unsafe.Add(ref MemoryMarshal.GetReference(y), Block);
        ref var target = ref MemoryMarshal.GetReference(columns);
        ref var shifts = ref MemoryMarshal.GetReference(DiagonalShifts);
        for (var at = 0; at < columns.Length; at += Block)
        {
            var k = first + at;
            var i = Math.Max(0, k - count + 1);

            // Below half of k every column of the block has i < j.
            var half = (k + 1) / 2;
            var s0 = Vector256<ulong>.Zero;
            var s1 = Vector256<ulong>.Zero;
            var s2 = Vector256<ulong>.Zero;
            var s3 = Vector256<ulong>.Zero;
            if (i < half)
            {
                ref var xi = ref Unsafe.Add(ref y0, i);
                ref var yi = ref Unsafe.Add(ref y0, k - i);
                for (; i < half; i++)
                {
                    var f = Vector256.Create(xi).AsUInt32();
                    s0 += Avx2.Multiply(f, Vector256.LoadUnsafe(ref yi).AsUInt32());
                    s1 += Avx2.Multiply(f, Vector256.LoadUnsafe(ref yi, 4).AsUInt32());
                    s2 += Avx2.Multiply(f, Vector256.LoadUnsafe(ref yi, 8).AsUInt32());
                    s3 += Avx2.Multiply(f, Vector256.LoadUnsafe(ref yi, 12).AsUInt32());
                    xi = ref Unsafe.Add(ref xi, 1);
                    yi = ref Unsafe.Subtract(ref yi, 1);
                }

                s0 += s0;
                s1 += s1;
                s2 += s2;
                s3 += s3;
            }

            // Eight more: in column k + c twice where i < j, once where i = j, not where i > j.
            var end = Math.Min(count, half + (Block / 2));
            for (; i < end; i++)
            {
                var f = Vector256.Create(Unsafe.Add(ref y0, i));
                ref var yi = ref Unsafe.Add(ref y0, k - i);
                ref var shift = ref Unsafe.Add(ref shifts, Block + k - (2 * i));
                s0 += Avx2.Multiply(Avx2.ShiftLeftLogicalVariable(f, Vector256.LoadUnsafe(ref shift)).AsUInt32(), Vector256.LoadUnsafe(ref yi).AsUInt32());
                s1 += Avx2.Multiply(Avx2.ShiftLeftLogicalVariable(f, Vector256.LoadUnsafe(ref shift, 4)).AsUInt32(), Vector256.LoadUnsafe(ref yi, 4).AsUInt32());
                s2 += Avx2.Multiply(Avx2.ShiftLeftLogicalVariable(f, Vector256.LoadUnsafe(ref shift, 8)).AsUInt32(), Vector256.LoadUnsafe(ref yi, 8).AsUInt32());
                s3 += Avx2.Multiply(Avx2.ShiftLeftLogicalVariable(f, Vector256.LoadUnsafe(ref shift, 12)).AsUInt32(), Vector256.LoadUnsafe(ref yi, 12).AsUInt32());
            }

            s0.StoreUnsafe(ref Unsafe.Add(ref target, at));
            s1.StoreUnsafe(ref Unsafe.Add(ref target, at + 4));
            s2.StoreUnsafe(ref Unsafe.Add(ref target, at + 8));
            s3.StoreUnsafe(ref Unsafe.Add(ref target, at + 12));
        }
    }

    // The number Σ columns[k]·2^(28k), k counted from first, carried into limbs from start on.
    private static void Join(Span<ulong> result, ReadOnlySpan<ulong> columns, int first, int start)
    {
        ref var c = ref MemoryMarshal.GetReference(columns);
        ulong carry = 0;
        ulong limb = 0;

        // One limb below the first is formed and dropped.
        var at = start == 0 ? 0 : -1;
        var position = (first * Width) - ((start + at) << 6);

        // Two columns, of which there are an even number, are 56 bits.
        for (var i = 0; at < result.Length; i += 2)
        {
            ulong pair = 0;
            if (i < columns.Length)
            {
                var low = Unsafe.Add(ref c, i) + carry;
                var high = Unsafe.Add(ref c, i + 1) + (low >> Width);
                pair = (low & Mask) | ((high & Mask) << Width);
                carry = high >> Width;
            }

            limb |= pair << position;
            position += 2 * Width;
            if (position >= 64)
            {
                if (at >= 0)
                {
                    result[at] = limb;
                }

                at++;
                position -= 64;
                limb = pair >> ((2 * Width) - position);
            }
        }
    }
}
