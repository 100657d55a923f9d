namespace GrpoVerified.Differential;

/// <summary>Where random arguments come from.</summary>
internal enum Domain
{
    /// <summary>Any real, exponents far and near.</summary>
    Real,

    /// <summary>Any real of moderate size: arguments of growing functions.</summary>
    Moderate,

    /// <summary>Positive.</summary>
    Positive,

    /// <summary>Greater than −1.</summary>
    AboveMinusOne,

    /// <summary>Between −1 and 1.</summary>
    UnitBall,

    /// <summary>Between 0 and 1, ends excluded.</summary>
    Probability,

    /// <summary>Positive and of moderate size: β and ε.</summary>
    Parameter,
}
