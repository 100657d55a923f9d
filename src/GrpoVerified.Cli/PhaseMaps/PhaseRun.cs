using GrpoVerified.Cli.Reporting;
using GrpoVerified.Reports.PhaseMaps;

namespace GrpoVerified.Cli.PhaseMaps;

/// <summary>Runs a sweep that keeps what it finished.</summary>
internal static class PhaseRun
{
    /// <summary>What the name of the file of finished cells ends in.</summary>
    public const string CellsExtension = ".cells";

    /// <summary>All cells, in order.</summary>
    public static IReadOnlyList<int> All(PhaseGrid grid) => [.. Enumerable.Range(0, (int)grid.Count)];

    /// <summary>The cells, each reported as finished when it is handed out.</summary>
    public static IEnumerable<PhaseCell> Counted(IEnumerable<PhaseCell> cells, IProgress<int>? progress, int finished = 0)
    {
        foreach (var cell in cells)
        {
            progress?.Report(++finished);
            yield return cell;
        }
    }

    /// <summary>Computes what is missing, then hands all cells, read back from the file of finished cells, to the writer of the result.</summary>
    public static void Into(CommandContext context, PhaseGrid grid, string path, bool resume, Action<IEnumerable<PhaseCell>> write)
    {
        var cells = path + CellsExtension;
        Compute(context, grid, cells, All(grid), resume);
        write(CellFile.Read(cells));
        File.Delete(cells);
    }

    /// <summary>Computes the given cells into a file of cells.</summary>
    public static void Compute(CommandContext context, PhaseGrid grid, string path, IReadOnlyList<int> indices, bool resume)
    {
        try
        {
            using var file = CellFile.Open(path, grid, indices, resume, out var finished);
            var done = finished;
            try
            {
                ProgressBar.Run(
                    context, "cells", indices.Count, (progress, cancellation) =>
                    {
                        foreach (var cell in Counted(PhaseSweep.Run(grid, indices.Skip(finished), cancellation), progress, finished))
                        {
                            file.Append(cell);
                            done++;
                        }

                        return done;
                    },
                    keepsWork: true);
            }
            catch (OperationCanceledException)
            {
                throw new InterruptedException($"interrupted; {CellFile.Progress(done, indices.Count)} in {path}; the same command with --resume goes on");
            }
        }
        catch (FormatException e)
        {
            throw new UsageException(e.Message, path, "run the command that made them, or delete the file");
        }
    }
}
