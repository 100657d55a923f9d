using System.Globalization;

namespace GrpoVerified.Proving.Statements;

/// <summary>Several expressions as one straight-line program, each distinct part once.</summary>
/// <remarks>Operands come before their use and roots in the order given, so the program depends on the expressions alone.</remarks>
public sealed class SharedProgram
{
    private readonly List<ExprInstruction> _steps = [];
    private readonly Dictionary<ExprInstruction, int> _known = [];
    private readonly List<int> _roots = [];

    /// <summary>The program of the expressions.</summary>
    /// <param name="roots">Expressions in basic operations.</param>
    public SharedProgram(params IEnumerable<Expr> roots)
    {
        ArgumentNullException.ThrowIfNull(roots);
        foreach (var root in roots)
        {
            _roots.Add(Add(root));
        }
    }

    /// <summary>The steps.</summary>
    public IReadOnlyList<ExprInstruction> Steps => _steps;

    /// <summary>For each expression, the index of the step that computes it.</summary>
    public IReadOnlyList<int> Roots => _roots;

    /// <summary>One line <c>v0 = …</c> for each step.</summary>
    public IEnumerable<string> Lines => _steps.Select(static (s, i) => string.Create(CultureInfo.InvariantCulture, $"v{i} = {s}"));

    private int Add(Expr root)
    {
        var local = root.Program.Instructions;
        var map = new int[local.Count];
        for (var i = 0; i < map.Length; i++)
        {
            var step = local[i] with
            {
                Left = local[i].Left < 0 ? -1 : map[local[i].Left],
                Right = local[i].Right < 0 ? -1 : map[local[i].Right],
            };
            if (!_known.TryGetValue(step, out map[i]))
            {
                map[i] = _steps.Count;
                _known.Add(step, map[i]);
                _steps.Add(step);
            }
        }

        return map[^1];
    }
}
