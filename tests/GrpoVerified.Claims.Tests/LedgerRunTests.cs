using GrpoVerified.Arithmetic;

namespace GrpoVerified.Claims.Tests;

/// <summary>A run over a small grid: nothing is contradicted, the result is reproducible, and broken claims are caught.</summary>
public sealed class LedgerRunTests
{
    [Fact]
    public void Small_grid_contradicts_no_claim_and_leaves_nothing_undecided()
    {
        var rows = LedgerRun.Evaluate(ClaimCatalogue.All, SmallGrid.Points);
        Assert.Equal(ClaimCatalogue.All.Select(c => c.Id), rows.Select(r => r.Claim.Id));
        foreach (var row in rows)
        {
            var faults = row.Tallies.Where(t => t.Refuted > 0 || t.Undecided > 0).Select(t => $"{t.Check.Text}: {t.FirstRefuted ?? t.FirstUndecided}")
                .Concat(row.Counterexamples.Where(c => !c.Outcome.IsCertain).Select(c => $"{c.Counterexample.Text}: {c.Outcome}"));
            Assert.True(row.Outcome is RowOutcome.Consistent or RowOutcome.NotCheckable, $"{row.Claim.Id} is {row.Outcome}: {string.Join("; ", faults)}");
            Assert.All(row.Tallies, t => Assert.Equal(SmallGrid.Points.Count, t.Applied + t.Inapplicable));
        }
    }

    // Most claims have a point of this grid at which their hypotheses hold: vacuous success would be worthless.
    [Fact]
    public void Most_checks_apply_somewhere()
    {
        var tallies = LedgerRun.Evaluate(ClaimCatalogue.All, SmallGrid.Points).SelectMany(r => r.Tallies).ToList();
        var idle = tallies.Where(t => t.Applied == 0).Select(t => t.Check.Text).ToList();
        Assert.True(idle.Count <= tallies.Count / 10, string.Join("; ", idle));
    }

    [Fact]
    public void Result_does_not_depend_on_the_number_of_threads()
    {
        Claim[] claims = [.. ClaimCatalogue.All.Where(c => c.Group is 'A' or 'C' or 'D' or 'G')];
        var several = Summary(LedgerRun.Evaluate(claims, SmallGrid.Points));
        string[] one = [];
        var alone = new Thread(() => one = Summary(InOneThread(claims)));
        alone.Start();
        alone.Join();
        Assert.Equal(one, several);
        Assert.Equal(several, Summary(LedgerRun.Evaluate(claims, SmallGrid.Points)));
    }

    [Fact]
    public void Progress_reports_every_unit_once()
    {
        var seen = new Seen();
        Claim[] claims = [ClaimCatalogue.Find("D2")!];
        LedgerRun.Evaluate(claims, SmallGrid.Points, seen);
        Assert.Equal(Enumerable.Range(1, LedgerRun.Units(claims, SmallGrid.Points)), seen.Values.Order());
    }

    [Fact]
    public void Cancelled_run_throws()
        => Assert.Throws<OperationCanceledException>(() => LedgerRun.Evaluate(ClaimCatalogue.All, SmallGrid.Points, cancellation: new CancellationToken(canceled: true)));

    // A mutant of C5: the lower envelope with the upper one's factor.
    [Fact]
    public void Wrong_inequality_is_refuted_and_contradicts_its_row()
    {
        var row = Run(Mutant(Check.Holds("x_1 is at least the upper envelope", g => Ball.Less(g.X0 + (Ball.FromInteger(1000) / g.Beta), g.Iterate(1).LogOdds), g => g.IsReferenceMap)));
        Assert.Equal(RowOutcome.Contradicted, row.Outcome);
        Assert.Equal(Verdict.Refuted, row.Verdict);
        Assert.Equal(0, row.Tallies[0].Certified);
        Assert.Equal(6, row.Tallies[0].Refuted);
        Assert.Equal("p_ref=1/10 beta=1 epsilon=1/1000", row.Tallies[0].FirstRefuted);
    }

