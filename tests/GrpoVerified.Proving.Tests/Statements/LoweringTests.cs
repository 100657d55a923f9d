using GrpoVerified.Proving.Statements;

namespace GrpoVerified.Proving.Tests.Statements;

public sealed class LoweringTests
{
    private static readonly Expr X = Expr.Variable("x");

    public static TheoryData<string> Names => [.. Functions.Keys];

    private static Dictionary<string, Expr> Functions { get; } = new()
    {
        ["rsqrt"] = Expr.ReciprocalSqrt(X),
        ["logistic"] = Expr.Logistic(X),
        ["expm1"] = Expr.Expm1(X),
        ["log1p"] = Expr.Log1p(X),
        ["pow0"] = Expr.Pow(X, 0),
        ["pow7"] = Expr.Pow(X, 7),
        ["pow12"] = Expr.Pow(X, 12),
        ["sinh"] = Expr.Sinh(X),
        ["cosh"] = Expr.Cosh(X),
        ["asinh"] = Expr.Asinh(X),
        ["atanh"] = Expr.Atanh(X),
        ["mixed"] = Expr.Max(Expr.Cosh(X), -Expr.Abs(Expr.Logistic(X) / (X + Expr.One))),
    };

    [Theory]
    [MemberData(nameof(Names))]
    public void A_lowered_function_has_only_basic_operations_and_the_same_values(string name)
    {
        var function = Functions[name];
        var lowered = Lowering.Lower(function);
        Assert.All(lowered.Program.Instructions, s => Assert.True(Lowering.IsBasic(s.Kind)));
        Assert.Same(lowered, Lowering.Lower(lowered));
        var context = new BallContext(200);
        foreach (var x in new[] { "1/1000", "1/3", "7/8", "0.999" }.Select(Rational.Parse))
        {
            var point = new Dictionary<string, Ball> { ["x"] = context.Enclose(x) };
            var (a, b) = (function.Evaluate(point, context), lowered.Evaluate(point, context));
            Assert.True(Ball.Overlap(a, b), $"{name} at {x}: {a} and {b}");
            Assert.True(b.RelativeAccuracyBits > 150);
        }
    }

    [Fact]
    public void The_lines_of_a_statement_read_back_to_the_same_statement()
    {
        var p = Expr.Variable("p");
        var e = Expr.Variable("eps");
        var omega = Expr.ReciprocalSqrt((p * (Expr.One - p)) + e);
        var statement = new QuantifiedStatement(
            [new("p", Extent.Open(0, 1)), new("eps", Extent.Positive)], [new("q", Extent.Parse("(-inf, 7/3]"))],
            [new(omega - Expr.One, Relation.Positive), new(e, Relation.Zero)], Conclusion.NonNegative, omega * Expr.Variable("q"));
        Assert.Equal(
            """
            forall p in (0, 1)
            forall eps in (0, inf)
            exists q in (-inf, 7/3]
            v0 = num 1
            v1 = var p
            v2 = sub v0 v1
            v3 = mul v1 v2
            v4 = var eps
            v5 = add v3 v4
            v6 = sqrt v5
            v7 = div v0 v6
            v8 = sub v7 v0
            v9 = var q
            v10 = mul v7 v9
            assume v8 > 0
            assume v4 == 0
            show v10 >= 0
            """.ReplaceLineEndings("\n"),
            statement.ToString());
        Assert.Equal(statement, StatementReader.Read(statement.Lines));
    }
}
