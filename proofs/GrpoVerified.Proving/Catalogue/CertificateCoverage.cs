namespace GrpoVerified.Proving.Catalogue;

/// <summary>Why a claim has no certificate: every claim either has one in <see cref="CertificateCatalogue"/> or a reason here.</summary>
public static class CertificateCoverage
{
    private const string Policies = "speaks of policies on finite sets of outcomes, sums of any length";
    private const string Limit = "a limit: no statement about finitely many real numbers";
    private const string Orbits = "speaks of whole orbits for all parameters: a theorem, not an evaluation";
    private const string Evaluation = "an evaluation at parameters would show a case only; the grid has those";

    /// <summary>For each claim without a certificate, the reason.</summary>
    public static IReadOnlyDictionary<string, string> Reasons { get; } = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["A5"] = Policies,
        ["A9"] = "a change of the rewards: the same formulas with another smoothing",
        ["B1"] = Policies,
        ["B2"] = Policies,
        ["B3"] = Policies,
        ["B4"] = Policies,
        ["B5"] = Policies,
        ["B6"] = "an identity of logarithms of products, which the normal form does not know",
        ["B7"] = "the ends p_ref = 0 and 1, where the odds are not defined",
        ["D10"] = Limit,
        ["E3"] = "derivatives up to the third at a point given by an equation, and a limit",
        ["E6"] = Limit,
        ["F1"] = Orbits,
        ["F4"] = "speaks of every 2-cycle at once",
        ["F5"] = Orbits,
        ["F6"] = Orbits,
        ["F7"] = Evaluation,
        ["F16"] = "rests on a theorem about maps with negative Schwarzian derivative",
        ["G3"] = "stability at points given by equations; the bounds are those of E1 and G8",
        ["G11"] = "almost every start",
        ["H4"] = "the definition with a constant factor",
        ["H5"] = "the definition with a constant factor",
        ["H6"] = Policies,
        ["H12"] = "an identity of asinh at two points, which the normal form does not know",
        ["H15"] = "a differential equation",
        ["I1"] = Policies,
        ["I2"] = Policies,
        ["J1"] = Policies,
        ["J2"] = Policies,
        ["J3"] = "the formula of which J4, J5 and J8 speak; that it is the maximiser is a theorem about concave functions",
        ["J6"] = "continuity; the margin is that of J5",
        ["J7"] = Orbits,
        ["J9"] = Evaluation,
        ["J12"] = Orbits,
        ["J13"] = Limit,
        ["J14"] = Limit,
        ["J15"] = Policies,
        ["J16"] = Orbits,
        ["J17"] = Policies,
        ["K1"] = "sequences",
        ["K2"] = "sequences",
        ["K3"] = "sequences",
        ["K4"] = "sequences",
        ["K6"] = "the cycle is that of F10",
        ["L1"] = Policies,
        ["L2"] = "sums over groups of any size; L3 to L11 use them at fixed sizes",
        ["L5"] = Limit,
        ["L12"] = "roots of different numbers, which the normal form does not relate",
        ["M1"] = "an expectation over prompts",
        ["M3"] = "symmetries of the definitions and limits",
    };
}
