using GrpoVerified.Proving.Certificates;
using GrpoVerified.Proving.Goals;
using GrpoVerified.Proving.Statements;

namespace GrpoVerified.Proving.Tactics;

/// <summary>A goal that exceeds a fact: e is (e − f) + f, where f ≥ 0 is known and e − f ≥ 0 is proved.</summary>
internal sealed class FactTactic(Func<Goal, int, ProofStep?> prove, Func<Goal, int?> sampleSign)
{
    private const int MaxDepth = 2;

    public HaveStep? Prove(Goal goal, int depth)
    {
        if (depth > MaxDepth || goal.Relation == Relation.Zero)
        {
            return null;
        }

        foreach (var fact in goal.Facts.Where(f => f.Relation != Relation.Zero))
        {
            var rest = goal.Expression - fact.Expression;
            var relation = fact.Relation == Relation.Positive ? Relation.NonNegative : goal.Relation;
            var known = new Condition(rest, relation);
            if (sampleSign(goal.Of(rest)) is 1 or null && prove(goal.Of(rest, relation), depth + 1) is { } proof
                && Proofs.Rewrite(rest + fact.Expression, Proofs.Sign)(goal.With(known)) is { } then)
            {
                return new(known, proof, then);
            }
        }

        return null;
    }
}
