using System.Text;
using GrpoVerified.Arithmetic;
using GrpoVerified.Reports.PhaseMaps;
using GrpoVerified.Theory;
using GrpoVerified.Theory.Dynamics;

namespace GrpoVerified.Reports.Tests.PhaseMaps;

public sealed class PhaseSweepTests
{
    private static readonly PhaseGrid Grid = new(
        GrpoParameters.Of(new(1, 2), 1, 1),
        [new(1, 1000), Rational.Zero],
        [new(1, 2), new(3, 2), 4],
        [new(1, 200), new(1, 10), new(3, 5)],
        12);

    [Fact]
    public void Cells_come_in_order_with_the_reference_running_fastest()
    {
        var cells = PhaseSweep.Run(Grid, Enumerable.Range(0, (int)Grid.Count)).ToList();
        Assert.Equal(Enumerable.Range(0, 18), cells.Select(c => c.Index));
        Assert.Equal(cells.OrderBy(c => c.Epsilon.IsZero).ThenBy(c => c.Beta).ThenBy(c => c.Reference), cells);
    }

    [Fact]
    public void Every_cell_is_the_regime_of_its_parameters()
        => Assert.All(PhaseSweep.Run(Grid, Enumerable.Range(0, (int)Grid.Count)), cell =>
        {
            var regime = Regime.Classify(GrpoParameters.Of(cell.Reference, cell.Beta, cell.Epsilon));
            Assert.Equal((regime.Kind, regime.Period, regime.Reason), (cell.Regime, cell.Period, cell.Reason));
            Assert.Equal(regime.Limit is null, cell.Limit is null);
            Assert.Equal(regime.Kind == RegimeKind.Cycle ? regime.Period : 0, cell.Cycle.Count);
        });

    [Fact]
    public void A_cancelled_sweep_hands_out_a_prefix_and_then_says_so()
    {
        using var stop = new CancellationTokenSource();
        var seen = new List<int>();
        Assert.Throws<OperationCanceledException>(() =>
        {
            foreach (var cell in PhaseSweep.Run(Grid with { References = [.. Enumerable.Range(1, 400).Select(i => new Rational(i, 401))] }, Enumerable.Range(0, 2400), stop.Token))
            {
                seen.Add(cell.Index);
                if (seen.Count == 5)
                {
                    stop.Cancel();
                }
            }
        });
        Assert.InRange(seen.Count, 5, 2399);
        Assert.Equal(Enumerable.Range(0, seen.Count), seen);
    }

    [Fact]
    public void A_cell_survives_its_line()
        => Assert.All(PhaseSweep.Run(Grid, [0, 3, 4, 9]), cell =>
        {
            var back = CellLine.Read(CellLine.Write(cell))!;
            Assert.Equal(cell with { Cycle = [] }, back with { Cycle = [] });
            Assert.Equal(cell.Cycle, back.Cycle);
        });

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("{\"cell\":1,\"epsilon\":\"x\"}")]
    public void What_is_no_line_of_a_cell_is_not_read(string line) => Assert.Null(CellLine.Read(line));

    [Fact]
    public void A_file_of_cells_cut_anywhere_resumes_to_the_same_bytes()
    {
        var path = Path.Combine(Directory.CreateTempSubdirectory("cells").FullName, "map.cells");
        int[] indices = [2, 3, 4, 5];
        Complete(path, indices, resume: false);
        var whole = File.ReadAllBytes(path);
        for (var length = 0; length <= whole.Length; length += 37)
        {
            File.WriteAllBytes(path, whole[..length]);
            Complete(path, indices, resume: true);
            Assert.Equal(Encoding.UTF8.GetString(whole), File.ReadAllText(path));
        }

        Assert.Equal(indices, CellFile.Read(path).Select(c => c.Index));
    }

    [Fact]
    public void Cells_of_another_sweep_are_refused()
    {
        var path = Path.Combine(Directory.CreateTempSubdirectory("cells").FullName, "map.cells");
        Complete(path, [0, 1], resume: false);
        Assert.Throws<FormatException>(() => CellFile.Open(path, Grid with { Digits = 13 }, [0, 1], resume: true, out _).Dispose());
        Assert.Throws<FormatException>(() => CellFile.Open(path, Grid, [0, 1, 2], resume: true, out _).Dispose());
    }

    [Fact]
    public void The_key_changes_with_everything_that_decides_a_cell()
    {
        PhaseGrid[] others =
        [
            Grid, Grid with { Digits = 11 }, Grid with { Betas = [1] }, Grid with { References = [new(1, 3)] }, Grid with { Epsilons = [new(1, 3)] },
            Grid with { Convention = Grid.Convention with { Regulariser = Regulariser.Mirror } },
            Grid with { Convention = Grid.Convention with { GroupSize = 4 } },
            Grid with { Convention = Grid.Convention with { Clip = new(new(1, 5), new(1, 5)) } },
            Grid with { Convention = Grid.Convention with { Placement = EpsilonPlacement.Outside } },
            Grid with { Convention = Grid.Convention with { Normalisation = Normalisation.MeanOnly } },
        ];
        Assert.Equal(others.Length, others.Select(g => g.Key).Distinct(StringComparer.Ordinal).Count());
    }

    private static void Complete(string path, int[] indices, bool resume)
    {
        using var file = CellFile.Open(path, Grid, indices, resume, out var finished);
        foreach (var cell in PhaseSweep.Run(Grid, indices.Skip(finished)))
        {
            file.Append(cell);
        }
    }
}
