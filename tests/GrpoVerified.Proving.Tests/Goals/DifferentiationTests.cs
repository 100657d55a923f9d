using GrpoVerified.Proving.Goals;
using GrpoVerified.Proving.Statements;

namespace GrpoVerified.Proving.Tests.Goals;

public sealed class DifferentiationTests
{
    private static readonly Expr X = Expr.Variable("x");
    private static readonly Expr Y = Expr.Variable("y");

    public static TheoryData<string> Names => [.. Functions.Keys];

    private static Dictionary<string, Expr> Functions { get; } = new()
    {
        ["rational"] = (X - (Expr.One / X)) / (Expr.Square(X) + Y),
        ["roots"] = Expr.Sqrt((X * (Expr.One - X)) + Y) * X,
        ["exponentials"] = Expr.One / (Expr.One + Expr.Exp(-(X / Y))),
        ["logarithms"] = Expr.Log(X / (Expr.One - X)) * Expr.Log(Y),
        ["cosh"] = Lowering.Lower(Expr.Cosh(X * X)),
        ["without x"] = Expr.Abs(Y),
        ["abs of y only"] = Expr.Abs(Y) * Expr.Square(X),
    };

    // The second algorithm: forward differentiation of the same formula in balls.
    [Theory]
    [MemberData(nameof(Names))]
    public void The_derivative_as_an_expression_agrees_with_forward_differentiation(string name)
    {
        var f = Functions[name];
        var slope = Differentiation.Of(f, "x")!;
        var context = new BallContext(160);
        foreach (var (x, y) in new[] { ("1/3", "1/7"), ("5/8", "2"), ("1/100", "1/1000") })
        {
            var (a, b) = (context.Enclose(Rational.Parse(x)), context.Enclose(Rational.Parse(y)));
            var expected = f.Evaluate(
                new Dictionary<string, Dual<Ball>> { ["x"] = Dual<Ball>.Variable(a), ["y"] = Dual<Ball>.Constant(b) }).Derivative;
            var actual = slope.Evaluate(new Dictionary<string, Ball> { ["x"] = a, ["y"] = b }, context);
            Assert.True(Ball.Overlap(expected, actual), $"{name} at ({x}, {y}): {expected} and {actual}");
        }
    }

    [Fact]
    public void A_kink_in_the_variable_has_no_derivative()
    {
        Assert.Null(Differentiation.Of(Expr.Abs(X) + Y, "x"));
        Assert.Null(Differentiation.Of(Expr.Min(X, Y), "x"));
        Assert.Equal(Expr.Zero, Differentiation.Of(Expr.Max(Y, Y), "x"));
    }

    [Fact]
    public void Zeros_and_ones_are_simplified_as_the_format_says()
    {
        Assert.Equal(Y, Differentiation.Of(X * Y, "x"));
        Assert.Equal(-Expr.One, Differentiation.Of(Y - X, "x"));
        Assert.Equal(Expr.One + Expr.One, Differentiation.Of(X + X, "x"));
        Assert.Equal(Y / Expr.Square(Y), Differentiation.Of(X / Y, "x"));
    }
}
