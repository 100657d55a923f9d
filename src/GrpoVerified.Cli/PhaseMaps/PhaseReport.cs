using GrpoVerified.Cli.Parameters;
using GrpoVerified.Cli.Reporting;
using GrpoVerified.Reports;
using GrpoVerified.Reports.PhaseMaps;
using GrpoVerified.Theory.Dynamics;

namespace GrpoVerified.Cli.PhaseMaps;

/// <summary>A sweep as a report.</summary>
internal static class PhaseReport
{
    private static readonly string[] Columns = ["epsilon", "beta", "p_ref", "regime", "period", "limit", "limitFailure", "cycle", "reason"];

    /// <summary>The report; cells are written as they come.</summary>
    public static Report Of(PhaseGrid grid, IEnumerable<PhaseCell> cells, PhaseSummary summary)
        => new("phase-map", Parameters(grid), Sections(cells, summary));

    /// <summary>The parameters as understood.</summary>
    public static IReadOnlyList<(string Name, Value Value)> Parameters(PhaseGrid grid)
    {
        Value Exact(IReadOnlyList<Arithmetic.Rational> values) => Value.Brief(Value.List(values.Select(v => Value.Text(v.ToString()))), values.Count == 1 ? values[0].ToString() : $"{values.Count} values from {values[0]} to {values[^1]}");
        return
        [
            ("p_ref", Exact(grid.References)), ("beta", Exact(grid.Betas)), ("epsilon", Exact(grid.Epsilons)),
            .. GrpoOptions.Describe(grid.Convention).Skip(3), ("digits", Value.Integer(grid.Digits)),
        ];
    }

    // The summary is read after the last cell.
    private static IEnumerable<Section> Sections(IEnumerable<PhaseCell> cells, PhaseSummary summary)
    {
        yield return new Rows("cells", "cells", Columns, cells.Select(Row));
        yield return summary.Section();
        yield return new Notes(["a cell is certified at its own parameters; it says nothing about the points between"]);
    }

    private static IReadOnlyList<Value> Row(PhaseCell cell)
        =>
        [
            Value.Text(cell.Epsilon.ToString()),
            Value.Text(cell.Beta.ToString()),
            Value.Text(cell.Reference.ToString()),
            Value.Text(ContractWords.Of(cell.Regime)),
            cell.Period is { } period ? Value.Integer(period) : Value.None,
            Value.Text(cell.Limit),
            Value.Text(cell.LimitFailure),
            Value.List(cell.Cycle.Select(Value.Text)),
            Value.Brief(Value.Text(cell.Reason), cell.Reason.Split(':')[0]),
        ];
}

/// <summary>How many cells have each regime.</summary>
internal sealed class PhaseSummary
{
    private readonly int[] _counts = new int[Enum.GetValues<RegimeKind>().Length];

    /// <summary>Cells that are undecided.</summary>
    public int Undecided => _counts[(int)RegimeKind.Undecided];

    /// <summary>Counts a cell.</summary>
    public void Add(PhaseCell cell) => _counts[(int)cell.Regime]++;

    /// <summary>The counts.</summary>
    public Section Section()
        => new Field("summary", "summary", Value.Record([("cells", Value.Integer(_counts.Sum())), .. Enum.GetValues<RegimeKind>().Select(k => (ContractWords.Of(k), Value.Integer(_counts[(int)k])))]));
}
