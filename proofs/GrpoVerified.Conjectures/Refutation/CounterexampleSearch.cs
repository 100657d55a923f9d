using GrpoVerified.Proving.Statements;
using GrpoVerified.Theory.Dynamics;

namespace GrpoVerified.Conjectures.Refutation;

/// <summary>Looks for a point that refutes a claim "for all"; what it finds is certified, what it does not find says nothing.</summary>
public sealed class CounterexampleSearch
{
    private static readonly int[] Precisions = [64, 256, 1024, 4096];

    private readonly Conjecture _conjecture;
    private readonly Comparison _conclusion;
    private readonly IReadOnlyList<VariableRange> _box;
    private readonly SharedProgram _program;
    private readonly IReadOnlyList<Comparison> _hypotheses;

    private CounterexampleSearch(Conjecture conjecture, Comparison conclusion)
    {
        _conjecture = conjecture;
        _conclusion = conclusion;
        var points = conjecture.FixedPoints.Select(f => f.Name).ToHashSet(StringComparer.Ordinal);
        _box = [.. conjecture.Universal.Where(r => !points.Contains(r.Name))];

        // That fixed points are fixed, and their order, holds by the proof of their existence and needs no test here.
        _hypotheses = conjecture.Hypotheses;
        _program = new SharedProgram(
        [
            .. _hypotheses.Select(h => Lowering.Lower(h.Difference)),
            Lowering.Lower(conclusion.Difference), Lowering.Lower(conclusion.Left), Lowering.Lower(conclusion.Right),
        ]);
    }

    /// <summary>A certified counterexample to one conclusion of a claim without "there is", or null.</summary>
    /// <param name="conjecture">The claim.</param>
    /// <param name="conclusion">One of its conclusions.</param>
    /// <param name="points">Most points tried.</param>
    /// <param name="suspects">Points to try first, in the order of the variables that stand for no fixed point.</param>
    /// <param name="cancellation">Ends the search.</param>
    public static Counterexample? Find(
        Conjecture conjecture, Comparison conclusion, int points = 4000, IEnumerable<Rational[]>? suspects = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(conjecture);
        ArgumentNullException.ThrowIfNull(conclusion);
        if (conjecture.Existential.Count > 0)
        {
            throw new ArgumentException("a point does not refute a claim with 'there is'", nameof(conjecture));
        }

        return new CounterexampleSearch(conjecture, conclusion).Find(points, suspects ?? [], cancellation);
    }

    private Counterexample? Find(int most, IEnumerable<Rational[]> suspects, CancellationToken cancellation)
    {
        // Fixed points cost a search each; a hundredth of the points is enough patience.
        var count = _conjecture.FixedPoints.Count > 0 ? Math.Min(most, 60) : most;
        var undecided = new List<Rational[]>();
        Rational[]? simplest = null;
        foreach (var point in suspects.Concat(SamplePoints.In(_box, count)))
        {
            cancellation.ThrowIfCancellationRequested();
            var outcome = Refutes(point, Precisions[0]);
            if (outcome.IsCertain && (simplest is null || Size(point) < Size(simplest)))
            {
                simplest = point;
            }
            else if (outcome.IsUndecided && undecided.Count < 64)
            {
                undecided.Add(point);
            }
        }

        simplest ??= undecided.Find(p => Precisions.Skip(1).Any(bits => Refutes(p, bits).IsCertain));
        simplest ??= _conclusion.Sign == ClaimedSign.Zero ? null : new Descent(this, _box, cancellation).Run(SamplePoints.In(_box, Math.Min(count, 200)));
        return simplest is null ? null : Describe(simplest);
    }

    /// <summary>Whether the point is certainly a counterexample, certainly none, or neither.</summary>
    internal Truth Refutes(Rational[] point, int precision)
        => Evaluate(point, precision) is { } values ? Holds(values) & !Conclusion(values).Has(_conclusion.Sign) : Truth.False;

