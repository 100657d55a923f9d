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

    // The processor time of a child is known when it has ended: what another child uses to start and to warm up is taken off.
    public static void Measure<T>(string name, Func<T> start, TrainerProfile profile, int cases)
        where T : ITrainer, IDisposable
    {
        _ = Timed(() => Child(start, profile, 0));
        var (startTime, _) = Timed(() => Child(start, profile, 0));
        var (time, (rules, judged)) = Timed(() => Child(start, profile, cases));
        Report(name, rules, judged, time - startTime);
    }

    private static (double Seconds, T Result) Timed<T>(Func<T> run)
    {
        var before = Clock.Now();
        var result = run();
        return (Clock.Now() - before, result);
    }

    private static (int Rules, int Cases) Child<T>(Func<T> start, TrainerProfile profile, int cases)
        where T : ITrainer, IDisposable
    {
        using var trainer = start();
        var warm = Run(trainer, profile, 100);
        return cases == 0 ? warm : Run(trainer, profile, cases);
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
