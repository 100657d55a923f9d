using System.Globalization;

namespace GrpoVerified.Arithmetic;

/// <summary>LaTeX of an expression. Binding strength: 1 sum, 2 product, 3 power or function, 4 atom.</summary>
internal static class LatexWriter
{
    private const int MaxPart = 4000;

    public static string Write(Expr expression)
    {
        var steps = expression.Program.Instructions;
        var parts = new (string Text, int Strength)[steps.Count];
        for (var i = 0; i < parts.Length; i++)
        {
            var (text, strength) = Part(steps[i], parts);
            parts[i] = text.Length > MaxPart && i < parts.Length - 1 ? (@"\cdots", 4) : (text, strength);
        }

        return parts[^1].Text;
    }

    private static (string Text, int Strength) Part(in ExprInstruction step, (string Text, int Strength)[] parts)
    {
        var x = step.Left >= 0 ? parts[step.Left] : default;
        var y = step.Right >= 0 ? parts[step.Right] : default;
        return step.Kind switch
        {
            ExprKind.Number => Number(step.Number),
            ExprKind.Variable => (LatexNames.Of(step.Name!), 4),
            ExprKind.Add => ($"{At(x, 1)} + {At(y, 2)}", 1),
            ExprKind.Subtract => ($"{At(x, 1)} - {At(y, 2)}", 1),
            ExprKind.Negate => ($"-{At(x, 3)}", 1),
            ExprKind.Multiply => ($@"{At(x, 2)} \cdot {At(y, 3)}", 2),
            ExprKind.Divide => ($@"\frac{{{x.Text}}}{{{y.Text}}}", 3),
            ExprKind.Square => ($"{At(x, 4)}^{{2}}", 3),
            ExprKind.Pow => (string.Create(CultureInfo.InvariantCulture, $"{At(x, 4)}^{{{step.Exponent}}}"), 3),
            ExprKind.Exp => ($"e^{{{x.Text}}}", 3),
            ExprKind.Expm1 => ($"e^{{{x.Text}}} - 1", 1),
            ExprKind.Sqrt => ($@"\sqrt{{{x.Text}}}", 4),
            ExprKind.ReciprocalSqrt => ($@"\frac{{1}}{{\sqrt{{{x.Text}}}}}", 3),
            ExprKind.Abs => ($@"\left|{x.Text}\right|", 4),
            ExprKind.Log => Function(@"\log", x.Text),
            ExprKind.Log1p => Function(@"\log", $"1 + {At(x, 2)}"),
            ExprKind.Min => Function(@"\min", $"{x.Text}, {y.Text}"),
            ExprKind.Max => Function(@"\max", $"{x.Text}, {y.Text}"),
            ExprKind.Cosh => Function(@"\cosh", x.Text),
            ExprKind.Sinh => Function(@"\sinh", x.Text),
            ExprKind.Asinh => Function(@"\operatorname{asinh}", x.Text),
            ExprKind.Atanh => Function(@"\operatorname{atanh}", x.Text),
            ExprKind.Logistic => Function(@"\sigma", x.Text),
            _ => throw new InvalidOperationException($"The operation {step.Kind} has no LaTeX."),
        };
    }

    private static (string Text, int Strength) Number(Rational value)
    {
        var magnitude = value.Abs();
        var text = magnitude.IsInteger ? magnitude.ToString() : $@"\frac{{{magnitude.Numerator}}}{{{magnitude.Denominator}}}";
        return value.Sign < 0 ? ($"-{text}", 1) : (text, magnitude.IsInteger ? 4 : 3);
    }

    private static (string Text, int Strength) Function(string name, string argument) => ($@"{name}\left({argument}\right)", 3);

    private static string At((string Text, int Strength) part, int strength)
        => part.Strength >= strength ? part.Text : $@"\left({part.Text}\right)";
}
