using GrpoVerified.Proving.Goals;
using GrpoVerified.Proving.Statements;

namespace GrpoVerified.Proving.Search;

/// <summary>What is known about a goal on one box.</summary>
internal enum BoxVerdict
{
    /// <summary>Undecided: split.</summary>
    Open,

    /// <summary>Natural evaluation proves it.</summary>
    Natural,

    /// <summary>The mean-value form proves it.</summary>
    MeanValue,

    /// <summary>A fact fails everywhere.</summary>
    Excluded,

    /// <summary>The goal certainly fails at the midpoint, where all facts hold.</summary>
    Violated,
}

/// <summary>The tests of a goal on one box, compiled once and evaluated without allocation.</summary>
internal sealed class BoxTest
{
    private readonly BoxProgram _program;
    private readonly Condition[] _facts;
    private readonly Relation _relation;
    private readonly bool _smooth;
    private readonly int _dimension;
    private readonly double[] _scale;
    private readonly Interval[] _domain;

    public BoxTest(Goal goal)
    {
        var names = goal.Domain.Select(a => a.Name).ToArray();
        _dimension = names.Length;
        _relation = goal.Relation;
        _facts = [.. goal.Facts];
        var slopes = names.Select(n => Differentiation.Of(goal.Expression, n)).OfType<Expr>().ToArray();
        _smooth = slopes.Length == _dimension && _dimension > 0;
        _program = new(names, [goal.Expression, .. _facts.Select(f => f.Expression), .. _smooth ? slopes : []]);
        LastSlope = _smooth ? Enumerable.Range(0, _dimension).Max(Slope) : 0;
        _domain = [.. goal.Domain.Select(a => Interval.Hull(Interval.FromRational(a.Extent.Lower.Value!.Value), Interval.FromRational(a.Extent.Upper.Value!.Value)))];
        _scale = [.. goal.Domain.Select(a => Math.Max(1e-300, (a.Extent.Upper.Value!.Value - a.Extent.Lower.Value!.Value).ToDouble()))];
    }

    /// <summary>Steps of the compiled program, as a measure of the cost of a box.</summary>
    public int Steps => _program.Length;

    /// <summary>The expression, the facts, the slopes.</summary>
    public BoxProgram Program => _program;

    /// <summary>Number of axes.</summary>
    public int Dimension => _dimension;

    /// <summary>Number of facts.</summary>
    public int FactCount => _facts.Length;

    /// <summary>The sign to prove.</summary>
    public Relation Relation => _relation;

    /// <summary>Whether the expression has a derivative in every axis.</summary>
    public bool IsSmooth => _smooth;

    /// <summary>The last step of the slopes.</summary>
    public int LastSlope { get; }

    /// <summary>The step of a slope.</summary>
    public int Slope(int axis) => _program.Root(1 + _facts.Length + axis);

    /// <summary>The whole domain.</summary>
    public ReadOnlySpan<Interval> Domain => _domain;

    /// <summary>The width of an axis of the whole domain.</summary>
    public double Scale(int axis) => _scale[axis];

    /// <summary>Tests a box of a store: the letter of the verdict in a tree, or of the axis to split; ! for a violation, ? where there is no axis.</summary>
    public byte Decide(BoxStore boxes, int box, Workspace w)
    {
        for (var i = 0; i < _dimension; i++)
        {
            (w.Lower[i], w.Upper[i]) = boxes.Ends(box, i);
        }

        return Decide(w.Lower, w.Upper, w, out var axis) switch
        {
            BoxVerdict.Natural => (byte)'.',
            BoxVerdict.MeanValue => (byte)'*',
            BoxVerdict.Excluded => (byte)'x',
            BoxVerdict.Violated => (byte)'!',
            _ => _dimension == 0 ? (byte)'?' : (byte)('A' + axis),
        };
    }

    public Workspace NewWorkspace() => new(_program.NewValues(), new Interval[_dimension], new Interval[_dimension], new Interval[_dimension], new Interval[_dimension]);

    /// <summary>Tests a box given by enclosures of its exact ends; proposes the axis to split.</summary>
    public BoxVerdict Decide(ReadOnlySpan<Interval> lower, ReadOnlySpan<Interval> upper, Workspace w, out int axis)
    {
        var box = w.Box.AsSpan();
        var middle = w.Middle.AsSpan();
        for (var i = 0; i < _dimension; i++)
        {
            box[i] = Interval.Hull(lower[i], upper[i]);
            middle[i] = (lower[i] + upper[i]) / Two;
        }

        axis = Widest(box);
        var root = _program.Root(0);
        var defined = _program.Evaluate(box, w.Values, 0, root);
        if (defined && Holds(w.Values[root], _relation))
        {
            return BoxVerdict.Natural;
        }

        var last = root;
        for (var f = 0; f < _facts.Length; f++)
        {
            var step = _program.Root(f + 1);
            if (_program.Evaluate(box, w.Values, 0, step))
            {
                if (Fails(w.Values[step], _facts[f].Relation))
                {
                    return BoxVerdict.Excluded;
                }

                last = Math.Max(last, step);
            }
        }

        var meanValue = Interval.Zero;
        var slopes = defined && _smooth && _program.Evaluate(box, w.Values, Math.Min(root + 1, _program.Length), LastSlope);
        if (slopes)
        {
            var best = -1.0;
            for (var i = 0; i < _dimension; i++)
            {
                var slope = w.Values[_program.Root(1 + _facts.Length + i)];
                meanValue += slope * (box[i] - middle[i]);
                var effect = slope.Magnitude * box[i].Width;
                if (effect > best)
                {
                    (best, axis) = (effect, i);
                }
            }
        }

        if (!_program.Evaluate(middle, w.Values, 0, root))
        {
            return BoxVerdict.Open;
        }

        var centre = w.Values[root];
        return slopes && Holds(centre + meanValue, _relation) ? BoxVerdict.MeanValue
            : Fails(centre, _relation) && FactsHold(middle, w) ? BoxVerdict.Violated
            : BoxVerdict.Open;
    }

    private static Interval Two { get; } = new(2);

    private static bool Holds(Interval x, Relation relation)
        => relation == Relation.Positive ? x.Lower > 0 : relation == Relation.NonNegative && x.Lower >= 0;

    private static bool Fails(Interval x, Relation relation) => relation switch
    {
        Relation.Positive => x.Upper <= 0,
        Relation.NonNegative => x.Upper < 0,
        _ => !Interval.ContainsZero(x),
    };

    private bool FactsHold(ReadOnlySpan<Interval> middle, Workspace w)
    {
        for (var f = 0; f < _facts.Length; f++)
        {
            var step = _program.Root(f + 1);
            if (!_program.Evaluate(middle, w.Values, 0, step) || !Holds(w.Values[step], _facts[f].Relation))
            {
                return false;
            }
        }

        return true;
    }

    private int Widest(ReadOnlySpan<Interval> box)
    {
        var (best, axis) = (-1.0, 0);
        for (var i = 0; i < _dimension; i++)
        {
            var width = box[i].Width / _scale[i];
            if (width > best)
            {
                (best, axis) = (width, i);
            }
        }

        return axis;
    }

    /// <summary>The arrays of one thread.</summary>
    internal sealed record Workspace(Interval[] Values, Interval[] Box, Interval[] Middle, Interval[] Lower, Interval[] Upper);
}
