namespace GrpoVerified.Arithmetic.Tests.Derivatives;

public sealed class KinkTests
{
    private static Dual<Interval> Over(double lower, double upper) => Dual<Interval>.Variable(new(lower, upper));

    [Fact]
    public void At_an_undecided_kink_the_derivative_is_the_hull_of_both_sides()
    {
        Assert.Equal(new Interval(-1, 1), Dual<Interval>.Abs(Over(-1, 2)).Derivative);
        Assert.Equal(new Interval(0, 1), Dual<Interval>.Max(Over(-1, 2), Dual<Interval>.Zero).Derivative);
        Assert.Equal(new Interval(0, 1), Dual<Interval>.Min(Over(-1, 2), Dual<Interval>.Zero).Derivative);
    }

    [Fact]
    public void On_one_side_of_a_kink_the_derivative_is_that_side()
    {
        Assert.Equal(new Interval(-1), Dual<Interval>.Abs(Over(-3, -2)).Derivative);
        Assert.Equal(new Interval(1), Dual<Interval>.Abs(Over(2, 3)).Derivative);
        Assert.Equal(new Interval(1), Dual<Interval>.Max(Over(2, 3), Dual<Interval>.One).Derivative);
        Assert.Equal(new Interval(0), Dual<Interval>.Max(Over(-2, 0), Dual<Interval>.One).Derivative);
        Assert.Equal(new Interval(0), Dual<Interval>.Min(Over(2, 3), Dual<Interval>.One).Derivative);
        Assert.Equal(new Interval(1), Dual<Interval>.Min(Over(-2, 0), Dual<Interval>.One).Derivative);
    }

    [Fact]
    public void No_curvature_is_claimed_across_a_kink()
    {
        Assert.True(Jet<Interval>.Abs(Jet<Interval>.Variable(new(-1, 2))).Second.IsEntire);
        Assert.True(Jet<Interval>.Min(Jet<Interval>.Variable(new(-1, 2)), Jet<Interval>.Zero).Second.IsEntire);
        Assert.Equal(new Interval(0), Jet<Interval>.Abs(Jet<Interval>.Variable(new(-3, -2))).Second);
        Assert.Equal(new Interval(2), Jet<Interval>.Max(Jet<Interval>.Square(Jet<Interval>.Variable(new(2, 3))), Jet<Interval>.One).Second);
    }

    [Fact]
    public void Every_slope_over_a_box_lies_in_the_derivative_even_across_kinks()
    {
        var random = new Random(4);
        for (var i = 0; i < 2000; i++)
        {
            var (a, b) = ((random.NextDouble() * 8) - 4, (random.NextDouble() * 8) - 4);
            if (a == b)
            {
                continue;
            }

            var box = new Interval(Math.Min(a, b), Math.Max(a, b));
            var derivative = DerivativeFunctions.Apply("kinked", Dual<Interval>.Variable(box)).Derivative;
            var slope = (DerivativeFunctions.Apply("kinked", new Interval(b)) - DerivativeFunctions.Apply("kinked", new Interval(a)))
                / (new Interval(b) - new Interval(a));
            Assert.True(Interval.Overlap(derivative, slope), $"slope {slope} outside {derivative} over {box}");
        }
    }

    [Fact]
    public void Doubles_take_the_first_operand_at_the_kink_itself()
    {
        var x = Dual<Float64>.Variable(Float64.Zero);
        Assert.Equal(1, Dual<Float64>.Min(x, Dual<Float64>.Zero).Derivative.Value);
        Assert.Equal(0, Dual<Float64>.Min(Dual<Float64>.Zero, x).Derivative.Value);
        Assert.Equal(1, Dual<Float64>.Max(x, Dual<Float64>.Zero).Derivative.Value);
        Assert.Equal(1, Dual<Float64>.Abs(x).Derivative.Value);
    }

    [Fact]
    public void Formulas_have_no_order_and_say_so()
    {
        var x = Dual<Expr>.Variable(Expr.Variable("x"));
        Assert.Contains(
            "min, max and abs have no derivative over Expr, which has no order; differentiate over Interval, Ball or Float64",
            Assert.Throws<NotSupportedException>(() => Dual<Expr>.Min(x, Dual<Expr>.One)).Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void Contexts_give_constants()
    {
        var tenth = new Rational(1, 10);
        Assert.Equal(Dual<Interval>.Constant(Interval.FromRational(tenth)), new DualContext<Interval>(IntervalContext.Instance).Enclose(tenth));
        Assert.Equal(Jet<Interval>.Constant(Interval.FromRational(tenth)), new JetContext<Interval>(IntervalContext.Instance).Enclose(tenth));
    }
}
