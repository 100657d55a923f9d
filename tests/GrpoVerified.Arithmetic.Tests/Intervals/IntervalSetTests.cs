#pragma warning disable GRPO2005 // The midpoint itself is what is tested.
namespace GrpoVerified.Arithmetic.Tests.Intervals;

public sealed class IntervalSetTests
{
    private const double Inf = double.PositiveInfinity;

    [Theory]
    [InlineData(2, 1)]
    [InlineData(double.NaN, 1)]
    [InlineData(1, double.NaN)]
    [InlineData(Inf, Inf)]
    [InlineData(-Inf, -Inf)]
    public void Endpoints_without_a_set_are_rejected(double lower, double upper)
        => Assert.Contains("no set of real numbers", Assert.Throws<ArgumentException>(() => new Interval(lower, upper)).Message, StringComparison.Ordinal);

    [Fact]
    public void Default_is_the_number_zero() => Assert.Equal(new Interval(0), default(Interval));

    [Fact]
    public void Text_shows_endpoints_that_read_back()
    {
        Assert.Equal("[0.1, 0.30000000000000004]", new Interval(0.1, 0.1 + 0.2).ToString());
        Assert.Equal("[empty]", Interval.Empty.ToString());
        Assert.Equal("[entire]", Interval.Entire.ToString());
        Assert.Equal("[1, inf]", new Interval(1, Inf).ToString());
        Assert.Equal("[0, 0]", (-new Interval(0)).ToString());
    }

    [Fact]
    public void Empty_makes_every_result_empty()
    {
        var x = new Interval(1, 2);
        Interval[] results =
        [
            Interval.Empty + x, x - Interval.Empty, -Interval.Empty, Interval.Empty * x, x / Interval.Empty,
            Interval.Square(Interval.Empty), Interval.Pow(Interval.Empty, 3), Interval.Pow(Interval.Empty, 2),
            Interval.Exp(Interval.Empty), Interval.Log(Interval.Empty), Interval.Sqrt(Interval.Empty), Interval.Atanh(Interval.Empty),
            Interval.Min(Interval.Empty, x), Interval.Max(x, Interval.Empty), Interval.Abs(Interval.Empty), Interval.Cosh(Interval.Empty),
            Interval.Intersect(x, Interval.Empty), Interval.Hull(Interval.Empty, Interval.Empty),
        ];
        Assert.All(results, r => Assert.True(r.IsEmpty));
    }

    [Fact]
    public void Comparisons_with_the_empty_set_are_undecided()
    {
        Assert.True(Interval.Less(Interval.Empty, Interval.One).IsUndecided);
        Assert.True(Interval.LessOrEqual(Interval.One, Interval.Empty).IsUndecided);
    }

    [Fact]
    public void Comparisons_are_three_valued()
    {
        Interval a = new(1, 2), b = new(2, 3), c = new(2.5, 4);
        Assert.Equal("undecided", Interval.Less(a, b).ToString());
        Assert.Equal("true", Interval.LessOrEqual(a, b).ToString());
        Assert.Equal("true", Interval.Less(a, c).ToString());
        Assert.Equal("false", Interval.Less(c, a).ToString());
        Assert.Equal("false", Interval.Less(b, a).ToString());
        Assert.Equal("undecided", Interval.LessOrEqual(b, a).ToString());
        Assert.Equal("false", Interval.LessOrEqual(c, a).ToString());
        Assert.Equal("undecided", Interval.Less(Interval.Entire, a).ToString());
    }

    [Fact]
    public void Operations_outside_the_domain_give_the_whole_line()
    {
        Interval negative = new(-2, -1), one = Interval.One;
        Interval[] results =
        [
            one / Interval.Zero, Interval.Zero / Interval.Zero, one / new Interval(-1, 1), Interval.Zero / new Interval(0, 1),
            Interval.Log(negative), Interval.Log(Interval.Zero), Interval.Log(new(-1, 0)), Interval.Sqrt(negative), Interval.ReciprocalSqrt(negative),
            Interval.ReciprocalSqrt(Interval.Zero), Interval.Log1p(new(-3, -1)), Interval.Atanh(new(1, 2)), Interval.Atanh(new(-2, -1)),
        ];
        Assert.All(results, r => Assert.True(r.IsEntire, r.ToString()));
    }

    [Fact]
    public void Operations_partly_outside_the_domain_use_the_part_inside()
    {
        Assert.Equal(new Interval(-Inf, 0), Interval.Log(new(-3, 1)));
        Assert.Equal(new Interval(0, 2), Interval.Sqrt(new(-3, 4)));
        Assert.Equal(new Interval(-Inf, 0), Interval.Log1p(new(-5, 0)));
        Assert.Equal(new Interval(0, Inf), Interval.Atanh(new(0, 5)));
        Assert.Equal(new Interval(0.5, Inf), Interval.ReciprocalSqrt(new(-1, 4)));
    }

    [Fact]
    public void Division_by_a_set_that_touches_zero_is_a_half_line()
    {
        Assert.Equal(new Interval(0.5, Inf), new Interval(1, 2) / new Interval(0, 2));
        Assert.Equal(new Interval(-Inf, -0.5), new Interval(1, 2) / new Interval(-2, 0));
        Assert.Equal(new Interval(-Inf, -0.5), new Interval(-2, -1) / new Interval(0, 2));
        Assert.Equal(new Interval(0.5, Inf), new Interval(-2, -1) / new Interval(-2, 0));
    }

