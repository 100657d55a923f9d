using GrpoVerified.Properties.Contract;
using GrpoVerified.Properties.Expectations;
using GrpoVerified.Properties.Profiles;
using GrpoVerified.Properties.Rounding;

namespace GrpoVerified.Properties.Inference;

/// <summary>Finds the convention of a black box by asking few questions and trying every combination of the axes on the answers.</summary>
public static class ProfileInference
{
    private static readonly DType[] Preference = [DType.Float64, DType.Float32, DType.Float16, DType.BFloat16];

    /// <summary>Asks the probes and returns what fits the answers.</summary>
    /// <param name="trainer">The black box.</param>
    /// <param name="dtype">Format of the probes; by default the most precise that it declares.</param>
    /// <param name="cancellation">Ends the search between two steps.</param>
    /// <exception cref="ArgumentException">It declares no format.</exception>
    public static InferredProfile Infer(ITrainer trainer, DType? dtype = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(trainer);
        var description = trainer.Description;
        var chosen = dtype ?? Preference.Where(description.DTypes.Contains).Select(d => (DType?)d).FirstOrDefault()
            ?? throw new ArgumentException($"{description.Name} declares no format to compute in", nameof(trainer));
        var answers = new List<AnsweredProbe>();
        foreach (var probe in Probes.For(description, chosen))
        {
            cancellation.ThrowIfCancellationRequested();
            answers.Add(Ask(trainer, probe));
        }

        var e = Evaluations.In(NumberFormat.Of(chosen));
        var search = new Search(answers, e, cancellation);
        var consistent = NamedProfiles.All
            .Where(p => answers.Exists(a => a.IsAbout(p)) && answers.TrueForAll(a => a.Fits(p, e)))
            .OrderByDescending(p => answers.Count(a => a.IsAbout(p)))
            .ToList();
        var axes = search.Axes();
        return new(axes, consistent, Undetermined(description, axes), answers.Count, NumberFormat.Of(chosen).Name) { Best = search.Best() };
    }

    private static AnsweredProbe Ask(ITrainer trainer, Probe probe)
    {
        try
        {
            return new(probe, trainer.Answer(probe.Request), null);
        }
        catch (TrainerFaultException fault)
        {
            return new(probe, null, fault.Fault);
        }
    }

    private static List<string> Undetermined(TrainerDescription description, IReadOnlyList<InferredAxis> axes)
    {
        var missing = new[] { Capability.Advantages, Capability.Kl, Capability.KlGradient, Capability.Ratio, Capability.Loss, Capability.LossGradient, Capability.Aggregation }
            .Where(c => !description.Capabilities.Contains(c))
            .Select(c => $"not asked: {description.Name} does not declare {c}");
        var open = axes.Where(a => a.Values.Count > 1).Select(a => $"{a.Area}: {a.Name} is one of {string.Join(", ", a.Values)}");
        var none = axes.Where(a => a.Values.Count == 0).Select(a => $"{a.Area}: no value of {a.Name} that was tried fits");
        return [.. none, .. open, .. missing];
    }
}
