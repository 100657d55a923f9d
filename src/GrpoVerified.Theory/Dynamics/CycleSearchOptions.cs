namespace GrpoVerified.Theory.Dynamics;

/// <summary>Effort of the search for an attracting cycle.</summary>
/// <param name="MaximumPeriod">Longest period looked for.</param>
/// <param name="TransientSteps">Uncertified steps simulated before looking for a period.</param>
/// <param name="MaximumPrecision">Largest working precision of the certified orbit, in bits.</param>
public sealed record CycleSearchOptions(int MaximumPeriod = 64, int TransientSteps = 20_000, int MaximumPrecision = 4096)
{
    /// <summary>The default effort.</summary>
    public static CycleSearchOptions Default { get; } = new();
}
