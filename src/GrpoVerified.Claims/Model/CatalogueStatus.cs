namespace GrpoVerified.Claims;

/// <summary>What the catalogue expects of a statement; the evidence decides whether the expectation is met.</summary>
public enum CatalogueStatus
{
    /// <summary>Expected to hold for all admissible parameters.</summary>
    True,

    /// <summary>Expected to hold on the domain that the statement names.</summary>
    TrueOnDomain,

    /// <summary>Expected to fail as stated; a counterexample and the corrected statement stand beside it.</summary>
    FalseAsStated,
}
