using System.Text.Json;
using System.Xml.Linq;
using GrpoVerified.Claims;
using GrpoVerified.Reports.Mathematics;

namespace GrpoVerified.Reports.Page;

/// <summary>One claim with its evidence, folded.</summary>
internal static class ClaimArticle
{
    /// <summary>The element.</summary>
    public static XElement Of(LedgerRow row)
    {
        var verdict = ContractWords.Of(row.Verdict);
        var kinds = row.Evidence.Select(e => ContractWords.Of(e.Kind)).Distinct(StringComparer.Ordinal).ToList();
        var claim = row.Claim;
        return Html.Element(
            "details",
            Html.Class("claim"), Html.Id("claim-" + claim.Id), Html.Attribute("data-verdict", verdict), Html.Attribute("data-kinds", string.Join(' ', kinds)),
            Html.Attribute("data-text", $"{claim.Id} {claim.Title} {claim.Statement} {claim.Source}".ToLowerInvariant()),
            Html.Element(
                "summary", Html.Element("span", Html.Class("id"), claim.Id), Html.Element("span", Html.Class("name"), StatementText.Write(claim.Title)),
                Html.Element("span", Html.Class("badge " + verdict), verdict), Html.Element("span", Html.Class("kinds"), string.Join(" · ", kinds))),
            Part("Statement", Html.Paragraph(StatementText.Write(claim.Statement))),
            claim.Corrected is null ? null : Part("Corrected statement", Html.Paragraph(StatementText.Write(claim.Corrected))),
            Part("Source", Html.Paragraph(claim.Source)),
            claim.Counterexamples.Count == 0 ? null : Part("Counterexample", List(row.Counterexamples.Select(c => (object[])[.. StatementText.Write(c.Counterexample.Text), c.Outcome.IsCertain ? " (certified anew for this page)" : " (not certified)"]))),
            Part("Proof idea", Html.Paragraph(StatementText.Write(claim.Proof))),
            row.Theorems.Count == 0 ? null : Part("Coq theorems", List(row.Theorems.Select(t => (object[])
            [
                Html.Element("code", t.Theorem is "-" ? "(none)" : t.Theorem), $" {t.Role.ToString().ToLowerInvariant()}{(t.File is "-" ? string.Empty : ", proofs/coq/" + t.File)}",
            ]))),
            row.Certificates.Count == 0 ? null : Part("Certificates", Html.Element("ul", row.Certificates.Select(c => Html.Element("li", Certificate(c))))),
            row.Properties.Count == 0 ? null : Part("Property rules for implementations", List(row.Properties.Select(p => (object[])[p]))),
            row.Tallies.All(t => t.Applied == 0) ? null : Part("On the grid (a grid is not a proof)", List(row.Tallies.Where(t => t.Applied > 0).Select(t => (object[])[LedgerRow.Describe(t)]))),
            ClaimWitness.Of(claim) is { } witness ? Part("A case in which the hypotheses hold", Html.Paragraph(witness)) : null);
    }

    private static object[] Part(string heading, XElement content) => [Html.Element("h3", heading), content];

    private static XElement List(IEnumerable<object[]> items) => Html.Element("ul", items.Select(i => Html.Element("li", i)));

    private static IEnumerable<object?> Certificate(CertificateResult result)
    {
        yield return result.Certificate.Title;
        yield return Html.Element("br");
        yield return Html.Element("code", result.Certificate.File);
        yield return $" {result.Outcome.ToString().ToLowerInvariant()}; statement SHA-256 ";
        yield return Html.Element("code", Html.Class("hash"), result.Certificate.Hash);
        using var json = JsonDocument.Parse(result.Certificate.Content, new JsonDocumentOptions { MaxDepth = 4100 });
        var statement = json.RootElement.GetProperty("statement").EnumerateArray().Select(l => l.GetString()!).ToList();
        yield return ProgramText.Write(statement) is { } formula
            ? Html.Element("div", Html.Class("formal"), formula)
            : Html.Paragraph(Html.Class("soft"), $"The formal statement has {statement.Count} lines; the file shows it.");
    }
}
