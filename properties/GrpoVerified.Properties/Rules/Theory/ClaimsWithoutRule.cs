namespace GrpoVerified.Properties.Rules.Theory;

/// <summary>The claims that no rule tests on an implementation, each with the reason.</summary>
public static class ClaimsWithoutRule
{
    private const string ParameterSet = "describes the set of parameters (folds, flips, thresholds), not a value that an implementation returns; D1 and E1 judge the fixed points and multipliers at every case";
    private const string WholeOrbit = "describes whole orbits by cases over the parameters; the rules of C, D1, E1, F1-F3, F8 and the certified points of F10, F11, F13, F15 judge the map that makes them";
    private const string EveryPolicy = "is about every sequence of policies; no function of an implementation appears in it";
    private const string OfClip = "follows from the closed form of the clipped update, which J3 judges at every case";
    private const string OneArgument = "Policy takes p_old alone: an implementation of the contract cannot depend on more of the old policy";
    private const string NoSuchFunction = "needs a function that the contract does not have";

    /// <summary>Reason by claim.</summary>
    public static IReadOnlyDictionary<string, string> Reasons { get; } = new SortedDictionary<string, string>(StringComparer.Ordinal)
    {
        ["A6"] = "false as stated: the wrong reading is a mutant that A5 kills",
        ["A7"] = "false as stated: the swapped clip is a mutant that A5.surrogate kills",
        ["A9"] = "is about recoded rewards, and Weights takes p; T104 and T105 recode the rewards of trainers",
        ["A10"] = "swaps the labels, which turns Weights(p) into Weights(1 - p); A2 and A4 judge both",
        ["D3"] = ParameterSet,
        ["D4"] = ParameterSet,
        ["D5"] = ParameterSet,
        ["D6"] = ParameterSet,
        ["D7"] = ParameterSet,
        ["D8"] = ParameterSet,
        ["D10"] = "a limit in the parameters; D1 judges the fixed points at every case",
        ["E3"] = ParameterSet,
        ["E4"] = "a third derivative of the formula; no function of an implementation appears in it",
        ["E5"] = "an inequality between values of G, used in proofs; C2 judges G itself",
        ["E6"] = "asymptotic in n; E1 judges the multiplier that is the rate",
        ["F4"] = WholeOrbit,
        ["F5"] = WholeOrbit,
        ["F6"] = WholeOrbit,
        ["F7"] = WholeOrbit,
        ["F9"] = WholeOrbit,
        ["F12"] = WholeOrbit,
        ["F16"] = WholeOrbit,
        ["G1"] = ParameterSet,
        ["G3"] = ParameterSet,
        ["G4"] = WholeOrbit,
        ["G6"] = ParameterSet,
        ["G7"] = ParameterSet,
        ["G8"] = ParameterSet,
        ["G9"] = ParameterSet,
        ["G10"] = WholeOrbit,
        ["G11"] = WholeOrbit,
        ["H3"] = "asymptotic in n at epsilon = 0; H1 judges each step there too",
        ["H6"] = "says that three objectives have one maximiser, that of MeanOnly; H4 and H5 judge it",
        ["H9"] = ParameterSet,
        ["H10"] = "asymptotic in n, from every start; H7 judges each step",
        ["H12"] = ParameterSet,
        ["H13"] = "an identity of the step that H7 judges, and a limit in alpha",
        ["H14"] = NoSuchFunction + ": epsilon beside the deviation; T101 judges it on trainers",
        ["H15"] = NoSuchFunction + ": a flow in continuous time",
        ["I1"] = OneArgument,
        ["I2"] = NoSuchFunction + ": two-KL with unequal conditionals",
        ["I3"] = NoSuchFunction + ": two-KL with unequal conditionals",
        ["J1"] = NoSuchFunction + ": a clipped policy on outcomes; J3 judges its probability of success",
        ["J2"] = "the reduction that makes Clipped a function of p; J3 judges that function",
        ["J6"] = OfClip,
        ["J7"] = OfClip,
        ["J8"] = OfClip,
        ["J9"] = OfClip,
        ["J13"] = OfClip,
        ["J14"] = OfClip,
        ["J15"] = NoSuchFunction + ": a clipped policy on outcomes with unequal conditionals",
        ["J16"] = NoSuchFunction + ": clipped mirror and two-KL steps",
        ["J17"] = NoSuchFunction + ": the value of the clipped objective at its maximiser",
        ["K1"] = EveryPolicy,
        ["K2"] = EveryPolicy,
        ["K3"] = EveryPolicy,
        ["K4"] = EveryPolicy,
        ["K6"] = EveryPolicy + "; its example is F10.ce1",
        ["L1"] = "says what the effective weight means, by an expectation; the Monte Carlo simulation of the tests samples it, L2 judges its value",
        ["L5"] = "asymptotic in G; L2 judges the value at every G",
        ["L10"] = NoSuchFunction + ": mean-only groups; T113 and T101 judge the baselines on trainers",
        ["M1"] = "C5 at each prompt, averaged",
        ["M2"] = "C5 through an increasing function, and B4",
        ["M4"] = "F2 at two parameter points",
    };
}
