using GrpoVerified.Arithmetic;
using GrpoVerified.Properties.Contract;
using GrpoVerified.Properties.Rounding;

namespace GrpoVerified.Properties.Generators;

/// <summary>Two policies over a few outcomes, given by whole weights: probabilities are exact.</summary>
/// <param name="Weights">Weights of π_θ.</param>
/// <param name="ReferenceWeights">Weights of π_ref.</param>
internal sealed record CategoricalCase(IReadOnlyList<int> Weights, IReadOnlyList<int> ReferenceWeights)
{
    /// <summary>π_θ(o).</summary>
    public Rational Probability(int outcome) => new(Weights[outcome], Weights.Sum());

    /// <summary>The log-probabilities of every outcome, as numbers of the format.</summary>
    public KlRequest Request(NumberFormat format) => new(format.DType, Logs(Weights, format), Logs(ReferenceWeights, format));

    /// <summary>Fewer outcomes, then smaller weights.</summary>
    public static IEnumerable<CategoricalCase> Simpler(CategoricalCase c)
    {
        for (var i = 0; i < c.Weights.Count && c.Weights.Count > 2; i++)
        {
            yield return new(Generators.Simpler.Without(c.Weights, i), Generators.Simpler.Without(c.ReferenceWeights, i));
        }

        for (var i = 0; i < c.Weights.Count; i++)
        {
            if (c.Weights[i] > 1)
            {
                yield return c with { Weights = Generators.Simpler.With(c.Weights, i, c.Weights[i] - 1) };
            }

            if (c.ReferenceWeights[i] > 1)
            {
                yield return c with { ReferenceWeights = Generators.Simpler.With(c.ReferenceWeights, i, c.ReferenceWeights[i] - 1) };
            }
        }
    }

    private static double[] Logs(IReadOnlyList<int> weights, NumberFormat format)
        => [.. weights.Select(w => format.Round(Interval.Log(Interval.FromRational(new Rational(w, weights.Sum()))).Midpoint))];
}
