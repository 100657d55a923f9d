using GrpoVerified.Reports.Drawing;
using GrpoVerified.Theory;
using GrpoVerified.Theory.Dynamics;

namespace GrpoVerified.Reports.Diagrams;

/// <summary>The map, the diagonal and the orbit between them.</summary>
internal static class CobwebDiagram
{
    private const int MostSteps = 300;

    /// <summary>The diagram.</summary>
    public static Chart Of(GrpoParameters parameters, IReadOnlyList<OrbitStep> orbit, FixedPointSet fixedPoints)
        => new("Cobweb", new("p", Unit), new("next p", Unit),
        [
            .. Map(parameters),
            new LineLayer("certified orbit", "s5 thin", Web(orbit)) { Id = "cobweb-web" },
            .. FixedPoints(fixedPoints),
            .. orbit.Take(1).Select(s => new MarkLayer("start p_ref", "s0", MarkShape.Square, [new(s.Place, 0, "p_ref = " + s.Success)]) { Id = "cobweb-start" }),
        ])
        {
            Id = "cobweb",
            Subtitle = "band: an enclosure of the map over each column",
        };

    /// <summary>The map with its certified fixed points.</summary>
    public static Chart FixedPoints(GrpoParameters parameters, FixedPointSet fixedPoints)
        => new("Fixed points of the map", new("p", Unit), new("next p", Unit), [.. Map(parameters), .. FixedPoints(fixedPoints)])
        {
            Id = "fixed-points",
            Subtitle = fixedPoints.IsComplete ? "the rest of (0, 1] is proved free of fixed points" : "not proved complete",
        };

    private static Scale Unit => Scale.Linear(-0.02, 1.02);

    private static IEnumerable<Layer> Map(GrpoParameters parameters)
    {
        yield return new BandLayer(null, "s1", MapGraph.Band(parameters)) { Id = "cobweb-band" };
        yield return new LineLayer("diagonal", "s7 thin dash", [(0, 0), (1, 1)]);
        yield return new LineLayer("map", "s1", MapGraph.Curve(parameters)) { Id = "cobweb-map" };
    }

    private static List<(double X, double Y)> Web(IReadOnlyList<OrbitStep> orbit)
    {
        var points = new List<(double X, double Y)>();
        var from = 0.0;
        foreach (var (step, next) in orbit.Zip(orbit.Skip(1)).Take(MostSteps))
        {
            points.Add((step.Place, from));
            points.Add((step.Place, next.Place));
            from = next.Place;
        }

        return points;
    }

    private static IEnumerable<Layer> FixedPoints(FixedPointSet found)
    {
        foreach (var (stability, style, shape) in (IEnumerable<(FixedPointStability, string, MarkShape)>)
        [
            (FixedPointStability.Repelling, "s2", MarkShape.Ring),
            (FixedPointStability.Undecided, "s4", MarkShape.Diamond),
            (FixedPointStability.Attracting, "s3", MarkShape.Disc),
        ])
        {
            var marks = found.Points.Where(p => p.Stability == stability).Select(p => Mark(p, stability)).ToList();
            if (marks.Count > 0)
            {
                yield return new MarkLayer(ContractWords.Of(stability), style, shape, marks) { Size = stability == FixedPointStability.Attracting ? 4.5 : 7, Id = "fixed-" + ContractWords.Of(stability) };
            }
        }
    }

    private static Mark Mark(FixedPoint point, FixedPointStability stability)
    {
        var place = point.Probability(64).Success.Midpoint.ToDouble();
        var text = point.IsOne
            ? "p = 1"
            : $"p = {AttractorText.Digits(bits => point.Probability(bits).Success)}, 1 − p = {AttractorText.Digits(bits => point.Probability(bits).Failure)}, multiplier {AttractorText.Digits(point.Multiplier)}";
        return new(place, place, $"{text}, {ContractWords.Of(stability)}");
    }
}
