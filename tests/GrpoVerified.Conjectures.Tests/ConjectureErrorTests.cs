namespace GrpoVerified.Conjectures.Tests;

/// <summary>Every kind of text that is no claim: one line that says what, where and what to do.</summary>
public sealed class ConjectureErrorTests
{
    private const string Ranges = "p in [0,1], p_ref in (0,1), beta in (0,inf), eps in (0,inf), x in [0,1]";

    private static ConjectureException Fails(string claim, string ranges = Ranges, string? given = null, string? exists = null)
    {
        var fault = Assert.Throws<ConjectureException>(() => ConjectureReader.Read(claim, ranges, given, exists));
        Assert.DoesNotContain('\n', fault.Message);
        Assert.NotEmpty(fault.Action);
        return fault;
    }

    [Theory]
    [InlineData("", -1, "nothing to read")]
    [InlineData("   ", -1, "nothing to read")]
    [InlineData("h(p)", 0, "expected a comparison")]
    [InlineData("h(p) >", 6, "not a C# expression")]
    [InlineData("h(p > p_ref", 11, "not a C# expression")]
    [InlineData("h(p) > p_ref)", 12, "not a C# expression")]
    [InlineData("p > 0; p < 1", 5, "not a C# expression")]
    [InlineData("p > 0 p", 6, "not a C# expression")]
    [InlineData("p > 0 && p", 9, "expected a comparison")]
    [InlineData("p > 0 || p < 1", 6, "'||'")]
    [InlineData("!(p > 0)", 0, "'!'")]
    [InlineData("0 < p < 1", 6, "comparison of a comparison")]
    [InlineData("p ^ 2 > 0", 0, "'^' is not a power")]
    [InlineData("p % 2 > 0", 0, "'%'")]
    [InlineData("p > (x > 0)", 2, "comparison of a comparison")]
    [InlineData("max(p > 0, x) > 1", 4, "'>' cannot stand inside a term")]
    [InlineData("Math.Exp(p) > 0", 0, "member access")]
    [InlineData("System.IO.File.Delete(p) > 0", 0, "member access")]
    [InlineData("p.ToString() > 0", 0, "member access")]
    [InlineData("new Foo() > 0", 0, "'new Foo()' is not part of the language")]
    [InlineData("((System.Func<int>)(() => 1))() > 0", 0, "is not part of the language")]
    [InlineData("(p = 1) > 0", 1, "is not part of the language")]
    [InlineData("p++ > 0", 0, "is not part of the language")]
    [InlineData("\"p\" > 0", 0, "is not a number")]
    [InlineData("true", 0, "expected a comparison")]
    [InlineData("p > null", 4, "is not a number")]
    [InlineData("p > 'a'", 4, "is not a number")]
    [InlineData("(p > 0 ? 1 : 2) > 0", 1, "is not part of the language")]
    [InlineData("p is > 0", 0, "expected a comparison")]
    [InlineData("p => p > 0", 0, "expected a comparison")]
    [InlineData("nameof(p) > 0", 0, "unknown function 'nameof'")]
    [InlineData("ln(p) > 0", 0, "unknown function 'ln'")]
    [InlineData("rm(p) > 0", 0, "unknown function 'rm'")]
    [InlineData("h > 0", 0, "h is a function")]
    [InlineData("h() > 0", 0, "h has 0 arguments")]
    [InlineData("kl(p) > 0", 0, "kl has 1 arguments")]
    [InlineData("h(p: p) > 0", 2, "not a plain argument")]
    [InlineData("h(ref p) > 0", 2, "not a plain argument")]
    [InlineData("p > 0x10", 4, "not a decimal number")]
    [InlineData("p > 0.1f", 4, "type suffix")]
    [InlineData("p > 1UL", 4, "type suffix")]
    [InlineData("p > inf", 4, "not a number")]
    [InlineData("p > 1/0", 6, "division by zero")]
    [InlineData("p > 1/(2-2)", 6, "division by zero")]
    [InlineData("π > 0", 0, "cannot name a variable")]
    [InlineData("_p > 0", 0, "cannot name a variable")]
    [InlineData("@p > 0", 0, "cannot name a variable")]
    [InlineData("iterate(p, p) > 0", 8, "whole number from 0 to 50")]
    [InlineData("iterate(51, p) > 0", 8, "whole number from 0 to 50")]
    [InlineData("iterate(1.5, p) > 0", 8, "whole number from 0 to 50")]
    [InlineData("iterate(2, p, sqrt) > 0", 14, "'sqrt' is not a map")]
    [InlineData("pow(p, x) > 0", 7, "whole number")]
    [InlineData("pow(p, 101) > 0", 7, "whole number")]
    [InlineData("derivative(h(p), 2) > 0", 17, "variable of differentiation")]
    [InlineData("derivative(h(p), h) > 0", 17, "h is a function")]
    [InlineData("derivative(abs(p), p) > 0", 0, "abs of a term with p")]
    [InlineData("derivative(fixed_point_low(), beta) > 0", 0, "depends on beta")]
    public void A_claim_that_cannot_be_read_names_the_place(string claim, int position, string fact)
    {
        var fault = Fails(claim);
        Assert.Contains(fact, fault.Fact, StringComparison.Ordinal);
        Assert.Equal("the claim", fault.Part);
        Assert.Equal(position, fault.Position);
    }

