using System.Globalization;
using System.Xml.Linq;
using GrpoVerified.Reports.Diagrams;
using GrpoVerified.Reports.Drawing;

namespace GrpoVerified.Reports.Page;

/// <summary>Conventions of trainers beside each other.</summary>
internal static class TrainerSection
{
    private const int GroupSize = 8;

    /// <summary>The section.</summary>
    public static XElement Of()
    {
        var success = TrainerCurves.Advantages(GroupSize, ofSuccess: true);
        var failure = TrainerCurves.Advantages(GroupSize, ofSuccess: false);
        var estimates = TrainerCurves.Estimates(TrainerDiagrams.Differences);
        return Html.Section(
            "trainers",
            "Conventions of trainers",
            Html.Paragraph("Certified values under each named profile. Profiles that agree to 12 digits at every place share a curve; the tables name them."),
            Html.Element(
                "div", Html.Class("charts"),
                Picture(TrainerDiagrams.Advantages(success, GroupSize, ofSuccess: true)), Picture(TrainerDiagrams.Advantages(failure, GroupSize, ofSuccess: false)), Picture(TrainerDiagrams.Estimates(estimates))),
            Html.Table("Advantage of a success by the number of successes in a group of 8", ["profiles", .. success[0].Points.Select(p => Number(p.Place))], success.Select(c => (IEnumerable<object>)[string.Join(", ", c.Profiles), .. c.Points.Select(p => p.Digits)])),
            Html.Table("KL estimate of one token by d", ["profiles", .. Selected(estimates[0]).Select(p => Number(p.Place))], estimates.Select(c => (IEnumerable<object>)[string.Join(", ", c.Profiles), .. Selected(c).Select(p => p.Digits)])));
    }

    private static IEnumerable<(double Place, double Value, string Digits)> Selected(TrainerCurve curve) => curve.Points.Where(p => p.Place is -24 or -10 or -3 or -1 or 0 or 1 or 3 or 10 or 24);

    private static string Number(double value) => value.ToString("0.###", CultureInfo.InvariantCulture).Replace('-', '−');

    private static XElement Picture(Chart chart) => Html.Element("figure", new Figure(chart.Title, [chart]).Draw(withStyle: false));
}
