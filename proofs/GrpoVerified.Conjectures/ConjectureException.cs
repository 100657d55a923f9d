namespace GrpoVerified.Conjectures;

/// <summary>Text that cannot be read as a claim: what is wrong, where, and what to do, each in one line.</summary>
public sealed class ConjectureException : Exception
{
    /// <summary>A fault at a place of a text.</summary>
    /// <param name="fact">What is wrong.</param>
    /// <param name="part">Which text: the claim, the ranges, the hypotheses.</param>
    /// <param name="position">Offset in that text, from 0; negative for the text as a whole.</param>
    /// <param name="action">What to do.</param>
    public ConjectureException(string fact, string part, int position, string action)
        : base($"{fact}; {Describe(part, position)}; {action}")
    {
        Fact = fact;
        Part = part;
        Position = position;
        Action = action;
    }

    /// <summary>What is wrong.</summary>
    public string Fact { get; }

    /// <summary>Which text.</summary>
    public string Part { get; }

    /// <summary>Offset in the text, from 0; negative for the text as a whole.</summary>
    public int Position { get; }

    /// <summary>What to do.</summary>
    public string Action { get; }

    /// <summary>The place for people: columns count from 1.</summary>
    public string Place => Describe(Part, Position);

    private static string Describe(string part, int position)
        => position < 0 ? part : FormattableString.Invariant($"{part}, column {position + 1}");
}
