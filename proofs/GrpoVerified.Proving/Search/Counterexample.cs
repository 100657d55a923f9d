using GrpoVerified.Proving.Goals;
using GrpoVerified.Proving.Statements;

namespace GrpoVerified.Proving.Search;

/// <summary>An exact point of a goal's domain where the facts hold and the expression certainly has not the sign.</summary>
/// <param name="Point">The point.</param>
/// <param name="Value">Encloses the expression.</param>
internal sealed record Counterexample(IReadOnlyList<Rational> Point, Ball Value)
{
    private const int SampleCount = 2000;
    private const int Rounds = 60;
    private static readonly int[] Bits = [1, 2, 3, 5, 8, 12];
    private static readonly Rational[] Plain = [1, new(1, 2), 0, 2, new(1, 10), 10, new(1, 4), new(3, 4), new(1, 100), 100, new(1, 1000), 1000];

    /// <summary>Looks for a counterexample among samples, then goes downhill from the lowest ones.</summary>
    public static Counterexample? Find(Goal goal)
    {
        var search = new Descent(goal);
        foreach (var point in Samples.Of(goal.Domain, SampleCount))
        {
            if (search.Consider(point) && Certify(goal, point) is { } found)
            {
                return Simplified(goal, found);
            }
        }

        for (var round = 0; goal.Relation != Relation.Zero && round < Rounds; round++)
        {
            foreach (var point in search.Neighbours(round))
            {
                if (search.Consider(point) && Certify(goal, point) is { } found)
                {
                    return Simplified(goal, found);
                }
            }
        }

        return null;
    }

    /// <summary>The counterexample at a point, in balls; null where there is none.</summary>
    public static Counterexample? Certify(Goal goal, Rational[] point)
    {
        var at = goal.Domain.Select((a, i) => (a.Name, Value: point[i])).ToDictionary(p => p.Name, p => p.Value, StringComparer.Ordinal);
        if (!goal.Domain.Select((a, i) => a.Extent.Contains(point[i])).All(inside => inside)
            || goal.Facts.Any(f => PointValue.Decide(f.Expression, f.Relation, at).Holds is not true))
        {
            return null;
        }

        var (holds, value, _) = PointValue.Decide(goal.Expression, goal.Relation, at);
        return holds is false ? new(point, value) : null;
    }

    // The same point with coordinates of smaller denominators, as long as it stays a counterexample.
    private static Counterexample Simplified(Goal goal, Counterexample found)
    {
        var best = found;
        for (var i = 0; i < found.Point.Count; i++)
        {
            var x = found.Point[i];
            var near = Bits.Select(bits => Rational.Max(x.Abs(), new(1, 1 << 20)) / (1 << bits))
                .Select(tolerance => Fractions.SimplestBetween(x - tolerance, x + tolerance));
            foreach (var simple in Plain.Concat(near))
            {
                var point = best.Point.ToArray();
                point[i] = simple;
                if (Certify(goal, point) is { } simpler)
                {
                    best = simpler;
                    break;
                }
            }
        }

        return best;
    }

    // Keeps the points of lowest value and proposes points around them.
    private sealed class Descent
    {
        private readonly Goal _goal;
        private readonly BoxProgram _program;
        private readonly Interval[] _values;
        private readonly List<(double Value, Rational[] Point)> _lowest = [];

        public Descent(Goal goal)
        {
            _goal = goal;
            _program = new([.. goal.Domain.Select(a => a.Name)], [goal.Expression, .. goal.Facts.Select(f => f.Expression)]);
            _values = _program.NewValues();
        }

        // Whether doubles allow the point to be a counterexample.
        public bool Consider(Rational[] point)
        {
            for (var i = 0; i < point.Length; i++)
            {
                if (!_goal.Domain[i].Extent.Contains(point[i]))
                {
                    return false;
                }
            }

            var box = point.Select(Interval.FromRational).ToArray();
            for (var f = 0; f < _goal.Facts.Count; f++)
            {
                var step = _program.Root(f + 1);
                if (!_program.Evaluate(box, _values, 0, step) || _values[step].Upper < 0
                    || (_goal.Facts[f].Relation == Relation.Zero && !Interval.ContainsZero(_values[step])))
                {
                    return false;
                }
            }

            if (!_program.Evaluate(box, _values, 0, _program.Root(0)))
            {
                return false;
            }

            var x = _values[_program.Root(0)];
            if (_goal.Relation == Relation.Zero)
            {
                return !Interval.ContainsZero(x);
            }

            _lowest.Add((x.Midpoint, point));
            if (_lowest.Count > 64)
            {
                _lowest.Sort(static (a, b) => a.Value.CompareTo(b.Value));
                _lowest.RemoveRange(8, _lowest.Count - 8);
            }

            return _goal.Relation == Relation.Positive ? x.Lower <= 0 && x.Upper <= 1e-6 : x.Lower < 0 && x.Upper <= 1e-6;
        }

        public IEnumerable<Rational[]> Neighbours(int round)
        {
            var scale = Rational.Pow(2, -1 - (round / 3));
            var near = _lowest.OrderBy(p => p.Value).Take(4).Select(p => p.Point).ToList();
            foreach (var point in near)
            {
                for (var i = 0; i < point.Length; i++)
                {
                    var x = _goal.Domain[i].Extent;
                    var size = x.IsBounded ? x.Upper.Value!.Value - x.Lower.Value!.Value : Rational.Max(point[i].Abs(), new(1, 1024));
                    foreach (var step in new[] { size * scale, -(size * scale), point[i] * scale, -(point[i] * scale / 2) })
                    {
                        var moved = (Rational[])point.Clone();
                        moved[i] = Rational.FromDouble((moved[i] + step).ToDouble());
                        yield return moved;
                    }
                }
            }
        }
    }
}