    // A mutant of A2: one part in 10^15 off.
    [Fact]
    public void Equation_that_is_off_by_a_little_is_refuted()
    {
        var row = Run(Mutant(Check.Agree("p + q = 1 + 10^-15", g => [(g.Reference.Success + g.Reference.Failure, g.Enclose(Rational.One + Rational.Pow(10, -15)))])));
        Assert.Equal(RowOutcome.Contradicted, row.Outcome);
        Assert.Equal(SmallGrid.Points.Count, row.Tallies[0].Refuted);
    }

    [Fact]
    public void Wrong_exact_computation_is_refuted()
        => Assert.Equal(RowOutcome.Contradicted, Run(Mutant(Check.Exactly("p_ref > 1/2", g => g.Parameters.Reference > new Rational(1, 2)))).Outcome);

    [Fact]
    public void False_counterexample_contradicts_its_row()
    {
        var claim = Mutant(Check.Exactly("1 = 1", _ => true)) with
        {
            Expected = CatalogueStatus.FalseAsStated,
            Corrected = "-",
            Counterexamples = [new("2 < 1", () => Ball.Less(Ball.FromInteger(2), Ball.One))],
        };
        var row = Run(claim);
        Assert.Equal(RowOutcome.Contradicted, row.Outcome);
        Assert.Equal(Verdict.Inconclusive, row.Verdict);
        Assert.DoesNotContain(row.Evidence, e => e.Kind == EvidenceKind.Counterexample);
    }

    [Fact]
    public void Undecided_check_is_reported_as_such()
    {
        var row = Run(Mutant(Check.Holds("p < p", g => Ball.Less(g.Reference.Success * g.Enclose(new(1, 3)), g.Reference.Success * g.Enclose(new(1, 3))))));
        Assert.Equal(RowOutcome.Undecided, row.Outcome);
        Assert.Equal(Verdict.Inconclusive, row.Verdict);
    }

    private static LedgerRow Run(Claim claim) => Assert.Single(LedgerRun.Evaluate([claim], SmallGrid.Points));

    private static Claim Mutant(Check check)
        => new() { Id = "Z1", Title = "mutant", Statement = "mutant", Source = "test", Proof = "none", Checks = [check] };

    // One point at a time: Parallel.For has nothing to share out beyond the counterexamples, and the counts add up by hand.
    private static List<LedgerRow> InOneThread(Claim[] claims)
    {
        var runs = SmallGrid.Points.Select(p => LedgerRun.Evaluate(claims, [p])).ToList();
        return
        [
            .. claims.Select((claim, i) => runs[0][i] with
            {
                Tallies =
                [
                    .. claim.Checks.Select((check, j) => new CheckTally(
                        check,
                        runs.Sum(r => r[i].Tallies[j].Certified),
                        runs.Sum(r => r[i].Tallies[j].Agreed),
                        runs.Min(r => r[i].Tallies[j].SmallestPlaces),
                        runs.Sum(r => r[i].Tallies[j].Refuted),
                        runs.Sum(r => r[i].Tallies[j].Undecided),
                        runs.Sum(r => r[i].Tallies[j].Inapplicable),
                        runs.Select(r => r[i].Tallies[j].FirstRefuted).FirstOrDefault(t => t is not null),
                        runs.Select(r => r[i].Tallies[j].FirstUndecided).FirstOrDefault(t => t is not null))),
                ],
            }),
        ];
    }

    private static string[] Summary(IEnumerable<LedgerRow> rows)
        => [.. rows.SelectMany(r => r.Tallies.Select(t => $"{r.Claim.Id} {r.Verdict} {r.Outcome} {t.SmallestPlaces} {t.Inapplicable} {LedgerRow.Describe(t)}").Concat(r.Counterexamples.Select(c => $"{c.Counterexample.Text} {c.Outcome}")))];

    private sealed class Seen : IProgress<int>
    {
        public List<int> Values { get; } = [];

        public void Report(int value)
        {
            lock (Values)
            {
                Values.Add(value);
            }
        }
    }
}
