using GrpoVerified.Proving.Goals;
using GrpoVerified.Proving.Statements;

namespace GrpoVerified.Proving.Search;

/// <summary>A map of one variable on leaves: min, max and abs are decided on the leaf before the derivative is taken.</summary>
internal sealed class LeafMap
{
    private readonly string _variable;
    private readonly Expr _map;
    private readonly BoxProgram _program;
    private readonly Interval[] _values;
    private readonly Dictionary<string, (BoxProgram Program, Interval[] Values)?> _decided = new(StringComparer.Ordinal);

    public LeafMap(string variable, Expr map)
    {
        _variable = variable;
        _map = map;
        _program = new([variable], [map]);
        _values = _program.NewValues();
    }

    /// <summary>Natural evaluation; null where it fails.</summary>
    public Interval? Value(Interval x) => _program.Evaluate([x], _values, 0, _program.Root(0)) ? _values[_program.Root(0)] : null;

    /// <summary>An enclosure of the image of a leaf (natural and mean-value form intersected) and of the derivative on it.</summary>
    public (Interval Image, Interval Slope)? Image(Rational low, Rational high)
    {
        var leaf = Interval.Hull(Interval.FromRational(low), Interval.FromRational(high));
        if (Value(leaf) is not { } natural || Decided() is not var (program, values))
        {
            return null;
        }

        var middle = Interval.FromRational((low + high) / 2);
        if (!program.Evaluate([leaf], values, 0, Math.Max(program.Root(0), program.Root(1))))
        {
            return null;
        }

        var slope = values[program.Root(1)];
        if (!program.Evaluate([middle], values, 0, program.Root(0)))
        {
            return null;
        }

        var mean = values[program.Root(0)] + (slope * (leaf - middle));
        var better = mean.Width < natural.Width ? mean : natural;
        return (better, slope);
    }

    // The map with every min, max and abs of the variable replaced by the operand that the last natural evaluation decides.
    private (BoxProgram Program, Interval[] Values)? Decided()
    {
        var steps = _map.Program.Instructions;
        var nodes = new Expr[steps.Count];
        var choices = string.Empty;
        for (var i = 0; i < nodes.Length; i++)
        {
            var step = steps[i];
            var (a, b) = (step.Left < 0 ? null : nodes[step.Left], step.Right < 0 ? null : nodes[step.Right]);
            nodes[i] = Lowering.Node(step, a, b);
            if (step.Kind is ExprKind.Min or ExprKind.Max or ExprKind.Abs && Differentiation.Contains(nodes[i], _variable))
            {
                if ((b is not null && a!.Equals(b) ? 'l' : Choice(step)) is not { } choice)
                {
                    return null;
                }

                choices += choice;
                nodes[i] = choice switch { 'l' => a!, 'r' => b!, _ => -a! };
            }
        }

        if (!_decided.TryGetValue(choices, out var known))
        {
            known = Differentiation.Of(nodes[^1], _variable) is { } slope ? Compile(nodes[^1], slope) : null;
            _decided.Add(choices, known);
        }

        return known;
    }

    private (BoxProgram Program, Interval[] Values) Compile(Expr map, Expr slope)
    {
        var program = new BoxProgram([_variable], [map, slope]);
        return (program, program.NewValues());
    }

    // The program of the map has one root, so its steps are those of the expression.
    private char? Choice(in ExprInstruction step)
    {
        var a = _values[step.Left];
        if (step.Kind == ExprKind.Abs)
        {
            return a.Lower >= 0 ? 'l' : a.Upper <= 0 ? 'n' : null;
        }

        var b = _values[step.Right];
        return step.Kind == ExprKind.Min
            ? a.Upper <= b.Lower ? 'l' : b.Upper <= a.Lower ? 'r' : null
            : a.Lower >= b.Upper ? 'l' : b.Lower >= a.Upper ? 'r' : null;
    }
}
