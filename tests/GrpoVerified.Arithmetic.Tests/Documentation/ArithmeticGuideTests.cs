using GrpoVerified.TestKit;

namespace GrpoVerified.Arithmetic.Tests.Documentation;

/// <summary>The snippets of docs/arithmetic.md, compiled and run here; a snippet that is not here word for word fails.</summary>
public sealed class ArithmeticGuideTests
{
    [Fact]
    public void Every_snippet_of_the_guide_is_run_here()
    {
        var root = Repository.Root;
        var source = Lines(File.ReadAllText(Path.Combine(root, "tests", "GrpoVerified.Arithmetic.Tests", "Documentation", "ArithmeticGuideTests.cs")));
        var snippets = File.ReadAllText(Path.Combine(root, "docs", "arithmetic.md")).Split("```csharp\n").Skip(1).Select(s => Lines(s[..s.IndexOf("```", StringComparison.Ordinal)])).ToList();
        Assert.Equal(3, snippets.Count);
        Assert.All(snippets, s => Assert.Contains(s, source, StringComparison.Ordinal));
    }

    [Fact]
    public void Comparisons_are_three_valued()
    {
        Interval third = Interval.FromRational(Rational.Parse("1/3"));
        Assert.True(Interval.Less(third * new Interval(3), new Interval(1)).IsUndecided);
        Assert.True(Interval.Less(third, new Interval(0.5)).IsCertain);
    }

    [Fact]
    public void A_refusal_is_one_line_that_names_the_character()
    {
        Assert.Equal(
            "cannot read \"1/0\" as a number: the denominator is zero (at character 3); write a fraction such as 1/3",
            Assert.Throws<RationalFormatException>(() => Rational.Parse("1/0")).Message);
    }

    [Fact]
    public void A_formula_runs_in_several_arithmetics()
    {
        static T Weight<T>(T p, T eps)
            where T : IElementary<T>
            => T.ReciprocalSqrt((p * (T.One - p)) + eps);

        var tenth = Rational.Parse("1/10");
        var eps = Rational.Parse("1e-3");
        Interval interval = Weight(Interval.FromRational(tenth), Interval.FromRational(eps));
        Ball ball = Weight(Ball.FromRational(tenth, 200), Ball.FromRational(eps, 200));
        Dual<Interval> slope = Weight(Dual<Interval>.Variable(Interval.FromRational(tenth)), Dual<Interval>.Constant(Interval.FromRational(eps)));
        Expr formula = Weight(Expr.Variable("p"), Expr.Variable("eps"));

        Assert.Equal("[3.3149677206589785, 3.3149677206589807]", interval.ToString());
        Assert.Equal("rsqrt(p * (1 - p) + eps)", formula.ToString());

        // Omega(1/10) at eps = 1/1000 to 40 digits, computed elsewhere at 80 digits; the slope is -(1 - 2p)/2 Omega^3 < 0.
        var reference = Rational.Parse("3.314967720658979359617226859845479673131");
        Assert.True(interval.Contains(reference));
        Assert.True((ball - Ball.FromRational(reference, 300)).AbsUpper <= Magnitude.PowerOfTwo(-127));
        Assert.True(slope.Derivative.Upper < -14 && slope.Derivative.Lower > -15);
    }

    private static string Lines(string text)
        => string.Join('\n', text.Split('\n').Select(l => l.Trim()).Where(l => l.Length > 0));
}
