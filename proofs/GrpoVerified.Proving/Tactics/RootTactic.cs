using GrpoVerified.Proving.Algebra;
using GrpoVerified.Proving.Certificates;
using GrpoVerified.Proving.Goals;
using GrpoVerified.Proving.Statements;

namespace GrpoVerified.Proving.Tactics;

/// <summary>A polynomial A + B√u with A and B of opposite signs: the root stands on one side and both sides are squared.</summary>
internal sealed class RootTactic(Func<Goal, int, ProofStep?> prove, Func<Goal, int?> sampleSign)
{
    private const int MaxTerms = 1200;

    public RewriteStep? Prove(Goal goal, int depth)
    {
        if (goal.Relation == Relation.Zero || !SignAnalysis.Defines(goal, goal.Expression))
        {
            return null;
        }

        try
        {
            var forms = new NormalForm();
            var form = forms.Of(goal.Expression);
            if (form.Numerator.Count > MaxTerms)
            {
                return null;
            }

            var n = forms.Reduce(form.Numerator).Reduced;
            return form.Denominator.IsConstant && forms.Reduce(form.Numerator).Factor.IsConstant
                ? Enumerable.Range(0, forms.Atoms.Count)
                    .Where(i => forms.Atoms[i].Kind == ExprKind.Sqrt && n.DegreeIn(i) == 1)
                    .Select(i => Split(goal, n.Scale(form.Denominator.ConstantTerm.Reciprocal()), i, forms.Atoms, depth))
                    .FirstOrDefault(s => s is not null)
                : null;
        }
        catch (AlgebraLimitException)
        {
            return null;
        }
    }

    private RewriteStep? Split(Goal goal, Polynomial n, int root, IReadOnlyList<Atom> atoms, int depth)
    {
        var parts = n.Coefficients(root);
        Expr Text(Polynomial p) => PolynomialText.Write(p, i => atoms[i].Expression);
        var signA = sampleSign(goal.Of(Text(parts[0])));
        var signB = sampleSign(goal.Of(Text(parts[1])));
        var s = atoms[root].Expression;
        var (x, y) = (signA, signB) switch
        {
            // Only the side that stays positive needs a sign: X² ≥ Y² with X ≥ 0 gives X ≥ |Y| ≥ Y.
            (_, 1) => (Text(parts[1]) * s, Text(-parts[0])),
            (1, _) => (Text(parts[0]), Text(-parts[1]) * s),
            _ => (null, null),
        };
        if (x is null || Rules.Rewrite(goal, x - y!) is not { } rewritten || Rules.Square(rewritten) is not var (nonNegative, then))
        {
            return null;
        }

        return prove(nonNegative, depth + 1) is { } first && prove(then, depth + 1) is { } second
            ? new RewriteStep(rewritten.Expression, new SquareStep(first, second))
            : null;
    }
}
