using System.Xml.Linq;
using GrpoVerified.Claims;

namespace GrpoVerified.Reports.Page;

/// <summary>The ledger with search and filters.</summary>
internal static class LedgerSection
{
    /// <summary>The section.</summary>
    public static XElement Of(IReadOnlyList<LedgerRow> rows)
    {
        var verdicts = Enum.GetValues<Verdict>().Where(v => rows.Any(r => r.Verdict == v)).ToList();
        var kinds = Enum.GetValues<EvidenceKind>().Where(k => rows.Any(r => r.Evidence.Any(e => e.Kind == k))).ToList();
        return Html.Section(
            "ledger",
            "Ledger of the claims",
            Html.Paragraph("Every statement of the paper, and what follows from it, with a verdict that is computed from its evidence. A grid or a sample never proves; a certificate proves its own statement, which may be a part of the claim."),
            Html.Element(
                "form", Html.Id("filters"), Html.Class("controls"), Html.Attribute("role", "search"),
                Html.Element("label", "Search ", Html.Element("input", Html.Id("search"), Html.Attribute("type", "search"), Html.Attribute("placeholder", "F10, cycle, beta …"))),
                Html.Element(
                    "fieldset", Html.Element("legend", "Verdict"),
                    verdicts.Select(v => Html.Element("label", Html.Element("input", Html.Attribute("type", "checkbox"), Html.Attribute("name", "verdict"), Html.Attribute("value", ContractWords.Of(v)), Html.Attribute("checked", "checked")), $" {ContractWords.Of(v)} ({rows.Count(r => r.Verdict == v)})"))),
                Html.Element(
                    "label", "Evidence ",
                    Html.Element("select", Html.Id("kind"), Html.Element("option", Html.Attribute("value", string.Empty), "any"), kinds.Select(k => Html.Element("option", Html.Attribute("value", ContractWords.Of(k)), ContractWords.Of(k))))),
                Html.Element("output", Html.Id("shown"), Html.Attribute("aria-live", "polite"), $"{rows.Count} of {rows.Count} claims")),
            Html.Element("div", Html.Id("claims"), rows.Select(ClaimArticle.Of)));
    }
}
