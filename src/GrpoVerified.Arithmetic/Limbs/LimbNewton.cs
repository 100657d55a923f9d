using System.Diagnostics;
using System.Runtime.CompilerServices;

namespace GrpoVerified.Arithmetic;

/// <summary>Reciprocals, quotients, roots and reciprocal roots of fractions by Newton's iteration in products of which only the limbs that count are formed.</summary>
/// <remarks>
/// A number of n limbs stands for the fraction x/B^n; one ulp is B^−n. Nothing is rounded correctly here: results come with an error bound,
/// theorems LN1 to LN4 in docs/formulas.md. A result of 1 is written as 1 − ulp.
/// </remarks>
internal static class LimbNewton
{
    /// <summary>Bounds in ulp: of <see cref="HalfInverse"/> and <see cref="HalfInverseRoot"/>, of <see cref="HalfQuotient"/>, of <see cref="Root"/>.</summary>
    public const int InverseError = 9;

    /// <summary>See <see cref="InverseError"/>.</summary>
    public const int QuotientError = 9;

    /// <summary>See <see cref="InverseError"/>.</summary>
    public const int RootError = 4;

    // From 3 to so many limbs inverses and inverse roots come from the kernels of six limbs.
    private const int FixedLimbs = 5;

    // Below this length quotients are formed by long division, which is faster there.
    private const int QuotientLimbs = 24;

    private const int OnStack = 256;
    private const long SmallResidual = 1 << 20;

    /// <summary>1/(2d) for a fraction ½ ≤ d &lt; 1, as many limbs.</summary>
    [SkipLocalsInit]
    public static void HalfInverse(Span<ulong> result, ReadOnlySpan<ulong> d)
    {
        var n = d.Length;
        if (n == 1)
        {
            // ⌊(B²/2 − 1)/d⌋.
            result[0] = LimbWord.DivRem2By1((1UL << 63) - 1, ulong.MaxValue, d[0], LimbWord.Reciprocal(d[0]), out _);
            return;
        }

        if (TryInverse(result, d))
        {
            return;
        }

        if (n <= FixedLimbs)
        {
            // ⌊(B²ⁿ/2 − 1)/d⌋, below Bⁿ for d = Bⁿ/2 too.
            Span<ulong> dividend = stackalloc ulong[2 * FixedLimbs];
            dividend = dividend[..(2 * n)];
            dividend.Fill(ulong.MaxValue);
            dividend[^1] >>= 1;
            LimbDivision.Schoolbook(result, dividend, d);
            return;
        }

        var h = Start(n);
        HalfInverse(result[^h..], d[^h..]);
        ImproveInverse(result, d, h);
    }

    /// <summary>1/(2√d) for a fraction ¼ ≤ d &lt; 1, as many limbs.</summary>
    public static void HalfInverseRoot(Span<ulong> result, ReadOnlySpan<ulong> d)
    {
        var n = d.Length;
        if (n == 1)
        {
            result[0] = InverseRootOfLimb(d[0]);
            return;
        }

        if (TryInverseRoot(result, d))
        {
            return;
        }

        var h = n == 2 ? 1 : Start(n);
        HalfInverseRoot(result[^h..], d[^h..]);
        ImproveInverseRoot(result, d, h);
        if (n == 2)
        {
            ImproveInverseRoot(result, d, n);
        }
    }

