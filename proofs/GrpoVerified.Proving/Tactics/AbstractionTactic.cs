using GrpoVerified.Proving.Certificates;
using GrpoVerified.Proving.Goals;
using GrpoVerified.Proving.Statements;

namespace GrpoVerified.Proving.Tactics;

/// <summary>
/// A part that occurs more than once becomes a variable with the range (0,1), (0,∞) or ℝ that its samples suggest: an iterate of a map is
/// proved for every argument of the map.
/// </summary>
internal sealed class AbstractionTactic(Func<Goal, int, ProofStep?> prove, Func<Goal, int?> sampleSign)
{
    private const int MaxDepth = 3;
    private const int LeastSteps = 8;
    private const int MostParts = 3;

    public AbstractStep? Prove(Goal goal, int depth)
        => depth > MaxDepth || goal.Relation == Relation.Zero ? null
            : Candidates(goal).Select(part => Abstract(goal, part, depth)).FirstOrDefault(s => s is not null);

    private AbstractStep? Abstract(Goal goal, Expr part, int depth)
    {
        if (sampleSign(goal.Of(part)) is not 1)
        {
            return null;
        }

        var extent = sampleSign(goal.Of(Expr.One - part)) is 1 ? new Extent(Endpoint.Open(0), Endpoint.Open(1)) : Extent.Positive;
        var name = Enumerable.Range(1, 100).Select(n => FormattableString.Invariant($"part{n}")).First(n => goal.IndexOf(n) < 0);
        if (Rules.Abstract(goal, part, name, extent) is not var (lower, upper, then) || sampleSign(then) is not 1)
        {
            return null;
        }

        return Bound(lower, depth) is (true, var low) && Bound(upper, depth) is (true, var high) && prove(then, depth + 1) is { } rest
            ? new(part, name, extent, low, high, rest)
            : null;
    }

    private (bool Holds, ProofStep? Proof) Bound(Goal? bound, int depth)
        => bound is null ? (true, null) : prove(bound, depth + 1) is { } proof ? (true, proof) : (false, null);

    // The largest parts that are used at least twice and are no variables or numbers.
    private static List<Expr> Candidates(Goal goal)
    {
        var steps = goal.Expression.Program.Instructions;
        var uses = new int[steps.Count];
        foreach (var step in steps)
        {
            foreach (var operand in new[] { step.Left, step.Right }.Where(i => i >= 0).Distinct())
            {
                uses[operand]++;
            }
        }

        return [.. Parts.All(goal.Expression).Where((_, i) => uses[i] > 1 && i < steps.Count - LeastSteps)
            .Where(p => p.Program.Instructions.Count >= LeastSteps).OrderByDescending(p => p.Program.Instructions.Count).Take(MostParts)];
    }
}
