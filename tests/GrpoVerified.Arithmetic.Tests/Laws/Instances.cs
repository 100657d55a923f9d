using FsCheck;
using FsCheck.Fluent;
using GrpoVerified.TestKit;

namespace GrpoVerified.Arithmetic.Tests.Laws;

public sealed class IntervalLaws : EnclosureLaws<Interval>
{
    protected override int Count => 1000;

    protected override IArithmeticContext<Interval> Context => IntervalContext.Instance;

    [Fact]
    public void Functions_of_a_point_lie_in_the_function_of_the_half_lines_and_of_the_whole_line() => ForOperands((a, _) =>
    {
        var x = Interval.FromRational(a);
        Interval[] unbounded = [new(x.Lower, double.PositiveInfinity), new(double.NegativeInfinity, x.Upper), Interval.Entire];
        foreach (var (name, function, domain) in FunctionTable.Of<Interval>())
        {
            if (domain(a))
            {
                Assert.All(unbounded, u => Assert.True(Interval.IsSubset(function(x), function(u)), $"{name}({x}) = {function(x)} is no subset of {name}({u}) = {function(u)}"));
            }
        }

        foreach (var u in unbounded)
        {
            Assert.True(Interval.IsSubset(x + x, u + x) && Interval.IsSubset(x * x, u * x) && Interval.IsSubset(x - x, x - u));
            Assert.True(a.IsZero || (Interval.IsSubset(x / x, u / x) && Interval.IsSubset(x / x, x / u)), $"quotients of {x} and {u}");
        }
    });

    // A few units in the last place; powers take several products.
    protected override bool IsSharp(Interval value) => value.Width <= 8 * Math.ScaleB(value.Magnitude, -53);
}

public abstract class BallLaws(int precision) : EnclosureLaws<Ball>
{
    protected override IArithmeticContext<Ball> Context { get; } = new BallContext(precision);

    // Some functions bound a wide ball by a slope, others by their values at the ends.
    protected override bool FunctionsAreIsotonic => false;

    // A midpoint and a 32-bit radius are rounded separately: inclusion holds up to the last place of the radius or of the midpoint.
    protected override Ball Widened(Ball set)
        => set.IsFinite ? set.Inflate(set.Radius.Scale(-20) + Magnitude.UpperBound(set.Midpoint).Scale(4 - precision)) : set;

    protected override KnownMember Exact(Rational member)
        => KnownMember.Point(BigFloat.FromRational(member, precision).ToRational());

    // An operation on exact operands loses a few bits.
    protected override bool IsSharp(Ball value) => value.RelativeAccuracyBits >= precision - 6;
}

public sealed class Ball30Laws() : BallLaws(30);

public sealed class Ball53Laws() : BallLaws(53);

public sealed class Ball128Laws() : BallLaws(128);

public sealed class Ball400Laws() : BallLaws(400);

/// <summary>Every operand is the variable of differentiation: values obey the laws, derivatives of equal functions agree.</summary>
public sealed class DualIntervalLaws : ArithmeticLaws<Dual<Interval>>
{
    private static readonly DualContext<Interval> Context = new(IntervalContext.Instance);

    protected override Dual<Interval> Enclose(KnownMember set)
        => Dual<Interval>.Variable(Interval.Hull(Context.Enclose(set.Lower).Value, Context.Enclose(set.Upper).Value));

    protected override bool Contains(Dual<Interval> value, Rational exact) => value.Value.Contains(exact);

    protected override bool Agree(Dual<Interval> a, Dual<Interval> b)
        => Interval.Overlap(a.Value, b.Value) && Interval.Overlap(a.Derivative, b.Derivative);

    [Fact]
    public void Derivatives_of_products_and_quotients_contain_the_exact_ones() => ForPairs((a, b, x, y) =>
    {
        // Both operands have derivative one.
        AssertSlope(x + y, 2);
        AssertSlope(x - y, 0);
        AssertSlope(x * y, a + b);
        AssertSlope(Dual<Interval>.Square(x), 2 * a);
        AssertSlope(Dual<Interval>.Pow(x, 5), 5 * Rational.Pow(a, 4));
        if (!b.IsZero)
        {
            AssertSlope(x / y, (b - a) / Rational.Square(b));
        }
    });

