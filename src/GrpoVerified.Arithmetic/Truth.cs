namespace GrpoVerified.Arithmetic;

/// <summary>
/// Answer of a comparison between enclosures: certainly true, certainly false, or undecided.
/// </summary>
/// <remarks>
/// There is no conversion to <see cref="bool"/>: a caller says which certainty it needs with
/// <see cref="IsCertain"/>, <see cref="IsRefuted"/> or <see cref="IsUndecided"/>.
/// Operators follow Kleene's three-valued logic.
/// </remarks>
public readonly record struct Truth
{
    private readonly sbyte _value;

    private Truth(sbyte value) => _value = value;

    /// <summary>Certainly true.</summary>
    public static Truth True => new(1);

    /// <summary>Certainly false.</summary>
    public static Truth False => new(-1);

    /// <summary>The enclosures do not decide.</summary>
    public static Truth Undecided => new(0);

    /// <summary>Whether the statement is proved.</summary>
    public bool IsCertain => _value > 0;

    /// <summary>Whether the negation of the statement is proved.</summary>
    public bool IsRefuted => _value < 0;

    /// <summary>Whether neither the statement nor its negation is proved.</summary>
    public bool IsUndecided => _value == 0;

    /// <summary>The certain answer of a comparison that is always decided.</summary>
    public static Truth Of(bool value) => value ? True : False;

    /// <summary>Negation.</summary>
    public static Truth operator !(Truth a) => new((sbyte)-a._value);

    /// <summary>Conjunction: the less certain of the two.</summary>
    public static Truth operator &(Truth a, Truth b) => new(Math.Min(a._value, b._value));

    /// <summary>Disjunction: the more certain of the two.</summary>
    public static Truth operator |(Truth a, Truth b) => new(Math.Max(a._value, b._value));

    /// <inheritdoc/>
    public override string ToString() => _value switch { > 0 => "true", < 0 => "false", _ => "undecided" };
}
