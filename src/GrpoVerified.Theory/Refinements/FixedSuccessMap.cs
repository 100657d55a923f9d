using System.Numerics;
using System.Runtime.CompilerServices;
using GrpoVerified.Arithmetic;

namespace GrpoVerified.Theory.Refinements;

/// <summary>
/// The success map in fixed point: h = σ(x₀ + 1/(β√(s+ε))) with one a-priori error bound. Theorem BX6 in docs/formulas.md.
/// </summary>
/// <remarks>A refinement of SuccessMap.Next, which stays the definition; tests hold one inside the other.</remarks>
/// <typeparam name="T">The width.</typeparam>
internal readonly struct FixedSuccessMap<T>
    where T : struct, IFixedWidth<T>
{
    // 2^30/log 2, rounded up by more than one.
    private const ulong Log2Reciprocal = 1549082006;
    private const int LargestShift = 15;

    private readonly T _epsilon;

    // 1/β = mantissa·2^(exponent − 1), ½ ≤ mantissa < 1, truncated.
    private readonly T _inverseBeta;
    private readonly int _exponent;

    // x₀ = whole + fraction, truncated.
    private readonly long _whole;
    private readonly T _fraction;

    private FixedSuccessMap(T epsilon, T inverseBeta, int exponent, long whole, T fraction)
    {
        _epsilon = epsilon;
        _inverseBeta = inverseBeta;
        _exponent = exponent;
        _whole = whole;
        _fraction = fraction;
    }

    /// <summary>The map for 0 ≤ ε ≤ ½, 2^−14 ≤ β ≤ 2^40, |logit p_ref| &lt; 2^20.</summary>
    public static bool TryBind(Rational reference, Rational beta, Rational epsilon, out FixedSuccessMap<T> map)
    {
        map = default;
        if (epsilon > new Rational(1, 2) || beta < new Rational(1, 1 << 14) || beta > new Rational(1L << 40, 1))
        {
            return false;
        }

        var bits = 64 * T.Limbs;
        var logit = Probability<Ball>.FromRational(reference, new BallContext(bits + 96)).LogOdds;
        var scaled = FixedWidth.Floor<T>(logit.LowerBound(bits + 96));
        if (logit.Radius >= Magnitude.PowerOfTwo(-bits - 32) || BigInteger.Abs(scaled) >> bits >= 1 << 20)
        {
            return false;
        }

        var whole = scaled >> bits;
        var inverse = (beta.Denominator << (bits + 64)) / beta.Numerator;
        var length = (int)inverse.GetBitLength();
        map = new(
            FixedWidth.FromScaled<T>((epsilon.Numerator << bits) / epsilon.Denominator),
            FixedWidth.FromScaled<T>(inverse >> (length - bits)),
            length - bits - 64 + 1,
            (long)whole,
            FixedWidth.FromScaled<T>(scaled - (whole << bits)));
        return true;
    }

    /// <summary>h for every member of p ± radius; false outside the proved range.</summary>
    [SkipLocalsInit]
    public bool TryNext(in T p, double radius, out T h, out double hRadius)
    {
        Unsafe.SkipInit(out h);
        hRadius = double.PositiveInfinity;

        // s = p − p² + ε, scaled by 4^e to [1/4, 1).
        T.Square(in p, out var s);
        T.Subtract(in p, in s, out s);
        T.Add(in s, in _epsilon, out s);
        var shift = BitOperations.LeadingZeroCount(T.Top(in s)) & ~1;
        var k = (shift >> 1) + _exponent;
        if (shift > 62 || k > LargestShift || k < -60)
        {
            return false;
        }

        T.ShiftLeft(in s, shift, out s);
        if (!T.TryHalfReciprocalSqrt(in s, out var v))
        {
            return false;
        }

        // v = x₀ + 1/(β√s).
        T.Multiply(in v, in _inverseBeta, out v);
        var scale = PowerOfTwo(k);
        var spread = scale * (FixedConstants<T>.RootError + ((2 * T.Limbs) * FixedConstants<T>.Ulp)) + (2 * FixedConstants<T>.Ulp);
        var variance = Word.ToDouble(T.Top(in s)) * PowerOfTwo(-shift);
        var deviation = ((2 * T.Limbs) * FixedConstants<T>.Ulp) + (radius * (Math.Abs(1 - (2 * Word.ToDouble(T.Top(in p)))) + 1e-15 + radius));
        var relative = deviation / variance;
        spread += 0.5 * scale * (Word.ToDouble(T.Top(in v)) + 1e-15) * relative * (1 + (2 * relative));
        if (!(relative <= 0.001 && spread <= 0.0001))
        {
            return false;
        }

        long whole = 0;
        if (k >= 0)
        {
            whole = (long)T.ShiftLeft(in v, k, out v);
        }
        else
        {
            T.ShiftRight(in v, -k, out v);
        }

        whole += _whole + (long)T.Add(in v, in _fraction, out v);
        var negative = whole < 0;
        if (negative)
        {
            T zero = default;
            whole = -whole - (long)T.Subtract(in zero, in v, out v);
        }

        if (!TryExp(whole, in v, out var x))
        {
            return false;
        }

        // x = (1 + e^−|v|)/4.
        FixedWidth.Limb(ref x, T.Limbs - 1) += 1UL << 62;
        if (!T.TryQuarterInverse(in x, out h))
        {
            return false;
        }

        var slope = Math.Min(0.25, (4 * Word.ToDouble(T.Top(in x))) - 1 + 1e-15);
        hRadius = FixedConstants<T>.InverseError + (8 * FixedConstants<T>.ExpError) + (1.01 * slope * spread);
        if (negative)
        {
            T zero = default;
            T.Subtract(in zero, in h, out h);
        }

        return true;
    }

    // e^−(whole + v)/4, error at most ExpError.
    [SkipLocalsInit, MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool TryExp(long whole, in T v, out T result)
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
