using GrpoVerified.Arithmetic;
using GrpoVerified.TestKit;
using GrpoVerified.Theory.Dynamics;
using GrpoVerified.Theory.Formulas;

namespace GrpoVerified.Theory.Tests.Documents;

/// <summary>The C# snippet of the README is this code, and it does what its comments say.</summary>
public sealed class ReadmeSnippetTests
{
    [Fact]
    public void Readme_snippet_runs_and_its_comments_are_true()
    {
        // begin snippet
        var parameters = GrpoParameters.Of(Rational.Parse("1/10"), 1, Rational.Parse("0.001"));
        var smallest = FixedPointSet.Find(parameters).Points[0];
        string? digits = Certified.Digits(bits => smallest.Probability(bits).Success, 30, 10_000).Text;
        // digits is "0.452136773146930755185587897674"

        // One formula, any arithmetic: the whitening factor as an interval, and its derivative in p.
        var p = Probability<Dual<Interval>>.FromSuccess(Dual<Interval>.Variable(new Interval(0.1, 0.2)));
        var omega = Whitening.Omega(p, Dual<Interval>.Constant(Interval.FromRational(parameters.Epsilon)));
        bool decreasing = Interval.Less(omega.Derivative, Interval.Zero).IsCertain;
        // decreasing is true on all of [0.1, 0.2]
        // end snippet
        Assert.Equal("0.452136773146930755185587897674", digits);
        Assert.True(decreasing);
    }

    [Fact]
    public void Readme_shows_this_snippet()
    {
        var source = File.ReadAllLines(Repository.PathOf("tests/GrpoVerified.Theory.Tests/Documents/ReadmeSnippetTests.cs"));
        var begin = Array.FindIndex(source, static l => l.Trim() == "// begin snippet");
        var end = Array.FindIndex(source, static l => l.Trim() == "// end snippet");
        var snippet = string.Join('\n', source[(begin + 1)..end].Select(static l => l.Length > 8 ? l[8..] : string.Empty));
        Assert.Contains(snippet, File.ReadAllText(Repository.PathOf("README.md")).ReplaceLineEndings("\n"), StringComparison.Ordinal);
    }
}
