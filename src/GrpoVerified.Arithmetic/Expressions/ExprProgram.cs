using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace GrpoVerified.Arithmetic;

/// <summary>An expression as a straight-line program: step i uses earlier steps only, the last step is the value.</summary>
/// <remarks>
/// Each distinct subexpression is one step; steps come in the order in which a left-to-right walk of the tree completes them.
/// So the program depends on the tree alone, and equal trees have equal programs.
/// </remarks>
public sealed class ExprProgram
{
    private readonly ExprInstruction[] _instructions;
    private string? _text;
    private string? _hash;

    private ExprProgram(ExprInstruction[] instructions) => _instructions = instructions;

    /// <summary>The steps.</summary>
    public IReadOnlyList<ExprInstruction> Instructions => _instructions;

    /// <summary>One line <c>v0 = …</c> for each step, each ended by a line feed.</summary>
    public string Text => _text ??= Write();

    /// <summary>SHA-256 of the UTF-8 bytes of <see cref="Text"/>, in lower-case hexadecimal.</summary>
    public string Hash => _hash ??= Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Text)));

    /// <summary>The value under an assignment; see <see cref="Expr.Evaluate{T}"/>.</summary>
    /// <typeparam name="T">The arithmetic.</typeparam>
    /// <exception cref="ArgumentException">A free variable has no value.</exception>
    public T Evaluate<T>(IReadOnlyDictionary<string, T> variables, IArithmeticContext<T>? constants = null)
        where T : IElementary<T>
    {
        ArgumentNullException.ThrowIfNull(variables);
        var values = new T[_instructions.Length];
        for (var i = 0; i < values.Length; i++)
        {
            values[i] = ExprEvaluation.Step(_instructions[i], values, variables, constants);
        }

        return values[^1];
    }

    internal static ExprProgram Compile(Expr root)
    {
        var steps = new List<ExprInstruction>();
        var known = new Dictionary<ExprInstruction, int>();
        var index = new Dictionary<Expr, int>(ReferenceEqualityComparer.Instance);
        var open = new Stack<Expr>([root]);
        while (open.TryPeek(out var node))
        {
            // A node waits on the stack until its operands have steps.
            var missing = Missing(node.Left, index) ?? Missing(node.Right, index);
            if (missing is not null)
            {
                open.Push(missing);
                continue;
            }

            open.Pop();
            var step = new ExprInstruction(
                node.Kind,
                node.Left is null ? -1 : index[node.Left],
                node.Right is null ? -1 : index[node.Right],
                node.Number,
                node.Name,
                node.Exponent);
            if (!known.TryGetValue(step, out var position))
            {
                position = steps.Count;
                known.Add(step, position);
                steps.Add(step);
            }

            index[node] = position;
        }

        return new([.. steps]);
    }

    private static Expr? Missing(Expr? child, Dictionary<Expr, int> index)
        => child is not null && !index.ContainsKey(child) ? child : null;

    private string Write()
    {
        var text = new StringBuilder();
        for (var i = 0; i < _instructions.Length; i++)
        {
            text.Append(CultureInfo.InvariantCulture, $"v{i} = {_instructions[i]}\n");
        }

        return text.ToString();
    }
}
