namespace GrpoVerified.Proving.Statements;

/// <summary>How an expression compares with zero.</summary>
public enum Relation
{
    /// <summary>&gt; 0.</summary>
    Positive,

    /// <summary>≥ 0.</summary>
    NonNegative,

    /// <summary>= 0.</summary>
    Zero,
}

/// <summary>The words of the certificate format for relations.</summary>
public static class RelationText
{
    /// <summary><c>&gt;</c>, <c>&gt;=</c> or <c>==</c>.</summary>
    public static string Of(Relation relation) => relation switch
    {
        Relation.Positive => ">",
        Relation.NonNegative => ">=",
        _ => "==",
    };

    /// <summary>The relation that the word names, or null.</summary>
    public static Relation? Parse(string word) => word switch
    {
        ">" => Relation.Positive,
        ">=" => Relation.NonNegative,
        "==" => Relation.Zero,
        _ => null,
    };
}
