using System.Globalization;
using GrpoVerified.Arithmetic;
using GrpoVerified.Reports.Drawing;

namespace GrpoVerified.Reports.Diagrams;

/// <summary>The conventions of trainers beside each other.</summary>
internal static class TrainerDiagrams
{
    private static readonly string[] Styles = ["s1", "s2", "s3", "s4", "s5", "s6", "s7", "s0", "s1 dash", "s2 dash", "s3 dash", "s4 dash", "s5 dash", "s6 dash", "s7 dash", "s0 dash"];

    /// <summary>Advantage against the number of successes.</summary>
    public static Chart Advantages(IReadOnlyList<TrainerCurve> curves, int groupSize, bool ofSuccess)
        => new(
            string.Create(CultureInfo.InvariantCulture, $"Advantage of a {(ofSuccess ? "success" : "failure")}, groups of {groupSize}"),
            new("successes in the group", Scale.Linear(ofSuccess ? 0.8 : -0.2, ofSuccess ? groupSize + 0.2 : groupSize - 0.8)),
            new("advantage", Scale.Around(curves.SelectMany(c => c.Points).Select(p => p.Value))),
            [.. Layers(curves, withMarks: true)])
        {
            Id = ofSuccess ? "advantage-success" : "advantage-failure",
            Height = 560,
        };

    /// <summary>KL estimates against the difference of the log-probabilities.</summary>
    public static Chart Estimates(IReadOnlyList<TrainerCurve> curves)
        => new(
            "KL estimate of one token", new("d = log π_θ − log π_ref", Scale.Linear(-25, 25)), new("estimate", Scale.Linear(-12, 30)), [.. Layers(curves, withMarks: false)])
        {
            Id = "kl",
            Height = 560,
            Subtitle = "k3 grows like e^−d to the left; clamps cut it off",
        };

    /// <summary>The places at which estimates are computed.</summary>
    public static IReadOnlyList<Rational> Differences { get; } = [.. Enumerable.Range(-200, 401).Select(i => new Rational(i, 8))];

    private static IEnumerable<Layer> Layers(IReadOnlyList<TrainerCurve> curves, bool withMarks)
    {
        foreach (var (curve, i) in curves.Select((c, i) => (c, i)))
        {
            var style = Styles[i % Styles.Length];
            var defined = curve.Points.Where(p => double.IsFinite(p.Value)).ToList();
            yield return new LineLayer(curve.Label, style, [.. defined.Select(p => (p.Place, p.Value))]) { Title = string.Join(", ", curve.Profiles) };
            var marked = withMarks ? defined : [.. defined.Where(p => p.Place % 5 == 0 && p.Value is > -12 and < 30)];
            List<Mark> marks = [.. marked.Select(p => new Mark(p.Place, p.Value, string.Create(CultureInfo.InvariantCulture, $"{p.Place:0.###}: {p.Digits} ({string.Join(", ", curve.Profiles)})")))];
            yield return new MarkLayer(null, style, (MarkShape)(i % 5), marks) { Size = 3.5 };
        }
    }
}
