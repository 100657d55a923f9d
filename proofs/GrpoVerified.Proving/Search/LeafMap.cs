namespace GrpoVerified.Proving.Search;

/// <summary>A map of one variable on intervals, with slopes: the evaluation of docs/certificate-format.md, section Slopes.</summary>
internal sealed class LeafMap
{
    private static readonly DualContext<Interval> Constants = new(IntervalContext.Instance);

    private readonly string _variable;
    private readonly Expr _map;
    private readonly BoxProgram _program;
    private readonly Interval[] _values;

    public LeafMap(string variable, Expr map)
    {
        (_variable, _map) = (variable, map);
        _program = new([variable], [map]);
        _values = _program.NewValues();
    }

    /// <summary>Natural evaluation; null where it fails.</summary>
    public Interval? Value(Interval x) => _program.Evaluate([x], _values, 0, _program.Root(0)) ? _values[_program.Root(0)] : null;

    /// <summary>An enclosure of the image of a leaf (natural and mean-value form intersected) and of the slopes on it.</summary>
    public (Interval Image, Interval Slope)? Image(Interval leaf)
    {
        var middle = new Interval(leaf.Midpoint);
        if (Value(leaf) is not { } natural || Value(middle) is not { } centre)
        {
            return null;
        }

        var slope = _map.Evaluate(new Dictionary<string, Dual<Interval>>(StringComparer.Ordinal) { [_variable] = Dual<Interval>.Variable(leaf) }, Constants).Derivative;
        return Interval.IsFinite(slope) && slope.Lower <= slope.Upper ? (Interval.Intersect(natural, centre + (slope * (leaf - middle))), slope) : null;
    }
}
