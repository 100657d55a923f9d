using System.Xml.Linq;
using GrpoVerified.Arithmetic;
using GrpoVerified.Reports.Diagrams;
using GrpoVerified.Reports.Drawing;
using GrpoVerified.Reports.PhaseMaps;
using GrpoVerified.Theory;

namespace GrpoVerified.Reports.Page;

/// <summary>Bifurcation diagram, phase maps, enclosure widths.</summary>
internal static class DynamicsSections
{
    private const int Digits = 12;

    /// <summary>The attractor against p_ref.</summary>
    public static PhaseGrid BifurcationGrid(GrpoParameters parameters)
        => new(parameters, [parameters.Epsilon], [parameters.Beta], Range("1/10000:1/2:240:log"), Digits);

    /// <summary>Regimes over p_ref and β.</summary>
    public static PhaseGrid PhaseGrid(GrpoParameters parameters)
        => new(parameters, [.. new[] { Rational.Zero, parameters.Epsilon, new(1, 100), new(1, 10) }.Distinct().Order()], Range("1/5:10:24:log"), Range("1/10000:1/2:32:log"), Digits);

    /// <summary>The section of the bifurcation diagram.</summary>
    public static XElement Bifurcation(PhaseGrid grid, IReadOnlyList<PhaseCell> cells)
        => Html.Section(
            "bifurcation-section",
            "Attractor against p_ref",
            Html.Paragraph("For a hard prompt the orbit may settle in a cycle, and cycles come in windows. Each certified point has its digits on hover; between two values of p_ref nothing is certified. Grey points are a simulation where nothing was certified."),
            Picture("Attractor against p_ref", BifurcationDiagram.Of(grid, cells)));

    /// <summary>The section of the phase maps.</summary>
    public static XElement Phases(PhaseGrid grid, IReadOnlyList<PhaseCell> cells)
        => Html.Section(
            "phases",
            "Regimes over p_ref and β",
            Html.Paragraph("M monotone, E eventually monotone, A alternating, J jump over the middle fixed point, a number: a cycle of that period, ? undecided. The curves are where a pair of fixed points appears (saddle-node) and where the lowest fixed point loses stability (flip)."),
            Html.Element("div", Html.Class("charts"), grid.Epsilons.Select((e, i) => Picture($"Regimes at ε = {e}", PhaseDiagram.Chart(grid, e, [.. cells.Where(c => c.Epsilon == e)], i)))));

    /// <summary>The section of the enclosure widths.</summary>
    public static XElement Widths(GrpoParameters parameters)
        => Html.Section(
            "widths-section",
            "Width of the enclosures",
            Html.Paragraph("An enclosure along an orbit widens where the map stretches. Commands raise the working precision until every printed digit is certain."),
            Html.Element("div", Html.Class("charts"), Picture("Bits of p_n that are certain", WidthDiagram.Of(parameters, 60))));

    private static XElement Picture(string title, Chart chart) => Html.Element("figure", new Figure(title, [chart]).Draw(withStyle: false));

    private static IReadOnlyList<Rational> Range(string text)
        => AxisRange.TryRead(text, out var values) is null ? values : throw new InvalidOperationException($"{text} is no range.");
}
