using GrpoVerified.Arithmetic;

namespace GrpoVerified.Theory.Formulas;

/// <summary>Divergences between Bernoulli distributions. Claims B5, B6.</summary>
public static class Divergences
{
    /// <summary>kl(p‖q) = p log(p/q) + (1−p) log((1−p)/(1−q)), in nats; domain 0 &lt; p, q &lt; 1.</summary>
    public static T Bernoulli<T>(Probability<T> p, Probability<T> q)
        where T : IElementary<T>
        => (p.Success * T.Log(p.Success / q.Success)) + (p.Failure * T.Log(p.Failure / q.Failure));

    /// <summary>Jeffreys divergence kl(p‖q) + kl(q‖p) = (p − q)(logit p − logit q).</summary>
    public static T Jeffreys<T>(Probability<T> p, Probability<T> q)
        where T : IElementary<T>
        => (p.Success - q.Success) * (p.LogOdds - q.LogOdds);

    /// <summary>One outcome's share P log(P/Q) of a Kullback–Leibler divergence, P, Q &gt; 0.</summary>
    public static T Share<T>(T p, T q)
        where T : IElementary<T>
        => p * T.Log(p / q);

    /// <summary>Estimator k1 = d, d = log π_θ − log π_ref.</summary>
    public static T EstimatorK1<T>(T d)
        where T : IElementary<T>
        => d;

    /// <summary>Estimator k2 = d²/2.</summary>
    public static T EstimatorK2<T>(T d)
        where T : IElementary<T>
        => T.Square(d) / T.FromInteger(2);

    /// <summary>Estimator k3 = e^−d − 1 + d, never negative.</summary>
    public static T EstimatorK3<T>(T d)
        where T : IElementary<T>
        => T.Expm1(-d) + d;

    /// <summary>Derivative 1 − e^−d of k3 with respect to log π_θ.</summary>
    public static T EstimatorK3Derivative<T>(T d)
        where T : IElementary<T>
        => -T.Expm1(-d);
}
