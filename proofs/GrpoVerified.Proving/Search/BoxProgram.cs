using GrpoVerified.Proving.Statements;

namespace GrpoVerified.Proving.Search;

/// <summary>
/// Several expressions compiled for evaluation on boxes: a straight-line program over an array of intervals, without allocation for a box.
/// </summary>
/// <remarks>Natural evaluation of docs/certificate-format.md: outside the domain of an operation it fails instead of guessing.</remarks>
internal sealed class BoxProgram
{
    private readonly ExprKind[] _kinds;
    private readonly int[] _left;
    private readonly int[] _right;
    private readonly int[] _axis;
    private readonly Interval[] _constants;
    private readonly int[] _roots;

    public BoxProgram(IReadOnlyList<string> axes, IEnumerable<Expr> roots)
    {
        var program = new SharedProgram(roots);
        var n = program.Steps.Count;
        (_kinds, _left, _right, _axis, _constants) = (new ExprKind[n], new int[n], new int[n], new int[n], new Interval[n]);
        for (var i = 0; i < n; i++)
        {
            var step = program.Steps[i];
            (_kinds[i], _left[i], _right[i]) = (step.Kind, step.Left, step.Right);
            if (step.Kind == ExprKind.Variable)
            {
                _axis[i] = Enumerable.Range(0, axes.Count).First(k => axes[k] == step.Name);
            }
            else if (step.Kind == ExprKind.Number)
            {
                _constants[i] = Interval.FromRational(step.Number);
            }
        }

        _roots = [.. program.Roots];
    }

    /// <summary>Number of steps.</summary>
    public int Length => _kinds.Length;

    /// <summary>The step of the n-th expression.</summary>
    public int Root(int n) => _roots[n];

    /// <summary>The steps of all expressions.</summary>
    public ReadOnlySpan<int> Roots => _roots;

    /// <summary>A step: its operation, its operands, the axis of a variable.</summary>
    public (ExprKind Kind, int Left, int Right, int Axis) Step(int i) => (_kinds[i], _left[i], _right[i], _axis[i]);

    /// <summary>The number of a step that is one; else 0.</summary>
    public Interval Constant(int i) => _constants[i];

    /// <summary>An array for the values of one thread.</summary>
    public Interval[] NewValues()
    {
        var values = new Interval[Length];
        for (var i = 0; i < values.Length; i++)
        {
            values[i] = _constants[i];
        }

        return values;
    }

    /// <summary>Evaluates the steps up to and including <paramref name="last"/> from <paramref name="first"/>; false where a step fails.</summary>
    public bool Evaluate(ReadOnlySpan<Interval> box, Interval[] values, int first, int last)
    {
        for (var i = first; i <= last; i++)
        {
            switch (_kinds[i])
            {
                case ExprKind.Number:
                    break;
                case ExprKind.Variable:
                    values[i] = box[_axis[i]];
                    break;
                case ExprKind.Add:
                    values[i] = values[_left[i]] + values[_right[i]];
                    break;
                case ExprKind.Subtract:
                    values[i] = values[_left[i]] - values[_right[i]];
                    break;
                case ExprKind.Multiply:
                    values[i] = values[_left[i]] * values[_right[i]];
                    break;
                case ExprKind.Divide:
                    if (Interval.ContainsZero(values[_right[i]]))
                    {
                        return false;
                    }

                    values[i] = values[_left[i]] / values[_right[i]];
                    break;
                case ExprKind.Negate:
                    values[i] = -values[_left[i]];
                    break;
                case ExprKind.Square:
                    values[i] = Interval.Square(values[_left[i]]);
                    break;
                case ExprKind.Sqrt:
                    if (values[_left[i]].Lower < 0)
                    {
                        return false;
                    }

                    values[i] = Interval.Sqrt(values[_left[i]]);
                    break;
                case ExprKind.Exp:
                    values[i] = Interval.Exp(values[_left[i]]);
                    break;
                case ExprKind.Log:
                    if (values[_left[i]].Lower <= 0)
                    {
                        return false;
                    }

                    values[i] = Interval.Log(values[_left[i]]);
                    break;
                case ExprKind.Abs:
                    values[i] = Interval.Abs(values[_left[i]]);
                    break;
                case ExprKind.Min:
                    values[i] = Interval.Min(values[_left[i]], values[_right[i]]);
                    break;
                case ExprKind.Max:
                    values[i] = Interval.Max(values[_left[i]], values[_right[i]]);
                    break;
                default:
                    return false;
            }

            if (!(values[i].Lower <= values[i].Upper))
            {
                return false;
            }
        }

        return true;
    }
}
