using System.Globalization;
using GrpoVerified.Arithmetic;

namespace GrpoVerified.Differential;

/// <summary>Evaluates random questions in Ball and checks that the reference value lies inside.</summary>
internal sealed class Comparison(Reference reference, int seed)
{
    private const int Batch = 5000;
    private const int Refinements = 4;
    private readonly Sampler _sampler = new(seed);
    private readonly SortedDictionary<string, (long Count, long Whole, double Bits)> _statistics = new(StringComparer.Ordinal);
    private long _evaluations;
    private long _failures;
    private long _undecided;
    private long _withoutReference;

    public async Task<int> Run(long count)
    {
        while (_evaluations + _withoutReference < count)
        {
            var cases = Enumerable.Range(0, Batch).Select(_ => Draw()).ToList();
            await Judge(cases, guard: 64, round: 0);
        }

        foreach (var (name, (n, whole, bits)) in _statistics)
        {
            Console.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {name,-9} {n,9} evaluations, {whole} unbounded, mean bits lost on exact input {bits / n:F2}"));
        }

        if (_undecided + _withoutReference > 0)
        {
            Console.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {_undecided} undecided, {_withoutReference} without a reference value (not counted)"));
        }

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{_evaluations} evaluations, {_failures} containment failures"));
        return _failures == 0 ? 0 : 1;
    }

    private Case Draw()
    {
        var operation = Operations.All[_sampler.Next(Operations.All.Length)];
        var precision = _sampler.Precision();
        var points = operation.Arguments.Select(d => _sampler.Point(d, precision)).ToArray();
        var balls = points.Select(p => _sampler.Around(p, precision)).ToArray();
        return new(operation, precision, points, balls, operation.Ball(balls));
    }

    private async Task Judge(List<Case> cases, int guard, int round)
    {
        var answers = await reference.Ask([.. cases.Select(c => c.Question(guard))]);
        var again = new List<Case>();
        for (var i = 0; i < cases.Count; i++)
        {
            var c = cases[i];
            if (answers[i] is not var (lower, upper))
            {
                _withoutReference++;
                continue;
            }

            var contained = !c.Result.IsFinite || (c.Result.Contains(lower) && c.Result.Contains(upper));
            var touches = c.Result.IsFinite && Overlaps(c.Result, lower, upper);
            if (!contained && touches && round < Refinements)
            {
                again.Add(c);
                continue;
            }

            _evaluations++;
            if (contained)
            {
                Count(c);
            }
            else if (touches)
            {
                _undecided++;
            }
            else if (++_failures <= 20)
            {
                Console.WriteLine($"FAILURE: {c.Operation.Name} at {c.Precision} bits of {string.Join(", ", c.Points)} in {string.Join(", ", c.Balls)} gave {c.Result}; {reference.Name} has [{lower}, {upper}]");
            }
        }

        if (again.Count > 0)
        {
            await Judge(again, guard * 8, round + 1);
        }
    }

    private void Count(Case c)
    {
        var (n, whole, bits) = _statistics.GetValueOrDefault(c.Operation.Name);
        var exact = c.Balls.All(b => b.IsExact);
        var lost = exact ? Math.Clamp(c.Precision - c.Result.RelativeAccuracyBits, 0, 1000) : 0;
        _statistics[c.Operation.Name] = (n + 1, whole + (c.Result.IsFinite ? 0 : 1), bits + lost);
    }

    private static bool Overlaps(Ball ball, BigFloat lower, BigFloat upper)
        => Ball.LessOrEqual(Ball.FromBigFloat(lower), ball) is { IsRefuted: false } && Ball.LessOrEqual(ball, Ball.FromBigFloat(upper)) is { IsRefuted: false };

    private sealed record Case(Operation Operation, int Precision, BigFloat[] Points, Ball[] Balls, Ball Result)
    {
        public string Question(int guard)
            => string.Create(CultureInfo.InvariantCulture, $"{Operation.Name} {Precision + guard} {string.Join(' ', Points.Select(Reference.Format))}");
    }
}
