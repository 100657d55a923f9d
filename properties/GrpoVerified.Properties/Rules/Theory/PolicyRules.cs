using GrpoVerified.Arithmetic;
using GrpoVerified.Properties.Contract.Theory;
using GrpoVerified.Properties.Reporting;
using GrpoVerified.Theory;
using GrpoVerified.Theory.Formulas;
using GrpoVerified.Theory.Policies;
using static GrpoVerified.Properties.Rules.Theory.TheoryBudget;

namespace GrpoVerified.Properties.Rules.Theory;

/// <summary>Explicit policies on a finite outcome space: claims A10, B1–B5, B7, C1.</summary>
internal static class PolicyRules
{
    private const TheoryInputs Space = TheoryInputs.Policies | TheoryInputs.Beta | TheoryInputs.Epsilon;

    public static IReadOnlyList<TheoryRule> All { get; } =
    [
        new("A10", "", Strength.Required, "with the labels swapped the mass of the former successes is sigma(x0 - Omega/beta)", Space, [TheoryOperation.Policy], j =>
        {
            var at = j.At.Policies;
            var policy = j.Implementation.Policy!(at.Reference, [.. at.Rewards.Select(r => !r)], 1 - Mass(at.Old, at.Rewards), j.At.Beta, j.At.Epsilon);
            TheoryJudge.Require(policy.Count == at.Rewards.Count, "pi", $"{at.Rewards.Count} probabilities", $"the policy has {policy.Count} outcomes");
            var exact = Ball.Logistic(Pair(Mass(at.Reference, at.Rewards)).LogOdds - Push(j));
            j.Near("P(former success) of pi", Mass(policy, at.Rewards), exact, (Spread(j) + (N(16) * j.Unit)) * exact, "swapped labels do not drive the former successes down by Omega/beta: a label is not read from the rewards");
        }) { Into = Moderate },
        new("B1", "", Strength.Required, "the explicit policy is pi_ref exp(A/beta)/Z", Space, [TheoryOperation.Policy], j =>
        {
            var (policy, exact) = (Policy(j), Optimum(j));
            var spread = Spread(j);
            for (var o = 0; o < policy.Count; o++)
            {
                var p = exact.Probabilities[o];
                j.Between($"pi[{o}]", policy[o], p * (Ball.One - spread), p * (Ball.One + spread), p, $"outcome {o} ({(j.At.Policies.Rewards[o] ? "success" : "failure")}) does not have probability pi_ref exp(A/beta)/Z");
            }
        }) { Into = Moderate },
        new("B1", "normalised", Strength.Required, "the explicit policy sums to 1 and is not negative", Space, [TheoryOperation.Policy], j =>
        {
            var policy = Policy(j);
            for (var o = 0; o < policy.Count; o++)
            {
                TheoryJudge.Require(policy[o] >= 0, $"pi[{o}]", "at least 0", "a probability is negative or no number", policy[o]);
            }

            // Certified sum: the check does not round.
            var sum = policy.Aggregate(Ball.Zero, (s, p) => s + TheoryJudge.Exact(p));
            j.Between("sum of pi", sum.Midpoint.ToDouble(), Ball.One - (N(64) * j.Unit), Ball.One + (N(64) * j.Unit), Ball.One, "the explicit policy does not sum to 1");
        }) { Into = Moderate },
        new("B1", "partition", Strength.Required, "Z is p_ref exp(w_plus/beta) + (1 - p_ref) exp(-w_minus/beta)", TheoryInputs.Map | TheoryInputs.P, [TheoryOperation.Partition], j =>
        {
            var (p, pRef, beta, eps) = (Pair(j.At.P), Pair(j.At.Reference), TheoryJudge.Exact(j.At.Beta), TheoryJudge.Exact(j.At.Epsilon));
            var exact = ExplicitPolicies.Partition(pRef, p, beta, eps);
            var relative = Relative(j, Whitening.Omega(p, eps) / beta);
            j.Between("Z", j.Implementation.Partition!(j.At.Reference, j.At.P, j.At.Beta, j.At.Epsilon), exact * (Ball.One - relative), exact * (Ball.One + relative), exact, "the partition function has another value");
        }) { Into = c => c with { Beta = Math.Max(c.Beta, OmegaOf(c.P, c.Epsilon) / 64) } },
        new("B2", "", Strength.Required, "the gap of the objective is beta KL(pi || pi_n): the policy is its maximiser", Space, [TheoryOperation.Policy, TheoryOperation.Objective], j =>
        {
            var at = j.At.Policies;
            var best = Value(j, Policy(j));
            var gap = best - Value(j, at.Policy);
            var kl = ExplicitPolicies.KullbackLeibler(WeightRules.Exact(at.Policy), Optimum(j).Probabilities, _ => true);
            var exact = TheoryJudge.Exact(j.At.Beta) * kl;

            // Each objective is a sum of terms ω P and β π log(π/π_ref); a policy off by δ moves it by δ(Ω + β(1 + |log|)).
            var size = Push(j) + TheoryJudge.Exact(1) + N(16);
            j.Near("L(pi_n) - L(pi)", gap, exact, N(64) * j.Unit * size * size * TheoryJudge.Exact(j.At.Beta), "L(pi_n) - L(pi) is not beta KL(pi || pi_n)");
        }) { Into = Moderate },
        new("B3", "", Strength.Required, "the objective of the explicit policy is beta log Z", Space, [TheoryOperation.Policy, TheoryOperation.Objective], j =>
        {
            var at = j.At.Policies;
            var (old, eps, beta) = (Surrogates.SuccessOf(WeightRules.Exact(at.Old), at.Rewards), TheoryJudge.Exact(j.At.Epsilon), TheoryJudge.Exact(j.At.Beta));
            var exact = beta * Ball.Log(ExplicitPolicies.Partition(Surrogates.SuccessOf(WeightRules.Exact(at.Reference), at.Rewards), old, beta, eps));

            // As for B2.
            var size = Push(j) + N(17);
            j.Near("L(pi_n)", Value(j, Policy(j)), exact, N(64) * j.Unit * size * size * beta, "the objective of the explicit policy is not beta log Z");
        }) { Into = Moderate },
        new("B5", "", Strength.Required, "distance and divergence from the reference are those of the probabilities of success", Space, [TheoryOperation.Policy], j =>
        {
            var (at, answered) = (j.At.Policies, Policy(j));
            var (policy, reference) = (WeightRules.Exact(answered), WeightRules.Exact(at.Reference));
            Ball[] Classes(IReadOnlyList<Ball> all) => [.. new[] { true, false }.Select(r => all.Where((_, o) => at.Rewards[o] == r).Aggregate(Ball.Zero, (s, p) => s + p))];
            var (two, twoReference) = (Classes(policy), Classes(reference));
            var total = policy.Zip(reference, (p, q) => Ball.Abs(p - q)).Aggregate(Ball.Zero, (s, d) => s + d) / N(2);
            j.Near("TV(pi_n, pi_ref)", total.Midpoint.ToDouble(), Ball.Abs(two[0] - twoReference[0]), N(64) * j.Unit, "TV(pi_n, pi_ref) is not |p_n - p_ref|");

            // The answer sums to 1 within a few u, and its logarithms are at most Ω/β.
            var divergence = ExplicitPolicies.KullbackLeibler(policy, reference, o => answered[o] > 0);
            var exact = ExplicitPolicies.KullbackLeibler(two, twoReference, i => answered.Where((p, o) => at.Rewards[o] == (i == 0)).Any(p => p > 0));
            j.Near("KL(pi_n || pi_ref)", divergence.Midpoint.ToDouble(), exact, N(64) * j.Unit * (N(16) + Push(j)), "KL(pi_n || pi_ref) is not that of the probabilities of success");
        }) { Into = Moderate },
        new("B4", "", Strength.Required, "probabilities within a class keep their ratios", Space, [TheoryOperation.Policy], j =>
        {
            var (policy, at) = (Policy(j), j.At.Policies);
            for (var o = 1; o < policy.Count; o++)
            {
                for (var other = 0; other < o; other++)
                {
                    if (at.Rewards[o] == at.Rewards[other] && policy[other] > 0)
                    {
                        var exact = TheoryJudge.Exact(at.Reference[o]) / TheoryJudge.Exact(at.Reference[other]) * TheoryJudge.Exact(policy[other]);
                        j.Near($"pi[{o}] against pi[{other}]", policy[o], exact, N(16) * j.Unit * exact, "two outcomes with the same reward change their ratio");
                    }
                }
            }
        }) { Into = Moderate },
        new("B7", "", Strength.Required, "a reference without successes, or without failures, is absorbing", TheoryInputs.Beta | TheoryInputs.Epsilon, [TheoryOperation.Policy], j =>
        {
            foreach (var (reference, p) in new[] { (new double[] { 1, 0 }, 1.0), ([0, 1], 0) })
            {
                var policy = j.Implementation.Policy!(reference, [true, false], p, j.At.Beta, j.At.Epsilon);
                TheoryJudge.Require(policy.Count == 2 && policy[0] == reference[0] && policy[1] == reference[1], "pi", "the reference itself", $"a reference with p_ref = {p:0} moves", policy.Count > 0 ? policy[0] : null);
            }
        }) { Into = c => c with { Beta = Math.Max(c.Beta, OmegaOf(1, c.Epsilon) / 64) } },
        new("C1", "policy", Strength.Required, "the mass of the successes of the explicit policy is h(p_old)", Space, [TheoryOperation.Policy, TheoryOperation.SuccessMap], j =>
        {
            var (policy, at) = (Policy(j), j.At.Policies);
            var (p, pOld) = (Mass(policy, at.Rewards), Mass(at.Old, at.Rewards));
            var h = j.Implementation.SuccessMap!(pOld, Mass(at.Reference, at.Rewards), j.At.Beta, j.At.Epsilon);
            var exact = Optimum(j).Success.Success;
            j.Near("P(success) of pi", p, exact, (Spread(j) + (N(16) * j.Unit)) * exact, "the mass of the successes is not h(p_old)");
            j.Near("h(p_old)", h, exact, (Spread(j) + (N(16) * j.Unit)) * exact, "h(p_old) is not the mass of the successes of the explicit policy");
        }) { Into = Moderate },
    ];

