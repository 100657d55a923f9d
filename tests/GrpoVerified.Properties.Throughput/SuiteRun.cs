using GrpoVerified.Properties.Contract;
using GrpoVerified.Properties.Profiles;
using GrpoVerified.Properties.Reporting;
using GrpoVerified.Properties.Suites;

namespace GrpoVerified.Properties.Throughput;

/// <summary>Every binding rule that an implementation has the functions for, timed together.</summary>
internal static class SuiteRun
{
    public static void Measure(string name, ITrainer trainer, TrainerProfile profile, int cases)
    {
        _ = Run(trainer, profile, 100);
        var before = Clock.Now();
        var (rules, judged) = Run(trainer, profile, cases);
        Report(name, rules, judged, Clock.Now() - before);
    }

    // The processor time of a child is known when it has ended; its start and warming up are taken off by a second child.
    public static void Measure<T>(string name, Func<T> start, TrainerProfile profile, int cases)
        where T : ITrainer, IDisposable
    {
        var begin = Clock.Now();
        using (var warm = start())
        {
            _ = Run(warm, profile, 100);
        }

        var before = Clock.Now();
        int rules, judged;
        using (var trainer = start())
        {
            _ = Run(trainer, profile, 100);
            (rules, judged) = Run(trainer, profile, cases);
        }

        Report(name, rules, judged, Clock.Now() - before - (before - begin));
    }

    // Advice may fail and stop early: the binding rules only.
    private static (int Rules, int Cases) Run(ITrainer trainer, TrainerProfile profile, int cases)
    {
        var results = ConformanceSuite.Rules.Where(r => r.Strength != Strength.Advisory && r.ReasonToSkip(trainer.Description, profile) is null)
            .Select(r => r.Run(trainer, profile, new SuiteSettings { Cases = cases }))
            .ToList();
        return results.Find(r => r.Outcome == RuleOutcome.Failed) is { } failed
            ? throw new InvalidOperationException(CounterexampleText.Write(failed.Counterexample!))
            : (results.Count, results.Sum(r => r.Cases));
    }

    private static void Report(string name, int rules, int cases, double seconds)
        => Console.WriteLine(FormattableString.Invariant($"| {name} | {rules} | {cases} | {cases / seconds:F0} | {1e6 * seconds / cases:F0} |"));
}
