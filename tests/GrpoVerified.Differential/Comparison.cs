using System.Globalization;
using GrpoVerified.Arithmetic;
using GrpoVerified.Theory.Refinements;
using Lanes = GrpoVerified.Arithmetic.Vectors.IntervalLanes<GrpoVerified.Arithmetic.Vectors.DoubleLanes4>;

namespace GrpoVerified.Differential;

/// <summary>Evaluates random questions in Ball and Interval and checks that a reference program's value lies inside.</summary>
internal sealed class Comparison(IReadOnlyList<Reference> references, int seed)
{
    private const int Batch = 5000;
    private const int Refinements = 2;
    private const int FailuresShown = 20;
    private readonly Sampler _sampler = new(seed);
    private readonly SortedDictionary<string, Tally> _tallies = new(StringComparer.Ordinal);
    private long _evaluations;
    private long _failures;
    private long _undecided;
    private long _withoutReference;

    /// <summary>Runs at least so many evaluations; 0 if every enclosure contains its reference value, else 1.</summary>
    public async Task<int> Run(long count)
    {
        for (var batch = 0; _evaluations < count && _failures < FailuresShown; batch++)
        {
            // One batch in four goes to the last reference, the others to the first.
            var reference = batch % 4 == 3 ? references[^1] : references[0];
            await Judge(reference, [.. Enumerable.Range(0, Batch).Select(_ => Draw())], guard: 64, round: 0);
        }

        foreach (var (name, tally) in _tallies)
        {
            Console.WriteLine(tally.Line(name));
        }

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  not counted: {_undecided} touching an end of the enclosure at every precision tried, {_withoutReference} without a finite reference value"));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{_evaluations} evaluations, {_failures} containment failures"));
        return _failures == 0 ? 0 : 1;
    }

    private Case Draw()
    {
        // One case in twelve goes to the fixed-width kernels of h.
        if (_sampler.Next(12) == 0 && InFixedWidth() is { } kernel)
        {
            return kernel;
        }

        var operation = Operations.All[_sampler.Next(Operations.All.Length)];
        if (operation.InIntervals is not null && _sampler.Next(4) == 0)
        {
            var doubles = operation.Arguments.Select(_sampler.DoublePoint).ToArray();
            var intervals = doubles.Select(_sampler.IntervalAround).ToArray();
            return operation.InLanes is { } lanes && _sampler.Next(2) == 0
                ? InLanes(operation, lanes, doubles, intervals)
                : new IntervalCase("Interval", operation, doubles, intervals, operation.InIntervals(intervals));
        }

        var precision = _sampler.Precision();
        var points = operation.Arguments.Select(d => _sampler.Point(d, precision)).ToArray();
        var balls = points.Select(p => _sampler.Around(p, precision)).ToArray();
        return new BallCase("Ball", operation, precision, points, balls, operation.InBalls(balls));
    }

    // h by the kernel of three, four or six limbs, of any number, or in lanes; null where the arguments are outside its range.
    private BallCase? InFixedWidth()
    {
        var operation = Array.Find(Operations.All, static o => string.Equals(o.Name, "h", StringComparison.Ordinal))!;
        var bits = _sampler.Next(_sampler.Next(3) == 0 ? 2600 : 353 - 16) + 16;
        var points = operation.Arguments.Select((d, i) => _sampler.Point(d, i == 0 ? bits : 24)).ToArray();
        var p = _sampler.Around(points[0], bits);
        var map = new FixedWidthSuccessMap(points[1].ToRational(), points[2].ToRational(), points[3].ToRational(), bits);
        if (map.InLanes is { } lanes && _sampler.Next(2) == 0)
        {
            // The case stands in one lane, other arguments in the others.
            var lane = _sampler.Next(FixedWidthSuccessMap.Lanes);
            Ball[] four = [.. Enumerable.Range(0, FixedWidthSuccessMap.Lanes).Select(k => k == lane ? p : _sampler.Around(_sampler.Point(operation.Arguments[0], bits), bits))];
            var refused = lanes.Next(four, four, bits) >> lane & 1;
            return refused == 0 ? new BallCase("four side by side", operation, bits, points, [p], four[lane]) : null;
        }

        return map.TryKernel(p, out var h) ? new BallCase(bits > 352 ? "any limbs" : $"{map.Limbs} limbs", operation, bits, points, [p], h) : null;
    }

    // The case stands in one lane, other cases of the same operation in the others.
    private IntervalCase InLanes(Operation operation, Func<Lanes[], Lanes> evaluate, BigFloat[] points, Interval[] intervals)
    {
        var lane = _sampler.Next(Lanes.Count);
        var arguments = intervals.Select((x, i) => Lanes.FromIntervals(
            [.. Enumerable.Range(0, Lanes.Count).Select(k => k == lane ? x : _sampler.IntervalAround(_sampler.DoublePoint(operation.Arguments[i])))])).ToArray();
        return new("IntervalLanes", operation, points, intervals, evaluate(arguments)[lane]);
    }

    private async Task Judge(Reference reference, List<Case> cases, int guard, int round)
    {
        var answers = await reference.Ask([.. cases.Select(c => c.Question(guard))]);
        var again = new List<Case>();
        for (var i = 0; i < cases.Count; i++)
        {
            var c = cases[i];
            if (answers[i] is not var (lower, upper))
            {
                _withoutReference++;
            }
            else if (c.Contains(lower, upper))
            {
                Count(reference, c);
            }
            else if (c.IsDisjoint(lower, upper))
            {
                _evaluations++;
                if (++_failures <= FailuresShown)
                {
                    Console.WriteLine($"FAILURE: {c}; at {string.Join(", ", c.Points)} {reference.Name} has [{lower}, {upper}]");
                }
            }
            else if (round < Refinements)
            {
                again.Add(c);
            }
            else
            {
                _undecided++;
            }
        }

        if (again.Count > 0)
        {
            await Judge(reference, again, guard * 16, round + 1);
        }
    }

    private void Count(Reference reference, Case c)
    {
        _evaluations++;
        var key = $"{c.Operation.Name} in {c.Arithmetic} by {reference.Name}";
        if (!_tallies.TryGetValue(key, out var tally))
        {
            _tallies[key] = tally = new Tally();
        }

        tally.Add(c);
    }
}
