using System.Buffers;
using System.Runtime.CompilerServices;

namespace GrpoVerified.Arithmetic;

/// <summary>Products of natural numbers: schoolbook, digits in vectors, Karatsuba and number-theoretic transforms by size.</summary>
internal static class LimbProduct
{
    /// <summary>From this length of the shorter factor the quadratic product goes by vectors of digits, where the processor has them.</summary>
    public const int DigitLimbs = 12;

    /// <summary>The result of <see cref="Middle"/> lacks less than so many ulp.</summary>
    public const int MiddleError = 2;

    /// <summary>Below this length of the shorter factor a quadratic product is used.</summary>
    public static int KaratsubaLimbs => DigitProduct.IsSupported ? DigitProduct.MaximumLimbs + 1 : 40;

    /// <summary>From this length of the shorter factor a transform is used.</summary>
    public static int TransformLimbs => VectorProduct.IsSupported ? 160 : 400;

    /// <summary>result = a·b, of length a.Length + b.Length; the result shares no memory with a factor.</summary>
    public static void Multiply(Span<ulong> result, ReadOnlySpan<ulong> a, ReadOnlySpan<ulong> b)
    {
        if (a.Length < b.Length)
        {
            var t = a;
            a = b;
            b = t;
        }

        if (b.Length < KaratsubaLimbs)
        {
            Quadratic(result, a, b);
        }
        else if (b.Length >= TransformLimbs)
        {
            result = result[..(a.Length + b.Length)];
            if (VectorProduct.IsSupported && result.Length <= VectorProduct.MaximumLimbs)
            {
                VectorProduct.Multiply(result, a, b);
            }
            else
            {
                Transform.Multiply(result, a, b);
            }
        }
        else if (a.Length == b.Length)
        {
            Karatsuba.Multiply(result, a, b);
        }
        else
        {
            Unbalanced(result[..(a.Length + b.Length)], a, b);
        }
    }

    /// <summary>The product of factors of which the shorter, b, has fewer than <see cref="KaratsubaLimbs"/> limbs.</summary>
    public static void Quadratic(Span<ulong> result, ReadOnlySpan<ulong> a, ReadOnlySpan<ulong> b)
    {
        if (DigitProduct.IsSupported && b.Length >= DigitLimbs)
        {
            DigitProduct.Multiply(result, a, b);
        }
        else
        {
            Schoolbook(result, a, b);
        }
    }

    /// <summary>result = a², of length 2·a.Length.</summary>
    public static void Square(Span<ulong> result, ReadOnlySpan<ulong> a)
    {
        if (a.Length < (DigitProduct.IsSupported ? DigitLimbs + 4 : KaratsubaLimbs))
        {
            SchoolbookSquare(result, a);
        }
        else if (DigitProduct.IsSupported && a.Length <= DigitProduct.MaximumLimbs)
        {
            DigitProduct.MiddleOfSquare(result[..(2 * a.Length)], a, 0);
        }
        else
        {
            Multiply(result, a, a);
        }
    }

    /// <summary>Limbs from start on of a product: ⌊a·b/B^start⌋, or 1 less, modulo B^result.Length.</summary>
    /// <remarks>Theorem LP2. The result, which shares no memory with a factor, has at most a.Length + b.Length − start limbs.</remarks>
    public static void Middle(Span<ulong> result, ReadOnlySpan<ulong> a, ReadOnlySpan<ulong> b, int start)
    {
        if (a.Length < b.Length)
        {
            var t = a;
            a = b;
            b = t;
        }

        if (b.Length < DigitLimbs)
        {
            SchoolbookMiddle(result, a, b, start);
        }
        else if (DigitProduct.IsSupported && b.Length <= DigitProduct.MaximumLimbs)
        {
            DigitProduct.Middle(result, a, b, start);
        }
        else
        {
            var pool = ArrayPool<ulong>.Shared;
            var product = pool.Rent(a.Length + b.Length);
            Multiply(product, a, b);
            product.AsSpan(start, result.Length).CopyTo(result);
            pool.Return(product);
        }
    }