    [Theory]
    [InlineData("p", 1, "expected 'in' or '='")]
    [InlineData("p in", 4, "expected '[' or '('")]
    [InlineData("p in 0,1", 5, "expected '[' or '('")]
    [InlineData("p in [0,1", 9, "expected ']' or ')'")]
    [InlineData("p in [0]", 7, "expected ','")]
    [InlineData("p in [0,1] q in [0,1]", 11, "expected ','")]
    [InlineData("p in [0,1],", 11, "another range")]
    [InlineData("p on [0,1]", 2, "expected 'in' or '=' after p, found 'on'")]
    [InlineData("3 in [0,1]", 0, "name of a variable")]
    [InlineData("p in [1,0]", 0, "is empty")]
    [InlineData("p in (1,1]", 0, "is empty")]
    [InlineData("p in [-inf,0]", 6, "never included")]
    [InlineData("p in [0,inf]", 8, "never included")]
    [InlineData("p in (inf,0)", 6, "wrong side")]
    [InlineData("p in [0,one]", 8, "")]
    [InlineData("p in [0,1/0]", 8, "denominator is zero")]
    [InlineData("p in [NaN,1]", 6, "")]
    [InlineData("p = inf", 4, "")]
    [InlineData("p in [0,1], p in [0,2]", 12, "two ranges")]
    [InlineData("p in [0,1e99999999999]", 8, "")]
    public void A_range_that_cannot_be_read_names_the_place(string ranges, int position, string fact)
    {
        var fault = Fails("p > 0", ranges);
        Assert.Contains(fact, fault.Fact, StringComparison.Ordinal);
        Assert.Equal("the ranges", fault.Part);
        Assert.Equal(position, fault.Position);
    }

    [Fact]
    public void A_missing_range_names_every_variable_and_what_to_add()
    {
        var fault = Fails("h(p) > p_ref", "p in [0,1]");
        Assert.Equal("no range for beta, eps, p_ref", fault.Fact);
        Assert.Equal("add beta in (0,inf), eps in (0,inf), p_ref in (0,1)", fault.Action);
    }

    [Fact]
    public void Quantifiers_must_not_overlap_and_hypotheses_are_about_all()
    {
        Assert.Contains("quantified twice", Fails("p > 0", "p in [0,1]", exists: "p in [0,1]").Fact, StringComparison.Ordinal);
        Assert.Contains("'there is'", Fails("p > x", "x in [0,1]", given: "p > 0", exists: "p in [0,1]").Fact, StringComparison.Ordinal);
        Assert.Contains("name of a function", Fails("p > 0", "p in [0,1], h in [0,1]").Fact, StringComparison.Ordinal);
        Assert.Equal("the hypotheses", Fails("p > 0", "p in [0,1]", given: "p >").Part);
    }

    [Theory]
    [InlineData("(", ")")]
    [InlineData("-(", ")")]
    [InlineData("exp(", ")")]
    [InlineData("- ", "")]
    [InlineData("p + ", "")]
    [InlineData("p > 0 && ", " > 0")]
    public void Nesting_without_end_is_refused(string open, string close)
    {
        foreach (var depth in new[] { 500, 2000 })
        {
            var term = string.Concat(Enumerable.Repeat(open, depth)) + "p" + string.Concat(Enumerable.Repeat(close.Trim() == "> 0" ? string.Empty : close, depth));
            Assert.Contains("nested deeper", Fails(term + " > 0").Fact, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_text_without_end_and_numbers_without_end_are_refused()
    {
        Assert.Contains("more than the limit", Fails(new string(' ', 30_000) + "p > 0").Fact, StringComparison.Ordinal);
        Assert.Contains("digits", Fails("p > " + new string('9', 15_000)).Fact, StringComparison.Ordinal);
        Assert.Contains("digits", Fails("p > 1e9000 * 1e9000").Fact, StringComparison.Ordinal);
        Assert.NotEmpty(Fails("p > 1e999999999999").Fact);
        Assert.Contains("steps", Fails(string.Concat(Enumerable.Repeat("iterate(50, ", 60)) + "p" + new string(')', 60) + " > 0").Fact, StringComparison.Ordinal);
    }

    [Fact]
    public void Junk_is_refused_and_never_crashes()
    {
        var random = new Random(20261129);
        const string Letters = "hp_re fxsigma()[]{}<>=!&|+-*/%^~?:.,;\"'\\@#$0123456789eE\t\n\u00e9\ud83d\u0000";
        for (var i = 0; i < 3000; i++)
        {
            var text = new string([.. Enumerable.Range(0, random.Next(1, 60)).Select(_ => Letters[random.Next(Letters.Length)])]);
            try
            {
                _ = ConjectureReader.Read(text, Ranges);
            }
            catch (ConjectureException e)
            {
                Assert.NotEmpty(e.Fact);
                Assert.InRange(e.Position, -1, text.Length);
            }
        }
    }
}
