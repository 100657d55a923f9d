namespace GrpoVerified.Conjectures;

/// <summary>A variable and the interval it runs through; an end that is not finite is open.</summary>
/// <param name="Name">The variable.</param>
/// <param name="Lower">Lower end; null for −∞.</param>
/// <param name="LowerClosed">Whether the lower end belongs to the interval.</param>
/// <param name="Upper">Upper end; null for +∞.</param>
/// <param name="UpperClosed">Whether the upper end belongs to the interval.</param>
public sealed record VariableRange(string Name, Rational? Lower, bool LowerClosed, Rational? Upper, bool UpperClosed)
{
    /// <summary>The closed unit interval, in which every fixed point of a success map lies.</summary>
    public static VariableRange UnitInterval(string name) => new(name, Rational.Zero, true, Rational.One, true);

    /// <summary>Whether the interval has no point.</summary>
    public bool IsEmpty => Lower is { } a && Upper is { } b && (a > b || (a == b && !(LowerClosed && UpperClosed)));

    /// <summary>Whether a number belongs to the interval.</summary>
    public bool Contains(Rational x)
        => (Lower is not { } a || (LowerClosed ? x >= a : x > a)) && (Upper is not { } b || (UpperClosed ? x <= b : x < b));

    /// <summary>The interval alone, such as <c>(0, 1/2]</c>.</summary>
    public string Interval
        => $"{(LowerClosed ? '[' : '(')}{Lower?.ToString() ?? "-inf"}, {Upper?.ToString() ?? "inf"}{(UpperClosed ? ']' : ')')}";

    /// <inheritdoc/>
    public override string ToString() => $"{Name} in {Interval}";
}
