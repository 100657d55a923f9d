using GrpoVerified.Arithmetic;
using GrpoVerified.Theory.Formulas;
using GrpoVerified.Theory.Policies;

namespace GrpoVerified.Theory.Tests.Policies;

/// <summary>The clipped maximiser for arbitrary old policies, by its optimality conditions.</summary>
public sealed class ClippedPolicyTests
{
    private const int Bits = 256;
    private static readonly Ball Tolerance = Ball.FromRational(Rational.Pow(10, -40), 64);

    public static TheoryData<int> Seeds => [1, 2, 3];

    // The objective is concave: π is its maximiser iff, for one number L, L + β log(π/ref) lies in the superdifferential of the
    // clipped surrogate at each outcome: [0, ω₊] on a success (ω₊ below the clip, 0 above), [−ω₋, 0] on a failure (0 below, −ω₋ above).
    [Theory]
    [MemberData(nameof(Seeds))]
    public void Policy_satisfies_the_optimality_conditions(int seed)
    {
        foreach (var s in PolicySample.Take(seed, 40))
        {
            var (policy, plus, minus) = Solve(s);
            var sum = policy.Probabilities.Aggregate(Ball.Zero, static (a, b) => a + b);
            Assert.True(Ball.ContainsZero(sum - Ball.One) && sum.RelativeAccuracyBits > 150, $"{s}: the sum is {sum}");

            // Each outcome confines L to a range of slopes minus β log(π/ref); the ranges must have a point in common.
            var (lower, upper) = (-minus, plus);
            for (var i = 0; i < s.Old.Count; i++)
            {
                var pi = policy.Probabilities[i];
                var tilt = Enclose(s.Beta) * Ball.Log(pi / Enclose(s.Reference[i]));
                var kink = Enclose(s.Old[i]) * (s.Rewards[i] ? Ball.One + Enclose(s.Clip.High) : Ball.One - Enclose(s.Clip.Low));
                var (low, high) = s.Rewards[i] ? (Ball.Zero, plus) : (-minus, Ball.Zero);
                if (Ball.Less(pi + Tolerance, kink).IsCertain)
                {
                    low = high;
                }
                else if (Ball.Less(kink + Tolerance, pi).IsCertain)
                {
                    high = low;
                }

                lower = Ball.Max(lower, low - tilt);
                upper = Ball.Min(upper, high - tilt);
            }

            Assert.True(Ball.LessOrEqual(lower, upper + Tolerance).IsCertain, $"{s}: multipliers from {lower} to {upper}");
        }
    }

    // Brute force: exact small transfers of probability between two outcomes never gain.
    [Theory]
    [MemberData(nameof(Seeds))]
    public void No_transfer_between_two_outcomes_improves_the_objective(int seed)
    {
        foreach (var s in PolicySample.Take(seed + 20, 12))
        {
            var (policy, plus, minus) = Solve(s);
            var best = Objective(s, policy.Probabilities, plus, minus);
            for (var i = 0; i < s.Old.Count; i++)
            {
                for (var j = 0; j < s.Old.Count; j++)
                {
                    var moved = policy.Probabilities.ToArray();
                    var amount = moved[i] / Ball.FromInteger(1000);
                    (moved[i], moved[j]) = i == j ? (moved[i], moved[j]) : (moved[i] - amount, moved[j] + amount);
                    Assert.True(Ball.LessOrEqual(Objective(s, moved, plus, minus), best + Tolerance).IsCertain, $"{s}: from {i} to {j}");
                }
            }
        }
    }

    // Claim J2: with equal conditionals within each class, the problem is one-dimensional and Clipping.NextFailureOdds solves it.
    [Theory]
    [MemberData(nameof(Seeds))]
    public void Equal_conditionals_reduce_to_the_one_dimensional_update(int seed)
    {
        foreach (var s in PolicySample.Take(seed + 40, 25))
        {
            var space = new OutcomeSpace(s.Reference, s.Rewards);
            var factor = Rational.Parse("3/5") / space.Success;
            var rest = Rational.Parse("2/5") / (Rational.One - space.Success);
            var tied = s with { Old = [.. s.Reference.Select((r, i) => r * (s.Rewards[i] ? factor : rest))] };
            var (policy, plus, minus) = Solve(tied);
            var anchor = Enclose((Rational.One - space.Success) / space.Success);
            var odds = Clipping.NextFailureOdds(
                Probability<Ball>.FromRational(tied.OldSuccess, new BallContext(Bits)), anchor, plus, minus, Enclose(s.Beta), Enclose(s.Clip.Low), Enclose(s.Clip.High));
            var difference = odds - policy.Success.FailureOdds;
            Assert.True(Ball.ContainsZero(difference) && difference.Radius.Exponent < -150, $"{tied}: {odds} against {policy.Success.FailureOdds}");
        }
    }

    // Claim J1's example: ref = (1/4, 1/4, 1/2), old = (49/100, 1/100, 1/2), beta = 1/2, eps = 1/100, clip 1/5.
    [Fact]
    public void Example_of_J1_is_reproduced()
    {
        var sample = new PolicySample(
            [new(1, 4), new(1, 4), new(1, 2)], [new(49, 100), new(1, 100), new(1, 2)], [true, true, false], new(1, 2), new(1, 100), new ClipRange(new(1, 5), new(1, 5)));
        var (policy, _, _) = Solve(sample);
        Rational[] expected = [new(588, 1000), new(412, 3000), new(824, 3000)];
        for (var i = 0; i < 3; i++)
        {
            Assert.True(Ball.Contains(policy.Probabilities[i], expected[i]), $"{policy.Probabilities[i]} misses {expected[i]}");
            Assert.True(policy.Probabilities[i].RelativeAccuracyBits > 200);
        }
    }

    private static Ball Enclose(Rational value) => Ball.FromRational(value, Bits);

    private static (ExplicitPolicy<Ball> Policy, Ball Plus, Ball Minus) Solve(PolicySample s)
    {
        var pOld = Probability<Ball>.FromRational(s.OldSuccess, new BallContext(Bits));
        var (plus, minus) = (Whitening.WeightPlus(pOld, Enclose(s.Epsilon)), Whitening.WeightMinus(pOld, Enclose(s.Epsilon)));
        var problem = new ClippedPolicy(
            PolicySample.Bind(s.Reference, Bits), PolicySample.Bind(s.Old, Bits), s.Rewards, plus, minus, Enclose(s.Beta), Enclose(s.Clip.Low), Enclose(s.Clip.High));
        return (problem.Solve(Bits), plus, minus);
    }

    // Written out from the definition: Σ old min(ρA, clip(ρ)A) − β Σ π log(π/ref).
    private static Ball Objective(PolicySample s, IReadOnlyList<Ball> policy, Ball plus, Ball minus)
    {
        var total = Ball.Zero;
        for (var i = 0; i < policy.Count; i++)
        {
            var old = Enclose(s.Old[i]);
            total += s.Rewards[i]
                ? plus * Ball.Min(policy[i], old * (Ball.One + Enclose(s.Clip.High)))
                : -(minus * Ball.Max(policy[i], old * (Ball.One - Enclose(s.Clip.Low))));
            total -= Enclose(s.Beta) * policy[i] * Ball.Log(policy[i] / Enclose(s.Reference[i]));
        }

        return total;
    }
}
