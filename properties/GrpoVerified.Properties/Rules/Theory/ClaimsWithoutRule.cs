namespace GrpoVerified.Properties.Rules.Theory;

/// <summary>The claims that no rule tests on an implementation, each with the reason.</summary>
public static class ClaimsWithoutRule
{
    private const string ParameterSet = "describes for which parameters something happens (a fold, a flip, a threshold); no function of the contract returns such a set";
    private const string EveryPolicy = "is about every sequence of policies near a converging one; no function of an implementation appears in it";
    private const string OneArgument = "Policy takes p_old alone: an implementation of the contract cannot depend on more of the old policy";
    private const string NoSuchFunction = "needs a function that the contract does not have";

    /// <summary>Reason by claim.</summary>
    public static IReadOnlyDictionary<string, string> Reasons { get; } = new SortedDictionary<string, string>(StringComparer.Ordinal)
    {
        ["A6"] = "false as stated: the wrong reading is a mutant that A5 kills",
        ["A7"] = "false as stated: the swapped clip is a mutant that A5.surrogate kills",
        ["A9"] = NoSuchFunction + ": Weights and SuccessMap are of rewards 0 and 1; T104 and T105 recode the rewards of trainers",
        ["D3"] = ParameterSet + "; D1 compares the number of fixed points at every case, on both sides of the folds",
        ["D4"] = ParameterSet + "; C7 judges M_eps, which is that supremum",
        ["D5"] = ParameterSet + "; it is a cubic for the folds of D3",
        ["D6"] = ParameterSet + "; the generator draws a fifth of the cases on and beside these curves",
        ["D7"] = ParameterSet + ": one point, where the folds of D6 meet",
        ["D8"] = ParameterSet + "; D1 compares the number of fixed points at every case",
        ["D10"] = "limits in a parameter, without a bound at any one parameter; D1 judges the fixed points at every case",
        ["E3"] = ParameterSet + ": the cases where the multiplier is 1 or -1 exactly, which no format hits",
        ["E4"] = "is about a third derivative; the contract ends at the first (C4)",
        ["E5"] = "an inequality between values of G that a proof needs; C2 judges G at every case",
        ["E6"] = "a limit in n of |x_n - x*|^(1/n), which rounding ends after some steps; E1 judges the multiplier, F3 a rate",
        ["F4"] = ParameterSet + "; F8 and the certified cycles F10.ce1-ce3 judge both sides of it",
        ["F5"] = "a classification by the signs of quantities that F4, F6, F7 and D3 define; F1, F2, F3, F8, F12 and G4 judge its cases on sequences",
        ["F6"] = "quantified over every p_ref at once; F3 judges its sufficient half, F10 has certified parameters of the other",
        ["F7"] = ParameterSet + "; G4 judges the same test at epsilon = 0, F13 has a certified jump at epsilon = 1/1000",
        ["F16"] = "counts the attractors of all starts together; a sequence shows one of them",
        ["G1"] = ParameterSet + "; FixedPoints is asked for epsilon > 0, G4 uses the threshold",
        ["G3"] = ParameterSet,
        ["G6"] = ParameterSet + "; F10.ce3 is a certified point beyond it",
        ["G7"] = ParameterSet + ": the number beta_1; G5 judges the sequences below it",
        ["G8"] = ParameterSet + ": a curve of 2-cycles",
        ["G9"] = ParameterSet + ": one number",
        ["G11"] = "is about almost every start, of which a format has only finitely many; G4 judges the start p_ref",
        ["H6"] = "says that three objectives have one maximiser, that of MeanOnly; H4 and H5 judge it",
        ["H9"] = ParameterSet + "; H10 judges sequences where it rules cycles out",
        ["H12"] = ParameterSet + ": a curve of 2-cycles at epsilon = 0",
        ["H13"] = "rewrites the step that H7 judges, and takes a limit in alpha",
        ["H14"] = NoSuchFunction + ": epsilon beside the deviation; T101 judges it on trainers",
        ["H15"] = NoSuchFunction + ": a flow in continuous time",
        ["I1"] = OneArgument,
        ["I2"] = NoSuchFunction + ": two-KL with unequal conditionals",
        ["I3"] = NoSuchFunction + ": two-KL with unequal conditionals",
        ["J1"] = NoSuchFunction + ": a clipped policy on outcomes; J3 judges its probability of success",
        ["J2"] = "the reduction that makes Clipped a function of p; J3 judges that function",
        ["J7"] = "its hypothesis, no 2-cycle of F in a given order, is a set of parameters; J10 and J11 judge certified points on both sides",
        ["J14"] = "a limit in beta; J3 judges the update at every beta, down to 1/32",
        ["J15"] = NoSuchFunction + ": a clipped policy on outcomes with unequal conditionals",
        ["J16"] = NoSuchFunction + ": clipped mirror and two-KL steps",
        ["J17"] = NoSuchFunction + ": the value of the clipped objective at its maximiser",
        ["K1"] = EveryPolicy,
        ["K2"] = EveryPolicy,
        ["K3"] = EveryPolicy,
        ["K4"] = EveryPolicy,
        ["K6"] = EveryPolicy + "; its example is F10.ce1",
        ["L1"] = "says what the effective weight means, by an expectation; the Monte Carlo simulation of the tests samples it, L2 judges its value",
        ["L5"] = "asymptotic in G without a bound for any one G; L2 judges the value at every G",
        ["L10"] = NoSuchFunction + ": mean-only groups; T113 and T101 judge the baselines on trainers",
        ["M1"] = "an average of C5 over prompts; the contract has one prompt at a time",
        ["M2"] = "C5 through an increasing function, and B4",
        ["M4"] = "F2 solved for p_ref: F2 draws its cases from exactly this set",
    };
}
