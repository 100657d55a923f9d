using GrpoVerified.Claims;
using GrpoVerified.Theory.Dynamics;

namespace GrpoVerified.Reports;

/// <summary>The words of the output contract.</summary>
internal static class ContractWords
{
    /// <summary>The word for a stability.</summary>
    public static string Of(FixedPointStability stability) => stability switch
    {
        FixedPointStability.Attracting => "attracting",
        FixedPointStability.Repelling => "repelling",
        _ => "undecided",
    };

    /// <summary>The word for a regime.</summary>
    public static string Of(RegimeKind kind) => kind switch
    {
        RegimeKind.Monotone => "monotone",
        RegimeKind.EventuallyMonotone => "eventually-monotone",
        RegimeKind.Alternating => "alternating",
        RegimeKind.Jump => "jump",
        RegimeKind.Cycle => "cycle",
        _ => "undecided",
    };

    /// <summary>The word for a verdict.</summary>
    public static string Of(Verdict verdict) => verdict switch
    {
        Verdict.Proved => "proved",
        Verdict.ProvedOnDomain => "proved-on-domain",
        Verdict.Refuted => "refuted",
        Verdict.Cited => "cited",
        Verdict.NotChecked => "not-checked",
        _ => "inconclusive",
    };

    /// <summary>The word for a kind of evidence.</summary>
    public static string Of(EvidenceKind kind) => kind switch
    {
        EvidenceKind.Coq => "coq",
        EvidenceKind.Certificate => "certificate",
        EvidenceKind.Exact => "exact",
        EvidenceKind.Counterexample => "counterexample",
        EvidenceKind.Property => "property",
        _ => "grid",
    };
}
