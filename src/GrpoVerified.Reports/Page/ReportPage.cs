using System.Text;
using System.Xml.Linq;
using GrpoVerified.Claims;
using GrpoVerified.Reports.Drawing;
using GrpoVerified.Reports.PhaseMaps;
using GrpoVerified.Theory;

namespace GrpoVerified.Reports.Page;

/// <summary>The report: one HTML file without anything from outside. Equal input gives equal bytes.</summary>
/// <param name="Parameters">The point whose dynamics are shown.</param>
/// <param name="Ledger">The rows of the ledger.</param>
/// <param name="Version">Version of the tool.</param>
internal sealed record ReportPage(GrpoParameters Parameters, IReadOnlyList<LedgerRow> Ledger, string Version)
{
    private static readonly (string Id, string Name)[] Parts =
    [
        ("summary", "Summary"), ("explorer", "Orbit and cobweb"), ("bifurcation-section", "Attractor"), ("phases", "Regimes"), ("widths-section", "Enclosures"), ("trainers", "Trainers"), ("ledger", "Ledger"),
    ];

    /// <summary>Cells that are computed for the page, for progress.</summary>
    public long Cells => DynamicsSections.BifurcationGrid(Parameters).Count + DynamicsSections.PhaseGrid(Parameters).Count;

    /// <summary>The file's text.</summary>
    public string Write(IProgress<int>? progress = null, CancellationToken cancellation = default)
    {
        var done = 0;
        List<PhaseCell> Sweep(PhaseGrid grid)
        {
            var cells = new List<PhaseCell>();
            foreach (var cell in PhaseSweep.Run(grid, Enumerable.Range(0, (int)grid.Count), cancellation))
            {
                cells.Add(cell);
                progress?.Report(++done);
            }

            return cells;
        }

        var bifurcation = DynamicsSections.BifurcationGrid(Parameters);
        var phases = DynamicsSections.PhaseGrid(Parameters);
        XElement[] sections =
        [
            Summary(), ExplorerSection.Of(Parameters), DynamicsSections.Bifurcation(bifurcation, Sweep(bifurcation)), DynamicsSections.Phases(phases, Sweep(phases)),
            DynamicsSections.Widths(Parameters), TrainerSection.Of(), LedgerSection.Of(Ledger),
        ];
        return Assemble(sections);
    }

    private XElement Summary()
        => Html.Section(
            "summary",
            "Summary",
            Html.Paragraph("The paper \u201cReinforcement Learning with Verifiable Rewards: GRPO\u2019s Effective Loss, Dynamics, and Success Amplification\u201d (Mroueh 2025, arXiv 2503.06639) and what can be proved of it. Certified numbers carry only digits that are certain; what is not certified says so."),
            Html.Element("ul", Html.Class("tiles"), Enum.GetValues<Verdict>().Select(v => (Verdict: v, Count: Ledger.Count(r => r.Verdict == v))).Where(c => c.Count > 0).Select(c => Html.Element(
                "li", Html.Class("tile " + ContractWords.Of(c.Verdict)), Html.Element("strong", c.Count.ToString(System.Globalization.CultureInfo.InvariantCulture)), " " + ContractWords.Of(c.Verdict)))));

    private string Assemble(IEnumerable<XElement> sections)
    {
        var text = new StringBuilder();
        text.Append("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<meta name=\"color-scheme\" content=\"light dark\">\n");
        text.Append("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'; img-src data:\">\n");
        text.Append("<title>GrpoVerified report</title>\n<style>\n").Append(ChartStyle.Sheet).Append(EmbeddedText.Read("report.css")).Append("</style>\n</head>\n<body>\n");
        text.Append("<a class=\"skip\" href=\"#main\">Skip to the content</a>\n");
        text.Append(Markup(Html.Element("header", Html.Element("h1", "GrpoVerified report"), Html.Paragraph(Html.Class("soft"), $"grpo-verified {Version}")))).Append('\n');
        text.Append(Markup(Html.Element("nav", Html.Attribute("aria-label", "Sections"), Html.Element("ul", Parts.Select(p => Html.Element("li", Html.Element("a", Html.Attribute("href", "#" + p.Id), p.Name))))))).Append('\n');
        text.Append("<main id=\"main\">\n");
        foreach (var section in sections)
        {
            text.Append(Markup(section)).Append('\n');
        }

        return text.Append("</main>\n<script>\n").Append(EmbeddedText.Read("report.js")).Append("</script>\n</body>\n</html>\n").ToString();
    }

    private static string Markup(XElement element) => element.ToString(SaveOptions.DisableFormatting);
}
