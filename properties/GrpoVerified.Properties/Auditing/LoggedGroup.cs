namespace GrpoVerified.Properties.Auditing;

/// <summary>One group of a rollout log: rewards and the advantages that were logged beside them.</summary>
/// <param name="Rewards">Rewards, as the format of the run holds them.</param>
/// <param name="Advantages">Logged advantages; NaN and infinities are judged.</param>
/// <param name="HalfUnits">Half a unit of the last decimal of each logged advantage: how far the log's own rounding may have moved it.</param>
public sealed record LoggedGroup(IReadOnlyList<double> Rewards, IReadOnlyList<double> Advantages, IReadOnlyList<double> HalfUnits);

/// <summary>A logged advantage outside what a profile and rounding allow.</summary>
/// <param name="Index">Sample of the group, from 0.</param>
/// <param name="Expected">The exact advantage with certain digits, or a word.</param>
/// <param name="Lower">Least value allowed.</param>
/// <param name="Upper">Largest value allowed.</param>
/// <param name="Observed">What was logged.</param>
/// <param name="Ulps">Distance from the exact value in units in the last place of the format; infinite where either is no number.</param>
public sealed record LoggedDeviation(int Index, string Expected, double Lower, double Upper, double Observed, double Ulps);
