using GrpoVerified.Arithmetic;

namespace GrpoVerified.Theory.Groups;

/// <summary>
/// The effective whitening factor Ω_G(p) of a finite group of G rollouts with empirical mean and deviation.
/// </summary>
/// <remarks>
/// Claims L1–L12. Ω_G(p) = (G−1)/G · Σ_{j=0}^{G−2} C(G−2,j) p^j (1−p)^{G−2−j} ω_{j+1}, with
/// ω_k = 1/√(v_k+ε) (inside) or 1/(√v_k+ε) (outside), v_k = k(G−k)/G² (population) or k(G−k)/(G(G−1)) (sample).
/// A polynomial in p of degree at most G−2; degenerate groups contribute 0.
/// </remarks>
public static class EffectiveWeight
{
    /// <summary>Ω_G(p).</summary>
    public static T Omega<T>(Probability<T> p, IReadOnlyList<T> deviations)
        where T : IElementary<T>
    {
        ArgumentNullException.ThrowIfNull(deviations);
        var g = deviations.Count + 1;

        // Horner in the pair (p, q): Σ C(m,j) p^j q^{m−j} ω_{j+1}, m = G − 2, without dividing by either.
        var m = g - 2;
        var sum = T.Zero;
        var power = T.One;
        var binomial = System.Numerics.BigInteger.One;
        for (var j = 0; j <= m; j++)
        {
            sum = (sum * p.Failure) + (FromBigInteger<T>(binomial) * power * deviations[j]);
            power *= p.Success;
            binomial = binomial * (m - j) / (j + 1);
        }

        return sum * T.FromInteger(g - 1) / T.FromInteger(g);
    }

    /// <summary>ω_k for k = 1..G−1: the reciprocal smoothed deviation of a group with k successes.</summary>
    /// <param name="groupSize">G ≥ 2.</param>
    /// <param name="eps">Smoothing ε ≥ 0.</param>
    /// <param name="deviation">Divisor of the empirical variance.</param>
    /// <param name="placement">Where the smoothing stands.</param>
    /// <param name="context">Encloses the exact variances v_k.</param>
    public static IReadOnlyList<T> ReciprocalDeviations<T>(
        int groupSize, T eps, GroupDeviation deviation, EpsilonPlacement placement, IArithmeticContext<T> context)
        where T : IElementary<T>
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(groupSize, 2);
        ArgumentNullException.ThrowIfNull(context);
        var result = new T[groupSize - 1];
        for (var k = 1; k < groupSize; k++)
        {
            var variance = context.Enclose(Variance(k, groupSize, deviation));
            result[k - 1] = placement == EpsilonPlacement.Inside
                ? T.ReciprocalSqrt(variance + eps)
                : T.One / (T.Sqrt(variance) + eps);
        }

        return result;
    }

    /// <summary>Exact empirical variance v_k of a group of size G with k successes.</summary>
    public static Rational Variance(int successes, int groupSize, GroupDeviation deviation)
        => new Rational(
            (System.Numerics.BigInteger)successes * (groupSize - successes),
            (System.Numerics.BigInteger)groupSize * (deviation == GroupDeviation.Population ? groupSize : groupSize - 1));

    /// <summary>Probability p^G + (1−p)^G that all rewards of a group agree.</summary>
    public static T DegenerateProbability<T>(Probability<T> p, int groupSize)
        where T : IElementary<T>
        => T.Pow(p.Success, groupSize) + T.Pow(p.Failure, groupSize);

    /// <summary>Ω_G / (1 − p^G − (1−p)^G): degenerate groups are discarded and sampled again (dynamic sampling). Claim L11.</summary>
    public static T OmegaDynamicSampling<T>(Probability<T> p, IReadOnlyList<T> deviations)
        where T : IElementary<T>
        => Omega(p, deviations) / (T.One - DegenerateProbability(p, deviations.Count + 1));

    private static T FromBigInteger<T>(System.Numerics.BigInteger n)
        where T : IElementary<T>
    {
        if (System.Numerics.BigInteger.Abs(n) <= 1L << 53)
        {
            return T.FromInteger((long)n);
        }

        // Exact split; each half is again an integer, so the recursion ends.
        var high = n >> 52;
        return (FromBigInteger<T>(high) * T.FromInteger(1L << 52)) + T.FromInteger((long)(n - (high << 52)));
    }
}
