using GrpoVerified.Proving.Certificates;
using GrpoVerified.Proving.Coq;
using GrpoVerified.Proving.Statements;

namespace GrpoVerified.Proving.Tests.Coq;

/// <summary>The emitted Coq file says in plain real numbers what the certificate says.</summary>
public sealed class EmittedTheoremTests
{
    private static readonly Expr P = Expr.Variable("p");

    [Fact]
    public void A_statement_is_a_theorem_with_ranges_assumptions_and_definedness()
    {
        var s = QuantifiedStatement.Show(
            [new("p", Extent.Parse("(0, 1]")), new("eps", Extent.Parse("(0, inf)"))],
            Expr.Log(P) + (Expr.One / Expr.Sqrt(Expr.Variable("eps"))),
            Relation.Positive,
            new Condition(P - Expr.FromRational(new Rational(1, 2)), Relation.NonNegative));
        var text = Emit(s, new SignStep());
        Assert.Contains(
            "forall p : R, 0 < p <= 1 ->\n  forall eps : R, 0 < eps ->\n  (0 <= p - 1 / 2) ->\n  0 < p /\\ 0 <= eps /\\ sqrt eps <> 0 /\\ 0 < ln p + 1 / sqrt eps.",
            text,
            StringComparison.Ordinal);
        Assert.Contains("Direct BySign", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Names_that_Coq_uses_are_primed()
    {
        var s = QuantifiedStatement.Show([new("exp", Extent.Parse("[0, 1]"))], Expr.Variable("exp"), Relation.NonNegative);
        Assert.Contains("forall exp' : R, 0 <= exp' <= 1 ->\n  0 <= exp'.", Emit(s, new SignStep()), StringComparison.Ordinal);
    }

    [Fact]
    public void A_new_variable_of_a_change_gets_a_new_number()
    {
        var s = QuantifiedStatement.Show([new("p", Extent.Parse("[0, 1]"))], P, Relation.NonNegative);
        var proof = new ChangeStep("p", "t", new(SubstitutionKind.Complement), new CutStep("t", new Rational(1, 2), new SignStep(), new TreeStep(60, "A..")));
        Assert.Contains("(ByChange 0%nat 1%nat Complement\n  (ByCut 1%nat (1 # 2) BySign (ByTree 60%positive (tree_of [\"A..\"%string]))))", Emit(s, proof), StringComparison.Ordinal);
    }

    [Fact]
    public void A_batch_loads_once_and_has_a_module_for_each_certificate()
    {
        var s = QuantifiedStatement.Show([new("p", Extent.Parse("[0, 1]"))], P, Relation.NonNegative);
        var text = CoqEmitter.EmitBatch([new("a-1", null, "First", s, new SignStep()), new("a-2", null, "Second", s, new SignStep())]);
        Assert.Single(text.Split('\n'), l => l.StartsWith("From Coq ", StringComparison.Ordinal));
        Assert.Equal(["Module c_a_1.", "End c_a_1.", "Module c_a_2.", "End c_a_2."], text.Split('\n').Where(l => l.StartsWith("Module", StringComparison.Ordinal) || l.StartsWith("End", StringComparison.Ordinal)));
        Assert.Equal(2, text.Split("Qed.").Length - 1);
    }

    private static string Emit(Statement statement, ProofStep proof) => CoqEmitter.Emit(new("example", null, "Example", statement, proof));
}
