using GrpoVerified.Conjectures.Refutation;

namespace GrpoVerified.Conjectures.Tests;

/// <summary>False claims are refuted at an exact point; true claims never are.</summary>
public sealed class CounterexampleTests
{
    private const string Theory = "p in [0,1], p_ref in (0,1), beta in (0,inf), eps in (0,inf)";

    private static Counterexample? Search(string claim, string ranges, string? given = null)
    {
        var conjecture = ConjectureReader.Read(claim, ranges, given);
        return CounterexampleSearch.Find(conjecture, conjecture.Conclusions[0]);
    }

    [Theory]
    [InlineData("h(p) >= p", Theory)]
    [InlineData("iterate(2, p_ref) >= iterate(1, p_ref)", Theory)]
    [InlineData("h(1) == 1", "p_ref in [1/10,9/10], beta in [1,5], eps in [1e-6,1]")]
    [InlineData("x * x > 0", "x in [-1,1]")]
    [InlineData("1/x > 0", "x in [0,1]")]
    [InlineData("log(x) < 0", "x in [0,1)")]
    [InlineData("sqrt(x) >= 0", "x in [-1,1]")]
    [InlineData("square(x - 1/3) + square(y - 2/7) >= 1/1000", "x in [0,1], y in [0,1]")]
    [InlineData("exp(x) > x + 1", "x in (-inf,inf)")]
    [InlineData("sqrt(x) == x", "x in [0,1]")]
    [InlineData("fixed_point_low() >= 1/2", "p_ref in [1/100,1/2], beta in [1/2,2], eps in [1/1000,1/10]")]
    [InlineData("fixed_point_low() == fixed_point_high()", "p_ref in [1/10,1/5], beta in [1/2,1], eps in [1/1000,1/100]")]
    public void A_false_claim_has_a_certified_counterexample(string claim, string ranges)
    {
        var found = Search(claim, ranges);
        Assert.NotNull(found);
        var box = ConjectureReader.Read(claim, ranges).Universal.ToDictionary(r => r.Name);
        Assert.All(found.Point, x => Assert.True(box[x.Name].Contains(x.Value), $"{x.Name} = {x.Value} is outside {box[x.Name].Interval}"));
        if (found.Fault is null)
        {
            var difference = found.Difference!(4096);
            var holds = found.Conclusion.Relation switch
            {
                Relation.Greater => difference.IsPositive,
                Relation.AtLeast => !difference.IsNegative,
                Relation.Less => difference.IsNegative,
                Relation.Equal => Ball.ContainsZero(difference),
                _ => !difference.IsPositive,
            };
            Assert.False(holds);
        }
    }

    [Theory]
    [InlineData("h(p) > p_ref", Theory)]
    [InlineData("x * x >= 0", "x in (-inf,inf)")]
    [InlineData("sqrt(x) * sqrt(x) == x", "x in [0,1]")]
    [InlineData("w_plus(p) + w_minus(p) == omega(p)", "p in [0,1], eps in (0,1]")]
    [InlineData("fixed_point_low() > p_ref", "p_ref in [1/100,1/2], beta in [1/2,2], eps in [1/1000,1/10]")]
    public void A_true_claim_has_none(string claim, string ranges) => Assert.Null(Search(claim, ranges));

    [Fact]
    public void Hypotheses_restrict_the_points()
    {
        Assert.Null(Search("x > 0", "x in [-1,1]", "x >= 1/1000"));
        var found = Search("x >= 1/2", "x in [-1,1]", "x > 0 && x != 1/4");
        Assert.NotNull(found);
        Assert.InRange(found.Point[0].Value.ToDouble(), 1e-9, 0.4999);
    }

    [Fact]
    public void An_undefined_conclusion_is_refuted_with_the_reason()
        => Assert.Equal("a divisor is 0", Search("1/x != 2", "x in [0,1]")!.Fault);

    [Fact]
    public void The_simplest_point_found_is_reported()
    {
        var found = Search("p < 3/10", "p in [0,1]");
        Assert.Equal(Rational.One, Assert.Single(found!.Point).Value);
    }
}
