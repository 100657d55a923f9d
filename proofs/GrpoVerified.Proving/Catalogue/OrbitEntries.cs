using GrpoVerified.Proving.Statements;
using static GrpoVerified.Proving.Catalogue.Vocabulary;

namespace GrpoVerified.Proving.Catalogue;

/// <summary>Orbits from p_ref: cycles, jumps, oscillation (claims F10, F11, F13, F15, J10, J11).</summary>
internal static class OrbitEntries
{
    public static IEnumerable<CatalogueEntry> All()
    {
        yield return Cycle("F10-CE1-cycle", "F10", "1/200", "3/2", "1/1000", 2, "[195/10000, 205/10000]");
        yield return Cycle("F10-CE2-cycle", "F10", "1/1000", "1", "1/100", 2, "[76/10000, 79/10000]");
        yield return Cycle("F10-CE3-cycle", "F10", "1/500", "2", "0", 2, "[55/10000, 57/10000]");
        yield return Cycle("F15-period-three", "F15", "1/2500", "2/3", "1/100", 3, "[7595/1000000, 7625/1000000]");
        yield return Cycle("F13-easy-limit", "F13", "1/10", "1", "1/1000", 1, "[452/1000, 453/1000]");
        yield return Cycle("F13-hard-limit", "F13", "1/100", "1", "1/1000", 1, "[999/1000, 1]");
        yield return Cycle("F02-S12-limit", "F2", "1/3", "2", "1/1000000", 1, "[579/1000, 580/1000]");
        yield return Cycle("F03-S6-limit", "F3", "2/5", "4", "1/10", 1, "[504/1000, 505/1000]");
        yield return Clipped("J10-CEA-cycle", "J10", "1/110", "1", "0", "3/10", 2, "[12265/100000, 12350/100000]");
        yield return Clipped("J10-CEB-cycle", "J10", "1/125", "1", "0", "1/2", 2, "[10785/100000, 10865/100000]");
        yield return Clipped("J11-clipped-limit", "J11", "1/100", "1", "1/1000", "1/5", 1, "[145/1000, 146/1000]");
        yield return Cycle("J11-unclipped-limit", "J11", "1/100", "1", "1/1000", 1, "[9999/10000, 1]");
        var s1 = Point(("p_ref", "1/10"), ("beta", "1"), ("eps", "1/1000"));
        Axis[] box = [In("p_ref", "(0, 1)"), In("beta", "(0, inf)"), In("eps", "(0, inf)")];
        yield return new("F11-not-monotone", "F11", "At S1 p_2 < p_1", Exists(box, H(Ref) - H(H(Ref)))) { At = s1 };
        yield return new("F11-rises-again", "F11", "At S1 p_4 > p_3", Exists(box, H(H(H(H(Ref)))) - H(H(H(Ref))))) { At = s1 };
        yield return new("F15-criterion", "F15", "At p_ref = 1/10000, beta = 3/5, eps = 1/100: h(1/2) < 1/2 <= h^3(1/2)", Positive([], Expr.Min(
            Number("1/2") - At3(1), At3(3) - Number("1/2"))));
        yield return new("F14-order-reversed", "F14", "At beta = 1, eps = 1/1000 the reference 1/100 overtakes 1/10 after one step", Positive(
            [], H(Number("1/100"), "1/100", "1", "1/1000") - H(Number("1/10"), "1/10", "1", "1/1000")));
    }

    private static Expr At3(int steps)
    {
        var p = Number("1/2");
        for (var n = 0; n < steps; n++)
        {
            p = H(p, "1/10000", "3/5", "1/100");
        }

        return p;
    }

    private static CatalogueEntry Cycle(string name, string claim, string pRef, string beta, string eps, int period, string box)
        => new(name, claim, period == 1
                ? $"From p_ref = {pRef} (beta = {beta}, eps = {eps}) p_n converges to a fixed point in {box}"
                : $"From p_ref = {pRef} (beta = {beta}, eps = {eps}) p_n is attracted to a {period}-cycle and has no limit",
            new OrbitStatement("p", Rational.Parse(pRef), H(P, pRef, beta, eps), period, Extent.Parse(box)));

    private static CatalogueEntry Clipped(string name, string claim, string pRef, string beta, string eps, string clip, int period, string box)
        => new(name, claim, period == 1
                ? $"Clipped (e = {clip}), from p_ref = {pRef} (beta = {beta}, eps = {eps}), p_n converges to a fixed point in {box}"
                : $"Clipped (e = {clip}), from p_ref = {pRef} (beta = {beta}, eps = {eps}), p_n is attracted to a {period}-cycle and has no limit",
            new OrbitStatement("p", Rational.Parse(pRef), Vocabulary.Clipped(P, pRef, beta, eps, clip), period, Extent.Parse(box)));
}
