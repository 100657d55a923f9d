using GrpoVerified.Arithmetic;
using GrpoVerified.Properties.Contract;
using GrpoVerified.Properties.Rules.Theory;
using GrpoVerified.Theory;
using GrpoVerified.Theory.Groups;
using MathNet.Numerics.Distributions;
using MathNet.Numerics.Random;

namespace GrpoVerified.Properties.Tests.Theory;

/// <summary>Tabular GRPO simulated with sampled groups, against the certified map of finite groups; and policies sampled from a Dirichlet law.</summary>
public sealed class SimulationTests
{
    // Two-sided failure probability of one whole test if the map is right; spread over its comparisons.
    private const double Risk = 1e-9;

    [Theory]
    [InlineData(0.1, 1, 0, 8, GroupDeviation.Population, 1)]
    [InlineData(0.3, 2, 0.001, 4, GroupDeviation.Sample, 2)]
    [InlineData(0.02, 1.5, 0.0001, 16, GroupDeviation.Sample, 3)]
    [InlineData(0.6, 4, 0.01, 5, GroupDeviation.Population, 4)]
    public void Simulated_steps_stay_within_the_bound_computed_for_the_certified_map(double pRef, double beta, double eps, int g, GroupDeviation deviation, int seed)
    {
        const int steps = 6;
        const int groups = 200_000;
        var random = new MersenneTwister(seed);
        var p = pRef;
        for (var n = 0; n < steps; n++)
        {
            var (terms, probabilities) = GroupTerms(p, eps, g, deviation);
            var counts = new long[g + 1];
            for (var i = 0; i < groups; i++)
            {
                counts[Binomial.Sample(random, p, g)]++;
            }

            var simulated = counts.Select((count, k) => count * terms[k]).Sum() / groups;

            // Certified Ω_G at the simulated p, by the library's polynomial.
            var exact = EffectiveWeight.Omega(
                Probability<Interval>.FromRational(Rational.FromDouble(p), IntervalContext.Instance),
                EffectiveWeight.ReciprocalDeviations(g, Interval.FromRational(Rational.FromDouble(eps)), deviation, EpsilonPlacement.Inside, IntervalContext.Instance));
            var bound = Bernstein(terms, probabilities, groups, Risk / steps);
            Assert.InRange(simulated, exact.Lower - bound, exact.Upper + bound);

            // Narrow enough to tell a finite group from the population, or one deviation from the other: the test can fail.
            Assert.True(bound < 0.05 * exact.Upper, $"the bound {bound} says little about {exact}");
            p = 1 / (1 + ((1 - pRef) / pRef * Math.Exp(-simulated / beta)));
        }
    }

    [Fact]
    public void The_simulation_tells_the_sample_from_the_population_deviation()
    {
        var (terms, probabilities) = GroupTerms(0.1, 0, 8, GroupDeviation.Population);
        var (other, _) = GroupTerms(0.1, 0, 8, GroupDeviation.Sample);
        var difference = terms.Zip(other, probabilities).Sum(t => (t.First - t.Second) * t.Third);
        Assert.True(difference > 4 * Bernstein(terms, probabilities, 200_000, Risk / 6));
    }

    [Fact]
    public void Policy_rules_hold_on_policies_sampled_from_a_Dirichlet_law()
    {
        var random = new MersenneTwister(20_260_101);
        var rules = new[] { "B1", "B1.normalised", "B2", "B4", "C1.policy" }.Select(TheoryRules.Find).ToList();
        var implementation = HandTheory<double>.Of("by hand", DType.Float64);
        for (var i = 0; i < 200; i++)
        {
            var size = 2 + (i % 5);
            var concentration = Math.ScaleB(1, (i % 7) - 3);
            double[] Sample() => Multiples(new Dirichlet(concentration, size, random).Sample());
            var rewards = Enumerable.Range(0, size).Select(o => o == 0 || (o > 1 && random.NextBoolean())).ToArray();
            var at = new TheoryCase { Beta = 1 + (i % 3), Epsilon = 0.01, Policies = new(Sample(), Sample(), Sample(), rewards) };
            Assert.All(rules, rule => new TheorySuite().Judge(implementation, rule, at));
        }
    }

    // Y_k = (1/G) Σ_i A_i (1{r=1}/p − 1{r=0}/(1−p)) of a group with k successes, whose expectation is w₊ + w₋ = Ω_G(p); and the law of k.
    private static (double[] Terms, double[] Probabilities) GroupTerms(double p, double eps, int g, GroupDeviation deviation)
    {
        var terms = Enumerable.Range(0, g + 1).Select(k =>
        {
            if (k == 0 || k == g)
            {
                return 0;
            }

            var mean = k / (double)g;
            var variance = (k * (1 - mean) * (1 - mean) + ((g - k) * mean * mean)) / (deviation == GroupDeviation.Sample ? g - 1 : g);
            var (plus, minus) = ((1 - mean) / Math.Sqrt(variance + eps), -mean / Math.Sqrt(variance + eps));
            return ((k * plus / p) - ((g - k) * minus / (1 - p))) / g;
        }).ToArray();
        return (terms, [.. Enumerable.Range(0, g + 1).Select(k => Binomial.PMF(p, g, k))]);
    }

    // Bernstein's inequality with the exact variance V and range: P(|mean − E| ≥ t) ≤ 2 exp(−N t²/(2V + (2/3) M t)), solved for t.
    private static double Bernstein(double[] terms, double[] probabilities, int n, double risk)
    {
        var mean = terms.Zip(probabilities, (y, w) => y * w).Sum();
        var variance = terms.Zip(probabilities, (y, w) => (y - mean) * (y - mean) * w).Sum();
        var range = terms.Max(y => Math.Abs(y - mean));
        var log = Math.Log(2 / risk);
        var b = 2 * range * log / (3 * n);
        return (b + Math.Sqrt((b * b) + (8 * variance * log / n))) / 2;
    }

    // The nearest positive multiples of 2^−20 with sum 1: exact in double.
    private static double[] Multiples(double[] policy)
    {
        var parts = policy.Select(x => Math.Max(1, Math.Floor(Math.ScaleB(x, 20)))).ToArray();
        var largest = Array.IndexOf(parts, parts.Max());
        parts[largest] += (1 << 20) - parts.Sum();
        return [.. parts.Select(x => Math.ScaleB(x, -20))];
    }
}
