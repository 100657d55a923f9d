using System.Globalization;

namespace GrpoVerified.Arithmetic;

/// <summary>One step of a straight-line program.</summary>
/// <param name="Kind">The operation.</param>
/// <param name="Left">Index of the step that computes the first operand; −1 if there is none.</param>
/// <param name="Right">Index of the step that computes the second operand; −1 if there is none.</param>
/// <param name="Number">The value of a number; zero otherwise.</param>
/// <param name="Name">The name of a variable; null otherwise.</param>
/// <param name="Exponent">The exponent of a power; zero otherwise.</param>
public readonly record struct ExprInstruction(ExprKind Kind, int Left, int Right, Rational Number, string? Name, int Exponent)
{
    /// <summary>The operation and its operands as in the canonical text, such as <c>add v0 v1</c>.</summary>
    public override string ToString() => Kind switch
    {
        ExprKind.Number => $"num {Number}",
        ExprKind.Variable => $"var {Name}",
        ExprKind.Pow => string.Create(CultureInfo.InvariantCulture, $"pow v{Left} {Exponent}"),
        _ when Right >= 0 => string.Create(CultureInfo.InvariantCulture, $"{Keyword(Kind)} v{Left} v{Right}"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{Keyword(Kind)} v{Left}"),
    };

    /// <summary>The word for an operation in the canonical text and, for functions, in C-like text.</summary>
    internal static string Keyword(ExprKind kind) => kind switch
    {
        ExprKind.Number => "num",
        ExprKind.Variable => "var",
        ExprKind.Add => "add",
        ExprKind.Subtract => "sub",
        ExprKind.Negate => "neg",
        ExprKind.Multiply => "mul",
        ExprKind.Divide => "div",
        ExprKind.Square => "square",
        ExprKind.Pow => "pow",
        ExprKind.Exp => "exp",
        ExprKind.Log => "log",
        ExprKind.Sqrt => "sqrt",
        ExprKind.Min => "min",
        ExprKind.Max => "max",
        ExprKind.Abs => "abs",
        ExprKind.ReciprocalSqrt => "rsqrt",
        ExprKind.Expm1 => "expm1",
        ExprKind.Log1p => "log1p",
        ExprKind.Cosh => "cosh",
        ExprKind.Sinh => "sinh",
        ExprKind.Asinh => "asinh",
        ExprKind.Atanh => "atanh",
        ExprKind.Logistic => "logistic",
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };
}
