namespace GrpoVerified.Proving.Statements;

/// <summary>An expression compared with zero; it includes that the expression is defined.</summary>
/// <param name="Expression">The expression, in the operations of the certificate format.</param>
/// <param name="Relation">How it compares with zero.</param>
public readonly record struct Condition(Expr Expression, Relation Relation)
{
    /// <inheritdoc/>
    public override string ToString() => $"{Expression} {RelationText.Of(Relation)} 0";
}
