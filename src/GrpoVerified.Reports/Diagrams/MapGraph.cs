using GrpoVerified.Arithmetic;
using GrpoVerified.Reports.Drawing;
using GrpoVerified.Theory;
using GrpoVerified.Theory.Dynamics;

namespace GrpoVerified.Reports.Diagrams;

/// <summary>The graph of an update map over p in [0, 1]: a curve through enclosed values, and columns that contain the graph.</summary>
internal static class MapGraph
{
    private const int Columns = 400;

    private static readonly IReadOnlyList<Rational> Places = [.. NearEnds().Concat(Enumerable.Range(1, Columns - 1).Select(i => new Rational(i, Columns))).Order()];

    /// <summary>Points of the graph: midpoints of enclosures narrower than what an eye can see.</summary>
    public static IReadOnlyList<(double X, double Y)> Curve(GrpoParameters parameters)
    {
        var bound = BoundParameters<Interval>.Bind(parameters, IntervalContext.Instance);
        return
        [
            .. Places.Select(p => (X: p.ToDouble(), Y: bound.Next(Probability<Interval>.FromRational(p, IntervalContext.Instance)).Success))
                .Where(v => Interval.IsFinite(v.Y) && v.Y.Width < 1e-3)
                .Select(v => (v.X, v.Y.Midpoint)),
        ];
    }

    /// <summary>Columns that contain every point of the graph between the first and the last place.</summary>
    public static IReadOnlyList<BandColumn> Band(GrpoParameters parameters)
    {
        var bound = BoundParameters<Interval>.Bind(parameters, IntervalContext.Instance);
        return [.. Places.Zip(Places.Skip(1), (a, b) => Column(bound, a, b))];
    }

    private static BandColumn Column(BoundParameters<Interval> bound, Rational a, Rational b)
    {
        var p = new Probability<Interval>(
            Interval.Hull(Interval.FromRational(a), Interval.FromRational(b)),
            Interval.Hull(Interval.FromRational(Rational.One - a), Interval.FromRational(Rational.One - b)));
        var next = bound.Next(p).Success;
        return new(a.ToDouble(), b.ToDouble(), Math.Max(0, next.Lower), Math.Min(1, next.Upper));
    }

    // 1/800, 1/1600, … and their reflections: at small ε the graph is steepest there.
    private static IEnumerable<Rational> NearEnds()
        => Enumerable.Range(1, 14).Select(k => new Rational(1, Columns << k)).SelectMany(e => new[] { e, Rational.One - e });
}
