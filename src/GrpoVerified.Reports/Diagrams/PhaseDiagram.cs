using System.Globalization;
using GrpoVerified.Arithmetic;
using GrpoVerified.Reports.Drawing;
using GrpoVerified.Reports.PhaseMaps;
using GrpoVerified.Theory.Dynamics;

namespace GrpoVerified.Reports.Diagrams;

/// <summary>Regimes over the plane (p_ref, β), one chart for each ε.</summary>
internal static class PhaseDiagram
{
    /// <summary>The pictures of a sweep.</summary>
    public static Figure Of(PhaseGrid grid, IEnumerable<PhaseCell> cells)
    {
        var byEpsilon = cells.GroupBy(c => c.Epsilon).ToDictionary(g => g.Key, g => g.ToList());
        return new("Regimes over p_ref and β", [.. grid.Epsilons.Select((e, i) => Chart(grid, e, byEpsilon.GetValueOrDefault(e) ?? [], i))]);
    }

    /// <summary>One chart.</summary>
    public static Chart Chart(PhaseGrid grid, Rational epsilon, IReadOnlyList<PhaseCell> cells, int number)
    {
        var (x, columns) = Axis(grid.References);
        var (y, rows) = Axis(grid.Betas);
        List<Layer> layers =
        [
            new CellLayer([.. cells.Select(c => Cell(c, columns[c.Reference], rows[c.Beta]))]),
            .. Enum.GetValues<RegimeKind>().Where(k => cells.Any(c => c.Regime == k)).Select(k => new KeyLayer(ContractWords.Of(k), ContractWords.Of(k), Letter(k, null))),
        ];
        if (grid.Convention.IsReferenceMap)
        {
            layers.AddRange(Curve("saddle-node", "s0", PhaseCurves.SaddleNode(epsilon)));
            layers.AddRange(Curve("flip", "s0 dash", PhaseCurves.Flip(epsilon)));
        }

        return new(string.Create(CultureInfo.InvariantCulture, $"Regime of the orbit of p_ref, ε = {epsilon}"), new("p_ref", x), new("β", y), layers)
        {
            Id = "phase-" + number.ToString(CultureInfo.InvariantCulture),
            Subtitle = "certified at the middle of each cell, or undecided; nothing is said between",
            Height = 520,
        };
    }

    /// <summary>The letter of a regime; cycles show their period.</summary>
    public static string Letter(RegimeKind kind, int? period) => kind switch
    {
        RegimeKind.Monotone => "M",
        RegimeKind.EventuallyMonotone => "E",
        RegimeKind.Alternating => "A",
        RegimeKind.Jump => "J",
        RegimeKind.Cycle => period?.ToString(CultureInfo.InvariantCulture) ?? "k",
        _ => "?",
    };

    private static IEnumerable<Layer> Curve(string name, string style, IReadOnlyList<(double, double)> points)
        => [new LineLayer(null, "halo", points), new LineLayer(name, style, points) { Title = name + " curve" }];

    private static Cell Cell(PhaseCell cell, (double Low, double High) column, (double Low, double High) row)
    {
        var what = cell.Regime == RegimeKind.Cycle ? $"cycle of period {cell.Period}: {string.Join(", ", cell.Cycle.Take(4).Select(p => p ?? "?"))}{(cell.Cycle.Count > 4 ? ", …" : string.Empty)}"
            : cell.Limit is not null ? $"{ContractWords.Of(cell.Regime)}, limit {cell.Limit}, 1 − limit {cell.LimitFailure}"
            : "undecided";
        return new(column.Low, column.High, row.Low, row.High, ContractWords.Of(cell.Regime), Letter(cell.Regime, cell.Period), $"p_ref = {cell.Reference}, β = {cell.Beta}: {what}. {cell.Reason}");
    }

    // Logarithmic where the values span more than a factor of 20; each value gets the room up to the middle to its neighbours.
    private static (Scale Scale, IReadOnlyDictionary<Rational, (double Low, double High)> Cells) Axis(IReadOnlyList<Rational> exact)
    {
        var sorted = exact.Order().ToList();
        var values = sorted.Select(v => v.ToDouble()).ToList();
        var isLogarithmic = values[0] > 0 && values[^1] / values[0] > 20;
        double Middle(double a, double b) => isLogarithmic ? Math.Sqrt(a * b) : (a + b) / 2;
        double Mirror(double edge, double value) => isLogarithmic ? value * value / edge : (2 * value) - edge;
        var edges = values.Zip(values.Skip(1), Middle).ToList();
        var first = edges.Count == 0 ? values[0] * 0.9 : Mirror(edges[0], values[0]);
        var last = edges.Count == 0 ? (values[0] * 1.1) + 1e-9 : Mirror(edges[^1], values[^1]);
        edges = [first, .. edges, last];
        var cells = sorted.Select((v, i) => (v, (edges[i], edges[i + 1]))).ToDictionary(c => c.v, c => c.Item2);
        return (isLogarithmic ? Scale.Logarithmic(first, last) : Scale.Linear(first, last), cells);
    }
}
