using GrpoVerified.Proving.Algebra;

namespace GrpoVerified.Proving.Tests.Algebra;

public sealed class NormalFormTests
{
    private static readonly Expr X = Expr.Variable("x");
    private static readonly Expr Y = Expr.Variable("y");
    private static readonly Expr Two = Expr.FromInteger(2);

    public static TheoryData<string> Equalities => [.. Equal.Keys];

    public static TheoryData<string> Differences => [.. Different.Keys];

    private static Dictionary<string, (Expr A, Expr B)> Equal { get; } = new()
    {
        ["binomial"] = (Expr.Square(X + Y), (X * X) + (Two * X * Y) + (Y * Y)),
        ["fractions"] = ((Expr.One / X) - (Expr.One / Y), (Y - X) / (X * Y)),
        ["root squared"] = (Expr.Square(Expr.Sqrt((X * X) + Expr.One)), (X * X) + Expr.One),
        ["root in a denominator"] = (Expr.One / Expr.Sqrt(X), Expr.Sqrt(X) / X),
        ["nested roots"] = (Expr.Square(Expr.Square(Expr.Sqrt(Expr.Sqrt(X)))), X),
        ["exp of a difference"] = (Expr.Exp(X - Y) * Expr.Exp(Y), Expr.Exp(X)),
        ["exp and its reciprocal"] = (Expr.Exp(X) * Expr.Exp(-X), Expr.One),
        ["exp 0"] = (Expr.Exp(X - X), Expr.One),
        ["log 1"] = (Expr.Log(X / X), Expr.Zero),
        ["same operand"] = (Expr.Exp(X / Two), Expr.Exp((X * X) / (Two * X))),
    };

    private static Dictionary<string, (Expr A, Expr B)> Different { get; } = new()
    {
        ["signs"] = (X - Y, Y - X),
        ["binomial without the middle"] = (Expr.Square(X + Y), (X * X) + (Y * Y)),
        ["root of a square"] = (Expr.Sqrt(X * X), X),
        ["different operands"] = (Expr.Exp(X), Expr.Exp(Two * X)),
        ["one off"] = (X, X + Expr.FromRational(new(1, 1_000_000_000))),
    };

    [Theory]
    [MemberData(nameof(Equalities))]
    public void Equal_expressions_have_equal_normal_forms(string name) => Assert.True(NormalForm.AreEqual(Equal[name].A, Equal[name].B));

    [Theory]
    [MemberData(nameof(Differences))]
    public void Different_expressions_do_not(string name) => Assert.False(NormalForm.AreEqual(Different[name].A, Different[name].B));

    [Fact]
    public void A_factorisation_multiplies_to_the_polynomial_and_finds_repeated_factors()
    {
        var (x, y) = (Polynomial.Atom(0), Polynomial.Atom(1));
        var one = Polynomial.One;
        var p = Polynomial.Power(x - y.Scale(2), 3) * (x + y + one) * y * y * Polynomial.Constant(new(-3, 7));
        var factors = Factoring.Split(p, []);
        Assert.True(factors.Factors.Aggregate(Polynomial.Constant(factors.Constant), (q, f) => q * Polynomial.Power(f.Factor, f.Multiplicity)).Same(p));
        Assert.Equal(new[] { 1, 2, 3 }, factors.Factors.Select(f => f.Multiplicity).Order());
    }

    [Fact]
    public void A_common_divisor_is_found_in_several_variables()
    {
        var (x, y, z) = (Polynomial.Atom(0), Polynomial.Atom(1), Polynomial.Atom(2));
        var common = (x * y) - z + Polynomial.One;
        var gcd = PolynomialDivision.Gcd(common * (x + z), common * common * (y - z));
        Assert.NotNull(PolynomialDivision.Divide(gcd, common));
        Assert.NotNull(PolynomialDivision.Divide(common, gcd));
    }
}