    /// <summary>Ω in doubles: it moves cases into domains, nothing is judged by it.</summary>
    public static double OmegaOf(double p, double eps) => Whitening.Omega(Probability<Float64>.FromSuccess(new(p)), new Float64(eps)).Value;

    /// <summary>logit p in doubles, for the same use.</summary>
    public static double LogOddsOf(double p) => Probability<Float64>.FromSuccess(new(p)).LogOdds.Value;

    // e^{Ω/β} stays in the range of single precision.
    private static TheoryCase Moderate(TheoryCase c) => c with { Beta = Math.Max(c.Beta, OmegaOf(Mass(c.Policies.Old, c.Policies.Rewards), c.Epsilon) / 64) };

    private static IReadOnlyList<double> Policy(TheoryJudge j)
    {
        var at = j.At.Policies;
        var policy = j.Implementation.Policy!(at.Reference, at.Rewards, Mass(at.Old, at.Rewards), j.At.Beta, j.At.Epsilon);
        TheoryJudge.Require(policy.Count == at.Rewards.Count, "pi", $"{at.Rewards.Count} probabilities", $"the policy has {policy.Count} outcomes");
        return policy;
    }

    private static double Value(TheoryJudge j, IReadOnlyList<double> policy)
        => j.Implementation.Objective!(policy, j.At.Policies.Reference, j.At.Policies.Rewards, Mass(j.At.Policies.Old, j.At.Policies.Rewards), j.At.Beta, j.At.Epsilon);

