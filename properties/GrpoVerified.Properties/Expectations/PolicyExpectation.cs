using GrpoVerified.Arithmetic;
using GrpoVerified.Properties.Contract;
using GrpoVerified.Properties.Profiles;
using GrpoVerified.Theory.Trainers;

namespace GrpoVerified.Properties.Expectations;

/// <summary>Loss and ratio of one token with their derivatives: with respect to its own log π_θ, summed over what the ratio couples.</summary>
internal readonly record struct ExpectedToken<T>(Dual<T> Loss, Dual<T> Ratio)
    where T : IEnclosure<T>;

/// <summary>The policy term of a sequence under a profile.</summary>
internal static class PolicyExpectation
{
    /// <summary>One a token; masked tokens are left at their default.</summary>
    /// <remarks>
    /// A sequence ratio depends on each token's log-ratio with slope 1/|o|; the |o| tokens of a sequence have one loss and one
    /// weight, so the slopes add up to that of the loss in the sequence log-ratio, as for the token's own ratio (GSPO-token).
    /// </remarks>
    public static ExpectedToken<T>[] Of<T>(ClipProfile profile, LossRequest request, int i, Evaluation<T> e)
        where T : IEnclosure<T>
    {
        var advantage = e.Input(request.Advantages[i]);
        var logRatios = LogRatios(profile, request.LogProbs[i], request.OldLogProbs[i], request.Mask[i], e);
        var result = new ExpectedToken<T>[request.Mask[i].Count];
        for (var t = 0; t < result.Length; t++)
        {
            if (request.Mask[i][t])
            {
                var ratio = Dual<T>.Exp(logRatios[t]);
                result[t] = new(Loss(profile, ratio, advantage, e.Input(request.LogProbs[i][t]), e), ratio);
            }
        }

        return result;
    }

    /// <summary>The ratio of each unmasked token of a sequence.</summary>
    public static T[] Ratios<T>(ClipProfile profile, IReadOnlyList<double> logProbs, IReadOnlyList<double> old, IReadOnlyList<bool> mask, Evaluation<T> e)
        where T : IEnclosure<T>
        => [.. LogRatios(profile, logProbs, old, mask, e).Select((l, t) => mask[t] ? T.Exp(l.Value) : T.Zero)];

    /// <summary>The clipped ratio.</summary>
    public static Dual<T> Clip<T>(ClipProfile profile, Dual<T> ratio, Evaluation<T> e)
        where T : IEnclosure<T>
    {
        var upper = profile.High is { } high ? Dual<T>.Min(ratio, Dual<T>.Constant(UpperBound(profile, high, e))) : ratio;
        return profile.Low is { } low ? Dual<T>.Max(upper, Dual<T>.Constant(T.One - e.Parameter(low))) : upper;
    }

    private static T UpperBound<T>(ClipProfile profile, Rational high, Evaluation<T> e)
        where T : IEnclosure<T>
        => profile.IsHighAbsolute ? e.Parameter(high) : T.One + e.Parameter(high);

    private static Dual<T>[] LogRatios<T>(ClipProfile profile, IReadOnlyList<double> logProbs, IReadOnlyList<double> old, IReadOnlyList<bool> mask, Evaluation<T> e)
        where T : IEnclosure<T>
    {
        var own = new Dual<T>[mask.Count];
        for (var t = 0; t < own.Length; t++)
        {
            if (mask[t])
            {
                var logRatio = Dual<T>.Variable(e.Input(logProbs[t])) - Dual<T>.Constant(e.Input(old[t]));
                own[t] = profile.LogRatioClamp is { } bound ? KlTerm.Clamp(logRatio, Dual<T>.Constant(e.Parameter(bound))) : logRatio;
            }
        }

        if (profile.Level == RatioLevel.Token || !mask.Contains(true))
        {
            return own;
        }

        // The slope of the mean in all of its terms together is 1.
        var mean = Statistics.Mean([.. own.Where((_, t) => mask[t])]);
        var sequence = profile.SequenceLogRatioMax is { } max ? Dual<T>.Min(mean, Dual<T>.Constant(e.Parameter(max))) : mean;
        return [.. own.Select((_, t) => mask[t] ? sequence : default)];
    }

    private static Dual<T> Loss<T>(ClipProfile profile, Dual<T> ratio, T advantage, T logProbability, Evaluation<T> e)
        where T : IEnclosure<T>
    {
        var a = Dual<T>.Constant(advantage);
        var variable = Dual<T>.Variable(logProbability);
        switch (profile.Objective)
        {
            case PolicyObjective.PolicyGradient:
                return -PolicyTerm.Weighted(Dual<T>.One, a, variable);
            case PolicyObjective.Cispo:
                return -PolicyTerm.Weighted(Dual<T>.Constant(Clip(profile, ratio, e).Value), a, variable);
            default:
                var free = profile.DualClip == DualClipKind.UnclippedRatio ? Dual<T>.Min(ratio, Dual<T>.Constant(e.Parameter(profile.DualClipBound))) : ratio;
                var surrogate = PolicyTerm.Surrogate(free, Clip(profile, ratio, e), a);
                var loss = profile.DualClip == DualClipKind.NegativeAdvantages
                    ? -PolicyTerm.DualClip(surrogate, a, Dual<T>.Constant(e.Parameter(profile.DualClipBound)))
                    : -surrogate;

                // A reverse sweep multiplies the ratio by what comes back, 0 beyond the clip: 0·∞ once it overflows.
                return loss with { Derivative = loss.Derivative + (T.Zero * ratio.Value) };
        }
    }
}
