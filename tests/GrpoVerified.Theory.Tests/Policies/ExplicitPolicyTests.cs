using GrpoVerified.Arithmetic;
using GrpoVerified.Theory.Formulas;
using GrpoVerified.Theory.Policies;

namespace GrpoVerified.Theory.Tests.Policies;

/// <summary>The explicit maximiser: sums, optimality, and its agreement with the success map.</summary>
public sealed class ExplicitPolicyTests
{
    private const int Bits = 200;

    public static TheoryData<int> Seeds => [1, 2, 3];

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Policy_sums_to_one_and_its_success_is_the_success_map(int seed)
    {
        foreach (var s in PolicySample.Take(seed, 60))
        {
            var context = new BallContext(Bits);
            var (pOld, beta, eps) = (Probability<Ball>.FromRational(s.OldSuccess, context), context.Enclose(s.Beta), context.Enclose(s.Epsilon));
            var policy = ExplicitPolicies.Maximiser(PolicySample.Bind(s.Reference, Bits), s.Rewards, Whitening.WeightPlus(pOld, eps), Whitening.WeightMinus(pOld, eps), beta);
            AssertSame(Ball.One, policy.Probabilities.Aggregate(Ball.Zero, static (a, b) => a + b));
            AssertSame(Ball.One, policy.Success.Success + policy.Success.Failure);
            AssertSame(policy.Success.Success, ExplicitPolicies.Mass(policy.Probabilities, s.Rewards, success: true));

            // Claim C1 for an arbitrary old policy: only its probability of success enters.
            var pRef = new OutcomeSpace(s.Reference, s.Rewards).Success;
            var next = SuccessMap.Next(pOld, Probability<Ball>.FromRational(pRef, context), beta, eps);
            AssertSame(next.Success, policy.Success.Success);
            AssertSame(next.Failure, policy.Success.Failure);
        }
    }

    // Claim B2, L(π_n) − L(π) = β KL(π‖π_n), for another policy π (the old one).
    [Theory]
    [MemberData(nameof(Seeds))]
    public void Objective_falls_short_of_the_maximum_by_beta_times_the_divergence(int seed)
    {
        foreach (var s in PolicySample.Take(seed + 50, 40))
        {
            var context = new BallContext(Bits);
            var (pOld, beta, eps) = (Probability<Ball>.FromRational(s.OldSuccess, context), context.Enclose(s.Beta), context.Enclose(s.Epsilon));
            var (plus, minus) = (Whitening.WeightPlus(pOld, eps), Whitening.WeightMinus(pOld, eps));
            var (anchor, other) = (PolicySample.Bind(s.Reference, Bits), PolicySample.Bind(s.Old, Bits));
            var best = ExplicitPolicies.Maximiser(anchor, s.Rewards, plus, minus, beta);
            var gap = ExplicitPolicies.Objective(best.Probabilities, anchor, s.Rewards, plus, minus, beta, static _ => true)
                - ExplicitPolicies.Objective(other, anchor, s.Rewards, plus, minus, beta, static _ => true);
            AssertSame(gap, beta * ExplicitPolicies.KullbackLeibler(other, best.Probabilities, static _ => true));
            AssertSame(beta * Ball.Log(best.Partition), ExplicitPolicies.Objective(best.Probabilities, anchor, s.Rewards, plus, minus, beta, static _ => true));
        }
    }

    public static TheoryData<string, string[], bool[]> InvalidSpaces => new()
    {
        { "empty", [], [] },
        { "2 probabilities but 1 rewards", ["1/2", "1/2"], [true] },
        { "outcome 2 has probability -1/2", ["3/2", "-1/2"], [true, false] },
        { "sum to 5/6", ["1/2", "1/3"], [true, false] },
    };

    [Theory]
    [MemberData(nameof(InvalidSpaces))]
    public void Invalid_outcome_space_is_refused_in_one_line(string part, string[] probabilities, bool[] rewards)
    {
        var fault = Assert.Throws<ParameterException>(() => new OutcomeSpace([.. probabilities.Select(Rational.Parse)], rewards));
        Assert.Contains(part, fault.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', fault.Message);
    }

    private static void AssertSame(Ball expected, Ball actual)
    {
        var difference = expected - actual;
        Assert.True(Ball.ContainsZero(difference) && (difference.IsExact || difference.Radius.Exponent < -120), $"{expected} against {actual}");
    }
}