    /// <summary>a/(2d) for fractions a and d in [½, 1), all of one length, at least 2.</summary>
    [SkipLocalsInit]
    public static void HalfQuotient(Span<ulong> result, ReadOnlySpan<ulong> a, ReadOnlySpan<ulong> d)
    {
        var n = d.Length;
        if (n < QuotientLimbs)
        {
            Span<ulong> dividend = stackalloc ulong[2 * QuotientLimbs];
            dividend = dividend[..(2 * n)];
            dividend[..n].Clear();
            dividend[n - 1] = LimbShift.Right(dividend[n..], a, 1);
            LimbDivision.Schoolbook(result, dividend, d);
            return;
        }

        var h = Start(n);
        var m = ResidualLength(n, h);
        var room = (2 * m) + h;
        Span<ulong> memory = room <= OnStack ? stackalloc ulong[OnStack] : GC.AllocateUninitializedArray<ulong>(room);
        var w = memory.Slice(0, h);
        var residual = memory.Slice(h, m);
        var half = memory.Slice(h + m, m);
        HalfInverse(w, d[^h..]);
        var q = result[^h..];
        LimbProduct.Middle(q, a[^h..], w, h);

        // a/2 − d·q, then q + 2w(a/2 − dq).
        LimbProduct.Middle(residual, d, q, h);
        LimbShift.Right(half, a[..m], 1);
        half[^1] |= m < n ? a[m] << 63 : 0;
        LimbSum.Subtract(residual, residual, half);
        Improve(result, w, residual, 0, twice: true);
    }

    /// <summary>√d for a fraction ¼ ≤ d &lt; 1, as many limbs, at least 2.</summary>
    [SkipLocalsInit]
    public static void Root(Span<ulong> result, ReadOnlySpan<ulong> d)
    {
        var n = d.Length;
        var h = Start(n);
        var m = ResidualLength(n, h);
        var room = m + (3 * h);
        Span<ulong> memory = room <= OnStack ? stackalloc ulong[OnStack] : GC.AllocateUninitializedArray<ulong>(room);
        var z = memory.Slice(0, h);
        var square = memory.Slice(h, 2 * h);
        var residual = memory.Slice(3 * h, m);
        HalfInverseRoot(z, d[^h..]);

        // g = 2dz, below 1 but for its error.
        var g = result[^h..];
        LimbProduct.Middle(g, d[^h..], z, h);
        if (LimbShift.Left(g, g, 1) != 0)
        {
            g.Fill(ulong.MaxValue);
        }

        // d − g², then g + z(d − g²).
        LimbProduct.Square(square, g);
        square.Slice((2 * h) - n, m).CopyTo(residual);
        LimbSum.Subtract(residual, residual, d[..m]);
        Improve(result, z, residual, 0, twice: false);
    }

    // 1/(4x) for x = d/2 in six limbs: off by less than 2^−360, and one ulp for what is cut off.
    private static bool TryInverse(Span<ulong> result, ReadOnlySpan<ulong> d)
    {
        if (d.Length is < 3 or > FixedLimbs)
        {
            return false;
        }

        var x = Widened(d);
        Fixed6.ShiftRight(in x, 1, out x);
        return Fixed6.TryQuarterInverse(in x, out var y) && Narrowed(result, ref y);
    }

    private static bool TryInverseRoot(Span<ulong> result, ReadOnlySpan<ulong> d)
    {
        if (d.Length is < 3 or > FixedLimbs)
        {
            return false;
        }

        var x = Widened(d);
        return Fixed6.TryHalfReciprocalSqrt(in x, out var y) && Narrowed(result, ref y);
    }

    private static Fixed6 Widened(ReadOnlySpan<ulong> d)
    {
        Fixed6 x = default;
        for (var i = 1; i <= d.Length; i++)
        {
            FixedWidth.Limb(ref x, 6 - i) = d[^i];
        }

        return x;
    }

    private static bool Narrowed(Span<ulong> result, ref Fixed6 y)
    {
        for (var i = 1; i <= result.Length; i++)
        {
            result[^i] = FixedWidth.Limb(ref y, 6 - i);
        }

        return true;
    }

    // The length from which one step leads to n limbs.
    private static int Start(int n) => (n / 2) + 1;

