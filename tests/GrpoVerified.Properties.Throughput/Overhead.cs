using FsCheck;
using FsCheck.Fluent;
using GrpoVerified.Properties.Contract;
using GrpoVerified.Properties.Profiles;
using GrpoVerified.Properties.Rounding;
using GrpoVerified.Properties.Rules;
using GrpoVerified.Properties.Rules.Trainer;
using GrpoVerified.Properties.Suites;
using GrpoVerified.Properties.Tests.Trainers;

namespace GrpoVerified.Properties.Throughput;

/// <summary>A rule beside bare FsCheck: as many cases from the same generator at the same size, then with the trainer asked, then judged.</summary>
internal static class Overhead
{
    private const int Repetitions = 5;

    public static void Measure(string id, TrainerProfile profile, int cases)
    {
        switch (ConformanceSuite.Rules.Single(r => string.Equals(r.Id, id, StringComparison.Ordinal)))
        {
            case CaseRule<AdvantageRequest> rule: Measure(rule, profile, cases, r => r.Rewards.Count); break;
            case CaseRule<Case<AdvantageRequest>> rule: Measure(rule, profile, cases, r => r.Request.Rewards.Count); break;
            case CaseRule<KlRequest> rule: Measure(rule, profile, cases, r => r.LogProbs.Count); break;
            case CaseRule<RatioRequest> rule: Measure(rule, profile, cases, r => r.Mask.Sum(row => row.Count)); break;
            case CaseRule<LossRequest> rule: Measure(rule, profile, cases, r => r.Mask.Sum(row => row.Count)); break;
            case CaseRule<Case<AggregationRequest>> rule: Measure(rule, profile, cases, r => r.Request.Mask.Sum(row => row.Count)); break;
            default: throw new ArgumentException(id, nameof(id));
        }
    }

    private static void Measure<TCase>(CaseRule<TCase> rule, TrainerProfile profile, int cases, Func<TCase, int> size)
        where TCase : notnull
    {
        var trainer = new TextbookTrainer(profile).Only(DType.Float64);
        var context = new RuleContext(trainer, profile, NumberFormat.Of(DType.Float64));
        var generator = rule.Cases(context);
        var arbitrary = Arb.From(generator, _ => []);
        var numbers = 0L;
        var bare = Best(() => Bare(_ => true));
        Bare(c =>
        {
            numbers += size(c);
            return true;
        });
        var asked = Best(() => Bare(c => trainer.Answer(rule.Shown(c)) is not null));
        var judged = Best(() => Bare(c => rule.Judge(context, c) is null));
        var suite = Best(() => _ = rule.Run(trainer, profile, new SuiteSettings { Cases = cases }));
        Console.WriteLine(FormattableString.Invariant($"| {rule.Id} | {(double)numbers / cases:F1} | {bare:F0} | {asked:F0} | {judged:F0} | {suite:F0} | {suite / asked:F2} | {(suite - judged) / judged:+0%;-0%} |"));

        // Sizes as in the suite: FsCheck's own size stays at 1, batches draw theirs.
        void Bare(Func<TCase, bool> property)
            => Check.One(Config.QuickThrowOnFailure.WithMaxTest(cases).WithStartSize(1).WithEndSize(1).WithQuietOnSuccess(true), Prop.ForAll(arbitrary, property));

        double Best(Action run) => Enumerable.Range(0, Repetitions).Min(_ =>
        {
            var before = Clock.Now();
            run();
            return 1e6 * (Clock.Now() - before) / cases;
        });
    }
}
