using GrpoVerified.Properties.Contract;
using GrpoVerified.Properties.Expectations;
using GrpoVerified.Properties.Profiles;
using GrpoVerified.Properties.Rounding;

namespace GrpoVerified.Properties.Inference;

/// <summary>One question whose answer tells conventions apart.</summary>
/// <param name="Name">What it tells apart.</param>
/// <param name="Request">The question.</param>
public sealed record Probe(string Name, TrainerRequest Request);

/// <summary>A question and what the trainer said.</summary>
internal sealed record AnsweredProbe(Probe Probe, TrainerAnswer? Answer, TrainerFault? Fault)
{
    /// <summary>Whether the answer is one that the profile allows; true where the profile says nothing about it.</summary>
    public bool Fits(TrainerProfile profile, Evaluation<Rounded> e) => Probe.Request switch
    {
        AdvantageRequest r => profile.Advantage is not { } a || FitsAdvantages(a, r, e),
        KlRequest r => profile.Kl is not { } k || FitsKl(k, r, e),
        RatioRequest r => profile.Clip is not { } c || FitsRatio(c, r, e),
        LossRequest r => profile.Clip is null || profile.Kl is null || profile.Aggregation is null || FitsLoss(profile, r, e),
        AggregationRequest r => profile.Aggregation is not { } g || FitsAggregation(g, r, e),
        _ => true,
    };

    /// <summary>Whether the profile describes what the probe asks.</summary>
    public bool IsAbout(TrainerProfile profile) => Probe.Request switch
    {
        AdvantageRequest => profile.Advantage is not null,
        KlRequest => profile.Kl is not null,
        RatioRequest => profile.Clip is not null,
        LossRequest => profile is { Clip: not null, Kl: not null, Aggregation: not null },
        _ => profile.Aggregation is not null,
    };

    public bool FitsAdvantages(AdvantageProfile profile, AdvantageRequest request, Evaluation<Rounded> e)
    {
        if (request.Rewards.Any(double.IsNaN) && profile.Missing is null)
        {
            return true;
        }

        var expected = AdvantageExpectation.Of(profile, request, e);
        return expected is null ? Fault is TrainerFault.Rejected or TrainerFault.Crash
            : Answer is AdvantageAnswer answer && answer.Advantages.Count == expected.Length && expected.Zip(answer.Advantages).All(p => Allows(p.First, p.Second));
    }

    public bool FitsKl(KlProfile profile, KlRequest request, Evaluation<Rounded> e)
        => Answer is KlAnswer answer && answer.Values.Count == request.LogProbs.Count && Enumerable.Range(0, answer.Values.Count).All(i =>
        {
            var expected = KlExpectation.Of(profile, e.Input(request.LogProbs[i]), e.Input(request.ReferenceLogProbs[i]), e);
            return Allows(expected.Value, answer.Values[i]) && (answer.Gradient is not { } g || Allows(expected.Derivative, g[i]));
        });

    public bool FitsRatio(ClipProfile profile, RatioRequest request, Evaluation<Rounded> e)
        => Answer is RatioAnswer answer && request.Mask.Select((mask, i) => PolicyExpectation.Ratios(profile, request.LogProbs[i], request.OldLogProbs[i], mask, e)
            .Zip(answer.Ratios[i]).Where((_, t) => mask[t]).All(p => p.First.Allows(p.Second))).All(b => b);

    public bool FitsLoss(TrainerProfile profile, LossRequest request, Evaluation<Rounded> e)
    {
        if (Answer is not LossAnswer answer)
        {
            return false;
        }

        var expected = LossExpectation.Of(profile, request, e);
        return Allows(expected.Loss, answer.Loss)
            && (answer.Gradient is not { } gradient || expected.Gradient.Zip(gradient).All(rows => rows.First.Zip(rows.Second).All(p => Allows(p.First, p.Second))));
    }

    public bool FitsAggregation(AggregationProfile profile, AggregationRequest request, Evaluation<Rounded> e)
        => Answer is AggregationAnswer answer && Allows(AggregationExpectation.Of(profile, request, e), answer.Value);

    public static bool Allows(Expected<Rounded> expected, double observed) => expected.Kind switch
    {
        ExpectedKind.Number => expected.Value.Allows(observed),
        ExpectedKind.NaN => double.IsNaN(observed),
        _ => true,
    };
}
