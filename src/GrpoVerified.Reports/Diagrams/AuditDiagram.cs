using GrpoVerified.Reports.Drawing;

namespace GrpoVerified.Reports.Diagrams;

/// <summary>One logged advantage that deviates from its profile.</summary>
/// <param name="Expected">The certified advantage, as a double for drawing.</param>
/// <param name="Logged">The logged advantage.</param>
/// <param name="Title">What is shown over it.</param>
internal readonly record struct LoggedPoint(double Expected, double Logged, string Title);

/// <summary>Logged against expected advantages: the worst deviations of an audit.</summary>
internal static class AuditDiagram
{
    /// <summary>The picture; points that are no finite numbers are counted in the subtitle and not drawn.</summary>
    /// <param name="profile">Name of the profile.</param>
    /// <param name="summary">Counts, in one line.</param>
    /// <param name="points">The worst deviations.</param>
    public static Figure Of(string profile, string summary, IReadOnlyList<LoggedPoint> points)
    {
        var finite = points.Where(p => double.IsFinite(p.Expected) && double.IsFinite(p.Logged)).ToList();
        var scale = Scale.Around(finite.SelectMany(p => new[] { p.Expected, p.Logged }).Concat([-1, 1]));
        var undrawn = points.Count - finite.Count;
        return new("Logged advantages against " + profile,
        [
            new Chart("Worst deviations from " + profile, new("expected advantage", scale), new("logged advantage", scale),
            [
                new LineLayer("where they agree", "s7 thin dash", [(scale.Low, scale.Low), (scale.High, scale.High)]),
                new MarkLayer("deviating sample", "s2", MarkShape.Diamond, [.. finite.Select(p => new Mark(p.Expected, p.Logged, p.Title))]),
            ])
            {
                Id = "audit",
                Subtitle = undrawn == 0 ? summary : $"{summary}; {undrawn} not finite",
            },
        ]);
    }
}
