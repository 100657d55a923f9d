using System.Globalization;

namespace GrpoVerified.Arithmetic;

/// <summary>C-like text of an expression. Binding strength: 1 sum, 2 product, 3 sign, 4 atom.</summary>
internal static class InfixWriter
{
    private const int MaxPart = 4000;

    public static string Write(Expr expression)
    {
        var steps = expression.Program.Instructions;
        var parts = new (string Text, int Strength)[steps.Count];
        for (var i = 0; i < parts.Length; i++)
        {
            var (text, strength) = Part(steps[i], parts);
            parts[i] = text.Length > MaxPart && i < parts.Length - 1 ? ("…", 4) : (text, strength);
        }

        return parts[^1].Text;
    }

    private static (string Text, int Strength) Part(in ExprInstruction step, (string Text, int Strength)[] parts)
    {
        switch (step.Kind)
        {
            case ExprKind.Number:
                return (step.Number.Sign < 0 || !step.Number.IsInteger ? $"({step.Number})" : step.Number.ToString(), 4);
            case ExprKind.Variable:
                return (step.Name!, 4);
            case ExprKind.Add:
                return ($"{At(parts[step.Left], 1)} + {At(parts[step.Right], 2)}", 1);
            case ExprKind.Subtract:
                return ($"{At(parts[step.Left], 1)} - {At(parts[step.Right], 2)}", 1);
            case ExprKind.Multiply:
                return ($"{At(parts[step.Left], 2)} * {At(parts[step.Right], 3)}", 2);
            case ExprKind.Divide:
                return ($"{At(parts[step.Left], 2)} / {At(parts[step.Right], 3)}", 2);
            case ExprKind.Negate:
                return ($"-{At(parts[step.Left], 4)}", 3);
            case ExprKind.Pow:
                return (string.Create(CultureInfo.InvariantCulture, $"pow({parts[step.Left].Text}, {step.Exponent})"), 4);
            default:
                var arguments = step.Right < 0 ? parts[step.Left].Text : $"{parts[step.Left].Text}, {parts[step.Right].Text}";
                return ($"{ExprInstruction.Keyword(step.Kind)}({arguments})", 4);
        }
    }

    private static string At((string Text, int Strength) part, int strength)
        => part.Strength >= strength ? part.Text : $"({part.Text})";
}
