using GrpoVerified.Proving.Certificates;
using GrpoVerified.Proving.Goals;
using GrpoVerified.Proving.Statements;

namespace GrpoVerified.Proving.Tactics;

/// <summary>A way to prove goals: the proof of the goal, or null.</summary>
/// <param name="goal">The goal.</param>
public delegate ProofStep? Tactic(Goal goal);

/// <summary>Tactics that apply one rule and leave the rest to others.</summary>
public static class Proofs
{
    /// <summary>The table of signs.</summary>
    public static ProofStep? Sign(Goal goal) => SignAnalysis.Proves(goal) ? new SignStep() : null;

    /// <summary>Equality by normal form.</summary>
    public static ProofStep? Identity(Goal goal) => Rules.Identity(goal) ? new IdentityStep() : null;

    /// <summary>The first tactic that succeeds.</summary>
    public static Tactic First(params Tactic[] tactics) => goal => tactics.Select(t => t(goal)).FirstOrDefault(s => s is not null);

    /// <summary>Rewrites the goal.</summary>
    public static Tactic Rewrite(Expr expression, Tactic then)
        => goal => Rules.Rewrite(goal, Lowering.Lower(expression)) is { } g && then(g) is { } s ? new RewriteStep(g.Expression, s) : null;

    /// <summary>Changes a variable.</summary>
    public static Tactic Change(string axis, string to, Substitution by, Tactic then)
        => goal => Rules.Change(goal, axis, to, by) is { } g && then(g) is { } s ? new ChangeStep(axis, to, by, s) : null;

    /// <summary>Cuts the domain.</summary>
    public static Tactic Cut(string axis, Rational at, Tactic below, Tactic above)
        => goal => Rules.Cut(goal, axis, at) is var (b, a) && below(b) is { } s && above(a) is { } t ? new CutStep(axis, at, s, t) : null;

    /// <summary>Proves a fact and uses it.</summary>
    public static Tactic Have(Expr expression, Relation relation, Tactic proof, Tactic then)
        => goal =>
        {
            var fact = new Condition(Lowering.Lower(expression), relation);
            return proof(goal.Of(fact.Expression, relation)) is { } s && then(goal.With(fact)) is { } t ? new HaveStep(fact, s, t) : null;
        };

    /// <summary>Moves to the worst end of an axis.</summary>
    public static Tactic Vary(string axis, bool towardLower, Tactic slope, Tactic then)
        => goal => Rules.Vary(goal, axis, towardLower) is var (a, b) && slope(a) is { } s && then(b) is { } t ? new VaryStep(axis, towardLower, s, t) : null;

    /// <summary>Makes a part a variable.</summary>
    public static Tactic Abstract(Expr part, string name, Extent extent, Tactic lower, Tactic upper, Tactic then)
        => goal =>
        {
            var e = Lowering.Lower(part);
            if (Rules.Abstract(goal, e, name, extent) is not var (a, b, c))
            {
                return null;
            }

            var low = a is null ? null : lower(a);
            var high = b is null ? null : upper(b);
            return (a is null || low is not null) && (b is null || high is not null) && then(c) is { } t
                ? new AbstractStep(e, name, extent, low, high, t)
                : null;
        };

    /// <summary>Takes exp, log or sqrt off both sides.</summary>
    public static Tactic Monotone(Tactic then) => goal => Rules.Monotone(goal) is { } g && then(g) is { } s ? new MonotoneStep(s) : null;

    /// <summary>b − |a|.</summary>
    public static Tactic Abs(Tactic minus, Tactic plus)
        => goal => Rules.Abs(goal) is var (a, b) && minus(a) is { } s && plus(b) is { } t ? new AbsStep(s, t) : null;

    /// <summary>Squares both sides.</summary>
    public static Tactic Square(Tactic nonNegative, Tactic then)
        => goal => Rules.Square(goal) is var (a, b) && nonNegative(a) is { } s && then(b) is { } t ? new SquareStep(s, t) : null;

    /// <summary>Both operands of a minimum.</summary>
    public static Tactic Minimum(Tactic left, Tactic right)
        => goal => goal is { Relation: not Relation.Zero, Expression: { Kind: ExprKind.Min, Left: { } a, Right: { } b } } && left(goal.Of(a)) is { } s && right(goal.Of(b)) is { } t
            ? new MinimumStep(s, t) : null;

    /// <summary>One operand of a maximum.</summary>
    public static Tactic Maximum(bool leftSide, Tactic then)
        => goal => goal is { Relation: not Relation.Zero, Expression: { Kind: ExprKind.Max, Left: { } a, Right: { } b } }
            && SignAnalysis.Defines(goal, leftSide ? b : a) && then(goal.Of(leftSide ? a : b)) is { } s
                ? new MaximumStep(leftSide, s) : null;

    /// <summary>The negation of a fact.</summary>
    public static Tactic Contradiction(int fact, Tactic then)
        => goal => Rules.Contradiction(goal, fact) is { } g && then(g) is { } s ? new ContradictionStep(fact, s) : null;
}
