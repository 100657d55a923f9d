namespace GrpoVerified.Arithmetic.Tests.Expressions;

public sealed class ExprTests
{
    private static readonly Expr P = Expr.Variable("p");
    private static readonly Expr Eps = Expr.Variable("eps");
    private static readonly Expr Beta = Expr.Variable("beta");
    private static readonly Expr Ref = Expr.Variable("p_ref");

    private static T Success<T>(T p, T pRef, T beta, T eps)
        where T : IElementary<T>
        => T.One / (T.One + ((T.One - pRef) / pRef * T.Exp(-(T.One / T.Sqrt((p * (T.One - p)) + eps) / beta))));

    [Fact]
    public void Canonical_text_is_a_straight_line_program_with_each_subexpression_once()
    {
        var tail = P * (Expr.FromInteger(1) - Expr.Variable("p"));
        Assert.Equal(
            "v0 = num 1\nv1 = var p\nv2 = sub v0 v1\nv3 = mul v1 v2\nv4 = pow v3 5\nv5 = div v2 v4\nv6 = num 1/3\nv7 = mul v6 v3\nv8 = max v5 v7\n",
            Expr.Max((Expr.One - P) / Expr.Pow(P * (Expr.One - P), 5), Expr.FromRational(new(1, 3)) * tail).CanonicalText);
    }

    [Fact]
    public void Statement_hash_is_the_sha256_of_the_canonical_text()
    {
        // printf 'v0 = var p\n' | sha256sum
        Assert.Equal("v0 = var p\n", P.CanonicalText);
        Assert.Equal("9eef527f838fce89f7e940528280b88922aafb5afd79b28c8289e540ee92ed13", P.StatementHash);
    }

    [Fact]
    public void C_like_text_has_the_parentheses_the_tree_needs()
    {
        Assert.Equal("1 / (1 + (1 - p_ref) / p_ref * exp(-(1 / sqrt(p * (1 - p) + eps) / beta)))", Success(P, Ref, Beta, Eps).ToString());
        Assert.Equal("p - (eps - beta) - p_ref", (P - (Eps - Beta) - Ref).ToString());
        Assert.Equal("p + (eps + beta)", (P + (Eps + Beta)).ToString());
        Assert.Equal("p / (eps / beta) * -p", (P / (Eps / Beta) * -P).ToString());
        Assert.Equal("-(p * eps) + -p * eps - -(-p)", (-(P * Eps) + (-P * Eps) - (-(-P))).ToString());
        Assert.Equal("pow(p + 1, 3) * square(p) * (-2) * (1/3)", (Expr.Pow(P + Expr.One, 3) * Expr.Square(P) * Expr.FromInteger(-2) * Expr.FromRational(new(1, 3))).ToString());
        Assert.Equal("min(p, max(eps, 0))", Expr.Min(P, Expr.Max(Eps, Expr.Zero)).ToString());
    }

    [Fact]
    public void Latex_is_written_for_mathematics_mode()
    {
        Assert.Equal(
            @"\frac{1}{1 + \frac{1 - p_{\mathrm{ref}}}{p_{\mathrm{ref}}} \cdot e^{-\frac{\frac{1}{\sqrt{p \cdot \left(1 - p\right) + \varepsilon}}}{\beta}}}",
            Success(P, Ref, Beta, Eps).ToLatex());
        Assert.Equal(@"\left(-2\right)^{2} + \left|p - 1\right| - \sigma\left(x_{0}\right)", (Expr.Square(Expr.FromInteger(-2)) + Expr.Abs(P - Expr.One) - Expr.Logistic(Expr.Variable("x_0"))).ToLatex());
        Assert.Equal(@"\log\left(1 + \left(p + \frac{1}{3}\right)\right)", Expr.Log1p(P + Expr.FromRational(new(1, 3))).ToLatex());
    }

    [Fact]
    public void Equality_is_of_trees_not_of_sharing()
    {
        var shared = P + Eps;
        var (a, b) = (shared * shared, (Expr.Variable("p") + Expr.Variable("eps")) * (Expr.Variable("p") + Expr.Variable("eps")));
        Assert.Equal(a, b);
        Assert.Equal(a.GetHashCode(), b.GetHashCode());
        Assert.Equal(a.StatementHash, b.StatementHash);
        Assert.NotEqual(P + Eps, Eps + P);
        Assert.NotEqual(P * P, Expr.Square(P));
        Assert.NotEqual(P + (Eps + Beta), P + Eps + Beta);
        Assert.NotEqual((P + Eps + Beta).StatementHash, (P + (Eps + Beta)).StatementHash);
        Assert.NotEqual(Expr.Pow(P, 2), Expr.Pow(P, 3));
    }

