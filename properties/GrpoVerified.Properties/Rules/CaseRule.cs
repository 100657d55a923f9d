using FsCheck;
using FsCheck.Fluent;
using GrpoVerified.Properties.Contract;
using GrpoVerified.Properties.Profiles;
using GrpoVerified.Properties.Reporting;
using GrpoVerified.Properties.Rounding;
using GrpoVerified.Properties.Suites;

namespace GrpoVerified.Properties.Rules;

/// <summary>A rule over generated cases; a case is generated anew from the rule's seed and the number of the case.</summary>
internal sealed class CaseRule<TCase>(string id, Strength strength, string title) : TrainerRule(id, strength, title)
    where TCase : notnull
{
    // Sizes of batches and groups are drawn by the generators themselves; FsCheck's is not used.
    private const int Size = 1;

    /// <summary>Why the rule says nothing under a profile, or null.</summary>
    public Func<TrainerProfile, string?> Applies { get; init; } = static _ => null;

    /// <summary>The generator.</summary>
    public required Func<RuleContext, Gen<TCase>> Cases { get; init; }

    /// <summary>Simpler cases.</summary>
    public required Func<TCase, IEnumerable<TCase>> Simpler { get; init; }

    /// <summary>The request shown in a report.</summary>
    public required Func<TCase, TrainerRequest> Shown { get; init; }

    /// <summary>What the rule's report speaks of: a simpler case outside it is not taken.</summary>
    public Func<RuleContext, TCase, bool> Within { get; init; } = static (_, _) => true;

    /// <summary>What is wrong with a case, or null.</summary>
    public required Func<RuleContext, TCase, Finding?> Judge { get; init; }

    /// <summary>Formats the rule is about; null for all.</summary>
    public Func<DType, bool>? Formats { get; init; }

    /// <summary>The option that must be declared, or null.</summary>
    public string? DeclaredOption { get; init; }

    public override string? ReasonToSkip(TrainerDescription description, TrainerProfile profile)
    {
        var missing = Needs.Where(c => !description.Capabilities.Contains(c)).ToList();
        return missing.Count > 0 ? $"{description.Name} does not declare {string.Join(", ", missing)}"
            : !description.DTypes.Any(d => Formats?.Invoke(d) ?? true) ? $"{description.Name} computes in none of the formats of this rule"
            : DeclaredOption is { } option && !description.Options.Contains(option) ? $"{description.Name} does not declare the option {option}"
            : Applies(profile);
    }

    public override RuleResult Run(ITrainer trainer, TrainerProfile profile, SuiteSettings settings, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(trainer);
        ArgumentNullException.ThrowIfNull(profile);
        ArgumentNullException.ThrowIfNull(settings);
        var seed = settings.Replay?.Seed ?? Seeds.Of(Name, settings.Seed);
        var whole = $"{SuiteSettings.SeedVariable}={settings.Seed}";
        var description = trainer.Description;
        if (ReasonToSkip(description, profile) is { } reason)
        {
            return new(Id, Name, Strength, RuleOutcome.Skipped, 0, reason, null, whole);
        }

        var contexts = NumberFormat.All.Where(f => description.DTypes.Contains(f.DType) && (Formats?.Invoke(f.DType) ?? true))
            .Select(f => new RuleContext(trainer, profile, f)).ToArray();
        var generators = contexts.Select(Cases).ToArray();
        var (first, end) = settings.Replay is { } point ? (point.Case, point.Case + 1) : settings.Block ?? (0, settings.Cases);
        for (var k = first; k < end; k++)
        {
            cancellation.ThrowIfCancellationRequested();
            var context = contexts[k % contexts.Length];
            var generated = generators[k % contexts.Length].Sample(1, Seeds.Case(seed, k), Size).Single();
            if (Try(context, generated) is { } finding)
            {
                var failed = Failed(context, generated, finding, new(Id, seed, k), k - first + 1, settings.MaxShrinkSteps, contexts, cancellation);

                // Ctrl-C reaches a child process too: what it no longer answers is no finding.
                cancellation.ThrowIfCancellationRequested();
                return failed;
            }
        }

        return new(Id, Name, Strength, RuleOutcome.Passed, end - first, null, null, whole) { Unconstrained = contexts.Sum(c => c.UnconstrainedCases) };
    }

    private RuleResult Failed(RuleContext context, TCase original, Finding finding, ReplayPoint point, int cases, int maxSteps, RuleContext[] contexts, CancellationToken cancellation)
    {
        var unconstrained = contexts.Sum(c => c.UnconstrainedCases);
        var (shrunk, reason, shrinks) = Shrink(context, original, finding, maxSteps, cancellation);
        var request = Shown(shrunk);
        var replay = $"{SuiteSettings.ReplayVariable}={point}";
        var counterexample = new Counterexample
        {
            RuleId = Id,
            Strength = Strength,
            Profile = context.Profile.Name,
            Message = Hints.Message(reason, finding),
            Place = reason.Place,
            Request = request,
            Input = RequestText.Line(request),
            Numbers = RequestText.Numbers(request),
            OriginalInput = RequestText.Line(Shown(original)),
            Expected = reason.Expected,
            AllowedLower = reason.Lower,
            AllowedUpper = reason.Upper,
            Observed = reason.Observed,
            Ulps = reason.Ulps,
            Shrinks = shrinks,
            Replay = replay,
        };
        return new(Id, Name, Strength, RuleOutcome.Failed, cases, null, counterexample, replay) { Unconstrained = unconstrained };
    }

    private (TCase Case, Finding Finding, int Shrinks) Shrink(RuleContext context, TCase failing, Finding finding, int maxSteps, CancellationToken cancellation)
    {
        var shrinks = 0;
        var steps = 0;
        for (var moved = true; moved && steps < maxSteps && !cancellation.IsCancellationRequested;)
        {
            moved = false;
            foreach (var simpler in Simpler(failing))
            {
                if (steps++ >= maxSteps || cancellation.IsCancellationRequested)
                {
                    break;
                }

                if (Within(context, simpler) && Try(context, simpler) is { } again)
                {
                    (failing, finding, moved) = (simpler, again, true);
                    shrinks++;
                    break;
                }
            }
        }

        return (failing, finding, shrinks);
    }

    private Finding? Try(RuleContext context, TCase generated)
    {
        try
        {
            context.Begin();
            return Judge(context, generated);
        }
        catch (TrainerFaultException fault)
        {
            return new($"the trainer did not answer ({fault.Fault}): {fault.Message}", "answer", "an answer");
        }
    }
}
