using GrpoVerified.Proving.Goals;
using GrpoVerified.Proving.Search;
using GrpoVerified.Proving.Statements;
using GrpoVerified.Theory.Formulas;
using static GrpoVerified.Proving.Tests.Search.UserClaims;

namespace GrpoVerified.Proving.Tests.Search;

public sealed class ProverTests
{
    [Fact]
    public void Amplification_is_proved_on_the_whole_domain()
        => Assert.IsType<Proved>(Prove(Whole, H(V("p")) - V("p_ref"), Relation.Positive));

    [Fact]
    public void The_slope_in_log_odds_is_bounded_on_the_whole_domain()
    {
        var slope = Differentiation.Of(Lowering.Lower(V("x0") + (Omega("x") / V("beta"))), "x")!;
        Assert.IsType<Proved>(Prove(
            [In("x", "(-inf, inf)"), In("x0", "(-inf, inf)"), In("beta", "(0, inf)"), In("eps", "(0, inf)")],
            (Stability.LipschitzConstant(V("eps")) / V("beta")) - Expr.Abs(slope), Relation.NonNegative));
    }

    // No rule knows a whole claim: other names, other order, other constants, other form.
    [Fact]
    public void Variants_of_amplification_are_proved()
    {
        Axis[] renamed = [In("u", "(0, inf)"), In("q", "(0, 1)"), In("s", "[0, 1]"), In("w", "(0, inf)")];
        var h = H(V("s"), "q", "u", "w");
        Assert.IsType<Proved>(Prove(renamed, h - V("q"), Relation.Positive));
        Assert.IsType<Proved>(Prove(renamed, (Expr.One - V("q")) - (Expr.One - h), Relation.Positive));
        Assert.IsType<Proved>(Prove(renamed, h - V("q") + N("1/1000"), Relation.Positive));
        Assert.IsType<Proved>(Prove(renamed, (N("3") * h) - (N("3") * V("q")), Relation.Positive));
        Assert.IsType<Proved>(Prove(renamed, -(V("q") - h), Relation.NonNegative));
    }

    [Fact]
    public void Variants_of_the_slope_bound_are_proved()
    {
        var slope = Differentiation.Of(Lowering.Lower(Omega("t") / V("b")), "t")!;
        Axis[] box = [In("t", "(-inf, inf)"), In("b", "(0, inf)"), In("eps", "(0, inf)")];
        var m = Stability.LipschitzConstant(V("eps"));
        Assert.IsType<Proved>(Prove(box, (m / V("b")) - slope, Relation.NonNegative));
        Assert.IsType<Proved>(Prove(box, slope + (m / V("b")), Relation.NonNegative));
    }

    [Theory]
    [InlineData("-1/1000")]
    [InlineData("-1/1000000")]
    public void A_constant_shifted_the_wrong_way_is_refuted(string shift)
    {
        var refuted = Assert.IsType<Refuted>(Prove(Whole, H(V("p")) - V("p_ref") + N(shift), Relation.Positive));
        Certify(refuted, H(V("p")) - V("p_ref") + N(shift), violated: v => Ball.Less(v, Ball.Zero).IsCertain);
    }

    [Fact]
    public void False_claims_are_refuted_at_a_certified_point()
    {
        Axis[] start = [In("p_ref", "(0, 1)"), In("beta", "(0, inf)"), In("eps", "(0, inf)")];
        Axis[] box = [In("p_ref", "[1/10, 9/10]"), In("beta", "[1, 5]"), In("eps", "[1/1000000, 1]")];
        var once = H(V("p_ref"));
        Certify(Assert.IsType<Refuted>(Prove(Whole, H(V("p")) - V("p"), Relation.NonNegative)), H(V("p")) - V("p"), v => v.IsNegative);
        Certify(Assert.IsType<Refuted>(Prove(start, H(once) - once, Relation.NonNegative)), H(once) - once, v => v.IsNegative);
        Certify(Assert.IsType<Refuted>(Prove(box, H(Expr.One) - Expr.One, Relation.Zero)), H(Expr.One) - Expr.One, v => v.IsNegative);
    }

    [Fact]
    public void Existence_is_proved_by_a_witness_and_refuted_by_its_opposite()
    {
        var p = V("p");
        var some = new QuantifiedStatement([], [In("p", "[0, 1]")], [], Conclusion.Positive, (p * (Expr.One - p)) - N("6/25"));
        Assert.IsType<Proved>(Prover.Prove(some));
        var none = new QuantifiedStatement([], [In("p", "[0, 1]")], [], Conclusion.Positive, (p * (Expr.One - p)) - N("13/50"));
        Assert.IsType<Refuted>(Prover.Prove(none));
    }

    [Fact]
    public void A_spent_budget_is_inconclusive_and_names_the_boxes_left()
    {
        Axis[] box = [In("x", "[0, 1]"), In("y", "[0, 1]"), In("z", "[0, 1]")];
        var f = Expr.Exp(V("x") * V("y") * V("z")) - Expr.Exp(V("y") * V("x") * V("z")) + N("1/100000");
        var open = Assert.IsType<Inconclusive>(Prove(box, f * (Expr.One + Expr.Abs(V("x") - V("y"))) - (N("1/200000") * Expr.Max(V("x"), V("z"))), Relation.Positive, new() { BoxBudget = 50, Threads = 1 }));
        Assert.NotEmpty(open.Remaining);
        Assert.All(open.Remaining, b => Assert.Equal(3, b.Count));
        Assert.InRange(open.Boxes, 1, 50);
    }

    [Fact]
    public void An_equality_that_is_true_but_has_no_rule_is_left_open()
        => Assert.IsType<Inconclusive>(Prove([In("x", "[1, 2]")], Expr.Sqrt(Expr.Square(V("x"))) - V("x"), Relation.Zero));

    private static Expr Omega(string x)
    {
        var p = Expr.Logistic(V(x));
        return Expr.ReciprocalSqrt((p * (Expr.One - p)) + V("eps"));
    }

    // Anew, in another precision and with the formula as given, not as the prover lowered it.
    private static void Certify(Refuted refuted, Expr e, Func<Ball, bool> violated)
    {
        var context = new BallContext(300);
        var value = e.Evaluate(refuted.At.ToDictionary(a => a.Key, a => context.Enclose(a.Value)), context);
        Assert.True(violated(value), $"{string.Join(", ", refuted.At)}: {value}");
        Assert.NotNull(refuted.NegationProof);
    }
}
