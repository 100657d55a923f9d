using GrpoVerified.Proving.Algebra;
using GrpoVerified.Proving.Certificates;
using GrpoVerified.Proving.Goals;
using GrpoVerified.Proving.Statements;

namespace GrpoVerified.Proving.Tactics;

/// <summary>A goal with −q|a| in it, q &gt; 0: it is q times K − |a|, which has a rule of its own.</summary>
internal sealed class AbsoluteTactic(Func<Goal, int, ProofStep?> prove, Func<Goal, int?> sampleSign)
{
    public HaveStep? Prove(Goal goal, int depth)
    {
        if (goal.Relation == Relation.Zero || !goal.Expression.Program.Instructions.Any(s => s.Kind == ExprKind.Abs) || !SignAnalysis.Defines(goal, goal.Expression))
        {
            return null;
        }

        try
        {
            var forms = new NormalForm();
            var form = forms.Of(goal.Expression);
            return Enumerable.Range(0, forms.Atoms.Count)
                .Where(i => forms.Atoms[i].Kind == ExprKind.Abs && form.Numerator.DegreeIn(i) == 1 && form.Denominator.DegreeIn(i) == 0)
                .Select(i => Split(goal, forms, form, i, depth))
                .FirstOrDefault(s => s is not null);
        }
        catch (AlgebraLimitException)
        {
            return null;
        }
    }

    private HaveStep? Split(Goal goal, NormalForm forms, Fraction form, int abs, int depth)
    {
        Expr Text(Polynomial p) => PolynomialText.Write(p, i => forms.Atoms[i].Expression);
        Expr Quotient(Polynomial n, Polynomial d)
        {
            var (x, y) = forms.Cancelled(new(n, d));
            return Text(x) / Text(y);
        }

        var parts = form.Numerator.Coefficients(abs);
        var q = Quotient(-parts[1], form.Denominator);
        if (sampleSign(goal.Of(q)) is not 1 || prove(goal.Of(q, Relation.Positive), depth + 1) is not { } positive)
        {
            return null;
        }

        var scale = new Condition(q, Relation.Positive);
        var rest = new Condition(Quotient(parts[0], -parts[1]) - forms.Atoms[abs].Expression, goal.Relation);
        var context = goal.With(scale);
        return prove(context.Of(rest.Expression), depth + 1) is { } main && Proofs.Rewrite(q * rest.Expression, Proofs.Sign)(context.With(rest)) is { } then
            ? new(scale, positive, new HaveStep(rest, main, then))
            : null;
    }
}
