using GrpoVerified.Arithmetic;

namespace GrpoVerified.Theory.Policies;

/// <summary>A finite outcome space: a reward and an exact probability under one policy for each outcome.</summary>
/// <remarks>Probabilities are non-negative and sum to exactly 1; rewards are verifiable, so binary.</remarks>
public sealed class OutcomeSpace
{
    /// <summary>An outcome space with its policy.</summary>
    /// <param name="probabilities">π(o) ≥ 0, summing to exactly 1.</param>
    /// <param name="rewards">r(o): true for success.</param>
    /// <exception cref="ParameterException">Lengths differ, the space is empty, a probability is negative, or the sum is not 1.</exception>
    public OutcomeSpace(IReadOnlyList<Rational> probabilities, IReadOnlyList<bool> rewards)
    {
        ArgumentNullException.ThrowIfNull(probabilities);
        ArgumentNullException.ThrowIfNull(rewards);
        if (probabilities.Count == 0)
        {
            throw new ParameterException("outcomes", "the outcome list is empty; give at least one outcome");
        }

        if (probabilities.Count != rewards.Count)
        {
            throw new ParameterException("outcomes", $"there are {probabilities.Count} probabilities but {rewards.Count} rewards; give one reward for each outcome");
        }

        Probabilities = probabilities;
        Rewards = rewards;
        var sum = Rational.Zero;
        for (var i = 0; i < probabilities.Count; i++)
        {
            if (probabilities[i] < Rational.Zero)
            {
                throw new ParameterException("outcomes", $"outcome {i + 1} has probability {probabilities[i]}, which is negative");
            }

            sum += probabilities[i];
            if (rewards[i])
            {
                Success += probabilities[i];
            }
        }

        if (sum != Rational.One)
        {
            throw new ParameterException("outcomes", $"the probabilities sum to {sum}, not to 1 (off by {sum - Rational.One}); write exact fractions such as 1/3");
        }
    }

    /// <summary>π(o).</summary>
    public IReadOnlyList<Rational> Probabilities { get; }

    /// <summary>r(o).</summary>
    public IReadOnlyList<bool> Rewards { get; }

    /// <summary>Number of outcomes.</summary>
    public int Count => Probabilities.Count;

    /// <summary>Exact probability of success.</summary>
    public Rational Success { get; }

    /// <summary>The probabilities in an arithmetic.</summary>
    public IReadOnlyList<T> Bind<T>(IArithmeticContext<T> context)
        where T : IElementary<T>
        => [.. Probabilities.Select(context.Enclose)];
}
