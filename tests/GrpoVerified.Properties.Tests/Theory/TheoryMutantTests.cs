using GrpoVerified.Properties.Contract;
using GrpoVerified.Properties.Contract.Theory;
using GrpoVerified.Properties.Reporting;
using GrpoVerified.Properties.Rules.Theory;

namespace GrpoVerified.Properties.Tests.Theory;

/// <summary>Broken implementations of the theory, each killed by a named rule with the message that says what is wrong.</summary>
public sealed class TheoryMutantTests
{
    private static readonly TheoryImplementation Good = HandTheory<double>.Of("good", DType.Float64);

    private static readonly (string Name, TheoryImplementation Mutant, string Rule, string Message)[] Mutants =
    [
        ("epsilon outside the root", Good with { Weights = (p, e) => (1 - p, p) is var w ? (w.Item1 / (Math.Sqrt(p * (1 - p)) + e), w.Item2 / (Math.Sqrt(p * (1 - p)) + e)) : default }, "A1", "the advantage of a success is not"),
        ("weights swapped", Good with { Weights = (p, e) => Swap(Good.Weights!(p, e)) }, "A2", "differ: the whitened reward has a mean other than 0"),
        ("weights swapped, seen by monotony", Good with { Weights = (p, e) => Swap(Good.Weights!(p, e)) }, "A3", "w_plus grows with p"),
        ("variance without 1 - p", Good with { Weights = (p, e) => ((1 - p) / Math.Sqrt(p + e), p / Math.Sqrt(p + e)) }, "A4", "Omega leaves"),
        ("failures left out of the contrastive loss", Good with { Contrastive = (a, b, r, e, l, h) => Good.Contrastive!(a, b, r, e, 1, h) }, "A5", "the contrastive loss is not"),
        ("conditional expectations (A6)", Good with { Contrastive = (a, b, r, e, l, h) => Good.Contrastive!(a, b, r, e, l, h) / b.Where((_, o) => r[o]).Sum() }, "A5", "the contrastive loss is not"),
        ("ratio and advantage swapped in the clip (A7)", Good with { Surrogate = SwappedClip }, "A5.surrogate", "the clipped surrogate is not"),
        ("clips the ratio on both sides", Good with { Surrogate = (a, b, r, e, l, h) => AlwaysClipped(a, b, r, e, l, h) }, "A5.surrogate", "the clipped surrogate is not"),
        ("clip range that is never switched off", Good with { Surrogate = (a, b, r, e, l, h) => Good.Surrogate!(a, b, r, e, 0.2, 0.2) }, "A8", "the unclipped surrogate is not"),
        ("policy tilted by A beta", Good with { Policy = (q, r, p, b, e) => Good.Policy!(q, r, p, 1 / b, e) }, "B1", "does not have probability pi_ref exp(A/beta)/Z"),
        ("policy not normalised", Good with { Policy = (q, r, p, b, e) => [.. Good.Policy!(q, r, p, b, e).Select(x => x * 1.000001)] }, "B1.normalised", "does not sum to 1"),
        ("partition over successes only", Good with { Partition = (r, p, b, e) => r * Math.Exp(Good.Weights!(p, e).Plus / b) }, "B1.partition", "the partition function has another value"),
        ("reversed KL in the objective", Good with { Objective = ReversedKl }, "B2", "is not beta KL(pi || pi_n)"),
        ("mass moved between outcomes of one class", Good with { Policy = Leaky }, "B4", "two outcomes with the same reward change their ratio"),
        ("uniform floor under every outcome", Good with { Policy = (q, r, p, b, e) => [.. Good.Policy!(q, r, p, b, e).Select(x => ((1 - 1e-6) * x) + (1e-6 / q.Count))] }, "B7", "moves"),
        ("beta multiplies", Good with { SuccessMap = (p, r, b, e) => Good.SuccessMap!(p, r, 1 / b, e) }, "C1", "h(p) has another value"),
        ("policy and map disagree", Good with { SuccessMap = (p, r, b, e) => Good.SuccessMap!(p, r, b, 2 * e) }, "C1.policy", "h(p_old) is not the mass of the successes"),
        ("G without the root", Good with { LogOddsMap = (x, x0, b, e) => x0 + (((Good.LogOddsMap!(x, 0, 1, e) * Good.LogOddsMap!(x, 0, 1, e)) + 0) / b) }, "C2", "the map in log-odds is not"),
        ("G stretched", Good with { LogOddsMap = (x, x0, b, e) => Good.LogOddsMap!(3 * x, x0, b, e) }, "C7.lipschitz", "driven apart"),
        ("weight of a success instead of Omega", Good with { SuccessMap = (p, r, b, e) => HandTheory<double>.Sigma(HandTheory<double>.Logit(r) + (Good.Weights!(p, e).Plus / b)) }, "C3.symmetry", "exceeds"),
        ("drives by p(1-p) instead of its inverse", Good with { SuccessMap = (p, r, b, e) => HandTheory<double>.Sigma(HandTheory<double>.Logit(r) + (((p * (1 - p)) + e) / b)) }, "C3.branches", "h is larger nearer to 1/2"),
        ("no smoothing at the ends", Good with { SuccessMap = (p, r, b, e) => Good.SuccessMap!(p, r, b, p is 0 or 1 ? 0 : e) }, "C3.ends", "at the end of the interval"),
        ("derivative without 1 - h", Good with { Derivative = (p, r, b, e) => Good.Derivative!(p, r, b, e) / (1 - Good.SuccessMap!(p, r, b, e)) }, "C4", "h'(p) has another value"),
        ("derivative with the wrong sign", Good with { Derivative = (p, r, b, e) => -Good.Derivative!(p, r, b, e) }, "E2", "the middle fixed point does not repel"),
        ("derivative off by two", Good with { Derivative = (p, r, b, e) => 2 * Good.Derivative!(p, r, b, e) }, "E1", "the multiplier of a fixed point has another value"),
        ("sign of the KL term wrong", Good with { SuccessMap = (p, r, b, e) => 1 - Good.SuccessMap!(p, 1 - r, b, e) }, "C5", "h(p) is below p_ref"),
        ("smoothing forgotten", Good with { SuccessMap = (p, r, b, e) => Good.SuccessMap!(p, r, b, 0) }, "C5.envelope", "h(p) leaves [h(1/2), h(1)]"),
        ("Lipschitz constant without 1 + 4 epsilon", Good with { LipschitzConstant = e => 1 / Math.Sqrt(27 * e) }, "C7", "the Lipschitz constant has another value"),
        ("only the smallest fixed point", Good with { FixedPoints = (r, b, e) => [.. Good.FixedPoints!(r, b, e).Take(1)] }, "D1", "fixed points, not 1"),
        ("stops after five steps", Good with { FixedPoints = (r, b, e) => [Iterate(r, b, e, 5)] }, "D1", "a fixed point is somewhere else"),
        ("fixed point of the mirror map", Good with { FixedPoints = (r, b, e) => [r / 2] }, "C6", "a fixed point lies below p_ref"),
        ("p = 1 listed as in the paper (D2)", Good with { FixedPoints = (r, b, e) => [.. Good.FixedPoints!(r, b, e), 1] }, "D2", "p = 1 is listed as a fixed point"),
        ("fixed points of 1 - p_ref", Good with { FixedPoints = (r, b, e) => Good.FixedPoints!(1 - r, b, e) }, "D9", "a better reference gives a smaller lowest fixed point"),
        ("always above one half", Good with { FixedPoints = (r, b, e) => [.. Good.FixedPoints!(r, b, e).Select(p => Math.Max(p, 1 - p))] }, "D11", "on the wrong side of 1/2"),
        ("step towards p_ref instead", Good with { SuccessMap = (p, r, b, e) => (p + r) / 2 - 1e-9 }, "F1", "p_n falls although p_ref >= 1/2"),
        ("averaging with overshoot", Good with { SuccessMap = (p, r, b, e) => p > 0.6 ? 0.55 : 0.7 }, "F2", "p_n turns"),
        ("population map where it converges, slowed", Good with { SuccessMap = (p, r, b, e) => (0.999 * p) + (0.001 * Good.SuccessMap!(p, r, b, e)) }, "F3", "farther from the fixed point"),
        ("flip amplified threefold", Good with { SuccessMap = (p, r, b, e) => Math.Clamp(1 - (3.3 * p * (1 - p)), 0.05, 0.95) }, "F8", "the sequence ends in a cycle"),
        ("steps of a fixed beta", Good with { SuccessMap = (p, r, b, e) => Good.SuccessMap!(p, r, 0.05, e) }, "F14", "a harder prompt overtakes"),
        ("clamped log-odds", Good with { SuccessMap = (p, r, b, e) => Math.Min(Good.SuccessMap!(p, r, b, e), 0.99) }, "G2", "exceeds"),
        ("damped: converges where the map cycles", Good with { SuccessMap = (p, r, b, e) => ((Good.SuccessMap!(p, r, b, e) + p) / 2) is var m ? m : 0 }, "F10.ce1", "converges where it certifiably does not"),
        ("damped at CE2", Good with { SuccessMap = (p, r, b, e) => (0.3 * Good.SuccessMap!(p, r, b, e)) + (0.7 * p) }, "F10.ce2", "certifi"),
        ("damped at CE3", Good with { SuccessMap = (p, r, b, e) => (0.3 * Good.SuccessMap!(p, r, b, e)) + (0.7 * p) }, "F10.ce3", "certifi"),
        ("damped at the 3-cycle", Good with { SuccessMap = (p, r, b, e) => (0.3 * Good.SuccessMap!(p, r, b, e)) + (0.7 * p) }, "F15", "certifi"),
        ("monotone by force (F11)", Good with { SuccessMap = (p, r, b, e) => Math.Max(p, Good.SuccessMap!(p, r, b, e)) }, "F11", "the sequence is monotone where it certifiably is not"),
        ("no jump: step bounded", Good with { SuccessMap = (p, r, b, e) => Math.Min(Good.SuccessMap!(p, r, b, e), 1.2 * p) }, "F13", "the limits are not those certified"),
        ("smoothing never 0", Good with { SuccessMap = (p, r, b, e) => Good.SuccessMap!(p, r, b, Math.Max(e, 0.01)) }, "G5", "the sequence does not go to 1"),
        ("mirror anchored at one half", Good with { Mirror = (p, b, e) => Good.SuccessMap!(p, 0.5, b, e) }, "H1", "the mirror step has another value"),
        ("mirror anchored at the reference", Good with { Mirror = (p, b, e) => Good.SuccessMap!(p, 0.01, b, e) }, "H1.increases", "the mirror sequence falls"),
        ("mean-only divided all the same", Good with { MeanOnly = (p, r, b) => Good.SuccessMap!(p, r, b, 0.001) }, "H5", "the mean-only step is not"),
        ("alpha on the wrong policy", Good with { TwoKl = (p, r, a, b, e) => Good.TwoKl!(p, r, 1 - a, b, e) }, "H7", "the two-KL step has another value"),
        ("beta of two-KL divided by alpha", Good with { TwoKl = (p, r, a, b, e) => Good.TwoKl!(p, r, a, b * a, e) }, "H8", "is moved by two-KL"),
        ("two-KL without its damping", Good with { TwoKl = (p, r, a, b, e) => Good.SuccessMap!(p, r, Math.Min(b, 0.2), 1e-5) * 0.5 }, "H11", "two-KL overshoots"),
        ("two-KL that never sees the reference", Good with { TwoKl = (p, r, a, b, e) => Good.Mirror!(p, b, e) }, "M3.two-kl", "two-KL with alpha = 1 is not h"),
        ("clip of the middle regime missing", Good with { Clipped = (p, r, b, e, l, h) => Math.Min(Good.SuccessMap!(p, r, b, e), Math.Max(r, p * (1 + h))) }, "J3", "the clipped update has another value"),
        ("clips below p_ref", Good with { Clipped = (p, r, b, e, l, h) => Math.Min(Good.SuccessMap!(p, r, b, e), p * (1 + h)) }, "J4", "leaves [p_ref, h(p)]"),
        ("clipped step always up", Good with { Clipped = (p, r, b, e, l, h) => Math.Min(1, p * (1 + h)) }, "J5", "clipping moves a fixed point"),
        ("clip that does nothing", Good with { Clipped = (p, r, b, e, l, h) => Good.SuccessMap!(p, r, b, e) }, "J10", "the clipped sequence is not attracted to the certified cycle"),
        ("clip that does nothing, other limit", Good with { Clipped = (p, r, b, e, l, h) => Good.SuccessMap!(p, r, b, e) }, "J11", "another limit"),
        ("clipped downwards", Good with { Clipped = (p, r, b, e, l, h) => Math.Min(Good.SuccessMap!(p, r, b, e), p * (1 - l)) }, "J12", "the clipped sequence falls"),
        ("range cut at 0.2", Good with { Clipped = (p, r, b, e, l, h) => Good.Clipped!(p, r, b, e, Math.Min(l, 0.2), Math.Min(h, 0.2)) }, "M3.clip", "an inactive clip changes the update"),
        ("population weight for every group", Good with { GroupWeight = (p, e, g, s) => HandTheory<double>.Omega(p, e) }, "L2", "the effective weight of a finite group has another value"),
        ("population weight for every group, seen at G = 2", Good with { GroupWeight = (p, e, g, s) => HandTheory<double>.Omega(p, e) }, "L7", "Omega_2 depends on p"),
        ("success weight only", Good with { GroupWeight = (p, e, g, s) => (1 - p) * Good.GroupWeight!(p, e, g, s) }, "L3", "Omega_G(p) exceeds Omega_G(1 - p)"),
        ("divided by G - 1 once more", Good with { GroupWeight = (p, e, g, s) => Good.GroupWeight!(p, e, g, s) * g / (g - 1) }, "L4", "a finite group amplifies more than the population"),
        ("degenerate groups discarded (L11)", Good with { GroupWeight = (p, e, g, s) => Good.GroupWeight!(p, e, g, s) / (1 - Math.Pow(p, g) - Math.Pow(1 - p, g)) }, "L6", "a larger group amplifies less"),
        ("sample deviation ignored", Good with { GroupWeight = (p, e, g, s) => Good.GroupWeight!(p, e, g, false) }, "L12", "sample and population deviation are not related"),
        ("objective off by a constant", Good with { Objective = (q, p, r, o, b, e) => Good.Objective!(q, p, r, o, b, e) + 0.01 }, "B3", "is not beta log Z"),
        ("mass moved within a class, seen by the divergence", Good with { Policy = Leaky }, "B5", "KL(pi_n || pi_ref) is not that of the probabilities of success"),
        ("half the step", Good with { SuccessMap = (p, r, b, e) => Good.SuccessMap!(p, r, 2 * b, e) }, "B6", "the Jeffreys divergence of the step"),
        ("mirror without smoothing", Good with { Mirror = (p, b, e) => Good.Mirror!(p, b, 0) }, "H2", "leaves its envelope"),
        ("mean-only that never passes one half as its anchor", Good with { MeanOnly = (p, r, b) => Good.MeanOnly!(p, Math.Min(r, 0.5), b) }, "H4", "four mean-only steps"),
        ("log-odds that remember every error", Good with { LogOddsMap = (x, x0, b, e) => Good.LogOddsMap!(x, x, b, e) }, "K5", "add up to more than a contraction allows"),
        ("population weight, seen near 0", Good with { GroupWeight = (p, e, g, s) => HandTheory<double>.Omega(p, e) }, "L8", "exceeds Omega_G(0)"),
        ("population weight, seen by its slope", Good with { GroupWeight = (p, e, g, s) => HandTheory<double>.Omega(p, e) }, "L9", "steeper than its contraction constant"),
        ("the first outcome is taken for a success", Good with { Policy = (q, r, p, b, e) => Good.Policy!(q, [true, .. r.Skip(1)], p, b, e) }, "A10", "a label is not read from the rewards"),
        ("half of beta, seen at the middle fixed point", Good with { SuccessMap = (p, r, b, e) => Good.SuccessMap!(p, r, b / 2, e) }, "F9", "jumps over the middle fixed point"),
        ("mirror with a smoothing that is never 0", Good with { Mirror = (p, b, e) => Good.Mirror!(p, b, Math.Max(e, 0.01)) }, "H3", "is shorter than e^(|x|/2)/beta"),
        ("clip of the failures forgotten", Good with { Clipped = (p, r, b, e, l, h) => Good.Clipped!(p, r, b, e, 1, h) }, "J13", "does not multiply 1 - p by 1 - e_lo"),
        ("a step of a twentieth", Good with { SuccessMap = (p, r, b, e) => (0.95 * p) + (0.05 * Good.SuccessMap!(p, r, b, e)) }, "F12", "stops short of the smallest fixed point"),
        ("smoothing never 0, seen by the escape", Good with { SuccessMap = (p, r, b, e) => Good.SuccessMap!(p, r, b, Math.Max(e, 0.01)) }, "G4", "does not go to 1 although p_ref lies in the escape set"),
        ("half of beta, seen by the escape", Good with { SuccessMap = (p, r, b, e) => Good.SuccessMap!(p, r, b / 2, e) }, "G4", "goes to 1 although p_ref lies outside"),
        ("smoothing never 0, seen on a hard prompt", Good with { SuccessMap = (p, r, b, e) => Good.SuccessMap!(p, r, b, Math.Max(e, 0.01)) }, "G10", "is not solved in one step"),
        ("two-KL with the overshoot of a logistic map", Good with { TwoKl = (p, r, a, b, e) => Math.Clamp(1 - (3.3 * p * (1 - p)), 0.05, 0.95) }, "H10", "two-KL ends in a cycle"),
        ("clip about the reference", Good with { Clipped = (p, r, b, e, l, h) => Math.Min(Good.SuccessMap!(p, r, b, e), r * (1 + h)) }, "J6", "the clip acts although"),
        ("clip that does nothing, one step", Good with { Clipped = (p, r, b, e, l, h) => Good.SuccessMap!(p, r, b, e) }, "J8", "a clipped step jumps beyond"),
        ("clip that does nothing, overshoot", Good with { Clipped = (p, r, b, e, l, h) => Good.SuccessMap!(p, r, b, e) }, "J9", "overshoots (1 + e_hi) times"),
        ("groups of equal rewards kept", Good with { KeptGroupWeight = Good.GroupWeight }, "L11", "without the groups of equal rewards"),
    ];

