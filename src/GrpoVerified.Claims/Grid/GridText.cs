namespace GrpoVerified.Claims;

/// <summary>Grid points as text.</summary>
public static class GridText
{
    /// <summary>The parameters in one line, as exact text.</summary>
    public static string Describe(GrpoParameters parameters)
    {
        ArgumentNullException.ThrowIfNull(parameters);
        var text = $"p_ref={parameters.Reference} beta={parameters.Beta} epsilon={parameters.Epsilon}";
        if (parameters.Regulariser != Regulariser.Reference)
        {
            text += parameters.Regulariser == Regulariser.Mirror ? " variant=mirror" : $" variant=two-kl alpha={parameters.Alpha}";
        }

        if (parameters.Normalisation == Normalisation.MeanOnly)
        {
            text += " normalisation=mean-only";
        }

        if (parameters.Placement == EpsilonPlacement.Outside)
        {
            text += " epsilon-placement=outside";
        }

        if (parameters.Clip is { } clip)
        {
            text += $" clip-low={clip.Low} clip-high={clip.High}";
        }

        if (parameters.GroupSize is { } g)
        {
            text += $" group-size={g} std={(parameters.Deviation == GroupDeviation.Population ? "population" : "sample")}";
        }

        return text;
    }
}
