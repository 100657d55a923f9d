using GrpoVerified.Arithmetic;
using GrpoVerified.Cli.Reporting;
using GrpoVerified.Reports;
using GrpoVerified.Theory;
using GrpoVerified.Theory.Dynamics;
using GrpoVerified.Theory.Formulas;
using GrpoVerified.Theory.Groups;
using GrpoVerified.Theory.Policies;
using static GrpoVerified.Cli.Oracle.Quantity;

namespace GrpoVerified.Cli.Oracle;

/// <summary>Quantities of whole iterations, policies and groups.</summary>
internal static class DynamicsQuantities
{
    private const int MostSteps = 10_000;
    private const string Convention = "variant alpha normalisation epsilon_placement clip_low clip_high group_size std";

    /// <summary>The quantities.</summary>
    public static IEnumerable<Quantity> All() =>
    [
        Pair("next", "one update at p under any convention, and its complement", "p p_ref beta epsilon", Next, Convention),
        Scalar("whitening-factor", "the whitening factor of a convention at p", "p p_ref beta epsilon", (a, c) => BoundParameters<Ball>.Bind(a.Parameters(), c).WhiteningFactor(a.Probability("p", c)), Convention),
        Pair("iterate", "p_n from p_0 = p_ref, and its complement", "n p_ref beta epsilon", (a, c) => Orbit.Enclose(a.Parameters(), a.Integer("n", 0, MostSteps), c.Precision).Last(), Convention),
        new("fixed-points", "all fixed points in (0,1]", Words("p_ref beta epsilon"), Words(Convention), FixedPoints),
        new("regime", "the long-run behaviour of p_n", Words("p_ref beta epsilon"), Words(Convention), LongRun),
        Scalar("partition", "partition function Z of the explicit policy", "p_ref p_old beta epsilon", (a, c) => ExplicitPolicies.Partition(a.Probability("p_ref", c), a.Probability("p_old", c), a.Ball("beta", c), a.Ball("epsilon", c))),
        Several("policy", "the explicit policy (reference KL, unclipped, old = reference)", "probabilities rewards beta epsilon", Policy),
        Several("advantages", "advantages of one group", "rewards epsilon", Advantages, "baseline std epsilon_placement"),
    ];

    private static Probability<Ball> Next(OracleRequest a, BallContext c)
        => BoundParameters<Ball>.Bind(a.Parameters(), c).Next(a.Probability("p", c));

    private static IEnumerable<(string Name, Value Value)> FixedPoints(OracleRequest a)
    {
        var found = FixedPointSet.Find(a.Parameters());
        return
        [
            ("complete", Value.Boolean(found.IsComplete)),
            ("fixedPoints", Value.List([.. found.Points.Select(point => Value.Record(
                ("p", Text(a, bits => point.Probability(bits).Success)),
                ("q", Text(a, bits => point.Probability(bits).Failure)),
                ("multiplier", Text(a, point.Multiplier)),
                ("stability", Value.Text(ContractWords.Of(point.Stability)))))])),
        ];
    }

    private static IEnumerable<(string Name, Value Value)> LongRun(OracleRequest a)
    {
        var regime = Regime.Classify(a.Parameters());
        var cycle = regime is { Kind: RegimeKind.Cycle, Cycle: { } attractor }
            ? Enumerable.Range(0, attractor.Period).Select(i => Text(a, bits => attractor.Points(bits)[i].Success)).ToList()
            : [];
        return
        [
            ("regime", Value.Text(ContractWords.Of(regime.Kind))),
            ("limit", regime.Limit is { } limit ? Text(a, bits => limit(bits).Success) : Value.None),
            ("period", regime.Period is { } period ? Value.Integer(period) : Value.None),
            ("cycle", Value.List(cycle)),
            ("reason", Value.Text(regime.Reason)),
        ];
    }

    private static IReadOnlyList<Ball> Policy(OracleRequest a, BallContext c)
    {
        var rewards = a.List("rewards");
        if (rewards.Any(r => !r.IsZero && r != Rational.One))
        {
            throw new OracleException(OracleException.Domain, "rewards are not all 0 or 1");
        }

        var space = new OutcomeSpace(a.List("probabilities"), [.. rewards.Select(r => !r.IsZero)]);
        var eps = a.Ball("epsilon", c);
        var p = Probability<Ball>.FromRational(space.Success, c);
        var absorbed = a.Exact("epsilon").IsZero && (space.Success.IsZero || space.Success == Rational.One);
        return ExplicitPolicies.Maximiser(
            space.Bind(c),
            space.Rewards,
            absorbed ? Ball.Zero : Whitening.WeightPlus(p, eps),
            absorbed ? Ball.Zero : Whitening.WeightMinus(p, eps),
            a.Ball("beta", c)).Probabilities;
    }

    private static IReadOnlyList<Ball> Advantages(OracleRequest a, BallContext c)
    {
        var rewards = a.List("rewards");
        var moments = GroupMoments.Of(rewards);
        var convention = new AdvantageConvention(
            a.Word("baseline", "mean", "leave-one-out", "none") switch { "mean" => Baseline.Mean, "leave-one-out" => Baseline.LeaveOneOut, _ => Baseline.None },
            a.Word("std", "population", "sample", "none") switch { "population" => GroupDeviation.Population, "sample" => GroupDeviation.Sample, _ => null },
            a.Exact("epsilon"),
            a.Placement());
        return [.. rewards.Select(r => GroupAdvantage.Of(r, moments, convention, c))];
    }
}
