using GrpoVerified.Proving.Algebra;
using GrpoVerified.Proving.Certificates;
using GrpoVerified.Proving.Goals;
using GrpoVerified.Proving.Statements;

namespace GrpoVerified.Proving.Tactics;

/// <summary>
/// A goal with −q|a| in it. For q &gt; 0 it is q times K − |a|, which has a rule of its own; for q ≥ 0 it is at least the goal with √(a²) in
/// the place of |a|.
/// </summary>
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
                .Select(i => Split(goal, forms, form, i, depth) ?? Root(goal, forms, form, i, depth))
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

    // |a| ≤ √(a²) by the rule for b − |a|: √(a²) ∓ a ≥ 0, as the squares are equal.
    private HaveStep? Root(Goal goal, NormalForm forms, Fraction form, int abs, int depth)
    {
        var parts = form.Numerator.Coefficients(abs);
        var (n, d) = forms.Cancelled(new(-parts[1], form.Denominator));
        var q = PolynomialText.Write(n, i => forms.Atoms[i].Expression) / PolynomialText.Write(d, i => forms.Atoms[i].Expression);
        var absolute = forms.Atoms[abs].Expression;
        var a = absolute.Left!;
        var root = Expr.Sqrt(Expr.Square(a));
        var above = new Condition(root - absolute, Relation.NonNegative);
        var weight = new Condition(q, Relation.NonNegative);
        var main = new Condition(Parts.Replace(goal.Expression, absolute, root), goal.Relation);
        if (Proofs.Abs(Proofs.Square(Proofs.Sign, Proofs.Identity), Proofs.Rewrite(root - (-a), Proofs.Square(Proofs.Sign, Proofs.Identity)))(goal.Of(above.Expression, above.Relation)) is not { } first
            || sampleSign(goal.Of(q)) is -1 || prove(goal.Of(q, weight.Relation), depth + 1) is not { } second || prove(goal.Of(main.Expression), depth + 1) is not { } third)
        {
            return null;
        }

        return Proofs.Rewrite(main.Expression + (q * above.Expression), Proofs.Sign)(goal.With(above).With(weight).With(main)) is { } then
            ? new(above, first, new HaveStep(weight, second, new HaveStep(main, third, then)))
            : null;
    }
}
