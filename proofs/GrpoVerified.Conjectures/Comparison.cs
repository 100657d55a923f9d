namespace GrpoVerified.Conjectures;

/// <summary>How two sides are compared.</summary>
public enum Relation
{
    /// <summary>Left &lt; right.</summary>
    Less,

    /// <summary>Left ≤ right.</summary>
    AtMost,

    /// <summary>Left &gt; right.</summary>
    Greater,

    /// <summary>Left ≥ right.</summary>
    AtLeast,

    /// <summary>Left = right.</summary>
    Equal,

    /// <summary>Left ≠ right.</summary>
    Different,
}

/// <summary>The sign that an expression is claimed to have.</summary>
public enum ClaimedSign
{
    /// <summary>Greater than 0.</summary>
    Positive,

    /// <summary>At least 0.</summary>
    NonNegative,

    /// <summary>Equal to 0.</summary>
    Zero,
}

/// <summary>One comparison of a claim.</summary>
/// <param name="Left">Left side.</param>
/// <param name="Relation">How the sides are compared.</param>
/// <param name="Right">Right side.</param>
/// <param name="Text">The comparison as typed.</param>
public sealed record Comparison(Expr Left, Relation Relation, Expr Right, string Text)
{
    /// <summary>
    /// The expression whose sign is claimed: right − left, left − right, or (left − right)² for ≠.
    /// A side that is the number 0 is left out where that only drops a subtraction of 0; a side that is a min or max takes the other into it.
    /// </summary>
    public Expr Difference => Relation switch
    {
        Relation.Less or Relation.AtMost => Minus(Right, Left),
        Relation.Different => Expr.Square(Minus(Left, Right)),
        _ => Minus(Left, Right),
    };

    /// <summary>The sign claimed of <see cref="Difference"/>.</summary>
    public ClaimedSign Sign => Relation switch
    {
        Relation.Less or Relation.Greater or Relation.Different => ClaimedSign.Positive,
        Relation.Equal => ClaimedSign.Zero,
        _ => ClaimedSign.NonNegative,
    };

    // max(x, y) - b is max(x - b, y - b), and a - max(x, y) is min(a - x, a - y): the proof rules take a min or max as a whole goal.
    private Expr Minus(Expr a, Expr b) => Sign == ClaimedSign.Zero || Relation == Relation.Different ? Plain(a, b)
        : a.Kind == ExprKind.Max ? Expr.Max(Minus(a.Left!, b), Minus(a.Right!, b))
        : a.Kind == ExprKind.Min ? Expr.Min(Minus(a.Left!, b), Minus(a.Right!, b))
        : b.Kind == ExprKind.Max ? Expr.Min(Minus(a, b.Left!), Minus(a, b.Right!))
        : b.Kind == ExprKind.Min ? Expr.Max(Minus(a, b.Left!), Minus(a, b.Right!))
        : Plain(a, b);

    private static Expr Plain(Expr a, Expr b) => b.Equals(Expr.Zero) ? a : a - b;
}
