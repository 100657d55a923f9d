using GrpoVerified.Properties.Contract;
using GrpoVerified.Properties.Profiles;

namespace GrpoVerified.Properties.Tests.Trainers;

/// <content>Ratio, clipped surrogate, KL in the loss, gradient.</content>
internal sealed partial class TextbookTrainer
{
    private double[] LogRatios(IReadOnlyList<IReadOnlyList<double>> logProbs, IReadOnlyList<IReadOnlyList<double>> old, IReadOnlyList<IReadOnlyList<bool>> masks, int i, out bool[] isClamped)
    {
        var c = Profile.Clip!;
        var mask = masks[i];
        var own = new double[mask.Count];
        isClamped = new bool[mask.Count];
        for (var t = 0; t < own.Length; t++)
        {
            var leaks = Has(Fault.SequenceRatioCountsMasked) && c.Level != RatioLevel.Token;
            if (!mask[t] && !leaks)
            {
                continue;
            }

            own[t] = Has(Fault.RatioInverted) ? R(old[i][t] - logProbs[i][t]) : R(logProbs[i][t] - old[i][t]);
            if (c.LogRatioClamp is { } bound && !Has(Fault.LogRatioClampMissing))
            {
                isClamped[t] = Math.Abs(own[t]) > Parameter(bound);
                own[t] = Clamp(own[t], Parameter(bound));
            }

            own[t] = Has(Fault.RatioFromRoundedLogits) ? R(own[t] + (Math.Sign(logProbs[i][t] + 1.5) * 0.03)) : own[t];
        }

        if (c.Level == RatioLevel.Token || Has(Fault.SequenceRatioIgnored))
        {
            return own;
        }

        var count = Has(Fault.SequenceRatioCountsMasked) ? mask.Count : mask.Count(m => m);
        var sum = Sum(own);
        if (Has(Fault.SequenceRatioOverBatch))
        {
            (sum, count) = (0, 0);
            for (var j = 0; j < masks.Count; j++)
            {
                sum = R(sum + Sum(masks[j].Select((m, t) => m ? R(logProbs[j][t] - old[j][t]) : 0)));
                count += masks[j].Count(m => m);
            }
        }

        if (Has(Fault.SequenceRatioKeepsRunning))
        {
            // Sum and count are not reset for the next sequence.
            for (var j = 0; j < i; j++)
            {
                sum = R(sum + Sum(masks[j].Select((m, t) => m ? R(logProbs[j][t] - old[j][t]) : 0)));
                count += masks[j].Count(m => m);
            }
        }

        var mean = count == 0 ? 0 : Has(Fault.SequenceRatioOfSum) ? sum : R(sum / count);
        var max = c.SequenceLogRatioMax is { } m ? Parameter(m) : double.PositiveInfinity;
        isClamped = [.. mask.Select(_ => mean > max)];
        return [.. mask.Select((counts, _) => counts ? Math.Min(mean, max) : 0)];
    }

    private double[] Ratios(IReadOnlyList<IReadOnlyList<double>> logProbs, IReadOnlyList<IReadOnlyList<double>> old, IReadOnlyList<IReadOnlyList<bool>> masks, int i)
        => [.. LogRatios(logProbs, old, masks, i, out _).Select(Exp)];