    [Fact]
    public void Derivative_of_a_function_and_its_inverse_contains_one() => ForArguments((a, x) =>
    {
        AssertSlope(Dual<Interval>.Log(Dual<Interval>.Exp(x)), 1);
        AssertSlope(Dual<Interval>.Log1p(Dual<Interval>.Expm1(x)), 1);
        AssertSlope(Dual<Interval>.Asinh(Dual<Interval>.Sinh(x)), 1);
        AssertSlope(Dual<Interval>.Logistic(x) + Dual<Interval>.Logistic(-x), 0);
        if (a.Sign > 0)
        {
            AssertSlope(Dual<Interval>.Exp(Dual<Interval>.Log(x)), 1);
            AssertSlope(Dual<Interval>.Square(Dual<Interval>.Sqrt(x)), 1);
        }
    });

    private static void AssertSlope(Dual<Interval> value, Rational exact)
        => Assert.True(value.Derivative.Contains(exact), $"{value} has not the derivative {exact}");
}

public sealed class JetBallLaws : ArithmeticLaws<Jet<Ball>>
{
    private static readonly BallContext Context = new(128);

    protected override Jet<Ball> Enclose(KnownMember set)
        => Jet<Ball>.Variable(set.Lower == set.Upper ? Context.Enclose(set.Member) : Ball.Hull(Context.Enclose(set.Lower), Context.Enclose(set.Upper)));

    protected override bool Contains(Jet<Ball> value, Rational exact) => Ball.Contains(value.Value, exact);

    protected override bool Agree(Jet<Ball> a, Jet<Ball> b)
        => Ball.Overlap(a.Value, b.Value) && Ball.Overlap(a.First, b.First) && Ball.Overlap(a.Second, b.Second);

    [Fact]
    public void Derivatives_of_products_quotients_and_powers_contain_the_exact_ones() => ForPairs((a, b, x, y) =>
    {
        AssertDerivatives(x * y, a + b, 2);
        AssertDerivatives(Jet<Ball>.Square(x), 2 * a, 2);
        AssertDerivatives(Jet<Ball>.Pow(x, 5), 5 * Rational.Pow(a, 4), 20 * Rational.Pow(a, 3));
        if (!b.IsZero)
        {
            // (x/y)″ = 2 (x − y)/y³ for x′ = y′ = 1.
            AssertDerivatives(x / y, (b - a) / Rational.Square(b), 2 * (a - b) / Rational.Pow(b, 3));
        }
    });

    private static void AssertDerivatives(Jet<Ball> value, Rational first, Rational second)
        => Assert.True(Ball.Contains(value.First, first) && Ball.Contains(value.Second, second), $"{value} has not the derivatives {first} and {second}");
}

/// <summary>Recorded formulas, evaluated over intervals.</summary>
public sealed class ExprLaws : ArithmeticLaws<Expr>
{
    private readonly Dictionary<string, Interval> _values = new(StringComparer.Ordinal);
    private int _next;

    protected override Expr Enclose(KnownMember set)
    {
        var name = $"x{_next++ % 16}";
        _values[name] = Interval.Hull(Interval.FromRational(set.Lower), Interval.FromRational(set.Upper));
        return Expr.Variable(name);
    }

    protected override bool Contains(Expr value, Rational exact) => Value(value).Contains(exact);

    protected override bool Agree(Expr a, Expr b) => Interval.Overlap(Value(a), Value(b));

    private Interval Value(Expr formula) => formula.Evaluate(_values, IntervalContext.Instance);
}

/// <summary>
/// Doubles are not certified: operands are doubles of moderate size, and a result may be off by 10^−9 of the larger of
/// the result and one, far above what rounding costs here and far below any mistake in a formula.
/// </summary>
public sealed class Float64Laws : ArithmeticLaws<Float64>
{
    private const double Tolerance = 1e-9;

    protected override Gen<KnownMember> Operands => DoubleCases.Moderate.Select(x => KnownMember.Point(Rational.FromDouble(x)));

    protected override Gen<KnownMember> Arguments => DoubleCases.Between(-4, 4).Select(x => KnownMember.Point(Rational.FromDouble(x)));

    protected override Float64 Enclose(KnownMember set) => new(set.Member.ToDouble());

    protected override bool Contains(Float64 value, Rational exact) => Near(value.Value, exact.ToDouble());

    protected override bool Agree(Float64 a, Float64 b) => Near(a.Value, b.Value);

    private static bool Near(double a, double b) => Math.Abs(a - b) <= Tolerance * Math.Max(1, Math.Max(Math.Abs(a), Math.Abs(b)));
}
