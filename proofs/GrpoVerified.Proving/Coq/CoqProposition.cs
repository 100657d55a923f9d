using System.Globalization;
using System.Text;
using GrpoVerified.Proving.Statements;

namespace GrpoVerified.Proving.Coq;

/// <summary>
/// An expression with its sign as a proposition about real numbers: the conditions under which it is defined, each once, then the sign.
/// Parts that occur more than once are bound by <c>let</c>.
/// </summary>
/// <remarks>
/// The order of the conditions is that of <c>Reading.conditions</c>: operands first, left to right. Coq compares the two; if they
/// differed the emitted file would not be accepted.
/// </remarks>
internal sealed class CoqProposition
{
    private const int ShareFrom = 12;
    private const int Sum = 1;
    private const int Product = 2;
    private const int Power = 3;
    private const int Atom = 4;

    private readonly IReadOnlyList<ExprInstruction> _steps;
    private readonly (string Text, int Level)[] _parts;
    private readonly StringBuilder _lets = new();

    /// <param name="expression">The expression; conditions are complete for basic operations only.</param>
    public CoqProposition(Expr expression)
    {
        _steps = expression.Program.Instructions;
        var uses = new int[_steps.Count];
        foreach (var step in _steps)
        {
            Count(uses, step.Left);
            Count(uses, step.Right);
        }

        _parts = new (string, int)[_steps.Count];
        for (var i = 0; i < _parts.Length; i++)
        {
            var part = Part(_steps[i]);
            if (uses[i] > 1 && _steps[i].Kind != ExprKind.Variable && part.Text.Length >= ShareFrom)
            {
                _lets.Append(CultureInfo.InvariantCulture, $"let v{i} := {part.Text} in\n    ");
                part = (string.Create(CultureInfo.InvariantCulture, $"v{i}"), Atom);
            }

            _parts[i] = part;
        }
    }

    /// <summary>The <c>let</c> bindings of the shared parts.</summary>
    public string Bindings => _lets.ToString();

    /// <summary>The value.</summary>
    public string Value => _parts[^1].Text;

    /// <summary>The conditions under which the expression is defined.</summary>
    public IEnumerable<string> Conditions => _steps.Select(Condition).OfType<string>().Distinct(StringComparer.Ordinal);

    /// <summary>Conditions and sign, with the bindings in front.</summary>
    public string WithSign(Relation relation) => Bindings + string.Join(" /\\ ", Conditions.Append(Sign(relation)));

    /// <summary>Conditions alone, ended by <c>True</c>.</summary>
    public string Defined() => Bindings + string.Join(" /\\ ", Conditions.Append("True"));

    private static void Count(int[] uses, int operand)
    {
        if (operand >= 0)
        {
            uses[operand]++;
        }
    }

    private string Sign(Relation relation) => relation switch
    {
        Relation.Positive => $"0 < {Value}",
        Relation.NonNegative => $"0 <= {Value}",
        _ => $"{Value} = 0",
    };

    private string? Condition(ExprInstruction step)
    {
        var operand = step.Kind == ExprKind.Divide ? step.Right : step.Left;
        if (step.Kind is not (ExprKind.Divide or ExprKind.Sqrt or ExprKind.Log))
        {
            return null;
        }

        if (_steps[operand] is { Kind: ExprKind.Number } constant
            && (step.Kind == ExprKind.Divide ? !constant.Number.IsZero : constant.Number.Sign >= (step.Kind == ExprKind.Sqrt ? 0 : 1)))
        {
            return null;
        }

        var text = _parts[operand].Text;
        return step.Kind switch
        {
            ExprKind.Divide => $"{text} <> 0",
            ExprKind.Sqrt => $"0 <= {text}",
            _ => $"0 < {text}",
        };
    }

    private (string Text, int Level) Part(in ExprInstruction step) => step.Kind switch
    {
        ExprKind.Number => (CoqNumbers.Real(step.Number), step.Number.IsInteger ? Atom : Product),
        ExprKind.Variable => (CoqNames.Variable(step.Name!), Atom),
        ExprKind.Add => ($"{At(step.Left, Sum)} + {At(step.Right, Product)}", Sum),
        ExprKind.Subtract => ($"{At(step.Left, Sum)} - {At(step.Right, Product)}", Sum),
        ExprKind.Multiply => ($"{At(step.Left, Product)} * {At(step.Right, Atom)}", Product),
        ExprKind.Divide => ($"{At(step.Left, Product)} / {At(step.Right, Atom)}", Product),
        ExprKind.Negate => ($"- {At(step.Left, Atom)}", 0),
        ExprKind.Pow => (string.Create(CultureInfo.InvariantCulture, $"{At(step.Left, Atom + 1)} ^ {step.Exponent}"), Power),
        ExprKind.ReciprocalSqrt => ($"/ sqrt {At(step.Left, Atom + 1)}", 0),
        ExprKind.Expm1 => ($"exp {At(step.Left, Atom + 1)} - 1", Sum),
        ExprKind.Log1p => ($"ln (1 + {At(step.Left, Product)})", Atom),
        ExprKind.Logistic => ($"/ (1 + exp (- {At(step.Left, Atom)}))", 0),
        ExprKind.Square => ($"Rsqr {At(step.Left, Atom + 1)}", Atom),
        _ => ($"{Function(step.Kind)} {At(step.Left, Atom + 1)}{(step.Right < 0 ? string.Empty : " " + At(step.Right, Atom + 1))}", Atom),
    };

    // The text of a part where the context needs at least this level; arguments of functions must be single words.
    private string At(int index, int level)
    {
        var (text, own) = _parts[index];
        var word = own == Atom && !text.Contains(' ', StringComparison.Ordinal);
        return own >= level || word ? text : $"({text})";
    }

    private static string Function(ExprKind kind) => kind switch
    {
        ExprKind.Min => "Rmin",
        ExprKind.Max => "Rmax",
        ExprKind.Sqrt => "sqrt",
        ExprKind.Exp => "exp",
        ExprKind.Log => "ln",
        ExprKind.Abs => "Rabs",
        ExprKind.Cosh => "cosh",
        ExprKind.Sinh => "sinh",
        ExprKind.Asinh => "asinh",
        ExprKind.Atanh => "artanh",
        _ => throw new InvalidOperationException($"{kind} is not an operation of the certificate format."),
    };
}
