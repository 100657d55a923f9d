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
    private readonly FixedWhitening<T> _whitening;

    // x₀ = whole + fraction, truncated.
    private readonly long _whole;
    private readonly T _fraction;

    private FixedSuccessMap(FixedWhitening<T> whitening, long whole, T fraction)
    {
        _whitening = whitening;
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
            new(
                FixedWidth.FromScaled<T>((epsilon.Numerator << bits) / epsilon.Denominator),
                FixedWidth.FromScaled<T>(inverse >> (length - bits)),
                length - bits - 64),
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
        if (!_whitening.TryExponent(in p, radius, out var whole, out var v, out var spread))
        {
            return false;
        }

        whole += _whole + (long)T.Add(in v, in _fraction, out v);
        var negative = whole < 0;
        if (negative)
        {
            T zero = default;
            whole = -whole - (long)T.Subtract(in zero, in v, out v);
        }

        if (!FixedWhitening<T>.TryQuarteredExp(whole, in v, out var x))
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
}
