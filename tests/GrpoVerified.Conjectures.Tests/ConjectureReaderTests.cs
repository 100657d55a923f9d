namespace GrpoVerified.Conjectures.Tests;

public sealed class ConjectureReaderTests
{
    private static Expr Var(string name) => Expr.Variable(name);

    [Fact]
    public void Literals_are_exact_rationals_and_integer_division_is_exact()
    {
        var c = ConjectureReader.Read("1/10 + 0.1 * p - 7/2 == 1e-3", "p in [0,1]").Conclusions[0];
        var tenth = Expr.FromRational(new Rational(1, 10));
        Assert.Equal(tenth + (tenth * Var("p")) - Expr.FromRational(new Rational(7, 2)), c.Left);
        Assert.Equal(Expr.FromRational(new Rational(1, 1000)), c.Right);
    }

    [Fact]
    public void Numbers_beyond_the_types_of_CSharp_are_read_exactly()
    {
        var c = ConjectureReader.Read("100000000000000000000000000000001 * x > 1e400", "x in [0,1]").Conclusions[0];
        Assert.Equal("100000000000000000000000000000001", c.Left.Left!.Number.ToString());
        Assert.Equal(Rational.Pow(10, 400), c.Right.Number);
    }

    [Theory]
    [InlineData("a < b", ClaimedSign.Positive, "b - a")]
    [InlineData("a <= b", ClaimedSign.NonNegative, "b - a")]
    [InlineData("a > b", ClaimedSign.Positive, "a - b")]
    [InlineData("a >= b", ClaimedSign.NonNegative, "a - b")]
    [InlineData("a == b", ClaimedSign.Zero, "a - b")]
    [InlineData("a != b", ClaimedSign.Positive, "square(a - b)")]
    [InlineData("a * b > 0", ClaimedSign.Positive, "a * b")]
    [InlineData("0 > a", ClaimedSign.Positive, "0 - a")]
    public void Each_comparison_is_a_sign_of_a_difference(string claim, ClaimedSign sign, string difference)
    {
        var c = ConjectureReader.Read(claim, "a in [0,1], b in [0,1]").Conclusions.Single();
        Assert.Equal(sign, c.Sign);
        Assert.Equal(difference, c.Difference.ToString());
    }

    [Fact]
    public void Conjunctions_are_several_conclusions_and_parentheses_do_not_matter()
    {
        var read = ConjectureReader.Read("(p > 0 && (p < 1)) && p != q", "p in (0,1), q in (0,1)", given: "p > q && q > 0");
        Assert.Equal(["p > 0", "p < 1", "p != q"], read.Conclusions.Select(c => c.Text));
        Assert.Equal(["p > q", "q > 0"], read.Hypotheses.Select(c => c.Text));
    }

    [Fact]
    public void Ranges_keep_their_order_and_their_brackets()
    {
        var read = ConjectureReader.Read(
            "h(p) > p_ref && alpha < x", " p in [0 , 1],p_ref in (0,1) , beta in (0,inf), eps in [1e-6,1]; alpha = 1/2, x in (-inf, -1/3]");
        Assert.Equal(
            ["p in [0, 1]", "p_ref in (0, 1)", "beta in (0, inf)", "eps in [1/1000000, 1]", "alpha in [1/2, 1/2]", "x in (-inf, -1/3]"],
            read.Universal.Select(r => r.ToString()));
        Assert.Empty(read.Notes);
    }

    [Fact]
    public void A_range_that_is_not_used_is_left_out_and_noted()
    {
        var read = ConjectureReader.Read("h(1) == 1", "p in [0,1], p_ref in [1/10,9/10], beta in [1,5], eps in [1e-6,1]");
        Assert.Equal(["p_ref", "beta", "eps"], read.Universal.Select(r => r.Name));
        Assert.Contains("p does not occur", Assert.Single(read.Notes), StringComparison.Ordinal);
    }

    [Fact]
    public void Existential_variables_have_their_own_ranges()
    {
        var read = ConjectureReader.Read("h(p) == p", "p_ref = 1/10, beta = 1, eps = 1/1000", exists: "p in [1/10, 1/2]");
        Assert.Equal(["p"], read.Existential.Select(r => r.Name));
        Assert.DoesNotContain("p", read.Universal.Select(r => r.Name));
    }

    [Fact]
    public void Fixed_points_are_variables_with_the_hypothesis_that_they_are_fixed()
    {
        var read = ConjectureReader.Read("fixed_point_high() > p_ref && fixed_point_low() > p_ref", "p_ref in (0,1), beta in [1,2], eps in [1/10,1]");
        Assert.Equal(["p_ref", "beta", "eps", "fixed_point_low", "fixed_point_high"], read.Universal.Select(r => r.Name));
        Assert.Equal(
            ["h(fixed_point_low) == fixed_point_low", "h(fixed_point_high) == fixed_point_high", "fixed_point_low <= fixed_point_high"],
            read.FixedPointHypotheses.Select(h => h.Text));
        Assert.Equal([FixedPointPlace.Low, FixedPointPlace.High], read.FixedPoints.Select(f => f.Place));
        Assert.Contains("every x in [0,1] with h(x) == x", Assert.Single(read.Notes), StringComparison.Ordinal);
    }

    [Fact]
    public void Iterate_applies_the_map_again_and_again()
    {
        var read = ConjectureReader.Read("iterate(2, p_ref) >= h(h(p_ref))", "p_ref in (0,1), beta in [1,2], eps in [1/10,1]").Conclusions[0];
        Assert.Equal(read.Left, read.Right);
    }

    [Fact]
    public void A_derivative_drops_what_is_zero()
    {
        var c = ConjectureReader.Read("derivative(beta * x + exp(beta), x) == beta", "x in [0,1], beta in [0,1]").Conclusions[0];
        Assert.Equal(Var("beta"), c.Left);
    }
}
