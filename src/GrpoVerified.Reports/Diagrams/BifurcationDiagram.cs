using System.Globalization;
using GrpoVerified.Arithmetic;
using GrpoVerified.Reports.Drawing;
using GrpoVerified.Reports.PhaseMaps;
using GrpoVerified.Theory;
using GrpoVerified.Theory.Dynamics;
using GrpoVerified.Theory.Formulas;

namespace GrpoVerified.Reports.Diagrams;

/// <summary>The attractor of the orbit of p_ref against p_ref: certified limits and cycles, fixed points, windows; where nothing is certified, a simulation that says so.</summary>
internal static class BifurcationDiagram
{
    private const int Transient = 400;
    private const int Kept = 40;

    /// <summary>The diagram for one β and one ε of a sweep.</summary>
    public static Chart Of(PhaseGrid grid, IReadOnlyList<PhaseCell> cells)
    {
        var values = grid.References.Order().Select(r => r.ToDouble()).ToList();
        List<Layer> layers = [];
        if (grid.Convention.IsReferenceMap)
        {
            layers.AddRange(FixedPoints(grid.Betas[0], grid.Epsilons[0]));
        }

        layers.AddRange(
        [
            new MarkLayer("simulated, not certified", "s7", MarkShape.Disc, [.. cells.Where(c => c.Regime == RegimeKind.Undecided).SelectMany(c => Simulated(grid.At(c.Index)))]) { Size = 1 },
            new MarkLayer("certified limit", "s3", MarkShape.Disc, [.. cells.Where(c => c.Limit is not null).Select(c => new Mark(c.Reference.ToDouble(), Double(c.Limit!), $"p_ref = {c.Reference}: {ContractWords.Of(c.Regime)}, limit {c.Limit}"))]) { Size = 2.2 },
            new MarkLayer("certified cycle", "s2", MarkShape.Square, [.. cells.Where(c => c.Regime == RegimeKind.Cycle).SelectMany(Cycle)]) { Size = 2 },
            .. Windows(grid, cells),
        ]);
        return new(
            string.Create(CultureInfo.InvariantCulture, $"Attractor against p_ref, β = {grid.Betas[0]}, ε = {grid.Epsilons[0]}"),
            new("p_ref", Scale.Logarithmic(values[0], values[^1])), new("long-run p", Scale.Linear(-0.09, 1.02)), layers)
        {
            Id = "bifurcation",
            Subtitle = "strip at the bottom: the regime certified at each p_ref; digits: periods of windows",
            Width = 1280,
            Height = 560,
        };
    }

    private static IEnumerable<Mark> Cycle(PhaseCell cell)
        => cell.Cycle.Where(p => p is not null).Select((p, i) => new Mark(cell.Reference.ToDouble(), Double(p!), $"p_ref = {cell.Reference}: point {i + 1} of a certified cycle of period {cell.Period}, {p}"));

    // The fixed point at log-odds x belongs to x0 = psi(x), claim D3; its multiplier decides how the curve is drawn.
    private static IEnumerable<Layer> FixedPoints(Rational beta, Rational epsilon)
    {
        var (b, eps) = (Interval.FromRational(beta), Interval.FromRational(epsilon));
        var pieces = new List<(bool IsAttracting, List<(double, double)> Points)>();
        for (var i = -700; i <= 1800; i++)
        {
            var x = new Interval(i / 50.0);
            var p = Probability<Interval>.FromLogOdds(x);
            var reference = Probability<Interval>.FromLogOdds(SuccessMap.Psi(x, b, eps)).Success;
            var multiplier = Interval.Abs(Stability.Multiplier(p, b, eps));
            var isAttracting = Interval.Less(multiplier, Interval.One).IsCertain;
            var point = (reference.Midpoint, p.Success.Midpoint);
            if (pieces.Count == 0 || pieces[^1].IsAttracting != isAttracting)
            {
                // The pieces touch.
                pieces.Add((isAttracting, pieces.Count == 0 ? [] : [pieces[^1].Points[^1]]));
            }

            pieces[^1].Points.Add(point);
        }

        var named = new HashSet<bool>();
        return [.. pieces.Select(p => new LineLayer(named.Add(p.IsAttracting) ? (p.IsAttracting ? "attracting fixed point" : "repelling fixed point") : null, p.IsAttracting ? "s1 thin" : "s1 thin dash", p.Points))];
    }

    // Interval kernels, midpoints only: the same picture on every machine, and nothing certified.
    private static IEnumerable<Mark> Simulated(GrpoParameters parameters)
    {
        var bound = BoundParameters<Interval>.Bind(parameters, IntervalContext.Instance);
        var x = bound.ReferenceLogOdds.Midpoint;
        for (var n = 0; n < Transient + Kept; n++)
        {
            x = bound.Next(new Interval(x)).Midpoint;
            if (n >= Transient)
            {
                yield return new(parameters.Reference.ToDouble(), Interval.Logistic(new Interval(x)).Midpoint, "simulated in doubles, not certified");
            }
        }
    }

    private static IEnumerable<Layer> Windows(PhaseGrid grid, IReadOnlyList<PhaseCell> cells)
    {
        var row = cells.OrderBy(c => c.Reference).ToList();
        var runs = new List<List<PhaseCell>>();
        foreach (var cell in row)
        {
            if (runs.Count == 0 || (runs[^1][0].Regime, runs[^1][0].Period) != (cell.Regime, cell.Period))
            {
                runs.Add([]);
            }

            runs[^1].Add(cell);
        }

        var places = grid.References.Order().Select(r => r.ToDouble()).ToList();
        double Edge(int i) => i <= 0 ? places[0] : i >= places.Count ? places[^1] : Math.Sqrt(places[i - 1] * places[i]);
        var strip = new List<Cell>();
        var start = 0;
        foreach (var run in runs)
        {
            var first = run[0];
            strip.Add(new(
                Edge(start), Edge(start + run.Count), -0.08, -0.02, ContractWords.Of(first.Regime), PhaseDiagram.Letter(first.Regime, first.Period),
                $"p_ref from {run[0].Reference} to {run[^1].Reference}, {run.Count} values: {ContractWords.Of(first.Regime)}{(first.Regime == RegimeKind.Cycle ? $" of period {first.Period}" : string.Empty)} at each, nothing said between"));
            start += run.Count;
        }

        yield return new CellLayer(strip);
        foreach (var kind in Enum.GetValues<RegimeKind>().Where(k => row.Exists(c => c.Regime == k)))
        {
            yield return new KeyLayer(ContractWords.Of(kind), ContractWords.Of(kind), PhaseDiagram.Letter(kind, null));
        }
    }

    private static double Double(string digits) => double.Parse(digits, CultureInfo.InvariantCulture);
}