    /// <summary>As <see cref="Middle"/> for a².</summary>
    public static void MiddleOfSquare(Span<ulong> result, ReadOnlySpan<ulong> a, int start)
    {
        if (DigitProduct.IsSupported && a.Length is >= DigitLimbs and <= DigitProduct.MaximumLimbs)
        {
            DigitProduct.MiddleOfSquare(result, a, start);
            return;
        }

        var pool = ArrayPool<ulong>.Shared;
        var product = pool.Rent(2 * a.Length);
        Square(product, a);
        product.AsSpan(start, result.Length).CopyTo(result);
        pool.Return(product);
    }

    // The rows without the products a_j·b_i with i + j < start − 2.
    [SkipLocalsInit]
    private static void SchoolbookMiddle(Span<ulong> result, ReadOnlySpan<ulong> a, ReadOnlySpan<ulong> b, int start)
    {
        var least = Math.Max(0, start - 2);
        var length = start + result.Length - least;
        const int OnStack = 128;
        Span<ulong> sum = length <= OnStack ? stackalloc ulong[OnStack] : new ulong[length];
        sum = sum[..length];
        sum.Clear();
        for (var i = 0; i < b.Length; i++)
        {
            var from = Math.Max(0, least - i);
            var to = Math.Min(a.Length, length + least - i);
            if (from >= to)
            {
                continue;
            }

            var carry = LimbWord.AddMultiple(sum[(i + from - least)..], a[from..to], b[i]);
            if (i + to - least < length)
            {
                sum[i + to - least] = carry;
            }
        }

        sum[(start - least)..].CopyTo(result);
    }

    /// <summary>Quadratic product.</summary>
    public static void Schoolbook(Span<ulong> result, ReadOnlySpan<ulong> a, ReadOnlySpan<ulong> b)
    {
        if (b.Length == 0)
        {
            result[..a.Length].Clear();
            return;
        }

        result[a.Length] = LimbWord.Multiply(result, a, b[0]);
        for (var i = 1; i < b.Length; i++)
        {
            result[a.Length + i] = LimbWord.AddMultiple(result[i..], a, b[i]);
        }
    }

    private static void SchoolbookSquare(Span<ulong> result, ReadOnlySpan<ulong> a)
    {
        var n = a.Length;
        if (n < 3)
        {
            Schoolbook(result, a, a);
            return;
        }

        // Twice the products off the diagonal, then the squares.
        result[0] = 0;
        result[n] = LimbWord.Multiply(result[1..], a[1..], a[0]);
        for (var i = 1; i + 1 < n; i++)
        {
            result[n + i] = LimbWord.AddMultiple(result[((2 * i) + 1)..], a[(i + 1)..], a[i]);
        }

        result[(2 * n) - 1] = 0;
        LimbShift.Left(result[..(2 * n)], result[..(2 * n)], 1);
        ulong carry = 0;
        for (var i = 0; i < n; i++)
        {
            var high = Math.BigMul(a[i], a[i], out var low);
            low += carry;
            high += low < carry ? 1UL : 0UL;
            var sum = result[2 * i] + low;
            high += sum < low ? 1UL : 0UL;
            result[2 * i] = sum;
            sum = result[(2 * i) + 1] + high;
            carry = sum < high ? 1UL : 0UL;
            result[(2 * i) + 1] = sum;
        }
    }

    // The longer factor in pieces as long as the shorter one.
    private static void Unbalanced(Span<ulong> result, ReadOnlySpan<ulong> a, ReadOnlySpan<ulong> b)
    {
        var n = b.Length;
        var piece = new ulong[2 * n];
        result.Clear();
        for (var start = 0; start < a.Length; start += n)
        {
            var part = a.Slice(start, Math.Min(n, a.Length - start));
            var product = piece.AsSpan(0, part.Length + n);
            Multiply(product, part, b);
            LimbSum.Add(result[start..], result[start..], product);
        }
    }
}