    [Fact]
    public void Evaluation_repeats_the_formula_in_any_arithmetic()
    {
        var formula = Success(P, Ref, Beta, Eps);
        var values = new Dictionary<string, Rational>(StringComparer.Ordinal)
        {
            ["p"] = new(1, 7),
            ["p_ref"] = new(1, 10),
            ["beta"] = 1,
            ["eps"] = new(1, 1000),
        };
        var intervals = values.ToDictionary(v => v.Key, v => Interval.FromRational(v.Value), StringComparer.Ordinal);
        Assert.Equal(Success(intervals["p"], intervals["p_ref"], intervals["beta"], intervals["eps"]), formula.Evaluate(intervals));
        var duals = intervals.ToDictionary(v => v.Key, v => v.Key is "p" ? Dual<Interval>.Variable(v.Value) : Dual<Interval>.Constant(v.Value), StringComparer.Ordinal);
        Assert.Equal(Success(duals["p"], duals["p_ref"], duals["beta"], duals["eps"]), formula.Evaluate(duals));
        Assert.Equal(["beta", "eps", "p", "p_ref"], formula.FreeVariables);
    }

    [Fact]
    public void Every_operation_is_recorded_and_replayed()
    {
        var x = Expr.Variable("x");
        Expr[] all =
        [
            x + x, x - x, -x, x * x, x / x, Expr.Square(x), Expr.Pow(x, 4), Expr.Exp(x), Expr.Log(x), Expr.Sqrt(x), Expr.Min(x, -x), Expr.Max(x, -x), Expr.Abs(-x),
            Expr.ReciprocalSqrt(x), Expr.Expm1(x), Expr.Log1p(x), Expr.Cosh(x), Expr.Sinh(x), Expr.Asinh(x), Expr.Atanh(x), Expr.Logistic(x), Expr.FromInteger(7), x,
        ];
        Assert.Equal(Enum.GetValues<ExprKind>().Order(), all.Select(e => e.Kind).Distinct().Order());

        var half = new Interval(0.5);
        Interval[] expected =
        [
            half + half, half - half, -half, half * half, half / half, Interval.Square(half), Interval.Pow(half, 4), Interval.Exp(half), Interval.Log(half), Interval.Sqrt(half), -half, half, half,
            Interval.ReciprocalSqrt(half), Interval.Expm1(half), Interval.Log1p(half), Interval.Cosh(half), Interval.Sinh(half), Interval.Asinh(half), Interval.Atanh(half), Interval.Logistic(half), new(7), half,
        ];
        var assignment = new Dictionary<string, Interval>(StringComparer.Ordinal) { ["x"] = half };
        Assert.Equal(expected, all.Select(e => e.Evaluate(assignment)));

        // Replaying over expressions gives the expression back.
        Assert.Equal(all, all.Select(e => e.Substitute(new Dictionary<string, Expr>(StringComparer.Ordinal))));
        Assert.All(all, e => Assert.DoesNotContain("…", e.ToString() + e.ToLatex(), StringComparison.Ordinal));
    }

    [Fact]
    public void Rational_constants_are_exact_and_large_integers_are_built_from_digits()
    {
        var value = Rational.Parse("-123456789012345678901234567890123456789/7");
        var none = new Dictionary<string, Interval>(StringComparer.Ordinal);
        Assert.Equal(Interval.FromRational(value), Expr.FromRational(value).Evaluate(none, IntervalContext.Instance));
        var quotient = Expr.FromRational(value).Evaluate(none);
        Assert.True(quotient.Contains(value) && quotient.Width < 1e-14 * quotient.Magnitude);
    }

    [Fact]
    public void Substitution_is_simultaneous()
    {
        var swapped = (P - Eps).Substitute(new Dictionary<string, Expr>(StringComparer.Ordinal) { ["p"] = Eps, ["eps"] = P });
        Assert.Equal(Eps - P, swapped);
    }

    [Fact]
    public void A_missing_variable_is_named()
    {
        var error = Assert.Throws<ArgumentException>(() => (P + Eps).Evaluate(new Dictionary<string, Interval>(StringComparer.Ordinal) { ["p"] = Interval.One }));
        Assert.Contains("the variable eps has no value; given are: p", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("2p")]
    [InlineData("p ref")]
    [InlineData("β")]
    public void Names_that_no_text_could_hold_are_rejected(string name)
        => Assert.Contains("cannot name a variable", Assert.Throws<ArgumentException>(() => Expr.Variable(name)).Message, StringComparison.Ordinal);

    [Fact]
    public void Depth_and_sharing_are_no_limit()
    {
        var (left, right, doubled) = (P, P, P);
        for (var i = 0; i < 100_000; i++)
        {
            left += Eps;
            right += Expr.Variable("eps");
        }

        for (var i = 0; i < 200; i++)
        {
            doubled += doubled;
        }

        Assert.Equal(left, right);
        var one = new Dictionary<string, Interval>(StringComparer.Ordinal) { ["p"] = Interval.One, ["eps"] = Interval.One };
        Assert.Equal(new Interval(100_001), left.Evaluate(one));
        Assert.Equal(new Interval(Math.ScaleB(1, 200)), doubled.Evaluate(one));
        Assert.Equal(201, doubled.Program.Instructions.Count);
        Assert.Contains("…", doubled.ToString(), StringComparison.Ordinal);
        Assert.Contains(@"\cdots", left.ToLatex(), StringComparison.Ordinal);
    }
}
