using System.Globalization;
using System.Xml.Linq;
using GrpoVerified.Reports.Diagrams;
using GrpoVerified.Reports.Drawing;
using GrpoVerified.Theory;
using GrpoVerified.Theory.Dynamics;

namespace GrpoVerified.Reports.Page;

/// <summary>Cobweb and orbit at the certified point; sliders redraw them in doubles, which the page says.</summary>
internal static class ExplorerSection
{
    private const int Steps = 40;

    // The same words as in report.js.
    private static readonly (string Value, string Text)[] Variants =
    [
        ("reference", "reference KL"), ("mirror", "mirror (KL to the previous policy)"), ("two-kl", "two KL terms, α = 1/2"),
        ("mean-only", "mean only (no whitening)"), ("outside", "ε outside the root"), ("clipped", "clipped at 1 ± 1/5"),
    ];

    /// <summary>The section.</summary>
    public static XElement Of(GrpoParameters parameters)
    {
        var orbit = CertifiedOrbit.Of(parameters, Steps);
        var regime = Regime.Classify(parameters);
        var fixedPoints = FixedPointSet.Find(parameters);
        var point = DynamicsFigures.Describe(parameters);
        return Html.Section(
            "explorer",
            "Orbit and cobweb",
            Html.Paragraph($"Certified at {point}: every value in the tables and, until a slider moves, in the drawings. Sliders redraw the drawings in your browser with doubles; those are not certified."),
            Controls(parameters),
            Html.Element("p", Html.Id("status"), Html.Class("status certified"), Html.Attribute("role", "status"), $"Certified drawing at {point}."),
            Html.Element(
                "div", Html.Class("charts"),
                Picture("Orbit at " + point, OrbitDiagram.Of(orbit, regime, orbit.Count - 1)),
                Picture("Cobweb at " + point, CobwebDiagram.Of(parameters, orbit, fixedPoints))),
            Html.Element("h3", "What is certified at " + point),
            Html.Paragraph($"Regime: {ContractWords.Of(regime.Kind)}. {regime.Reason}."),
            Html.Table("Certified fixed points", ["p", "1 − p", "multiplier", "stability"], fixedPoints.Points.Select(p => (IEnumerable<object>)
            [
                AttractorText.Digits(bits => p.Probability(bits).Success, 20), AttractorText.Digits(bits => p.Probability(bits).Failure, 20), AttractorText.Digits(p.Multiplier, 20), ContractWords.Of(p.Stability),
            ])),
            regime.Cycle is { } cycle && regime.Kind == RegimeKind.Cycle
                ? Html.Table("Certified cycle", ["point", "p", "1 − p"], Enumerable.Range(0, cycle.Period).Select(i => (IEnumerable<object>)
                [
                    (i + 1).ToString(CultureInfo.InvariantCulture), AttractorText.Digits(bits => cycle.Points(bits)[i].Success, 20), AttractorText.Digits(bits => cycle.Points(bits)[i].Failure, 20),
                ]))
                : null,
            Html.Element(
                "div", Html.Id("orbit-table"),
                Html.Table("Certified orbit beside the doubles of this page", ["n", "certified p", "certified 1 − p", "p in doubles, at the sliders"], orbit.Select(s => (IEnumerable<object>)
                [
                    s.N.ToString(CultureInfo.InvariantCulture), s.Success, s.Failure, Html.Element("span", Html.Class("live")),
                ]))));
    }

    private static XElement Controls(GrpoParameters parameters)
        => Html.Element(
            "form", Html.Id("sliders"), Html.Class("controls"),
            Html.Attribute("data-reference", Double(parameters.Reference.ToDouble())), Html.Attribute("data-beta", Double(parameters.Beta.ToDouble())), Html.Attribute("data-epsilon", Double(parameters.Epsilon.ToDouble())),
            Slider("reference", "p_ref", "-12", "6"), Slider("beta", "β", "-3.5", "3.5"), Slider("epsilon", "ε", "-16", "1"),
            Html.Element("label", Html.Element("span", "variant"), Html.Element("select", Html.Id("variant"), Variants.Select(v => Html.Element("option", Html.Attribute("value", v.Value), v.Text)))),
            Html.Element("button", Html.Id("reset"), Html.Attribute("type", "button"), "Back to the certified point"));

    private static XElement Slider(string id, string name, string low, string high)
        => Html.Element(
            "label", Html.Element("span", name + " = ", Html.Element("output", Html.Id(id + "-value"))),
            Html.Element("input", Html.Id(id), Html.Attribute("type", "range"), Html.Attribute("min", low), Html.Attribute("max", high), Html.Attribute("step", "any"), Html.Attribute("aria-label", name)));

    private static XElement Picture(string title, Chart chart) => Html.Element("figure", new Figure(title, [chart]).Draw(withStyle: false));

    private static string Double(double value) => value.ToString("R", CultureInfo.InvariantCulture);
}
