using GrpoVerified.Properties.Contract;
using GrpoVerified.Properties.Expectations;
using GrpoVerified.Properties.Profiles;
using GrpoVerified.Properties.Rounding;

namespace GrpoVerified.Properties.Inference;

/// <summary>The candidates that fit every answer, area by area.</summary>
internal sealed class Search
{
    private readonly List<AdvantageProfile> _advantages;
    private readonly List<KlProfile> _kl;
    private readonly List<AggregationProfile> _aggregations;
    private readonly List<ClipProfile> _clips;
    private readonly List<AnsweredProbe> _probes;

    public Search(List<AnsweredProbe> probes, Evaluation<Rounded> e, CancellationToken cancellation)
    {
        _probes = probes;
        _advantages = Advantages(e, cancellation);
        var kl = Of<KlRequest>();
        _kl = kl.Count == 0 ? [] : [.. Candidates.Kl().Where(c => kl.TrueForAll(p => p.FitsKl(c, (KlRequest)p.Probe.Request, e)))];
        var aggregation = Of<AggregationRequest>();
        _aggregations = aggregation.Count == 0 ? [] : [.. Candidates.Aggregations().Where(c => aggregation.TrueForAll(p => p.FitsAggregation(c, (AggregationRequest)p.Probe.Request, e)))];
        cancellation.ThrowIfCancellationRequested();
        _clips = Clips(e);
        if (_kl.Count > 0 && Of<LossRequest>() is { Count: > 0 } losses)
        {
            Place(losses, e);
        }
    }

    /// <summary>Every axis with the values of the candidates that are left.</summary>
    public IReadOnlyList<InferredAxis> Axes()
    {
        var axes = new List<InferredAxis>();
        if (Of<AdvantageRequest>().Count > 0)
        {
            Add("baseline", _advantages, a => AxisVariants.Kebab(a.Baseline));
            Add("baseline_scope", _advantages, a => AxisVariants.Kebab(a.BaselineScope));
            Add("std", _advantages, a => AxisVariants.Kebab(a.Deviation));
            Add("std_scope", _advantages, a => a.Deviation == DeviationKind.None ? "none" : AxisVariants.Kebab(a.DeviationScope));
            Add("epsilon", _advantages, a => a.Deviation == DeviationKind.None ? "none" : AxisVariants.Short(a.Epsilon));
            Add("epsilon_placement", _advantages, a => a.Deviation == DeviationKind.None ? "none" : AxisVariants.Kebab(a.EpsilonRule));
            Add("singleton", _advantages, a => AxisVariants.Kebab(a.Singleton));
            Add("missing", _advantages, a => a.Missing is { } m ? AxisVariants.Kebab(m) : "not asked");
        }

        if (Of<KlRequest>().Count > 0)
        {
            Add("estimator", _kl, k => AxisVariants.Kebab(k.Estimator), "kl");
            Add("input_clamp", _kl, k => k.InputClamp is { } c ? c.ToString() : "none", "kl");
            Add("output_clamp", _kl, k => k.OutputClamp is { } c ? c.ToString() : "none", "kl");
            Add("gradient", _kl, k => AxisVariants.Kebab(k.Gradient), "kl");
            if (Of<LossRequest>().Count > 0)
            {
                Add("placement", _kl, k => k.Placement == KlPlacement.Loss ? "loss" : "not in the loss", "kl");
                Add("beta", _kl, k => k.Placement == KlPlacement.Loss ? k.Beta.ToString() : "none", "kl");
            }
        }

        if (Of<LossRequest>().Count > 0 || Of<RatioRequest>().Count > 0)
        {
            Add("objective", _clips, c => AxisVariants.Kebab(c.Objective), "clip");
            Add("ratio_level", _clips, c => AxisVariants.Kebab(c.Level), "clip");
            Add("low", _clips, c => c.Low is { } l ? l.ToString() : "none", "clip");
            Add("high", _clips, c => c.High is { } h ? h.ToString() + (c.IsHighAbsolute ? " absolute" : string.Empty) : "none", "clip");
            Add("dual_clip", _clips, c => c.DualClip == DualClipKind.None ? "none" : $"{AxisVariants.Kebab(c.DualClip)} {c.DualClipBound}", "clip");
            Add("log_ratio_clamp", _clips, c => c.LogRatioClamp is { } l ? l.ToString() : "none", "clip");
        }

        if (Of<AggregationRequest>().Count > 0)
        {
            Add("mode", _aggregations, a => AxisVariants.Kebab(a.Mode), "aggregation");
            Add("empty_sequence", _aggregations, a => AxisVariants.Kebab(a.EmptySequence!.Value), "aggregation");
            Add("empty_batch", _aggregations, a => AxisVariants.Kebab(a.EmptyBatch!.Value), "aggregation");
            Add("l_max", _aggregations, a => AxisVariants.Kebab(a.Length), "aggregation");
        }

        return axes;

        void Add<T>(string name, List<T> candidates, Func<T, string> value, string area = "advantage")
            => axes.Add(new(area, name, [.. candidates.Select(value).Distinct(StringComparer.Ordinal)]));
    }