    private LossAnswer Loss(LossRequest request)
    {
        var r = Has(Fault.MaskedSequencesMoveAdvantages)
            ? request with { Advantages = [.. request.Advantages.Select(a => R(a - R(Sum(request.Advantages) / request.Advantages.Count)))] }
            : request;
        var c = Profile.Clip!;
        var a = Profile.Aggregation ?? new();
        var rows = r.Mask.Count;
        var policy = new double[rows][];
        var slopes = new double[rows][];
        var kl = new double[rows][];
        var klSlopes = new double[rows][];
        var counts = new Counts();
        for (var i = 0; i < rows; i++)
        {
            var logRatios = LogRatios(r.LogProbs, r.OldLogProbs, r.Mask, i, out var isClamped);
            var width = r.Mask[i].Count;
            (policy[i], slopes[i], kl[i], klSlopes[i]) = (new double[width], new double[width], new double[width], new double[width]);
            for (var t = 0; t < width; t++)
            {
                if (!r.Mask[i][t] && !Has(Fault.NaNUnderMaskLeaks) && !Has(Fault.MaskedTokensHaveGradient))
                {
                    continue;
                }

                var ratio = Exp(logRatios[t]);
                (policy[i][t], slopes[i][t]) = Token(c, ratio, isClamped[t] ? 0 : ratio, r.Advantages[i], r.LogProbs[i][t]);
                (kl[i][t], klSlopes[i][t]) = KlOf(r, i, t, ratio);
                if (r.Mask[i][t])
                {
                    counts.Add(c, ratio, r.Advantages[i], KlMetric(r, i, t, ratio), Parameter, Has(Fault.ClipFractionCountsBothSides));
                }
            }
        }

        var klMode = Has(Fault.KlAggregatedLikeOtherMode) ? AggregationMode.SequenceMeanTokenSum : a.KlMode ?? a.Mode;
        var (loss, weights) = Reduce(policy, r.Mask, r.Groups, r.MaxLength, r.Totals, a.Mode);
        var (klLoss, klWeights) = Reduce(kl, r.Mask, r.Groups, r.MaxLength, r.Totals, klMode);
        var usesKl = Profile.Kl?.Placement == KlPlacement.Loss || (_options.ContainsKey(OptionNames.Beta) && !Has(Fault.KlIgnoresBetaOption));
        loss = usesKl ? R(loss + (Has(Fault.KlSubtractedInLoss) ? -klLoss : klLoss)) : loss;
        var gradient = policy.Select((row, i) => row.Select((_, t) => Gradient(r, weights, klWeights, slopes, klSlopes, i, t, usesKl)).ToArray()).ToArray();
        gradient = Has(Fault.GradientRowsSortedByLength) ? [.. gradient.OrderByDescending(row => row.Count(g => g != 0))]
            : Has(Fault.PaddingScalesGradient) ? [.. gradient.Select(row => row.Select(g => R(g / row.Length)).ToArray())]
            : gradient;
        var isTogether = klMode == a.Mode;
        return new(
            Has(Fault.LossSignFlipped) ? -loss : loss,
            [.. policy.Select((row, i) => (IReadOnlyList<double>)[.. row.Select((x, t) => usesKl && isTogether ? R(x + kl[i][t]) : x)])],
            gradient)
        {
            Metrics = counts.Metrics(Has(Fault.ClipFractionLowAlwaysZero)),
        };
    }

    private double Gradient(LossRequest r, double[] weights, double[] klWeights, double[][] slopes, double[][] klSlopes, int i, int t, bool usesKl)
    {
        if (!r.Mask[i][t] && !Has(Fault.MaskedTokensHaveGradient) && !Has(Fault.NaNUnderMaskLeaks))
        {
            return 0;
        }

        if (Has(Fault.GradientOfLossDetached))
        {
            return 0;
        }

        var slope = R(weights[i] * slopes[i][t]);
        slope = usesKl ? R(slope + (Has(Fault.KlSubtractedInLoss) ? -1 : 1) * R(klWeights[i] * klSlopes[i][t])) : slope;
        return Has(Fault.GradientScaledByBatch) ? R(slope * 100) : slope;
    }

    private (double Value, double Slope) KlOf(LossRequest r, int i, int t, double ratio)
    {
        if (Profile.Kl is not { } k)
        {
            return (0, 0);
        }

        var (value, slope) = KlTerm(r.LogProbs[i][t], r.ReferenceLogProbs[i][t]);
        if (k.Weight == KlWeight.Ratio)
        {
            (value, slope) = (R(value * ratio), R(R(slope * ratio) + R(value * ratio)));
        }

        var beta = Has(Fault.KlIgnoresBetaOption) ? Parameter(k.Beta) : Option(OptionNames.Beta, k.Beta);
        beta = Has(Fault.KlAddedTwice) ? R(2 * beta) : beta;
        return (R(beta * value), R(beta * slope));
    }

    private double KlMetric(LossRequest r, int i, int t, double ratio)
        => Profile.Kl is null ? 0 : Has(Fault.KlMetricLogsMinusRatio) ? -ratio : KlTerm(r.LogProbs[i][t], r.ReferenceLogProbs[i][t]).Value;

