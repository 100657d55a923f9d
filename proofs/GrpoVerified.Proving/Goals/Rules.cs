using GrpoVerified.Proving.Algebra;
using GrpoVerified.Proving.Certificates;
using GrpoVerified.Proving.Statements;

namespace GrpoVerified.Proving.Goals;

/// <summary>The rules of docs/certificate-format.md seen from the prover: the goals that a step leaves, or null where it does not apply.</summary>
public static class Rules
{
    /// <summary>The parts of the domain below and above a number.</summary>
    public static (Goal Below, Goal Above)? Cut(Goal goal, string axis, Rational at)
    {
        ArgumentNullException.ThrowIfNull(goal);
        var i = goal.IndexOf(axis);
        if (i < 0)
        {
            return null;
        }

        var x = goal.Domain[i].Extent;
        return (x.Lower.Value is { } a && a >= at) || (x.Upper.Value is { } b && b <= at)
            ? null
            : (goal.WithExtent(i, x with { Upper = Endpoint.Closed(at) }), goal.WithExtent(i, x with { Lower = Endpoint.Closed(at) }));
    }

    /// <summary>The goal with an expression of the same normal form.</summary>
    public static Goal? Rewrite(Goal goal, Expr expression)
    {
        ArgumentNullException.ThrowIfNull(goal);
        return SignAnalysis.Defines(goal, goal.Expression) && NormalForm.AreEqual(goal.Expression, expression) ? goal.Of(expression) : null;
    }

    /// <summary>Whether the goal is zero in normal form.</summary>
    public static bool Identity(Goal goal)
    {
        ArgumentNullException.ThrowIfNull(goal);
        return goal.Relation != Relation.Positive && SignAnalysis.Defines(goal, goal.Expression) && NormalForm.IsZero(goal.Expression);
    }

    /// <summary>a − b from exp a − exp b, log a − log b, √a − √b.</summary>
    public static Goal? Monotone(Goal goal)
    {
        ArgumentNullException.ThrowIfNull(goal);
        var e = goal.Expression;
        if (goal.Relation == Relation.Zero || e.Kind != ExprKind.Subtract || e.Left!.Kind != e.Right!.Kind
            || e.Left.Kind is not (ExprKind.Exp or ExprKind.Log or ExprKind.Sqrt))
        {
            return null;
        }

        var needed = e.Left.Kind switch { ExprKind.Exp => Signs.All, ExprKind.Log => Signs.Plus, _ => Signs.Plus | Signs.Zero };
        return (e.Left.Kind == ExprKind.Exp || (SignAnalysis.Of(goal, e.Right.Left!) is { } s && s.Within(needed)))
            ? goal.Of(e.Left.Left! - e.Right.Left!)
            : null;
    }

    /// <summary>The sign of the derivative, and the goal at the end of the axis.</summary>
    public static (Goal Slope, Goal Then)? Vary(Goal goal, string axis, bool towardLower)
    {
        ArgumentNullException.ThrowIfNull(goal);
        var i = goal.IndexOf(axis);
        if (i < 0 || goal.Relation == Relation.Zero || goal.Facts.Any(f => Differentiation.Contains(f.Expression, axis))
            || Parts.HasKink(goal.Expression, axis) || !SignAnalysis.Defines(goal, goal.Expression))
        {
            return null;
        }

        var x = goal.Domain[i].Extent;
        var end = towardLower ? x.Lower : x.Upper;
        return end.IsClosed && Differentiation.Of(goal.Expression, axis) is { } slope
            ? (goal.Of(towardLower ? slope : -slope, Relation.NonNegative), goal.WithExtent(i, new(end, end)))
            : null;
    }

    /// <summary>The goal in a new variable.</summary>
    public static Goal? Change(Goal goal, string axis, string to, Substitution by)
    {
        ArgumentNullException.ThrowIfNull(goal);
        var i = goal.IndexOf(axis);
        if (i < 0 || (to != axis && goal.IndexOf(to) >= 0) || by.Range(goal.Domain[i].Extent) is not { IsValid: true } range)
        {
            return null;
        }

        var changed = Parts.Substitute(goal, axis, by.Of(Expr.Variable(to)));
        var domain = goal.Domain.ToArray();
        domain[i] = new(to, range);
        return changed with { Domain = domain };
    }

    /// <summary>The two bounds of a part, and the goal with the part as a variable.</summary>
    public static (Goal? Lower, Goal? Upper, Goal Then)? Abstract(Goal goal, Expr part, string name, Extent extent)
    {
        ArgumentNullException.ThrowIfNull(goal);
        if (goal.IndexOf(name) >= 0 || !extent.IsValid || (!extent.Lower.IsFinite && !extent.Upper.IsFinite && !SignAnalysis.Defines(goal, part)))
        {
            return null;
        }

        var then = Parts.Map(goal, e => Parts.Replace(e, part, Expr.Variable(name)));
        return (
            extent.Lower.Value is { } a ? goal.Of(part - Expr.FromRational(a), Strictness(extent.Lower)) : null,
            extent.Upper.Value is { } b ? goal.Of(Expr.FromRational(b) - part, Strictness(extent.Upper)) : null,
            then with { Domain = [.. goal.Domain, new(name, extent)] });
    }

    /// <summary>b − a and b + a from b − |a|.</summary>
    public static (Goal Minus, Goal Plus)? Abs(Goal goal)
    {
        ArgumentNullException.ThrowIfNull(goal);
        return goal.Relation != Relation.Zero && goal.Expression is { Kind: ExprKind.Subtract, Left: { } b, Right: { Kind: ExprKind.Abs, Left: { } a } }
            ? (goal.Of(b - a), goal.Of(b + a))
            : null;
    }

    /// <summary>a ≥ 0 and a² − b² from a − b.</summary>
    public static (Goal NonNegative, Goal Then)? Square(Goal goal)
    {
        ArgumentNullException.ThrowIfNull(goal);
        return goal.Relation != Relation.Zero && goal.Expression is { Kind: ExprKind.Subtract, Left: { } a, Right: { } b }
            ? (goal.Of(a, Relation.NonNegative), goal.Of(Expr.Square(a) - Expr.Square(b)))
            : null;
    }

    /// <summary>The negation of a fact, from the others.</summary>
    public static Goal? Contradiction(Goal goal, int fact)
    {
        ArgumentNullException.ThrowIfNull(goal);
        var f = goal.Facts[fact];
        return f.Relation == Relation.Zero
            ? null
            : goal with
            {
                Facts = [.. goal.Facts.Where((_, i) => i != fact)],
                Expression = -f.Expression,
                Relation = f.Relation == Relation.Positive ? Relation.NonNegative : Relation.Positive,
            };
    }

    private static Relation Strictness(Endpoint end) => end.IsClosed ? Relation.NonNegative : Relation.Positive;
}
