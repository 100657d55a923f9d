using System.Text.RegularExpressions;
using System.Xml.Linq;
using GrpoVerified.Claims;
using GrpoVerified.Reports.Page;
using GrpoVerified.Theory;

namespace GrpoVerified.Reports.Tests.Page;

public sealed class ReportPageTests : IClassFixture<ReportPageTests.Written>
{
    private readonly string _text;

    public ReportPageTests(Written page) => _text = page.Text;

    [Fact]
    public void The_page_loads_nothing_from_outside()
    {
        var rest = _text.Replace("http://www.w3.org/2000/svg", string.Empty, StringComparison.Ordinal).Replace("http://www.w3.org/1998/Math/MathML", string.Empty, StringComparison.Ordinal);
        Assert.DoesNotMatch(new Regex("(?:src|href)=\"(?!#)", RegexOptions.None, TimeSpan.FromSeconds(5)), rest);
        Assert.DoesNotMatch(new Regex("https?://|@import|url\\((?!#)", RegexOptions.None, TimeSpan.FromSeconds(5)), rest);
    }

    [Fact]
    public void Every_claim_stands_in_the_ledger_with_its_verdict_and_a_formula()
        => Assert.All(ClaimCatalogue.All, claim => Assert.Contains($"id=\"claim-{claim.Id}\"", _text, StringComparison.Ordinal));

    [Fact]
    public void Ids_are_unique()
    {
        var ids = Regex.Matches(_text, " id=\"(?<id>[^\"]+)\"", RegexOptions.None, TimeSpan.FromSeconds(5)).Select(m => m.Groups["id"].Value).Where(id => id is not "hatch").ToList();
        Assert.Equal(ids.Count, ids.Distinct(StringComparer.Ordinal).Count());
        Assert.Contains("cobweb-map", ids);
        Assert.Contains("orbit-line", ids);
    }

    [Fact]
    public void Every_section_is_well_formed()
    {
        var main = _text[_text.IndexOf("<main", StringComparison.Ordinal)..(_text.IndexOf("</main>", StringComparison.Ordinal) + "</main>".Length)];
        Assert.Equal(7, XElement.Parse(main).Elements("section").Count());
    }

    [Fact]
    public void Every_control_has_a_name()
    {
        var main = XElement.Parse(_text[_text.IndexOf("<main", StringComparison.Ordinal)..(_text.IndexOf("</main>", StringComparison.Ordinal) + "</main>".Length)]);
        var controls = main.Descendants().Where(e => e.Name.LocalName is "input" or "select").ToList();
        Assert.True(controls.Count > 8);
        Assert.All(controls, c => Assert.Contains(c.Ancestors(), a => a.Name.LocalName is "label"));
    }

    [Fact]
    public void The_same_input_gives_the_same_bytes() => Assert.Equal(_text, Written.Write());

    /// <summary>The page, written once.</summary>
    public sealed class Written
    {
        public string Text { get; } = Write();

        public static string Write()
            => new ReportPage(GrpoParameters.Of(new(1, 200), new(3, 2), new(1, 1000)), LedgerRun.Evaluate(ClaimCatalogue.All, []), "0.1.0").Write();
    }
}
