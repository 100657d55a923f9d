namespace GrpoVerified.Claims.Catalogue;

internal static class F10UnconditionalConvergence
{
    public static Claim Claim { get; } = new()
    {
        Id = "F10",
        Title = "\"The probability of success converges to a fixed point\"",
        Statement = "For every 0 < p_ref < 1, beta > 0, eps > 0 the recurrence started at p_ref converges to a fixed point.",
        Source = "paper, abstract",
        Expected = CatalogueStatus.FalseAsStated,
        Proof = "Attracting 2-cycles: a box J with h^2(J) in its interior and |(h^2)'| < 1, which the orbit of p_ref enters.",
        Corrected = "It converges for every p_ref iff beta >= M_eps (F6), for every beta and eps iff p_ref is not too small (F8); F5 decides each case.",
        Checks =
        [
            Check.Exactly("a regime that is a cycle carries a trapping box that re-certifies", g =>
                TrappingBox.TryCertify(g.Parameters, g.Regime.Cycle!.Box.Boxes[0].Midpoint.ToDouble(), RadiusOf(g.Regime.Cycle.Box.Boxes[0]), g.Regime.Cycle.Period) is not null, g => g.Regime.Cycle is not null),
        ],
        Counterexamples =
        [
            Cycle("CE1: p_ref = 1/200, beta = 3/2, eps = 1/1000: attracting 2-cycle {0.01997942..., 0.34384876...}", "1/200", "3/2", "1/1000", 2, "0.01997942336843314800", "0.01997942336843314801"),
            Cycle("CE2: p_ref = 1/1000, beta = 1, eps = 1/100: attracting 2-cycle {0.00772585..., 0.64951332...}", "1/1000", "1", "1/100", 2, "0.00772585071327943493019", "0.00772585071327943493020"),
            Cycle("CE3: p_ref = 1/500, beta = 2, eps = 0: attracting 2-cycle {0.00558679..., 0.62142123...}", "1/500", "2", "0", 2, "0.00558678899699637260759", "0.00558678899699637260761"),
        ],
    };

    /// <summary>A counterexample: the regime is a cycle of the given period whose lowest point lies between two decimals.</summary>
    internal static Counterexample Cycle(string text, string pRef, string beta, string epsilon, int period, string lower, string upper, ClipRange? clip = null)
        => new(text, () =>
        {
            var parameters = GrpoParameters.Of(Rational.Parse(pRef), Rational.Parse(beta), Rational.Parse(epsilon)) with { Clip = clip };
            return Regime.Classify(parameters) is { Kind: RegimeKind.Cycle, Cycle: { } cycle } && cycle.Period == period
                ? Between(lower, cycle.Points(160)[0].Success, upper)
                : Truth.Undecided;
        });

    // Half the width, rounded down a little: the same centre and radius certify again.
    private static double RadiusOf(Ball box) => ((box.UpperBound(64).ToRational() - box.LowerBound(64).ToRational()) / 2).ToDouble();
}
