namespace GrpoVerified.Arithmetic.Tests.Balls;

public sealed class BallSetTests
{
    [Fact]
    public void Order_is_three_valued_and_exact_at_touching_ends()
    {
        var a = Interval(0, 1);
        var b = Interval(1, 2);
        Assert.True(Ball.Less(a, b).IsUndecided);
        Assert.True(Ball.LessOrEqual(a, b).IsCertain);
        Assert.True(Ball.Less(b, a).IsRefuted);
        Assert.True(Ball.Less(Number(1), Number(1)).IsRefuted);
        Assert.True(Ball.LessOrEqual(Number(1), Number(1)).IsCertain);
        Assert.True(Ball.Less(a, Ball.WholeLine).IsUndecided);

        // Ends that differ far below every working precision.
        var tiny = BigFloat.PowerOfTwo(-(1L << 50));
        Assert.True(Ball.Less(Ball.FromMidpointRadius(BigFloat.One, Magnitude.UpperBound(tiny), 64), Number(1)).IsUndecided);
        Assert.True(Ball.Less(Ball.FromMidpointRadius(BigFloat.Zero, Magnitude.UpperBound(tiny), 64), Number(1)).IsCertain);
    }

    [Fact]
    public void Subset_interior_and_overlap_follow_the_ends()
    {
        Assert.True(Ball.IsSubset(Interval(0, 1), Interval(0, 1)));
        Assert.False(Ball.IsInterior(Interval(0, 1), Interval(0, 1)));
        Assert.False(Ball.IsInterior(Interval(0, 1), Interval(0, 2)));
        Assert.True(Ball.IsInterior(Interval(1, 2), Interval(0, 3)));
        Assert.True(Ball.Overlap(Interval(0, 1), Interval(1, 2)));
        Assert.False(Ball.Overlap(Interval(0, 1), Interval(2, 3)));
        Assert.True(Ball.IsSubset(Ball.WholeLine, Ball.WholeLine));
        Assert.True(Ball.IsSubset(Interval(0, 1), Ball.WholeLine));
        Assert.False(Ball.IsSubset(Ball.WholeLine, Interval(0, 1)));
    }

    [Fact]
    public void Intersection_and_hull_have_the_expected_ends()
    {
        Assert.Equal((1.0, 2.0), Ends(Ball.Intersect(Interval(0, 2), Interval(1, 3))!.Value));
        Assert.Equal((1.0, 1.0), Ends(Ball.Intersect(Interval(0, 1), Interval(1, 3))!.Value));
        Assert.Null(Ball.Intersect(Interval(0, 1), Interval(2, 3)));
        Assert.Equal((0.0, 1.0), Ends(Ball.Intersect(Ball.WholeLine, Interval(0, 1))!.Value));
        Assert.Equal((0.0, 3.0), Ends(Ball.Hull(Interval(0, 1), Interval(2, 3))));
        Assert.Equal((0.0, 3.0), Ends(Ball.Union(Interval(0, 3), Interval(1, 2))));
        Assert.False(Ball.Hull(Interval(0, 1), Ball.WholeLine).IsFinite);
    }

    [Fact]
    public void Minimum_maximum_and_absolute_value_have_the_expected_ends()
    {
        Assert.Equal((1.0, 2.0), Ends(Ball.Max(Interval(0, 2), Interval(1, 2))));
        Assert.Equal((0.0, 2.0), Ends(Ball.Min(Interval(0, 2), Interval(1, 3))));
        Assert.Equal((0.0, 3.0), Ends(Ball.Abs(Interval(-3, 2))));
        Assert.Equal((2.0, 3.0), Ends(Ball.Abs(Interval(-3, -2))));
        Assert.Equal((0.0, 9.0), Ends(Ball.Square(Interval(-3, 2))));
    }

    [Fact]
    public void Functions_use_the_part_of_the_operand_inside_the_domain()
    {
        Assert.Equal((0.0, 2.0), Ends(Ball.Sqrt(Interval(-1, 4))));
        Assert.False(Ball.Sqrt(Interval(-2, -1)).IsFinite);
        Assert.False(Ball.Log(Interval(-1, 4)).IsFinite);
        Assert.False(Ball.Log(Ball.Zero).IsFinite);
        Assert.False((Ball.One / Interval(-1, 1)).IsFinite);
        Assert.False(Ball.Atanh(Interval(0, 1)).IsFinite);
        Assert.False(Ball.Log1p(Number(-1)).IsFinite);
    }

    [Fact]
    public void Precision_rides_in_the_value()
    {
        Assert.Equal(0, (Number(1) + (Number(2) * Number(3))).Precision);
        Assert.True((Number(1) + (Number(2) * Number(3))).IsExact);
        Assert.Equal(Ball.DefaultPrecision, (Number(1) / Number(3)).Precision);
        Assert.Equal(200, (Number(1).WithPrecision(200) / Number(3)).Precision);
        Assert.Equal(200, (Number(1).WithPrecision(200) * Number(1).WithPrecision(53)).Precision);
        Assert.Equal(77, Ball.Exp(Number(1).WithPrecision(77)).Precision);
        Assert.Equal(100, new BallContext(100).Enclose(new Rational(1, 2)).Precision);
        Assert.True(new BallContext(100).Enclose(new Rational(1, 2)).IsExact);
        Assert.False(new BallContext(100).Enclose(new Rational(1, 3)).IsExact);

        // Exact growth stops at the documented size.
        var big = Ball.Pow(Number(3), 4000);
        Assert.True(big.IsExact);
        Assert.Equal(Ball.DefaultPrecision, (big * big).Precision);
    }

    [Fact]
    public void Ends_are_rounded_outward()
    {
        var third = Ball.FromRational(new Rational(1, 3), 300);
        foreach (var precision in new[] { 2, 10, 53, 400 })
        {
            Assert.True(third.LowerBound(precision).ToRational() < new Rational(1, 3));
            Assert.True(third.UpperBound(precision).ToRational() > new Rational(1, 3));
        }
    }

    [Fact]
    public void Exponents_beyond_the_range_widen_to_zero_or_the_whole_line()
    {
        var huge = Ball.One.WithPrecision(64).ScaleByPowerOfTwo(BigFloat.MaxExponent - 1);
        Assert.False((huge * huge).IsFinite);
        var tiny = Ball.One / huge / huge;
        Assert.True(tiny.IsFinite && Ball.ContainsZero(tiny));
        Assert.False(Ball.Exp(huge).IsFinite);
        var vanishing = Ball.Exp(-huge);
        Assert.True(vanishing.IsFinite && Ball.ContainsZero(vanishing) && Ball.Less(vanishing, Ball.One).IsCertain);
        Assert.True(Ball.IsSubset(Ball.Logistic(-huge), Interval(0, 1)) && Ball.IsSubset(Ball.Logistic(Ball.WholeLine), Interval(0, 1)));
    }

    [Fact]
    public void Threads_share_constants()
    {
        var results = new Ball[64];
        Parallel.For(0, results.Length, i => results[i] = Ball.Exp(Ball.Pi(5000 + (97 * i))));
        Assert.All(results, r => Assert.True(Ball.Overlap(r, results[0])));
    }

    private static Ball Number(long n) => Ball.FromInteger(n);

    private static Ball Interval(long lower, long upper) => Ball.FromEndpoints(BigFloat.FromInteger(lower), BigFloat.FromInteger(upper), 64);

    private static (double, double) Ends(Ball x) => (x.LowerBound(53).ToDouble(), x.UpperBound(53).ToDouble());
}