    /// <summary>What the conclusion lacks to fail at the point, roughly: smaller is nearer to a counterexample; null where nothing is known.</summary>
    internal double? Margin(Rational[] point)
        => Evaluate(point, Precisions[0]) is { } values && !Holds(values).IsRefuted && Conclusion(values) is { IsDefined: true } value
            ? value.At(Precisions[0]).Midpoint.ToDouble()
            : null;

    private Truth Holds(PointValue[] values)
        => _hypotheses.Select((h, i) => values[_program.Roots[i]].Has(h.Sign)).Aggregate(Truth.True, (a, b) => a & b);

    private PointValue Conclusion(PointValue[] values) => values[_program.Roots[_hypotheses.Count]];

    private PointValue[]? Evaluate(Rational[] point, int precision)
        => Variables(point, precision) is { } variables ? PointProgram.Evaluate(_program.Steps, variables, precision) : null;

    // The point with the fixed points that belong to it; null where there is none of the kind asked for.
    private Dictionary<string, PointValue>? Variables(Rational[] point, int precision)
    {
        var variables = new Dictionary<string, PointValue>(StringComparer.Ordinal);
        for (var i = 0; i < _box.Count; i++)
        {
            variables[_box[i].Name] = PointValue.Of(point[i]);
        }

        foreach (var (name, place) in _conjecture.FixedPoints)
        {
            if (FixedPointOf(point, place) is not { } found)
            {
                return null;
            }

            variables[name] = PointValue.Of(found.Probability(precision).Success);
        }

        return variables;
    }

    private FixedPoint? FixedPointOf(Rational[] point, FixedPointPlace place)
    {
        Rational Value(string name) => point[_box.ToList().FindIndex(r => string.Equals(r.Name, name, StringComparison.Ordinal))];
        try
        {
            var all = FixedPointSet.Find(GrpoParameters.Of(Value("p_ref"), Value("beta"), Value("eps")));
            return !all.IsComplete || all.Points.Count == 0 ? null
                : place == FixedPointPlace.Low ? all.Points[0]
                : place == FixedPointPlace.High ? all.Points[^1]
                : all.Points.Count == 3 ? all.Points[1] : null;
        }
        catch (ParameterException)
        {
            return null;
        }
    }

    private Counterexample Describe(Rational[] point)
    {
        var precision = Precisions.First(bits => Refutes(point, bits).IsCertain);
        var fault = Conclusion(Evaluate(point, precision)!).Fault;
        Func<int, Ball> At(int root) => bits => Evaluate(point, bits)![_program.Roots[_hypotheses.Count + root]] is { IsDefined: true } value ? value.At(bits) : Ball.WholeLine;
        Func<int, Ball>? left = fault is null ? At(1) : null;
        Func<int, Ball>? right = fault is null ? At(2) : null;
        return new Counterexample(
            _conclusion,
            [.. _box.Select((r, i) => (r.Name, point[i]))],
            [.. _conjecture.FixedPoints.Select(f => (f.Name, (Func<int, Ball>)(bits => FixedPointOf(point, f.Place)!.Probability(bits).Success)))],
            fault,
            left,
            right,
            fault is null ? bits => Difference(point, bits) : null);
    }

    // Left − right exactly where both are exact: 0 has no certified digits otherwise.
    private Ball Difference(Rational[] point, int precision)
    {
        var values = Evaluate(point, precision)!;
        var (left, right) = (values[_program.Roots[_hypotheses.Count + 1]], values[_program.Roots[_hypotheses.Count + 2]]);
        return left.Exact is { } a && right.Exact is { } b ? Ball.FromRational(a - b, precision)
            : left.IsDefined && right.IsDefined ? left.At(precision) - right.At(precision)
            : Ball.WholeLine;
    }

    private static long Size(Rational[] point) => point.Sum(x => x.Numerator.GetBitLength() + x.Denominator.GetBitLength());
}
