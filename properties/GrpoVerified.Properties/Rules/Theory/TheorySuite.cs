using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using GrpoVerified.Properties.Contract.Theory;
using GrpoVerified.Properties.Reporting;
using GrpoVerified.Properties.Rounding;
using Microsoft.FSharp.Collections;
using Microsoft.FSharp.Core;

namespace GrpoVerified.Properties.Rules.Theory;

/// <summary>Runs rules of the theory on an implementation: seeded by the rule's name, so the same cases on every machine.</summary>
public sealed record TheorySuite
{
    /// <summary>What a counterexample is judged against.</summary>
    public const string ProfileName = "theory";

    /// <summary>Changes the cases of every rule; 0 for the default ones.</summary>
    public ulong Seed { get; init; }

    /// <summary>Multiplies the number of cases.</summary>
    public int Effort { get; init; } = 1;

    /// <summary>All rules that the implementation has the functions for; the others are skipped with the reason.</summary>
    public IEnumerable<RuleResult> Run(TheoryImplementation implementation, IEnumerable<TheoryRule>? rules = null)
        => (rules ?? TheoryRules.All).Select(rule => Run(implementation, rule));

    /// <summary>One rule.</summary>
    public RuleResult Run(TheoryImplementation implementation, TheoryRule rule)
    {
        ArgumentNullException.ThrowIfNull(implementation);
        ArgumentNullException.ThrowIfNull(rule);
        var missing = rule.Needs.Except(TheoryOperations.Of(implementation)).ToList();
        if (missing.Count > 0)
        {
            return new(rule.Id, rule.Name, rule.Strength, RuleOutcome.Skipped, 0, $"{implementation.Name} has no {string.Join(", ", missing)}", Counterexample: null, Replay(rule));
        }

        var format = NumberFormat.Of(implementation.DType);
        var count = rule.Inputs == TheoryInputs.None ? 1 : checked(rule.Cases * Effort);
        var recorder = new Recorder();
        var cases = TheoryCases.Of(rule.Inputs, rule.AllowsUnsmoothed, format).Select(rule.Into).Where(TheoryCases.IsValid);
        var seed = Hash(rule.Id) ^ Seed;
        var config = Config.Quick
            .WithName(rule.Id)
            .WithMaxTest(count)
            .WithMaxRejected(10 * count)
            .WithRunner(recorder)
            .WithReplay(FSharpOption<Replay>.Some(new Replay(new Rnd(seed, Hash(rule.Id + "gamma") | 1), FSharpOption<int>.None)));
        Check.One(config, Prop.ForAll(Arb.From(cases, c => Simpler(c, rule, format)), (Action<TheoryCase>)(c => rule.Judge(new TheoryJudge(implementation, c)))));
        return recorder.Result switch
        {
            TestResult.Failed failed => new(
                rule.Id, rule.Name, rule.Strength, RuleOutcome.Failed, failed.Item1.NumberOfTests, Reason: null,
                Describe(rule, implementation, Case(failed.Item3), Case(failed.Item2), failed.Item1.NumberOfShrinks), Replay(rule)),
            TestResult.Exhausted => new(rule.Id, rule.Name, rule.Strength, RuleOutcome.Skipped, 0, "no case of its domain was generated", Counterexample: null, Replay(rule)),
            _ => new(rule.Id, rule.Name, rule.Strength, RuleOutcome.Passed, count, Reason: null, Counterexample: null, Replay(rule)),
        };
    }

