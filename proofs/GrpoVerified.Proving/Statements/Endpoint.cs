namespace GrpoVerified.Proving.Statements;

/// <summary>One end of an interval of real numbers.</summary>
/// <param name="Value">The number, or null for infinity.</param>
/// <param name="IsClosed">Whether the number belongs to the interval; never for infinity.</param>
public readonly record struct Endpoint(Rational? Value, bool IsClosed)
{
    /// <summary>Infinity, on the side where the end stands.</summary>
    public static Endpoint Infinite => default;

    /// <summary>An end that belongs to the interval.</summary>
    public static Endpoint Closed(Rational value) => new(value, IsClosed: true);

    /// <summary>A finite end that does not belong to the interval.</summary>
    public static Endpoint Open(Rational value) => new(value, IsClosed: false);

    /// <summary>Whether the end is a number.</summary>
    public bool IsFinite => Value is not null;
}