    private (double Loss, double Slope) Token(ClipProfile c, double ratio, double ratioSlope, double advantage, double logProb)
    {
        if (c.Objective == PolicyObjective.PolicyGradient)
        {
            return (-R(advantage * logProb), -advantage);
        }

        var low = c.Low is { } l ? R(1 - Option(OptionNames.ClipLow, l)) : double.NegativeInfinity;
        var high = c.High is { } h ? (c.IsHighAbsolute ^ Has(Fault.CispoBoundAsOffset) ? Option(OptionNames.ClipHigh, h) : R(1 + Option(OptionNames.ClipHigh, h))) : double.PositiveInfinity;
        if (Has(Fault.ClipOptionIgnored) && c is { Low: { } ownLow, High: { } ownHigh })
        {
            (low, high) = (R(1 - Parameter(ownLow)), c.IsHighAbsolute ? Parameter(ownHigh) : R(1 + Parameter(ownHigh)));
        }

        high = Has(Fault.ClipLowUsedForBoth) && c.Low is { } only ? R(1 + Option(OptionNames.ClipLow, only)) : high;
        var clipped = Math.Max(low, Math.Min(ratio, high));
        var clippedSlope = ratio < low || ratio > high ? 0 : ratioSlope;
        if (c.Objective == PolicyObjective.Cispo)
        {
            var weight = R(R(clipped * advantage) * logProb);
            return (-weight, -R(R(clipped * advantage) + (Has(Fault.CispoWeightDifferentiated) ? R(R(clippedSlope * advantage) * logProb) : 0)));
        }

        var (free, freeSlope) = (ratio, ratioSlope);
        var bound = Has(Fault.DualClipOptionNotForwarded) ? Parameter(c.DualClipBound) : Option(OptionNames.DualClip, c.DualClipBound);
        var kind = Has(Fault.DualClipForgotten) ? DualClipKind.None : c.DualClip == DualClipKind.None && _options.ContainsKey(OptionNames.DualClip) && !Has(Fault.DualClipOptionNotForwarded) ? DualClipKind.NegativeAdvantages : c.DualClip;
        if (kind == DualClipKind.UnclippedRatio && ratio > bound)
        {
            (free, freeSlope) = (bound, 0);
        }

        var (first, second) = (R(free * advantage), R(clipped * advantage));
        var takesFirst = Has(Fault.ClipIsMaxInsteadOfMin) ? first >= second : first <= second;
        takesFirst &= !Has(Fault.ClipWithoutMin);
        var (value, slope) = takesFirst ? (first, R(freeSlope * advantage)) : (second, R(clippedSlope * advantage));
        var dualApplies = Has(Fault.DualClipForPositive) ? advantage > 0 && value > R((bound - 2) * advantage) : advantage < 0 && value < R(bound * advantage);
        if (kind == DualClipKind.NegativeAdvantages && dualApplies)
        {
            (value, slope) = (R((Has(Fault.DualClipMissingSign) ? -bound : bound) * advantage), 0);
        }

        return (-value, Has(Fault.GradientMissesRatio) ? -advantage : -slope);
    }

    private sealed class Counts
    {
        private int _low;
        private int _high;
        private int _tokens;
        private double _kl;
        private double _ratio;

        public void Add(ClipProfile c, double ratio, double advantage, double kl, Func<Arithmetic.Rational, double> parameter, bool bothSides)
        {
            _tokens++;
            _kl += kl;
            _ratio += ratio;
            _low += c.Low is { } low && ratio < 1 - parameter(low) && (advantage < 0 || bothSides) ? 1 : 0;
            _high += c.High is { } high && ratio > (c.IsHighAbsolute ? parameter(high) : 1 + parameter(high)) && (advantage > 0 || bothSides) ? 1 : 0;
        }

        public Dictionary<string, double> Metrics(bool lowIsZero) => _tokens == 0 ? new Dictionary<string, double>(StringComparer.Ordinal) : new(StringComparer.Ordinal)
        {
            [MetricNames.ClipFractionLow] = lowIsZero ? 0 : (double)_low / _tokens,
            [MetricNames.ClipFractionHigh] = (double)_high / _tokens,
            [MetricNames.Kl] = _kl / _tokens,
            [MetricNames.RatioMean] = _ratio / _tokens,
        };
    }
}
