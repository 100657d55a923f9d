namespace GrpoVerified.Claims;

/// <summary>Outcome of one check at one point.</summary>
public enum CheckOutcome
{
    /// <summary>A hypothesis of the claim does not hold at the point.</summary>
    Inapplicable,

    /// <summary>Certified by separation of enclosures or by exact computation.</summary>
    Certified,

    /// <summary>Both sides of an equation agree to a number of decimal places; equality itself is not certified.</summary>
    Agrees,

    /// <summary>Certainly false at the point.</summary>
    Refuted,

    /// <summary>Not decided at the largest precision tried.</summary>
    Undecided,
}

/// <summary>Outcome of one check at one point, with the decimal places of an agreement.</summary>
/// <param name="Outcome">The outcome.</param>
/// <param name="Places">For an agreement, the k of "agree within 10^-k"; else 0.</param>
public readonly record struct CheckResult(CheckOutcome Outcome, int Places)
{
    /// <summary>A hypothesis fails.</summary>
    public static CheckResult Inapplicable => new(CheckOutcome.Inapplicable, 0);

    /// <summary>Certainly false.</summary>
    public static CheckResult Refuted => new(CheckOutcome.Refuted, 0);

    /// <summary>Undecided.</summary>
    public static CheckResult Undecided => new(CheckOutcome.Undecided, 0);

    /// <summary>Agreement within 10^−places.</summary>
    public static CheckResult Agrees(int places) => new(CheckOutcome.Agrees, places);

    /// <summary>From a three-valued answer.</summary>
    public static CheckResult Of(Truth answer)
        => answer.IsCertain ? new(CheckOutcome.Certified, 0) : answer.IsRefuted ? Refuted : Undecided;
}