    public static TheoryData<string> Names => [.. Mutants.Select(m => m.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_mutant_is_killed_by_its_rule(string name)
    {
        var (_, mutant, rule, message) = Mutants.Single(m => m.Name == name);
        var result = new TheorySuite().Run(mutant, TheoryRules.Find(rule));
        Assert.Equal(RuleOutcome.Failed, result.Outcome);
        Assert.Contains(message, result.Counterexample!.Message);
        Assert.NotEmpty(result.Counterexample.Replay);
    }

    [Fact]
    public void Every_rule_kills_a_mutant()
        => Assert.Equal(TheoryRules.All.Select(r => r.Id).Order(), Mutants.Select(m => m.Rule).Distinct().Order());

    [Fact]
    public void A_counterexample_is_shrunk_to_simple_fractions()
    {
        var mutant = Good with { SuccessMap = (p, r, b, e) => Good.SuccessMap!(p, r, b, 0) };
        var found = new TheorySuite().Run(mutant, TheoryRules.Find("C1")).Counterexample!;
        Assert.All(found.Numbers, n => Assert.True(n.Fraction.Length <= 7, $"{n.Name} = {n.Fraction} is not simple: {found.Input}"));
        Assert.True(found.Shrinks > 0);
    }

    private static (double Plus, double Minus) Swap((double Plus, double Minus) w) => (w.Minus, w.Plus);

    private static double Iterate(double r, double b, double e, int n) => Enumerable.Range(0, n).Aggregate(r, (p, _) => Good.SuccessMap!(p, r, b, e));

    private static double SwappedClip(IReadOnlyList<double> policy, IReadOnlyList<double> old, IReadOnlyList<bool> rewards, double eps, double low, double high)
        => policy.Select((p, o) => old[o] * (p / old[o]) * Math.Min(Advantage(old, rewards, eps, o), 1 + high)).Sum();

    private static double AlwaysClipped(IReadOnlyList<double> policy, IReadOnlyList<double> old, IReadOnlyList<bool> rewards, double eps, double low, double high)
        => policy.Select((p, o) => old[o] * Math.Clamp(p / old[o], 1 - low, 1 + high) * Advantage(old, rewards, eps, o)).Sum();

    private static double Advantage(IReadOnlyList<double> old, IReadOnlyList<bool> rewards, double eps, int o)
        => Good.Weights!(old.Where((_, i) => rewards[i]).Sum(), eps) is var w && rewards[o] ? w.Plus : -w.Minus;

    private static double ReversedKl(IReadOnlyList<double> policy, IReadOnlyList<double> reference, IReadOnlyList<bool> rewards, double old, double beta, double eps)
        => Good.Objective!(policy, policy, rewards, old, beta, eps) - (beta * policy.Select((p, o) => reference[o] * Math.Log(reference[o] / p)).Sum());

    private static double[] Leaky(IReadOnlyList<double> reference, IReadOnlyList<bool> rewards, double old, double beta, double eps)
    {
        var policy = Good.Policy!(reference, rewards, old, beta, eps).ToArray();
        var (first, last) = (0, Array.FindLastIndex([.. rewards], r => r));
        policy[last] += first == last ? 0 : 0.001 * policy[first];
        policy[first] *= first == last ? 1 : 0.999;
        return policy;
    }
}
