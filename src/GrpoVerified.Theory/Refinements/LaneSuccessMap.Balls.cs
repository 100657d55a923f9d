using GrpoVerified.Arithmetic;

namespace GrpoVerified.Theory.Refinements;

/// <summary>The success map of four points side by side, of any width.</summary>
internal interface ILaneSuccessMap
{
    /// <summary>Enclosures of h over four balls; a bit of the result is set where a ball is outside the proved range, and its image is left as it was.</summary>
    int Next(ReadOnlySpan<Ball> points, Span<Ball> images, int precision);
}

/// <content>On balls.</content>
internal sealed partial class LaneSuccessMap<T, TLimbs>
{
    /// <inheritdoc/>
    public int Next(ReadOnlySpan<Ball> points, Span<Ball> images, int precision)
    {
        Span<TLimbs> fractions = stackalloc TLimbs[DigitLanes.Lanes];
        Span<double> radii = stackalloc double[DigitLanes.Lanes];
        var refused = 0;
        for (var i = 0; i < DigitLanes.Lanes; i++)
        {
            if (!FixedWidth.TryFraction(points[i], out fractions[i], out radii[i]))
            {
                (fractions[i], radii[i]) = (default, 1);
                refused |= 1 << i;
            }
        }

        refused |= Next(fractions, radii, fractions, radii);
        for (var i = 0; i < DigitLanes.Lanes; i++)
        {
            if ((refused >> i & 1) == 0)
            {
                images[i] = FixedWidth.ToBall(in fractions[i], radii[i], precision);
            }
        }

        return refused;
    }
}