    // w + 2w(½ − dw) from h limbs of w.
    [SkipLocalsInit]
    private static void ImproveInverse(Span<ulong> result, ReadOnlySpan<ulong> d, int h)
    {
        var n = d.Length;
        var m = ResidualLength(n, h);
        var room = m;
        Span<ulong> memory = room <= OnStack ? stackalloc ulong[OnStack] : GC.AllocateUninitializedArray<ulong>(room);
        var residual = memory.Slice(0, m);
        var w = result[^h..];
        LimbProduct.Middle(residual, d, w, h);
        Improve(result, w, residual, 0, twice: true);
    }

    // z + 2z(¼ − dz²) from h limbs of z.
    [SkipLocalsInit]
    private static void ImproveInverseRoot(Span<ulong> result, ReadOnlySpan<ulong> d, int h)
    {
        var n = d.Length;
        var m = ResidualLength(n, h);
        var room = m + (2 * h);
        Span<ulong> memory = room <= OnStack ? stackalloc ulong[OnStack] : GC.AllocateUninitializedArray<ulong>(room);
        var residual = memory.Slice(0, m);
        var square = memory.Slice(m, 2 * h);
        var z = result[^h..];
        LimbProduct.Square(square, z);
        LimbProduct.Middle(residual, d, square, 2 * h);
        Improve(result, z, residual, m == n ? 1UL << 62 : 0, twice: true);
    }

    // Limbs of the residual that are not known to be zero, and one for its sign.
    private static int ResidualLength(int n, int h) => Math.Min(n, n - h + 2);

    // x = (its top h limbs) − factor·(residual − constant at the top limb), or twice that; the residual in two's complement, in ulp of x.
    [SkipLocalsInit]
    private static void Improve(Span<ulong> x, ReadOnlySpan<ulong> factor, Span<ulong> residual, ulong constant, bool twice)
    {
        var (n, h) = (x.Length, factor.Length);
        residual[^1] -= constant;
        var isNegative = residual[^1] >> 63 != 0;
        if (isNegative)
        {
            LimbSum.Negate(residual);
        }

        // |residual| < 2^12·B^(n−h).
        var length = n - h + 1;
        Debug.Assert(LimbSum.IsZero(residual[Math.Min(length, residual.Length)..]), "Newton's residual is larger than its theorem says.");
        var room = length;
        Span<ulong> memory = room <= OnStack ? stackalloc ulong[OnStack] : GC.AllocateUninitializedArray<ulong>(room);
        var change = memory.Slice(0, length);
        LimbProduct.Middle(change, residual[..length], factor, h);
        if (twice)
        {
            LimbShift.Left(change, change, 1);
        }

        x[..(n - h)].Clear();
        if (!isNegative)
        {
            LimbSum.Subtract(x, x, change);
        }
        else if (LimbSum.Add(x, x, change) != 0)
        {
            x.Fill(ulong.MaxValue);
        }

    }

    // One limb: a root of doubles, then integer steps until the residual is small.
    private static ulong InverseRootOfLimb(ulong d)
    {
        var z = ToLimb(0.5 / Math.Sqrt(Math.ScaleB((double)d, -64)));
        for (long residual = long.MaxValue; Math.Abs(residual) >= SmallResidual;)
        {
            // d·z² − ¼ in ulp, too small by less than 2.
            residual = (long)(Math.BigMul(d, Math.BigMul(z, z, out _), out _) - (1UL << 62));
            z = Improve(z, residual);
        }

        return z;
    }

    private static ulong ToLimb(double fraction)
    {
        var scaled = Math.ScaleB(fraction, 64);
        return scaled >= Math.ScaleB(1, 64) ? ulong.MaxValue : (ulong)scaled;
    }

    private static ulong Improve(ulong x, long residual)
    {
        var change = Math.BigMul(x, (ulong)Math.Abs(residual), out var low);
        change = (change << 1) | (low >> 63);
        if (residual >= 0)
        {
            return x - change;
        }

        var sum = x + change;
        return sum < change ? ulong.MaxValue : sum;
    }
}
