using System.Numerics;
using System.Runtime.CompilerServices;
using GrpoVerified.Arithmetic;

namespace GrpoVerified.Theory.Refinements;

/// <summary>The exponent Ω(p)/β = 1/(β√(p(1−p)+ε)) in fixed point, and e^−v of it; the first half of theorem BX6 in docs/formulas.md.</summary>
/// <typeparam name="T">The width.</typeparam>
internal readonly struct FixedWhitening<T>
    where T : struct, IFixedWidth<T>
{
    // 2^30/log 2, rounded up by more than one.
    private const ulong Log2Reciprocal = 1549082006;
    private const int LargestShift = 15;

    private readonly T _epsilon;

    // 1/β = mantissa·2^exponent, ½ ≤ mantissa < 1, truncated.
    private readonly T _inverseBeta;
    private readonly int _exponent;

    /// <summary>From ε ≤ ½ truncated to a fraction, and 1/β as a truncated mantissa in [½, 1) and an exponent.</summary>
    public FixedWhitening(in T epsilon, in T inverseBeta, int exponent)
    {
        _epsilon = epsilon;
        _inverseBeta = inverseBeta;
        _exponent = exponent;
    }

    /// <summary>Ω(p)/β = whole + v for every member of p ± radius, off by at most the spread; false outside the proved range.</summary>
    [SkipLocalsInit, MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool TryExponent(in T p, double radius, out long whole, out T v, out double spread)
    {
        Unsafe.SkipInit(out v);
        whole = 0;
        spread = double.PositiveInfinity;

        // s = p − p² + ε, scaled by 4^e to [1/4, 1).
        T.Square(in p, out var s);
        T.Subtract(in p, in s, out s);
        T.Add(in s, in _epsilon, out s);
        var shift = BitOperations.LeadingZeroCount(T.Top(in s)) & ~1;
        var k = (shift >> 1) + _exponent + 1;
        if (shift > 62 || k > LargestShift || k < -60)
        {
            return false;
        }

        T.ShiftLeft(in s, shift, out s);
        if (!T.TryHalfReciprocalSqrt(in s, out v))
        {
            return false;
        }

        T.Multiply(in v, in _inverseBeta, out v);
        var scale = PowerOfTwo(k);
        var variance = Word.ToDouble(T.Top(in s)) * PowerOfTwo(-shift);
        var deviation = ((2 * T.Limbs) * FixedConstants<T>.Ulp) + (radius * (Math.Abs(1 - (2 * Word.ToDouble(T.Top(in p)))) + 1e-15 + radius));
        var relative = deviation / variance;
        spread = (scale * (FixedConstants<T>.RootError + ((2 * T.Limbs) * FixedConstants<T>.Ulp))) + (2 * FixedConstants<T>.Ulp)
            + (0.5 * scale * (Word.ToDouble(T.Top(in v)) + 1e-15) * relative * (1 + (2 * relative)));
        if (k >= 0)
        {
            whole = (long)T.ShiftLeft(in v, k, out v);
        }
        else
        {
            T.ShiftRight(in v, -k, out v);
        }

        return relative <= 0.001 && spread <= 0.0001;
    }

    /// <summary>e^−(whole + v)/4 for a whole part of at least 0, error at most 66 ulp; false if the reduction failed.</summary>
    [SkipLocalsInit, MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool TryQuarteredExp(long whole, in T v, out T result)
    {
        if (whole >= 45 * T.Limbs)
        {
            result = default;
            return true;
        }

        // m log 2 − v in [0, log 2 + 2^−19].
        var m = (int)((((((ulong)whole << 20) | (T.Top(in v) >> 44)) + 1) * Log2Reciprocal) >> 50) + 1;
        var above = T.MultiplyWord(in FixedConstants<T>.Log2, (ulong)m, out var t);
        if (above - T.Subtract(in t, in v, out t) != (ulong)whole)
        {
            result = default;
            return false;
        }

        FixedExp<T>.Quartered(in t, out result);
        for (; m >= 64; m -= 64)
        {
            T.DropLimb(ref result);
        }

        T.ShiftRight(in result, m, out result);
        return true;
    }

    private static double PowerOfTwo(int k) => BitConverter.Int64BitsToDouble((long)(1023 + k) << 52);
}
