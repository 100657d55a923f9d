// Throughput of the rules, in process: cases per second of each kind of rule, and the cost beside bare FsCheck.
// dotnet run -c Release --project tests/GrpoVerified.Properties.Throughput [cases]
using System.Diagnostics;
using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using GrpoVerified.Properties.Contract;
using GrpoVerified.Properties.Generators;
using GrpoVerified.Properties.Profiles;
using GrpoVerified.Properties.Rounding;
using GrpoVerified.Properties.Rules;
using GrpoVerified.Properties.Suites;
using GrpoVerified.Properties.Throughput;

var cases = args.Length > 0 ? int.Parse(args[0], CultureInfo.InvariantCulture) : 5000;
var profile = NamedProfiles.Find("trl-grpo")!;
var trainer = Plain.Trainer;
var settings = new SuiteSettings { Cases = cases };
var total = 0;
var seconds = 0.0;
foreach (var rule in ConformanceSuite.Rules.Where(r => r.ReasonToSkip(trainer.Description, profile) is null))
{
    _ = rule.Run(trainer, profile, settings with { Cases = 100 });
    var watch = Stopwatch.StartNew();
    var result = rule.Run(trainer, profile, settings);
    var time = watch.Elapsed.TotalSeconds;
    (total, seconds) = (total + result.Cases, seconds + time);
    Console.WriteLine(FormattableString.Invariant($"{rule.Id}  {result.Cases / time,10:F0} cases/s  {result.Outcome}"));
}

Console.WriteLine(FormattableString.Invariant($"all   {total / seconds,10:F0} cases/s over {total} cases"));

// The same generator, the same judgement, driven by FsCheck itself.
var format = NumberFormat.Of(DType.Float64);
var generator = RewardCases.For(trainer.Description, format).Any;
var context = new RuleContext(trainer, profile, format);
Report("bare FsCheck, nothing judged", static _ => true);
Report("bare FsCheck, trainer asked", r => context.Ask(r).Count > 0);
Report("bare FsCheck, judged as T101", r => GrpoVerified.Properties.Rules.Trainer.AdvantageValueRules.Compare(context, r, "advantages") is null);
return 0;

void Report(string what, Func<AdvantageRequest, bool> property)
{
    var config = Config.QuickThrowOnFailure.WithMaxTest(cases).WithQuietOnSuccess(true);
    var arbitrary = Arb.From(generator, _ => []);
    Check.One(config.WithMaxTest(100), Prop.ForAll(arbitrary, property));
    var watch = Stopwatch.StartNew();
    Check.One(config, Prop.ForAll(arbitrary, property));
    Console.WriteLine(FormattableString.Invariant($"{what,-30} {cases / watch.Elapsed.TotalSeconds,10:F0} cases/s"));
}
