using GrpoVerified.Arithmetic;
using GrpoVerified.Properties.Contract;
using GrpoVerified.Properties.Expectations;
using GrpoVerified.Properties.Profiles;

namespace GrpoVerified.Reports.Diagrams;

/// <summary>A quantity of trainers along an axis: profiles that agree at every place share a curve.</summary>
/// <param name="Profiles">Names of the profiles.</param>
/// <param name="Points">Place, value, certified digits.</param>
internal sealed record TrainerCurve(IReadOnlyList<string> Profiles, IReadOnlyList<(double Place, double Value, string Digits)> Points)
{
    /// <summary>The first name and how many others.</summary>
    public string Label => Profiles.Count == 1 ? Profiles[0] : $"{Profiles[0]} and {Profiles.Count - 1} more";
}

/// <summary>Advantages and KL estimates of the named profiles, certified.</summary>
internal static class TrainerCurves
{
    private const int Precision = 192;

    /// <summary>Advantage of a success (or of a failure) in a group of G binary rewards with k successes.</summary>
    public static IReadOnlyList<TrainerCurve> Advantages(int groupSize, bool ofSuccess)
        => Grouped(NamedProfiles.All.Where(p => p.Advantage is not null).Select(profile => (profile.Name, Enumerable.Range(ofSuccess ? 1 : 0, groupSize).Select(k =>
        {
            double[] rewards = [.. Enumerable.Range(0, groupSize).Select(i => i < k ? 1.0 : 0.0)];
            var expected = AdvantageExpectation.Of(profile.Advantage!, new AdvantageRequest(DType.Float64, rewards, new int[groupSize]), Evaluations.Exact(Precision));
            return Point(k, expected is null || expected[ofSuccess ? 0 : groupSize - 1] is not { Kind: ExpectedKind.Number } e ? null : e.Value);
        }))));

    /// <summary>Estimate of the KL divergence against d = log π_θ − log π_ref.</summary>
    public static IReadOnlyList<TrainerCurve> Estimates(IReadOnlyList<Rational> differences)
        => Grouped(NamedProfiles.All.Where(p => p.Kl is not null).Select(profile => (profile.Name, differences.Select(d =>
        {
            var evaluation = Evaluations.Exact(Precision);
            return Point(d.ToDouble(), KlExpectation.Of(profile.Kl!, evaluation.Input(d.ToDouble()), Ball.Zero, evaluation).Value);
        }))));

    private static (double Place, double Value, string Digits) Point(double place, Ball? value)
        => value is { } ball && DecimalText.TryFormat(ball, 12, out var text) ? (place, ball.Midpoint.ToDouble(), text) : (place, double.NaN, "not defined");

    private static IReadOnlyList<TrainerCurve> Grouped(IEnumerable<(string Name, IEnumerable<(double Place, double Value, string Digits)> Points)> curves)
        => [.. curves.Select(c => (c.Name, Points: c.Points.ToList())).GroupBy(c => string.Join(' ', c.Points.Select(p => p.Digits)), StringComparer.Ordinal)
            .Select(g => new TrainerCurve([.. g.Select(c => c.Name)], g.First().Points))];
}
