namespace GrpoVerified.Conjectures.Refutation;

/// <summary>Pattern search from the most promising points towards a counterexample: steps along one variable at a time, ever smaller.</summary>
internal sealed class Descent(CounterexampleSearch search, IReadOnlyList<VariableRange> box, CancellationToken cancellation)
{
    private const int Starts = 4;
    private const int Rounds = 40;
    private static readonly Rational[] Steps = [new(1, 2), new(1, 4), new(1, 16), new(1, 64), new(1, 256)];

    /// <summary>A certified counterexample, or null.</summary>
    public Rational[]? Run(IEnumerable<Rational[]> starts)
    {
        var best = starts
            .Select(p => (Point: p, Margin: search.Margin(p)))
            .Where(s => s.Margin is not null)
            .OrderBy(s => s.Margin)
            .Take(Starts)
            .ToList();
        return best.Select(s => From(s.Point, s.Margin!.Value)).FirstOrDefault(p => p is not null);
    }

    private Rational[]? From(Rational[] point, double margin)
    {
        for (var round = 0; round < Rounds; round++)
        {
            if (search.Refutes(point, 256).IsCertain)
            {
                return point;
            }

            var better = Neighbours(point).Select(p => (Point: p, Margin: search.Margin(p))).Where(s => s.Margin < margin).OrderBy(s => s.Margin).FirstOrDefault();
            if (better.Point is null)
            {
                return null;
            }

            (point, margin) = (better.Point, better.Margin!.Value);
        }

        return null;
    }

    private IEnumerable<Rational[]> Neighbours(Rational[] point)
    {
        for (var axis = 0; axis < box.Count; axis++)
        {
            foreach (var step in Steps)
            {
                foreach (var x in Moves(box[axis], point[axis], step).Where(box[axis].Contains))
                {
                    cancellation.ThrowIfCancellationRequested();
                    var next = (Rational[])point.Clone();
                    next[axis] = x;
                    yield return next;
                }
            }
        }
    }

    // Towards either end by a share of the way; outwards by a share of the size where there is no end. Rounded to simple numbers.
    private static IEnumerable<Rational> Moves(VariableRange range, Rational x, Rational step)
    {
        var size = Rational.Max(x.Abs(), Rational.One) * step;
        var up = range.Upper is { } b ? (b - x) * step : size;
        var down = range.Lower is { } a ? (x - a) * step : size;
        yield return Simple(x + up, up);
        yield return Simple(x - down, down);
        if (range.Lower is { Sign: >= 0 })
        {
            yield return Simple(x * (1 + step), x * step);
        }
    }

    private static Rational Simple(Rational x, Rational step) => SimplestRational.Between(x - (step.Abs() / 8), x + (step.Abs() / 8));
}
