using GrpoVerified.Proving.Certificates;
using GrpoVerified.Proving.Goals;
using GrpoVerified.Proving.Statements;

namespace GrpoVerified.Proving.Tactics;

/// <summary>
/// A goal that is least at a rational point c of an axis: the domain is cut at c, and on both parts the goal varies towards c. A maximum of
/// two is cut where the one side takes over from the other.
/// </summary>
internal sealed class TurningTactic(Func<Goal, int, ProofStep?> prove, Func<Goal, int?> sampleSign)
{
    private const int MaxDepth = 2;
    private static readonly Rational[] Plain = [0, 1, new(1, 2), -1, 2];

    public CutStep? Prove(Goal goal, int depth)
    {
        if (depth > MaxDepth || goal.Relation == Relation.Zero)
        {
            return null;
        }

        return goal.Domain.Where(a => !a.Extent.IsPoint && Differentiation.Contains(goal.Expression, a.Name))
            .SelectMany(a => Cuts(goal, a).Select(c => goal.Expression.Kind == ExprKind.Max ? TakeOver(goal, a.Name, c, depth) : Turn(goal, a.Name, c, depth)))
            .FirstOrDefault(s => s is not null);
    }

    private CutStep? Turn(Goal goal, string axis, Rational at, int depth)
    {
        if (Differentiation.Of(goal.Expression, axis) is not { } slope || Rules.Cut(goal, axis, at) is not var (below, above)
            || sampleSign(below.Of(slope)) is not -1 || sampleSign(above.Of(slope)) is not 1)
        {
            return null;
        }

        return Toward(below, axis, lower: false, depth) is { } low && Toward(above, axis, lower: true, depth) is { } high ? new(axis, at, low, high) : null;
    }

    private VaryStep? Toward(Goal part, string axis, bool lower, int depth)
        => Rules.Vary(part, axis, lower) is var (slope, end) && prove(end, depth + 1) is { } then && prove(slope, depth + 1) is { } sign
            ? new(axis, lower, sign, then)
            : null;

    private CutStep? TakeOver(Goal goal, string axis, Rational at, int depth)
        => Rules.Cut(goal, axis, at) is var (below, above) && Side(below, depth) is { } low && Side(above, depth) is { } high ? new(axis, at, low, high) : null;

    private ProofStep? Side(Goal goal, int depth)
    {
        foreach (var left in new[] { true, false })
        {
            var e = left ? goal.Expression.Left! : goal.Expression.Right!;
            if (sampleSign(goal.Of(e)) is null or 1 && Proofs.Maximum(left, g => prove(g, depth + 1))(goal) is { } proof)
            {
                return proof;
            }
        }

        return null;
    }

    // Numbers of the goal, plain numbers, and the middle of the axis: inside it, each once.
    private static IEnumerable<Rational> Cuts(Goal goal, Axis axis)
    {
        var numbers = goal.Expression.Program.Instructions.Where(s => s.Kind == ExprKind.Number).Select(s => s.Number);
        var middle = axis.Extent is { Lower.Value: { } a, Upper.Value: { } b } ? new[] { (a + b) / 2 } : [];
        return middle.Concat(Plain).Concat(numbers).Distinct().Where(c => Inside(axis.Extent, c)).Take(8);
    }

    private static bool Inside(Extent x, Rational c) => (x.Lower.Value is not { } a || a < c) && (x.Upper.Value is not { } b || c < b);
}
