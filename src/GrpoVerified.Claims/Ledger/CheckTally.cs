namespace GrpoVerified.Claims;

/// <summary>Counts of one check over the grid.</summary>
/// <param name="Check">The check.</param>
/// <param name="Certified">Points at which it is certified.</param>
/// <param name="Agreed">Points at which both sides agree.</param>
/// <param name="SmallestPlaces">Smallest number of agreeing decimal places, or null if there was no agreement.</param>
/// <param name="Refuted">Points at which it is certainly false.</param>
/// <param name="Undecided">Points at which it is undecided.</param>
/// <param name="Inapplicable">Points at which a hypothesis fails.</param>
/// <param name="FirstRefuted">The first refuting point in grid order, or null.</param>
/// <param name="FirstUndecided">The first undecided point in grid order, or null.</param>
public sealed record CheckTally(
    Check Check,
    int Certified,
    int Agreed,
    int? SmallestPlaces,
    int Refuted,
    int Undecided,
    int Inapplicable,
    string? FirstRefuted,
    string? FirstUndecided)
{
    /// <summary>Points at which the check applied.</summary>
    public int Applied => Certified + Agreed + Refuted + Undecided;
}
