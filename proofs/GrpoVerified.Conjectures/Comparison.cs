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
    /// A side that is the number 0 is left out where that only drops a subtraction of 0.
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

    private static Expr Minus(Expr a, Expr b) => b.Equals(Expr.Zero) ? a : a - b;
}
