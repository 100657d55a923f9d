using GrpoVerified.Arithmetic;
using GrpoVerified.Theory.Formulas;
using GrpoVerified.Theory.Policies;
using static GrpoVerified.Theory.Tests.Reference.Points;

namespace GrpoVerified.Theory.Tests.Reference;

internal static partial class ReferenceExpressions
{
    private static GrpoParameters S1Clipped => S1 with { Clip = Clip("1/5") };

    private static GrpoParameters ExampleA => S15 with { Clip = Clip("3/10") };

    private static GrpoParameters ExampleB => S16 with { Clip = Clip("1/2") };

    private static Dictionary<string, Func<Ball>[]> Clipped() => new(StringComparer.Ordinal)
    {
        ["J1"] = [() => ArbitraryOld().Probabilities[0], () => ArbitraryOld().Probabilities[1], () => ArbitraryOld().Probabilities[2]],
        ["J3"] =
        [
            () => Step(S1Clipped, 1).Success,
            () => Step(S1Clipped, 7).Success,
            () => Step(S1Clipped, 8).Success,
            () => Step(S1Clipped, 12).Success,
            () => Step(S3 with { Clip = Clip("1/5") }, 1).Success,
            () => OneStep("3/10", "1/4", "1/4", "1/10000", "1/5"),
        ],
        ["J4"] = [() => Step(S1Clipped, 1).LogOdds - Step(S1, 1).LogOdds],
        ["J5"] = [() => LowerKinkLogOdds(FixedP(S1, 0), N("1/5")) - FixedX(S1, 0)],
        ["J7"] = [() => Limit(S1Clipped).Success],
        ["J8"] = [() => FixedP(S10, 1).Success / FixedP(S10, 1).Failure],
        ["J9"] =
        [
            () => N("6/5") * FixedP(S2, 0).Success,
            () => SuccessMap.Next(Probability<Ball>.FromSuccess(N("6/5") * FixedP(S2, 0).Success), P("1/200"), N("3/2"), N("1/1000")).Success,
        ],
        ["J10"] =
        [
            () => Cycle(ExampleA).Points(Bits)[0].Success,
            () => Cycle(ExampleA).Points(Bits)[1].Success,
            () => Cycle(ExampleA).Multiplier(Bits),
            () => Step(S15, 1).Success,
            () => FixedP(S15, 0).Success,
            () => Cycle(ExampleB).Points(Bits)[0].Success,
            () => Cycle(ExampleB).Multiplier(Bits),
        ],
        ["J11"] = [() => FixedP(S10, 0).Success, () => Step(S10 with { Clip = Clip("1/5") }, 20).Success, () => Limit(S10).Failure],
        ["J12"] = [() => Step(S3 with { Clip = Clip("1/5") }, 3).Success, () => Step(S3, 3).Failure],
        ["J13"] =
        [
            () => Step(At("1/2", "1", "0") with { Clip = Clip("1/5") }, 10).Failure,
            () => Step(At("1/2", "1", "0") with { Clip = Clip("1/5") }, 11).Failure,
        ],
        ["J15"] = [() => ArbitraryOld().Success.Success, () => OneStep("1/2", "1/2", "1/2", "1/100", "1/5")],
        ["J16"] = [() => Step(Mirror(S1Clipped), 1).Success, () => Step(Mirror(S1Clipped), 2).Success],
        ["J17"] =
        [
            () => Clipping.Objective(Step(S1Clipped, 1), P("1/10"), P("1/10"), N("1"), N("1/1000"), N("1/5"), N("1/5")),
            () => Ball.Log(ExplicitPolicies.Partition(P("1/10"), P("1/10"), N("1"), N("1/1000"))),
        ],
    };

    private static ExplicitPolicy<Ball> ArbitraryOld()
    {
        var (plus, minus) = (Whitening.WeightPlus(P("1/2"), N("1/100")), Whitening.WeightMinus(P("1/2"), N("1/100")));
        return new ClippedPolicy(
            [N("1/4"), N("1/4"), N("1/2")], [N("49/100"), N("1/100"), N("1/2")], [true, true, false], plus, minus, N("1/2"), N("1/5"), N("1/5")).Solve(Bits);
    }

    private static Ball OneStep(string old, string reference, string beta, string eps, string e)
        => Probability<Ball>.FromFailureOdds(Clipping.NextFailureOdds(
            P(old), P(reference).FailureOdds, Whitening.WeightPlus(P(old), N(eps)), Whitening.WeightMinus(P(old), N(eps)), N(beta), N(e), N(e))).Success;

    // l = logit min(c+, c-).
    private static Ball LowerKinkLogOdds(Probability<Ball> p, Ball e)
        => -Ball.Log(Ball.Max(Clipping.UpperKink(p, e), Clipping.LowerKink(p, e)));
}
