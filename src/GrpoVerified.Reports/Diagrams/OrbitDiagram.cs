using GrpoVerified.Reports.Drawing;
using GrpoVerified.Theory.Dynamics;

namespace GrpoVerified.Reports.Diagrams;

/// <summary>p_n against n, with the certified attractor.</summary>
internal static class OrbitDiagram
{
    /// <summary>The diagram.</summary>
    public static Chart Of(IReadOnlyList<OrbitStep> orbit, Regime regime, int stepsAsked)
    {
        var last = Math.Max(1, orbit.Count - 1);
        List<Layer> layers = [];
        if (regime.Limit is { } limit)
        {
            var p = limit(64).Success.Midpoint.ToDouble();
            layers.Add(new LineLayer("certified limit", "s3 dash", [(-1, p), (last + 1, p)]) { Title = "limit " + AttractorText.Digits(bits => limit(bits).Success) });
        }
        else if (regime.Cycle is { } cycle)
        {
            for (var i = 0; i < cycle.Period; i++)
            {
                var index = i;
                var p = cycle.Points(64)[i].Success.Midpoint.ToDouble();
                layers.Add(new LineLayer(i == 0 ? $"certified cycle of period {cycle.Period}" : null, "s2 dash", [(-1, p), (last + 1, p)])
                {
                    Title = $"point {i + 1} of {cycle.Period}: " + AttractorText.Digits(bits => cycle.Points(bits)[index].Success),
                });
            }
        }

        layers.Add(new LineLayer(null, "s1 thin", [.. orbit.Select(s => ((double)s.N, s.Place))]) { Id = "orbit-line" });
        layers.Add(new MarkLayer("certified p_n", "s1", MarkShape.Disc, [.. orbit.Select(s => new Mark(s.N, s.Place, $"n = {s.N}, p = {s.Success}, 1 − p = {s.Failure}"))])
        {
            Id = "orbit-marks",
            Size = orbit.Count > 120 ? 2.5 : 4,
        });
        var cut = orbit.Count - 1 < stepsAsked ? $"; the first {orbit.Count - 1} of {stepsAsked} steps" : string.Empty;
        return new("Orbit of the probability of success", new("step n", Scale.Linear(-0.02 * last, last * 1.02)), new("p", Scale.Linear(-0.02, 1.02)), layers)
        {
            Id = "orbit",
            Subtitle = $"regime: {ContractWords.Of(regime.Kind)}{cut}",
        };
    }
}