    [Fact]
    public void Unbounded_sets_follow_the_convention_zero_times_infinity_is_zero()
    {
        Interval half = new(0, Inf);
        Assert.Equal(Interval.Zero, Interval.Zero * Interval.Entire);
        Assert.Equal(half, half * half);
        Assert.Equal(half, Interval.Square(Interval.Entire));
        Assert.Equal(new Interval(-Inf, 0), new Interval(-Inf, -1) * half);
        Assert.Equal(Interval.Entire, half - half);
        Assert.Equal(new Interval(0, 1), Interval.One / new Interval(1, Inf));
        Assert.Equal(half, new Interval(1, Inf) / new Interval(1, Inf));
        Assert.Equal(Interval.Entire, Interval.Entire / new Interval(1, 2));
    }

    [Fact]
    public void Overflow_gives_an_unbounded_set_with_a_finite_inner_bound()
    {
        var big = new Interval(double.MaxValue);
        Assert.Equal(new Interval(double.MaxValue, Inf), big + big);
        Assert.Equal(new Interval(double.MaxValue, Inf), big * big);
        Assert.Equal(new Interval(-Inf, double.MinValue), big * -big);
        Assert.Equal(new Interval(double.MaxValue, Inf), Interval.Exp(new(1e300)));
        Assert.Equal(new Interval(0, double.Epsilon), Interval.Exp(new(-1e300)));
        Assert.Equal(new Interval(double.MaxValue, Inf), Interval.Cosh(big));
        Assert.Equal(new Interval(0, double.Epsilon), new Interval(double.Epsilon) * new Interval(0.25));
    }

    [Fact]
    public void Elementary_functions_of_the_whole_line_are_their_ranges()
    {
        Assert.Equal(new Interval(0, Inf), Interval.Exp(Interval.Entire));
        Assert.Equal(new Interval(-1, Inf), Interval.Expm1(Interval.Entire));
        Assert.Equal(Interval.Entire, Interval.Log(Interval.Entire));
        Assert.Equal(new Interval(1, Inf), Interval.Cosh(Interval.Entire));
        Assert.Equal(new Interval(0, 1), Interval.Logistic(Interval.Entire));
        Assert.Equal(Interval.Entire, Interval.Asinh(Interval.Sinh(Interval.Entire)));
    }

    [Theory]
    [InlineData(-3, 2, 2, 0, 9)]
    [InlineData(-3, 2, 3, -27, 8)]
    [InlineData(-3, -2, 2, 4, 9)]
    [InlineData(-3, -2, 5, -243, -32)]
    [InlineData(-3, 2, 0, 1, 1)]
    [InlineData(-3, 2, 1, -3, 2)]
    public void Powers_are_ranges(double lower, double upper, int n, double expectedLower, double expectedUpper)
        => Assert.Equal(new Interval(expectedLower, expectedUpper), Interval.Pow(new(lower, upper), n));

    [Fact]
    public void Integers_beyond_two_to_the_53_are_enclosed()
    {
        foreach (var n in new[] { long.MaxValue, long.MinValue, (1L << 53) + 1, -(1L << 53) - 1, (1L << 62) + 1, 12345 })
        {
            var x = Interval.FromInteger(n);
            Assert.True(x.Contains((Rational)n) && Math.BitIncrement(x.Lower) >= x.Upper);
            Assert.Equal(Interval.FromRational(n), x);
        }
    }

    [Fact]
    public void Sizes_and_parts()
    {
        Interval x = new(1, 4);
        Assert.Equal((2.5, 3.0, 1.5, 4.0, 1.0), (x.Midpoint, x.Width, x.Radius, x.Magnitude, x.Mignitude));
        Assert.Equal((new Interval(1, 2.5), new Interval(2.5, 4)), x.Bisect());
        Assert.Equal(0, Interval.Entire.Midpoint);
        Assert.Equal(double.MaxValue, new Interval(3, Inf).Midpoint);
        Assert.Equal(1.4e308, new Interval(1.2e308, 1.6e308).Midpoint, 1e306);
        Assert.Equal(0, new Interval(-2, 1).Mignitude);
        Assert.Contains("midpoint", Assert.Throws<InvalidOperationException>(() => Interval.Empty.Midpoint).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Set_relations()
    {
        Interval x = new(1, 4);
        Assert.True(Interval.IsSubset(x, x) && Interval.IsSubset(Interval.Empty, x) && !Interval.IsSubset(x, Interval.Empty));
        Assert.True(Interval.IsInterior(new(2, 3), x) && !Interval.IsInterior(new(1, 3), x) && Interval.IsInterior(Interval.Entire, Interval.Entire));
        Assert.True(Interval.Overlap(x, new(4, 5)) && !Interval.Overlap(x, new(5, 6)) && !Interval.Overlap(x, Interval.Empty));
        Assert.True(x.Contains(1) && !x.Contains(Inf) && !Interval.Entire.Contains(double.NaN) && !Interval.Entire.Contains(Inf));
        Assert.True(Interval.Entire.Contains(Rational.Pow(10, 400)) && !new Interval(0, double.MaxValue).Contains(Rational.Pow(10, 400)));
        Assert.True(!new Interval(0.1).Contains(new Rational(1, 10)) && IntervalContext.Instance.Enclose(new Rational(1, 10)).Contains(new Rational(1, 10)));
        Assert.Equal(new Interval(2, 4), Interval.Intersect(x, new(2, 9)));
        Assert.Equal(new Interval(1, 9), Interval.Hull(x, new(2, 9)));
    }
}
