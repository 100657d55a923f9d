using GrpoVerified.Proving.Certificates;
using GrpoVerified.Proving.Goals;
using GrpoVerified.Proving.Search;
using GrpoVerified.Proving.Tactics;
using GrpoVerified.Theory;
using GrpoVerified.Theory.Formulas;
using GrpoVerified.Theory.Groups;
using static GrpoVerified.Proving.Catalogue.Vocabulary;

namespace GrpoVerified.Proving.Catalogue;

/// <summary>Finite groups (claims L).</summary>
internal static class GroupEntries
{
    public static IEnumerable<CatalogueEntry> All()
    {
        yield return new("L03-symmetry-8", "L3", "Omega_8(p) = Omega_8(1-p)", Equal(
            Smoothed(), Omega(8, P, Eps), Omega(8, Expr.One - P, Eps)));
        yield return new("L04-under-amplifies-8", "L4", "Omega_8(p) < Omega(p) for eps in [1/100, 1]", Positive(
            [In("p", "[0, 1]"), In("eps", "[1/100, 1]")], Whitening.Omega(Success, Eps) - Omega(8, P, Eps)))
        { Script = _ => BranchAndBound };
        yield return new("L06-increases-8", "L6", "Omega_8(p) < Omega_9(p) for eps in [1/100, 1]", Positive(
            [In("p", "[0, 1]"), In("eps", "[1/100, 1]")], Omega(9, P, Eps) - Omega(8, P, Eps)))
        { Script = _ => BranchAndBound };
        yield return new("L07-group-of-2", "L7", "Omega_2 = (1/2)/sqrt(1/4+eps)", Equal(Smoothed(), Omega(2, P, Eps), Number("1/2") / Expr.Sqrt(Number("1/4") + Eps)));
        yield return new("L07-group-of-3", "L7", "Omega_3 = (2/3)/sqrt(2/9+eps)", Equal(Smoothed(), Omega(3, P, Eps), Number("2/3") / Expr.Sqrt(Number("2/9") + Eps)));
        yield return new("L08-one-is-not-fixed-8", "L8", "With groups of 8, 1 - h_8(1) > 0 at eps = 0", Positive(
            [In("p_ref", "(0, 1)"), In("beta", "(0, inf)")],
            Expr.One - Expr.Logistic(Probability<Expr>.FromSuccess(Ref).LogOdds + (Omega(8, Expr.One, Expr.Zero) / Beta))));
        yield return new("L10-mean-only-8", "L10", "Without the division by the deviation Omega_8 is 7/8", Equal(
            [In("p", "[0, 1]")], EffectiveWeight.Omega(Success, [.. Enumerable.Repeat(Expr.One, 7)]), Number("7/8")));
        var rare = Probability<Expr>.FromSuccess(Number("1/1000"));
        yield return new("L11-dynamic-sampling-8", "L11", "At p = 1/1000, eps = 0 dynamic sampling with groups of 8 weighs more than the population", Positive(
            [], EffectiveWeight.OmegaDynamicSampling(
                rare, EffectiveWeight.ReciprocalDeviations(8, Expr.Zero, GroupDeviation.Population, EpsilonPlacement.Inside, ExprContext.Instance)) - Whitening.Omega(rare, Expr.Zero)));
        foreach (var (size, bound) in new[] { (4, "0.0446582"), (8, "0.2884753"), (16, "0.6389458") })
        {
            var slope = P * Success.Failure * D(Omega(size, P, Expr.Zero), "p");
            yield return new($"L09-contraction-{size}", "L9", $"|d Omega_{size}/dx| < {bound} at eps = 0", Positive(
                [In("p", "[0, 1]")], Number(bound) - Expr.Abs(slope)))
            { Script = _ => Proofs.Abs(BranchAndBound, BranchAndBound) };
        }
    }

    private static TreeStep? BranchAndBound(Goal goal) => TreeSearch.Run(goal, 30_000, new(new(), default)).Proof;

    private static Expr Omega(int groupSize, Expr p, Expr eps)
        => EffectiveWeight.Omega(
            Probability<Expr>.FromSuccess(p),
            EffectiveWeight.ReciprocalDeviations(groupSize, eps, GroupDeviation.Population, EpsilonPlacement.Inside, ExprContext.Instance));
}