    /// <summary>Judges a rule at one case; throws where it is contradicted.</summary>
    /// <exception cref="RuleViolationException">The rule is contradicted.</exception>
    /// <exception cref="ArgumentException">The implementation lacks a function, or the case is outside the domain.</exception>
    public void Judge(TheoryImplementation implementation, TheoryRule rule, TheoryCase at)
    {
        ArgumentNullException.ThrowIfNull(implementation);
        ArgumentNullException.ThrowIfNull(rule);
        ArgumentNullException.ThrowIfNull(at);
        if (rule.Needs.Except(TheoryOperations.Of(implementation)).Any() || !TheoryCases.IsValid(at) || rule.Into(at) != at)
        {
            throw new ArgumentException($"{rule.Name} cannot be judged on {implementation.Name} at {at.Line(rule.Inputs)}: a function is missing, or the case is outside the rule's domain.", nameof(at));
        }

        if (Attempt(rule, implementation, at) is { } violation)
        {
            throw new RuleViolationException(Describe(rule, at, at, 0, violation));
        }
    }

    private static IEnumerable<TheoryCase> Simpler(TheoryCase c, TheoryRule rule, NumberFormat format)
    {
        var weight = TheoryCases.Weight(c, rule.Inputs);
        return TheoryCases.Simpler(c, rule.Inputs, format).Select(rule.Into).Where(s => TheoryCases.IsValid(s) && TheoryCases.Weight(s, rule.Inputs) < weight);
    }

    private static TheoryCase Case(FSharpList<object> arguments) => (TheoryCase)arguments.Head;

    private Counterexample Describe(TheoryRule rule, TheoryImplementation implementation, TheoryCase shrunk, TheoryCase original, int shrinks)
        => Describe(rule, shrunk, original, shrinks, Attempt(rule, implementation, shrunk) ?? new TheoryViolationException("fails on some calls and not on others", "the same case twice", "the same answer"));

    private Counterexample Describe(TheoryRule rule, TheoryCase shrunk, TheoryCase original, int shrinks, TheoryViolationException violation) => new()
    {
        RuleId = rule.Id,
        Strength = rule.Strength,
        Profile = ProfileName,
        Message = violation.Message,
        Place = violation.Place,
        Request = null,
        Input = Line(shrunk, rule),
        Numbers = shrunk.Numbers(rule.Inputs),
        OriginalInput = Line(original, rule),
        Expected = violation.Expected,
        AllowedLower = violation.Lower,
        AllowedUpper = violation.Upper,
        Observed = violation.Observed,
        Ulps = violation.Ulps,
        Shrinks = shrinks,
        Replay = Replay(rule),
    };

    private static string Line(TheoryCase at, TheoryRule rule) => rule.Inputs == TheoryInputs.None ? "at certified points" : at.Line(rule.Inputs);

    private static TheoryViolationException? Attempt(TheoryRule rule, TheoryImplementation implementation, TheoryCase at)
    {
        try
        {
            rule.Judge(new TheoryJudge(implementation, at));
            return null;
        }
        catch (TheoryViolationException e)
        {
            return e;
        }
#pragma warning disable CA1031 // whatever the code under test throws is a finding
        catch (Exception e)
#pragma warning restore CA1031
        {
            return new TheoryViolationException($"{e.GetType().Name}: {e.Message}", "the call", "an answer");
        }
    }

    private string Replay(TheoryRule rule)
        => string.Create(CultureInfo.InvariantCulture, $"new TheorySuite {{ Seed = {Seed}, Effort = {Effort} }}.Run(implementation, TheoryRules.Find(\"{rule.Id}\"))");

    // FNV-1a, 64 bits: the same on every machine and run.
    private static ulong Hash(string text) => text.Aggregate(14695981039346656037UL, (hash, c) => unchecked((hash ^ c) * 1099511628211UL));

    private sealed class Recorder : IRunner
    {
        public TestResult? Result { get; private set; }

        public void OnStartFixture(Type t)
        {
            // Only whole classes have one.
        }

        public void OnArguments(int ntest, FSharpList<object> args, FSharpFunc<int, FSharpFunc<FSharpList<object>, string>> every)
        {
            // The report shows the failing case only.
        }

        public void OnShrink(FSharpList<object> args, FSharpFunc<FSharpList<object>, string> everyShrink)
        {
            // As above.
        }

        public void OnFinished(string name, TestResult testResult) => Result = testResult;
    }
}
