using System.Runtime.CompilerServices;
using GrpoVerified.Arithmetic.Vectors;

namespace GrpoVerified.Theory.Batches;

/// <summary>
/// h(p) = 1/(1 + r̄ e^(a)), a = −Ω(p)/β, in doubles, with an a-priori bound of the error instead of one for each operation.
/// </summary>
/// <remarks>
/// A refinement of <see cref="Formulas.SuccessMap.Next{T}"/> for doubles; the bounds are proved in docs/formulas-interval.md, section 11.
/// u = 2^−53. Where <c>IsValid</c> is not set, the result means nothing.
/// </remarks>
/// <typeparam name="T">The vector.</typeparam>
/// <param name="odds">r̄ = (1 − p_ref)/p_ref, within u.</param>
/// <param name="slope">−1/β, within u.</param>
/// <param name="eps">ε, within u.</param>
internal readonly struct SuccessKernel<T>(T odds, T slope, T eps)
    where T : struct, IDoubleLanes<T>
{
    private const double Unit = 1.0 / (1L << 53);

    // Relative error of r̄ e^a: 4.54 u |a| from the exponent, 4.2 u from the exponential, r̄ and the product; with room for what is of second order.
    private const double FromExponent = 4.6 * Unit;
    private const double FromOdds = 4.3 * Unit;

    // One rounding of the endpoint; without a fused multiply-add also those of 1 + y and of the quotient.
    private const double Endpoint = Unit * (1 + (1.0 / (1 << 20)));

    private readonly T _odds = odds;
    private readonly T _slope = slope;
    private readonly T _eps = eps;

    /// <summary>Bounds of h at the numbers p.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public (T Lower, T Upper, T IsValid) Enclose(T p)
    {
        var one = T.Broadcast(1);
        var s = T.MultiplyAdd(p, one - p, _eps);
        var a = _slope / T.Sqrt(s);
        var y = _odds * LaneExp<T>.Nearest(a);
        var d = one + y;
        var h = one / d;
        var radius = h * (y * h) * T.MultiplyAdd(T.Broadcast(-FromExponent), a, T.Broadcast(FromOdds));
        var isValid = T.BothBits(InDomain(p, s), T.LessThanOrEqual(T.Broadcast(-SuccessBatch.LargestExponent), a));
        if (!T.IsFused)
        {
            radius = T.MultiplyAdd(h, T.Broadcast(3 * Endpoint), radius);
            return (h - radius, T.Min(h + radius, one), isValid);
        }

        // 1/(1 + y) = h + correction up to u² h: the errors of the sum and of the quotient are known.
        var part = d - one;
        var error = (one - (d - part)) + (y - part);
        var correction = h * T.MultiplyAdd(-h, error, T.MultiplyAdd(-h, d, one));
        radius = T.MultiplyAdd(h, T.Broadcast(Endpoint), radius);
        return (h + (correction - radius), T.Min(h + (correction + radius), one), isValid);
    }

    /// <summary>A ball that contains h of every p within <paramref name="radius"/> of <paramref name="p"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public (T Midpoint, T Radius, T IsValid) Image(T p, T radius)
    {
        var one = T.Broadcast(1);
        var q = one - p;
        var s = T.MultiplyAdd(p, q, _eps);
        var a = _slope / T.Sqrt(s);

        // Relative change of s over the ball, |s(p + t) − s(p)| ≤ |1 − 2p||t| + t².
        var change = radius * ((T.Abs(q - p) + T.Broadcast(2 * Unit)) + radius) / s;
        var y = _odds * LaneExp<T>.Nearest(a);
        var h = one / (one + y);
        var exponent = T.MultiplyAdd(change, T.Broadcast(0.5001), T.Broadcast(FromExponent));
        var relative = T.MultiplyAdd(-a, exponent, T.Broadcast(FromOdds));
        var result = T.MultiplyAdd(h * (y * h), relative, h * T.Broadcast(2.02 * Unit));
        var isSmall = T.BothBits(T.LessThanOrEqual(change, T.Broadcast(1.0 / (1 << 16))), T.LessThanOrEqual(relative, T.Broadcast(1.0 / (1 << 14))));
        return (h, result, T.BothBits(T.BothBits(InDomain(p, s), isSmall), T.LessThanOrEqual(T.Broadcast(-SuccessBatch.LargestExponent), a)));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static T InDomain(T p, T s)
        => T.BothBits(T.BothBits(T.LessThanOrEqual(T.Broadcast(0), p), T.LessThanOrEqual(p, T.Broadcast(1))), T.LessThan(T.Broadcast(1e-280), s));
}
