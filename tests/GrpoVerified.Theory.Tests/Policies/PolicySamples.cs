using GrpoVerified.Arithmetic;

namespace GrpoVerified.Theory.Tests.Policies;

/// <summary>Random exact policies on a few outcomes, the same for a given seed; some with very unequal probabilities.</summary>
internal sealed record PolicySample(
    IReadOnlyList<Rational> Reference, IReadOnlyList<Rational> Old, IReadOnlyList<bool> Rewards, Rational Beta, Rational Epsilon, ClipRange Clip)
{
    /// <summary>Old probability of success.</summary>
    public Rational OldSuccess => Old.Zip(Rewards).Where(o => o.Second).Aggregate(Rational.Zero, (sum, o) => sum + o.First);

    public static IEnumerable<PolicySample> Take(int seed, int count)
    {
        var random = new Random(seed);
        for (var i = 0; i < count; i++)
        {
            var n = 2 + random.Next(5);
            bool[] rewards = [true, false, .. Enumerable.Range(0, n - 2).Select(_ => random.Next(2) == 0)];
            yield return new(
                Policy(random, n),
                random.Next(4) == 0 ? Policy(random, n, spread: 1_000_000) : Policy(random, n),
                rewards,
                new Rational(1 + random.Next(40), 1 + random.Next(20)),
                random.Next(3) == 0 ? Rational.Zero : new Rational(1, 1 + random.Next(1000)),
                new ClipRange(new Rational(1 + random.Next(9), 10), new Rational(1 + random.Next(15), 10)));
        }
    }

    /// <summary>The policy as balls.</summary>
    public static IReadOnlyList<Ball> Bind(IReadOnlyList<Rational> policy, int bits) => [.. policy.Select(p => Ball.FromRational(p, bits))];

    private static Rational[] Policy(Random random, int n, int spread = 20)
    {
        var weights = Enumerable.Range(0, n).Select(_ => 1 + random.Next(spread)).ToArray();
        return [.. weights.Select(w => new Rational(w, weights.Sum()))];
    }
}
