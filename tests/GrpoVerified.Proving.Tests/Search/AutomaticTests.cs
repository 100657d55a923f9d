using GrpoVerified.Proving.Search;
using GrpoVerified.Proving.Statements;
using GrpoVerified.Theory;
using GrpoVerified.Theory.Formulas;
using static GrpoVerified.Proving.Tests.Search.UserClaims;

namespace GrpoVerified.Proving.Tests.Search;

/// <summary>Claims in other words, other names, other constants, on open and unbounded domains, with their verdicts.</summary>
public sealed class AutomaticTests
{
    private static readonly Expr X = V("x");
    private static readonly Axis[] Line = [In("x", "(-inf, inf)")];
    private static readonly Axis[] HalfLine = [In("x", "[0, inf)")];

    [Fact]
    public void A_goal_that_is_least_at_a_plain_number_is_cut_there()
    {
        Proves(Line, Expr.Expm1(X) - X, Relation.NonNegative);
        Proves(Line, Expr.Exp(X) - X, Relation.Positive);
        Proves([In("x", "(0, inf)")], X - Expr.One - Expr.Log(X), Relation.NonNegative);
        Proves(HalfLine, N("1/2") - (X * Expr.Exp(-X)), Relation.Positive);
        Proves([In("x", "(-1, inf)")], X - Expr.Log1p(X), Relation.NonNegative);
    }

    [Fact]
    public void A_maximum_is_cut_where_the_other_side_takes_over()
        => Proves([In("p", "[0, 1]")], Expr.Max(N("1/2") - V("p"), V("p") - N("1/2")), Relation.NonNegative);

    [Fact]
    public void An_iterate_is_proved_for_every_argument()
        => Proves(Whole, H(H(H(V("p")))) - V("p_ref"), Relation.Positive);

    [Fact]
    public void The_threshold_is_below_its_supremum()
        => Proves([In("q", "[0, 1]"), In("eps", "(0, inf)")], Stability.LipschitzConstant(V("eps")) - Stability.Threshold(Probability<Expr>.FromSuccess(V("q")), V("eps")), Relation.NonNegative);

    [Fact]
    public void A_hypothesis_is_taken_off_the_goal()
    {
        var statement = QuantifiedStatement.Show(Line, X - N("2"), Relation.Positive, [new Condition(X - N("3"), Relation.NonNegative)]);
        Assert.IsType<Proved>(Prover.Prove(statement));
    }

    [Fact]
    public void A_statement_without_variables_is_evaluated()
    {
        Proves([], Expr.Exp(Expr.One) - N("2.71828182845904523536"), Relation.Positive);
        Assert.IsType<Refuted>(Prove([], Expr.Exp(Expr.One) - N("2.71828182845904523537"), Relation.Positive));
    }

    // The tree of a domain without axes has nothing to split: what is undecided there is no proof.
    [Fact]
    public void An_undecided_point_is_no_proof()
        => Assert.Null(TreeSearch.Run(new([], [], Lowering.Lower(Expr.Exp(N("1/3")) - Expr.Exp(N("1/3"))), Relation.Positive), 100, new(new(), default)).Proof);

    [Fact]
    public void The_same_forms_with_wrong_constants_are_refuted()
    {
        Refutes(Line, Expr.Exp(X) - (N("1001/1000") + X), Relation.NonNegative);
        Refutes(HalfLine, N("1/3") - (X * Expr.Exp(-X)), Relation.Positive);
        Refutes(Whole, H(H(V("p"))) - V("p_ref") - N("1/1000"), Relation.Positive);
        Refutes([In("p", "[0, 1]")], Expr.Max(N("2/5") - V("p"), V("p") - N("3/5")), Relation.NonNegative);
    }

    private static void Proves(Axis[] box, Expr e, Relation relation)
        => Assert.IsType<Proved>(Prove(box, e, relation));

    private static void Refutes(Axis[] box, Expr e, Relation relation)
        => Assert.IsType<Refuted>(Prove(box, e, relation));
}