    /// <summary>The first candidate of every area.</summary>
    public TrainerProfile Best() => new("inferred", "probed", "The likeliest value of every axis, as probing found it.")
    {
        Advantage = _advantages.FirstOrDefault(),
        Kl = _kl.FirstOrDefault(),
        Clip = _clips.FirstOrDefault(),
        Aggregation = _aggregations.FirstOrDefault(),
    };

    private List<AnsweredProbe> Of<TRequest>()
        where TRequest : TrainerRequest
        => _probes.FindAll(p => p.Probe.Request is TRequest);

    // Groups of one and missing rewards are axes of their own: first the candidates on ordinary groups, then these.
    private List<AdvantageProfile> Advantages(Evaluation<Rounded> e, CancellationToken cancellation)
    {
        var probes = Of<AdvantageRequest>();
        var ordinary = probes.FindAll(p => p.Probe.Request is AdvantageRequest r && !r.Rewards.Any(double.IsNaN) && r.Groups.GroupBy(g => g).All(g => g.Count() > 1));
        if (ordinary.Count == 0)
        {
            return [];
        }

        var fitting = new List<AdvantageProfile>();
        foreach (var candidate in Candidates.Advantages(probes))
        {
            cancellation.ThrowIfCancellationRequested();
            if (ordinary.TrueForAll(p => p.FitsAdvantages(candidate, (AdvantageRequest)p.Probe.Request, e)))
            {
                fitting.Add(candidate);
            }
        }

        var isMissingAsked = probes.Exists(p => ((AdvantageRequest)p.Probe.Request).Rewards.Any(double.IsNaN));
        var rules = isMissingAsked ? Enum.GetValues<MissingRewardRule>().Select(m => (MissingRewardRule?)m).ToArray() : [null];
        return [.. from c in fitting
                   from s in Enum.GetValues<SingletonRule>()
                   from m in rules
                   let full = c with { Singleton = s, Missing = m }
                   where probes.TrueForAll(p => p.FitsAdvantages(full, (AdvantageRequest)p.Probe.Request, e))
                   select full];
    }

    // Single tokens on the reference: no aggregation and no KL term shows in their loss. Ratios tell the levels apart.
    private List<ClipProfile> Clips(Evaluation<Rounded> e)
    {
        var ratios = Of<RatioRequest>();
        var tokens = Of<LossRequest>().FindAll(p => p.Probe.Request is LossRequest { Mask: [[true]] } r && r.LogProbs[0][0] == r.ReferenceLogProbs[0][0]);
        if (ratios.Count + tokens.Count == 0)
        {
            return [];
        }

        var neutral = new TrainerProfile("candidate", "-", "-") { Kl = new() { Placement = KlPlacement.None }, Aggregation = new() { Mode = AggregationMode.Sum } };
        return [.. Candidates.Clips(tokens)
            .Where(c => ratios.TrueForAll(p => p.FitsRatio(c, (RatioRequest)p.Probe.Request, e)))
            .Where(c => tokens.TrueForAll(p => p.Answer is LossAnswer a && AnsweredProbe.Allows(LossExpectation.Of(neutral with { Clip = c }, (LossRequest)p.Probe.Request, e).Loss, a.Loss)))];
    }

    // Where the KL term enters, and with which coefficient.
    private void Place(List<AnsweredProbe> losses, Evaluation<Rounded> e)
    {
        for (var i = 0; i < _kl.Count; i++)
        {
            var at = KlExpectation.Of(_kl[i], e.Input(-1), e.Input(-1.5), e).Value.Set.Midpoint;
            if (Candidates.Beta(losses, at) is { } beta)
            {
                _kl[i] = _kl[i] with { Beta = beta, Placement = beta.IsZero ? KlPlacement.None : KlPlacement.Loss };
            }
        }

        var away = losses.FindAll(p => p.Probe.Request is LossRequest { Mask: [[true]] } r && r.LogProbs[0][0] != r.ReferenceLogProbs[0][0]);
        var neutral = new TrainerProfile("candidate", "-", "-") { Clip = _clips.FirstOrDefault() ?? new(), Aggregation = new() { Mode = AggregationMode.Sum } };
        _kl.RemoveAll(k => !away.TrueForAll(p => p.FitsLoss(neutral with { Kl = k }, (LossRequest)p.Probe.Request, e)));
    }
}
