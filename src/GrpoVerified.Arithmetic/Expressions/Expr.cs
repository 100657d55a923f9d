namespace GrpoVerified.Arithmetic;

/// <summary>A formula as data: an immutable expression that records every operation applied to it.</summary>
/// <remarks>
/// An arithmetic whose values are expressions: calling a generic formula with variables yields the formula. Nothing is simplified.
/// Two expressions are equal when they are the same tree, whatever they share in memory. All traversals are loops,
/// so depth is limited by memory only, and shared parts are visited once.
/// </remarks>
public sealed partial class Expr : IElementary<Expr>, IEquatable<Expr>
{
    private readonly int _hash;
    private ExprProgram? _program;

    private Expr(ExprKind kind, Expr? left = null, Expr? right = null, Rational number = default, string? name = null, int exponent = 0)
    {
        Kind = kind;
        Left = left;
        Right = right;
        Number = number;
        Name = name;
        Exponent = exponent;
        _hash = HashCode.Combine(kind, left?._hash, right?._hash, number, name is null ? 0 : StringComparer.Ordinal.GetHashCode(name), exponent);
    }

    /// <inheritdoc/>
    public static Expr Zero { get; } = FromRational(Rational.Zero);

    /// <inheritdoc/>
    public static Expr One { get; } = FromRational(Rational.One);

    /// <summary>What the node is.</summary>
    public ExprKind Kind { get; }

    /// <summary>First operand; null for numbers and variables.</summary>
    public Expr? Left { get; }

    /// <summary>Second operand of a binary operation; null otherwise.</summary>
    public Expr? Right { get; }

    /// <summary>The value of a <see cref="ExprKind.Number"/>; zero otherwise.</summary>
    public Rational Number { get; }

    /// <summary>The name of a <see cref="ExprKind.Variable"/>; null otherwise.</summary>
    public string? Name { get; }

    /// <summary>The exponent of a <see cref="ExprKind.Pow"/>; zero otherwise.</summary>
    public int Exponent { get; }

    /// <summary>The expression as a straight-line program, each distinct subexpression once; computed on first use.</summary>
    public ExprProgram Program => _program ??= ExprProgram.Compile(this);

    /// <summary>A variable.</summary>
    /// <param name="name">A letter or underscore, then letters, digits, underscores (ASCII).</param>
    /// <exception cref="ArgumentException">The name is not of that form.</exception>
    public static Expr Variable(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        if (name.Length == 0 || char.IsAsciiDigit(name[0]) || !name.All(c => char.IsAsciiLetterOrDigit(c) || c == '_'))
        {
            throw new ArgumentException($"\"{name}\" cannot name a variable; use a letter followed by letters, digits and underscores, such as p_ref", nameof(name));
        }

        return new(ExprKind.Variable, name: name);
    }

    /// <summary>An exact constant.</summary>
    public static Expr FromRational(Rational value) => new(ExprKind.Number, number: value);

    /// <inheritdoc/>
    public bool Equals(Expr? other)
        => ReferenceEquals(this, other)
            || (other is not null && _hash == other._hash && Program.Instructions.SequenceEqual(other.Program.Instructions));

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as Expr);

    /// <inheritdoc/>
    public override int GetHashCode() => _hash;
}
