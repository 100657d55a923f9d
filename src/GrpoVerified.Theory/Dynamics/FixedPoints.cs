using GrpoVerified.Arithmetic;

namespace GrpoVerified.Theory.Dynamics;

/// <summary>All fixed points of an update map in [0,1], in increasing order.</summary>
/// <param name="Points">The fixed points, each proved to exist and to be unique in its enclosure.</param>
/// <param name="IsComplete">Whether the rest of (0,1] is proved free of fixed points.</param>
/// <param name="Reason">Why the list is not complete, or null.</param>
/// <remarks>
/// p = 0 is never listed: it is reached only from p_ref = 0 (claim B7). p = 1 is listed where the map
/// has it as a fixed point in the limit sense: at ε = 0 with whitening (claim G2), and for mirror (H1).
/// Clipping changes no fixed point (claim J5).
/// </remarks>
public sealed record FixedPointSet(IReadOnlyList<FixedPoint> Points, bool IsComplete, string? Reason)
{
    /// <summary>The fixed points in (0,1).</summary>
    public IEnumerable<FixedPoint> Interior => Points.Where(p => !p.IsOne);

    /// <summary>Finds every fixed point.</summary>
    /// <exception cref="ParameterException">A parameter is outside its domain.</exception>
    public static FixedPointSet Find(GrpoParameters parameters)
    {
        ArgumentNullException.ThrowIfNull(parameters);
        parameters.Validated();
        if (parameters.Regulariser == Regulariser.Mirror)
        {
            return new([new FixedPoint(parameters, MirrorStability(parameters))], IsComplete: true, Reason: null);
        }

        return parameters.Normalisation == Normalisation.MeanOnly || parameters.GroupSize is not null
            ? SubdivisionSearch.Find(parameters)
            : MonotonePieces.Find(parameters);
    }

    // Mirror: x grows without bound, so 1 − p shrinks each step by the factor e^(−Ω/β): attracting unless the factor tends to 1.
    private static FixedPointStability MirrorStability(GrpoParameters parameters)
        => parameters.Clip is { Low: var low } && low == Rational.Zero ? FixedPointStability.Undecided : FixedPointStability.Attracting;
}
