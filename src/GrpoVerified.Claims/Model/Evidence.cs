namespace GrpoVerified.Claims;

/// <summary>Kinds of evidence for or against a claim.</summary>
public enum EvidenceKind
{
    /// <summary>A theorem checked by Coq (archived; not run again here).</summary>
    Coq,

    /// <summary>A certificate that a small program re-checks.</summary>
    Certificate,

    /// <summary>An exact computation at every grid point.</summary>
    Exact,

    /// <summary>A certified counterexample.</summary>
    Counterexample,

    /// <summary>Sampled properties.</summary>
    Property,

    /// <summary>Certified, or agreed, at grid points. A grid is not a proof.</summary>
    Grid,
}

/// <summary>One piece of evidence.</summary>
/// <param name="Kind">Its kind.</param>
/// <param name="Reference">Where it is: theorem name, file, or a summary of the grid.</param>
public sealed record Evidence(EvidenceKind Kind, string Reference);

/// <summary>The verdict on a claim, computed from its evidence.</summary>
public enum Verdict
{
    /// <summary>Proved for all admissible parameters.</summary>
    Proved,

    /// <summary>Proved on the domain that the statement names.</summary>
    ProvedOnDomain,

    /// <summary>Refuted as stated by a certified counterexample.</summary>
    Refuted,

    /// <summary>Evidence is missing or undecided.</summary>
    Inconclusive,

    /// <summary>Rests on a theorem cited from the literature.</summary>
    Cited,

    /// <summary>No evidence was produced.</summary>
    NotChecked,
}
