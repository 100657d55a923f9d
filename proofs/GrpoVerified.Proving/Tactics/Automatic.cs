using GrpoVerified.Proving.Certificates;
using GrpoVerified.Proving.Goals;
using GrpoVerified.Proving.Search;
using GrpoVerified.Proving.Statements;

namespace GrpoVerified.Proving.Tactics;

/// <summary>
/// The strategy for goals of any form: signs, structure, algebra, roots, branch and bound, monotonicity. No rule looks at a goal as a
/// whole; each takes off one layer and leaves smaller goals.
/// </summary>
internal sealed class Automatic
{
    private const int MaxDepth = 7;
    private readonly SearchControl _control;
    private readonly AlgebraTactic _algebra;
    private readonly RootTactic _root;
    private readonly AbsoluteTactic _absolute;
    private readonly TurningTactic _turning;
    private readonly AbstractionTactic _abstraction;
    private readonly FactTactic _facts;
    private readonly HashSet<string> _failed = new(StringComparer.Ordinal);

    public Automatic(SearchControl control)
    {
        _control = control;
        _algebra = new(Prove, Samples.SignOf);
        _root = new(Prove, Samples.SignOf);
        _absolute = new(Prove, Samples.SignOf);
        _turning = new(Prove, Samples.SignOf);
        _abstraction = new(Prove, Samples.SignOf);
        _facts = new(Prove, Samples.SignOf);
    }

    /// <summary>Boxes that one branch and bound below the top may test.</summary>
    public long SubBudget { get; init; } = 3000;

    /// <summary>A midpoint met by a branch and bound at which the goal of depth 0 fails.</summary>
    public IReadOnlyList<Rational>? Violation { get; private set; }

    /// <summary>Boxes that the last branch and bound of depth 0 left undecided.</summary>
    public IReadOnlyList<IReadOnlyList<Axis>> Remaining { get; private set; } = [];

    /// <summary>A proof of the goal, or null.</summary>
    public ProofStep? Prove(Goal goal) => Prove(goal, 0);

    /// <summary>Branch and bound alone.</summary>
    public ProofStep? Tree(Goal goal, long budget, int depth)
    {
        if (!TreeSearch.Applies(goal))
        {
            return null;
        }

        var result = TreeSearch.Run(goal, Math.Min(budget, _control.Left), _control);
        _control.Count(result.Boxes);
        if (depth == 0)
        {
            Violation ??= result.Violation;
            Remaining = result.Remaining;
        }

        return result.Proof;
    }

    private ProofStep? Prove(Goal goal, int depth)
    {
        _control.Token.ThrowIfCancellationRequested();
        if (Proofs.Sign(goal) is { } sign)
        {
            return sign;
        }

        if (depth > MaxDepth)
        {
            return null;
        }

        var key = goal.ToString();
        if (_failed.Contains(key))
        {
            return null;
        }

        // A goal that reappears below itself is not worth another try.
        _failed.Add(key);
        var proof = SignAnalysis.FirstUndefined(goal, goal.Expression) is { } missing ? Define(goal, missing, depth) : (ProofStep?)null;
        proof ??= Proofs.Identity(goal)
            ?? (goal.Domain.All(a => a.Extent.IsPoint) ? WitnessSearch.Point(goal) : null)
            ?? Structure(goal, depth)
            ?? _algebra.Prove(goal, depth)
            ?? _root.Prove(goal, depth)
            ?? _absolute.Prove(goal, depth)
            ?? Tree(goal, SubBudget, depth)
            ?? (ProofStep?)Vary(goal, depth)
            ?? (ProofStep?)Equality(goal, depth)
            ?? (ProofStep?)_facts.Prove(goal, depth)
            ?? (ProofStep?)_turning.Prove(goal, depth)
            ?? _abstraction.Prove(goal, depth);
        if (proof is not null)
        {
            _failed.Remove(key);
        }

        return proof;
    }

    // A part that signs do not show to be defined: its sign is proved first.
    private HaveStep? Define(Goal goal, Condition missing, int depth)
    {
        // |a| is not 0 where a is not.
        if (Parts.All(missing.Expression).FirstOrDefault(e => e.Kind == ExprKind.Abs && SignAnalysis.Of(goal, e) is { } s && (s & Signs.Zero) != Signs.None) is { } absolute)
        {
            missing = new(absolute.Left!, Relation.Positive);
        }

        if (depth > MaxDepth - 2 || Samples.SignOf(goal.Of(missing.Expression)) is not { } sign || sign == 0)
        {
            return null;
        }

        var e = sign > 0 ? missing.Expression : -missing.Expression;
        foreach (var relation in missing.Relation == Relation.Positive ? new[] { Relation.Positive } : [Relation.Positive, Relation.NonNegative])
        {
            if (Prove(goal.Of(e, relation), depth + 1) is { } proof)
            {
                var fact = new Condition(e, relation);
                return Prove(goal.With(fact), depth) is { } then ? new HaveStep(fact, proof, then) : null;
            }
        }

        return null;
    }

    private ProofStep? Structure(Goal goal, int depth)
    {
        ProofStep? Next(Goal g) => Prove(g, depth + 1);
        return goal.Expression.Kind switch
        {
            ExprKind.Min => Proofs.Minimum(Next, Next)(goal),
            ExprKind.Max => Proofs.Maximum(leftSide: true, Next)(goal) ?? Proofs.Maximum(leftSide: false, Next)(goal),
            ExprKind.Subtract when goal.Expression.Right!.Kind == ExprKind.Abs => Proofs.Abs(Next, Next)(goal),
            ExprKind.Subtract => Proofs.Monotone(Next)(goal),
            ExprKind.Log when goal.Relation != Relation.Zero => Proofs.Rewrite(goal.Expression - Expr.Log(Expr.One), Proofs.Monotone(Next))(goal),
            _ => null,
        };
    }

    // A fact f = 0 may be added or subtracted: e is (e ± f) ∓ f.
    private HaveStep? Equality(Goal goal, int depth)
    {
        if (depth > 1)
        {
            return null;
        }

        foreach (var fact in goal.Facts.Where(f => f.Relation == Relation.Zero))
        {
            foreach (var plus in new[] { true, false })
            {
                var e = plus ? goal.Expression + fact.Expression : goal.Expression - fact.Expression;
                if (Prove(goal.Of(e), depth + 1) is { } proof)
                {
                    var known = new Condition(e, goal.Relation);
                    var rewritten = plus ? e - fact.Expression : e + fact.Expression;
                    return Proofs.Rewrite(rewritten, Proofs.Sign)(goal.With(known)) is { } then ? new(known, proof, then) : null;
                }
            }
        }

        return null;
    }

    private VaryStep? Vary(Goal goal, int depth)
    {
        if (depth > 3)
        {
            return null;
        }

        foreach (var axis in goal.Domain)
        {
            if (axis.Extent.IsPoint || Differentiation.Of(goal.Expression, axis.Name) is not { } slope || Samples.SignOf(goal.Of(slope)) is not { } sign || sign == 0)
            {
                continue;
            }

            if (Rules.Vary(goal, axis.Name, sign > 0) is var (a, b) && Prove(b, depth + 1) is { } then && Prove(a, depth + 1) is { } s)
            {
                return new VaryStep(axis.Name, sign > 0, s, then);
            }
        }

        return null;
    }
}
