using System.Globalization;
using GrpoVerified.Reports.Drawing;
using GrpoVerified.Theory;
using GrpoVerified.Theory.Dynamics;

namespace GrpoVerified.Reports.Diagrams;

/// <summary>The pictures of the verbs <c>iterate</c>, <c>fixed-points</c> and <c>regime</c>.</summary>
internal static class DynamicsFigures
{
    /// <summary>Most steps of an orbit that are drawn.</summary>
    public const int MostSteps = 500;

    /// <summary>Orbit and cobweb of the first steps.</summary>
    public static Figure Iterates(GrpoParameters parameters, int steps)
    {
        var orbit = CertifiedOrbit.Of(parameters, Math.Clamp(steps, 1, MostSteps));
        var regime = Regime.Classify(parameters);
        return new("Orbit and cobweb for " + Describe(parameters),
        [
            OrbitDiagram.Of(orbit, regime, steps), CobwebDiagram.Of(parameters, orbit, FixedPointSet.Find(parameters)),
        ]);
    }

    /// <summary>The map with its fixed points.</summary>
    public static Figure FixedPoints(GrpoParameters parameters)
        => new("Fixed points for " + Describe(parameters), [CobwebDiagram.FixedPoints(parameters, FixedPointSet.Find(parameters))]);

    /// <summary>As many steps as show the regime.</summary>
    public static Figure LongRun(GrpoParameters parameters) => Iterates(parameters, 60);

    /// <summary>The three numbers that matter.</summary>
    public static string Describe(GrpoParameters parameters)
        => string.Create(CultureInfo.InvariantCulture, $"p_ref = {parameters.Reference}, β = {parameters.Beta}, ε = {parameters.Epsilon}");
}