    private static ExplicitPolicy<Ball> Optimum(TheoryJudge j)
    {
        var at = j.At.Policies;
        var (old, eps) = (Surrogates.SuccessOf(WeightRules.Exact(at.Old), at.Rewards), TheoryJudge.Exact(j.At.Epsilon));
        return ExplicitPolicies.Maximiser(WeightRules.Exact(at.Reference), at.Rewards, Whitening.WeightPlus(old, eps), Whitening.WeightMinus(old, eps), TheoryJudge.Exact(j.At.Beta));
    }

    private static Ball Push(TheoryJudge j) => Omega(Mass(j.At.Policies.Old, j.At.Policies.Rewards), j.At.Epsilon) / TheoryJudge.Exact(j.At.Beta);

    private static Ball Spread(TheoryJudge j) => Relative(j, Push(j));

    // An exponent off by 16u + 16u Ω/β: its exponential is off by e^δ − 1, relatively.
    private static Ball Relative(TheoryJudge j, Ball push) => Ball.Expm1(j.Unit * (N(32) + (N(16) * push)));

    // Those of a case are multiples of 2^−10: their sum is exact.
    private static double Mass(IReadOnlyList<double> policy, IReadOnlyList<bool> rewards) => policy.Where((_, o) => rewards[o]).Sum();
}
