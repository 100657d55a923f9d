using GrpoVerified.Arithmetic;

namespace GrpoVerified.Theory;

/// <summary>
/// A probability of success p together with the probability of failure q = 1 − p, both carried,
/// so that neither loses relative precision near 0 or 1.
/// </summary>
/// <typeparam name="T">The arithmetic.</typeparam>
/// <param name="Success">p.</param>
/// <param name="Failure">q = 1 − p.</param>
public readonly record struct Probability<T>(T Success, T Failure)
    where T : IElementary<T>
{
    /// <summary>From p alone; q is computed by subtraction and loses relative precision near p = 1.</summary>
    public static Probability<T> FromSuccess(T p) => new(p, T.One - p);

    /// <summary>From the log-odds x: p = 1/(1+e^−x), q = 1/(1+e^x).</summary>
    public static Probability<T> FromLogOdds(T x) => new(T.Logistic(x), T.Logistic(-x));

    /// <summary>From the odds of failure r = q/p ≥ 0: p = 1/(1+r), q = r/(1+r).</summary>
    public static Probability<T> FromFailureOdds(T r) => new(T.One / (T.One + r), r / (T.One + r));

    /// <summary>From an exact rational, in a context: both components enclose exact numbers.</summary>
    public static Probability<T> FromRational(Rational p, IArithmeticContext<T> context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return new(context.Enclose(p), context.Enclose(Rational.One - p));
    }

    /// <summary>Variance s = p q of a Bernoulli reward.</summary>
    public T Variance => Success * Failure;

    /// <summary>Log-odds (logit) x = log(p/q); domain 0 &lt; p &lt; 1.</summary>
    public T LogOdds => T.Log(Success / Failure);

    /// <summary>Odds of failure r = q/p; domain p &gt; 0.</summary>
    public T FailureOdds => Failure / Success;

    /// <summary>q − p = 1 − 2p.</summary>
    public T Bias => Failure - Success;

    /// <summary>The probability of failure in the place of success (the label swap p ↔ 1−p).</summary>
    public Probability<T> Swapped => new(Failure, Success);

    /// <inheritdoc/>
    public override string ToString() => $"({Success}, {Failure})";
}
