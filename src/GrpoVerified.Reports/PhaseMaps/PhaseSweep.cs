namespace GrpoVerified.Reports.PhaseMaps;

/// <summary>Computes cells in parallel and hands them out in order.</summary>
internal static class PhaseSweep
{
    private static readonly int Window = 8 * Environment.ProcessorCount;

    /// <summary>The cells of the given indices, in that order; what does not depend on the number of processors.</summary>
    /// <exception cref="OperationCanceledException">Cancelled, after every finished cell without a gap before it was handed out.</exception>
    public static IEnumerable<PhaseCell> Run(PhaseGrid grid, IEnumerable<int> indices, CancellationToken cancellation = default)
    {
        foreach (var window in indices.Chunk(Window))
        {
            var cells = new PhaseCell?[window.Length];
            try
            {
                Parallel.For(0, window.Length, new ParallelOptions { CancellationToken = cancellation }, i => cells[i] = PhaseCell.Of(grid, window[i]));
            }
            catch (OperationCanceledException)
            {
                // What is finished is handed out below.
            }

            foreach (var cell in cells.TakeWhile(c => c is not null))
            {
                yield return cell!;
            }

            cancellation.ThrowIfCancellationRequested();
        }
    }
}
