using System.Xml.Linq;
using GrpoVerified.Claims;
using GrpoVerified.Reports.Mathematics;

namespace GrpoVerified.Reports.Tests.Mathematics;

public sealed class StatementTextTests
{
    public static TheoryData<string> Statements
        => [.. ClaimCatalogue.All.SelectMany(c => new[] { c.Title, c.Statement, c.Corrected, c.Proof }).Where(t => t is not null).Select(t => t!).Distinct(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Statements))]
    public void The_plain_text_of_every_statement_of_the_catalogue_is_kept(string text)
        => Assert.Equal(text, string.Concat(StatementText.Write(text).Select(n => n is XElement math ? math.Attribute("alttext")!.Value : ((XText)n).Value)));

    [Theory]
    [MemberData(nameof(Statements))]
    public void No_letter_or_digit_is_lost_in_a_formula(string text)
        => Assert.All(StatementText.Write(text).OfType<XElement>(), math =>
        {
            var digits = math.Attribute("alttext")!.Value.Where(char.IsAsciiDigit).Order();
            Assert.Equal(digits, math.Value.Where(char.IsAsciiDigit).Order());
            Assert.DoesNotContain(math.Descendants(), e => e.Value.Contains('_', StringComparison.Ordinal));
        });

    [Theory]
    [InlineData("For eps > 0, h(1) < 1.", "For [eps > 0], [h(1) < 1].")]
    [InlineData("a 2-cycle and a policy's x", "a 2-cycle and a policy's [x]")]
    [InlineData("every p_ref in (0,1) converges", "every [p_ref in (0,1)] converges")]
    [InlineData("Let a be the fixed point, a < 0.", "Let a be the fixed point, [a < 0].")]
    [InlineData("w+ + w- = Omega", "[w+ + w- = Omega]")]
    [InlineData("It holds (F6) in general.", "It holds (F6) in general.")]
    [InlineData("3 digits", "3 digits")]
    public void Formulas_are_told_from_words(string text, string marked)
        => Assert.Equal(marked, string.Concat(StatementText.Write(text).Select(n => n is XElement math ? "[" + math.Attribute("alttext")!.Value + "]" : ((XText)n).Value)));

    [Theory]
    [InlineData("x^2", "<msup><mi>x</mi><mn>2</mn></msup>")]
    [InlineData("p_ref", "<msub><mi>p</mi><mi>ref</mi></msub>")]
    [InlineData("x_{n-1}", "<msub><mi>x</mi><mrow><mi>n</mi><mo>−</mo><mn>1</mn></mrow></msub>")]
    [InlineData("sqrt(s+eps)", "<msqrt><mrow><mi>s</mi><mo>+</mo><mi>ε</mi></mrow></msqrt>")]
    [InlineData("(s+eps)^(3/2)", "<msup><mrow><mo stretchy=\"false\">(</mo><mi>s</mi><mo>+</mo><mi>ε</mi><mo stretchy=\"false\">)</mo></mrow><mrow><mn>3</mn><mo>/</mo><mn>2</mn></mrow></msup>")]
    [InlineData("w+ >= 0", "<msub><mi>ω</mi><mo>+</mo></msub><mo>≥</mo><mn>0</mn>")]
    [InlineData("p* = 1", "<msup><mi>p</mi><mo>∗</mo></msup><mo>=</mo><mn>1</mn>")]
    [InlineData("beta^-2", "<msup><mi>β</mi><mrow><mo>−</mo><mn>2</mn></mrow></msup>")]
    [InlineData("h'(p)", "<msup><mi>h</mi><mo>′</mo></msup><mrow><mo stretchy=\"false\">(</mo><mi>p</mi><mo stretchy=\"false\">)</mo></mrow>")]
    public void Exponents_subscripts_roots_and_marks_are_set(string text, string expected)
    {
        var math = Assert.IsType<XElement>(Assert.Single(StatementText.Write(text)));
        Assert.Equal(expected, string.Concat(math.Nodes().Select(n => n.ToString(SaveOptions.DisableFormatting))).Replace(" xmlns=\"http://www.w3.org/1998/Math/MathML\"", string.Empty, StringComparison.Ordinal));
    }

    [Fact]
    public void Statements_of_certificates_become_formulas()
    {
        var formula = ProgramText.Write(["forall p in (0, 1/2)", "forall eps in [0, inf)", "v0 = var p", "v1 = num 1", "v2 = sub v1 v0", "v3 = mul v0 v2", "v4 = var eps", "v5 = add v3 v4", "v6 = sqrt v5", "v7 = div v1 v6", "show v7 >= 0"])!;
        var text = formula.ToString(SaveOptions.DisableFormatting);
        Assert.Equal("∀p∈(0,1/2)∀ε∈[0,∞)then\u00a01p\u2062(1−p)+ε≥0", formula.Value);
        Assert.Contains("<mfrac><mn>1</mn><msqrt>", text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_statement_about_a_point_of_a_cycle_names_both_intervals()
        => Assert.Equal(
            "iterates of a map of\u00a0pmap\u00a0−pexactly one point of period 2 in\u00a0[0,1/2], the slopes of iterate 2 there lie in\u00a0[−3,−2]",
            ProgramText.Write(["iterate p", "v0 = var p", "v1 = neg v0", "map v1", "show unique-cycle 2 in [0, 1/2] slope [-3, -2]"])!.Value);

    [Fact]
    public void Most_archived_certificates_have_a_readable_statement()
    {
        var readable = CertificateArchive.Entries.Count(e =>
        {
            using var json = System.Text.Json.JsonDocument.Parse(e.Content, new System.Text.Json.JsonDocumentOptions { MaxDepth = 4100 });
            return ProgramText.Write([.. json.RootElement.GetProperty("statement").EnumerateArray().Select(l => l.GetString()!)]) is not null;
        });
        Assert.InRange(readable, CertificateArchive.Entries.Count * 9 / 10, CertificateArchive.Entries.Count);
    }

    [Theory]
    [InlineData("v0 = var p", "v1 = cbrt v0", "show v1 > 0")]
    [InlineData("v0 = var p", "v1 = add v0 v9", "show v1 > 0")]
    [InlineData("perhaps p > 0", "show v1 > 0", "")]
    public void A_statement_that_is_not_understood_is_not_shown(params string[] lines) => Assert.Null(ProgramText.Write(lines));
}
