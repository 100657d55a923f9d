namespace GrpoVerified.Claims;

/// <summary>Evaluates claims on a parameter grid. A grid is not a proof.</summary>
public static class LedgerRun
{
    /// <summary>Checks every claim at every point, in parallel; the result does not depend on the number of threads.</summary>
    /// <param name="claims">The claims.</param>
    /// <param name="grid">Exact, valid parameters.</param>
    /// <param name="progress">Receives the number of finished units (points and counterexamples), or null.</param>
    /// <param name="cancellation">Stops the run.</param>
    /// <exception cref="OperationCanceledException">The run was cancelled.</exception>
    public static IReadOnlyList<LedgerRow> Evaluate(
        IReadOnlyList<Claim> claims, IReadOnlyList<GrpoParameters> grid, IProgress<int>? progress = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(claims);
        ArgumentNullException.ThrowIfNull(grid);
        var checks = claims.SelectMany(static c => c.Checks).ToArray();
        var results = new CheckResult[grid.Count][];
        var counterexamples = claims.SelectMany(static c => c.Counterexamples).ToArray();
        var certified = new Truth[counterexamples.Length];
        var finished = 0;
        var options = new ParallelOptions { CancellationToken = cancellation };
        Parallel.For(0, grid.Count + counterexamples.Length, options, unit =>
        {
            if (unit < counterexamples.Length)
            {
                certified[unit] = counterexamples[unit].Certify();
            }
            else
            {
                var point = new GridPoint(grid[unit - counterexamples.Length]);
                results[unit - counterexamples.Length] = Array.ConvertAll(checks, check => check.Evaluate(point));
            }

            progress?.Report(Interlocked.Increment(ref finished));
        });

        var tallies = checks.Select((check, i) => Tally(check, grid, results, i)).ToArray();
        var rows = new List<LedgerRow>();
        var nextCheck = 0;
        var nextCounterexample = 0;
        foreach (var claim in claims)
        {
            rows.Add(new(
                claim,
                tallies[nextCheck..(nextCheck + claim.Checks.Count)],
                [.. claim.Counterexamples.Select((c, i) => new CounterexampleResult(c, certified[nextCounterexample + i]))],
                CoqMap.Of(claim.Id)));
            nextCheck += claim.Checks.Count;
            nextCounterexample += claim.Counterexamples.Count;
        }

        return rows;
    }

    /// <summary>Units of work of a run, for progress.</summary>
    public static int Units(IReadOnlyList<Claim> claims, IReadOnlyList<GrpoParameters> grid)
    {
        ArgumentNullException.ThrowIfNull(claims);
        ArgumentNullException.ThrowIfNull(grid);
        return grid.Count + claims.Sum(static c => c.Counterexamples.Count);
    }

    private static CheckTally Tally(Check check, IReadOnlyList<GrpoParameters> grid, CheckResult[][] results, int index)
    {
        var column = results.Select(r => r[index]).ToArray();
        return new(
            check,
            Count(CheckOutcome.Certified),
            Count(CheckOutcome.Agrees),
            column.Where(r => r.Outcome == CheckOutcome.Agrees).Select(r => (int?)r.Places).Min(),
            Count(CheckOutcome.Refuted),
            Count(CheckOutcome.Undecided),
            Count(CheckOutcome.Inapplicable),
            First(CheckOutcome.Refuted),
            First(CheckOutcome.Undecided));

        int Count(CheckOutcome outcome) => column.Count(r => r.Outcome == outcome);

        string? First(CheckOutcome outcome)
        {
            var i = Array.FindIndex(column, r => r.Outcome == outcome);
            return i < 0 ? null : GridText.Describe(grid[i]);
        }
    }
}
