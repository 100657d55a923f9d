namespace GrpoVerified.Claims.Catalogue;

internal static class F13BetterReference
{
    public static Claim Claim { get; } = new()
    {
        Id = "F13",
        Title = "\"A better reference gives a better limit\"",
        Statement = "lim p_n (when it exists) is non-decreasing in p_ref for fixed beta, eps.",
        Source = "natural claim; not in the paper",
        Expected = CatalogueStatus.FalseAsStated,
        Proof = "Hard prompts jump to the upper fixed point.",
        Corrected = "True for p_ref >= p_j (F9), and for all p_ref when beta >= M_eps (F3, D9).",
        Checks =
        [
            Check.Holds("beta >= M_eps: the limit grows when 1-p_ref shrinks by a tenth", g =>
            {
                var better = g.Parameters with { Reference = Rational.One - ((Rational.One - g.Parameters.Reference) * new Rational(9, 10)) };
                return Less(g.FixedPoints.Points[0].LogOdds(g.Precision), FixedPointSet.Find(better).Points[0].LogOdds(g.Precision));
            }, g => WhereSmoothed(g) && g.IsContractive),
        ],
        Counterexamples =
        [
            new("beta = 1, eps = 1/1000: p_ref = 1/100 tends to 1 - 1.8e-12, p_ref = 1/10 to 0.45214", static () =>
            {
                var hard = Regime.Classify(GrpoParameters.Of(new(1, 100), 1, new(1, 1000)));
                var easy = Regime.Classify(GrpoParameters.Of(new(1, 10), 1, new(1, 1000)));
                return hard.Limit is { } a && easy.Limit is { } b
                    ? Between("1.82825944863233e-12", a(128).Failure, "1.82825944863234e-12") & Between("0.45213677314693", b(128).Success, "0.45213677314694")
                    : Truth.Undecided;
            }),
        ],
    };
}
