using GrpoVerified.Arithmetic;
using GrpoVerified.Properties.Contract;
using GrpoVerified.Properties.Profiles;
using GrpoVerified.Properties.Rounding;

namespace GrpoVerified.Properties.Tests.Trainers;

/// <summary>
/// A second correct trainer, written the way a tensor library computes: gradients by a reverse sweep, sums in trees, the variance by
/// Welford's recurrence, divisions as products with a reciprocal, the leave-one-out mean from the sum of the group, means of sequences first.
/// Shares no formula with <see cref="TextbookTrainer"/>.
/// </summary>
internal sealed class TapeTrainer(TrainerProfile profile, params DType[] formats) : ITrainer
{
    public TrainerDescription Description { get; } = new($"tape {profile.Name}", Declared(profile), new HashSet<DType>(formats), new HashSet<string>(StringComparer.Ordinal));

    public TrainerAnswer Answer(TrainerRequest request) => request switch
    {
        AdvantageRequest r => new AdvantageAnswer(new TapeAdvantages(profile.Advantage!, NumberFormat.Of(r.DType)).Of(r)),
        KlRequest r => Kl(r),
        RatioRequest r => Ratio(r),
        LossRequest r => Loss(r),
        AggregationRequest r => Aggregate(r),
        _ => throw new TrainerFaultException(TrainerFault.Rejected, "unknown request"),
    };

    private static HashSet<Capability> Declared(TrainerProfile p)
    {
        var all = new HashSet<Capability>();
        Add(p.Advantage is not null, Capability.Advantages, Capability.AdvantageMask, Capability.RaggedGroups, Capability.InterleavedGroups);
        Add(p.Advantage?.Missing is not null, Capability.MissingRewards);
        Add(p.Kl is not null, Capability.Kl, Capability.KlGradient);
        Add(p.Clip is not null, Capability.Ratio);
        Add(p.Aggregation is not null, Capability.Aggregation, Capability.Totals);
        Add(p is { Kl: not null, Clip: not null, Aggregation: not null }, Capability.Loss, Capability.TokenLosses, Capability.LossGradient);
        return all;

        void Add(bool holds, params Capability[] capabilities) => all.UnionWith(holds ? capabilities : []);
    }

    private static double P(Rational value, NumberFormat format) => format.Round(value.ToDouble());

    private KlAnswer Kl(KlRequest r)
    {
        var tape = new Tape(NumberFormat.Of(r.DType));
        var own = r.LogProbs.Select(tape.Input).ToArray();
        var values = own.Zip(r.ReferenceLogProbs, (x, reference) => Kl(tape, NumberFormat.Of(r.DType), x, reference)).ToArray();
        tape.Sweep(tape.Sum(values));
        return new([.. values.Select(v => v.Value)], [.. own.Select(x => x.Adjoint)]);
    }

    private Node Kl(Tape tape, NumberFormat format, Node logProb, double reference)
    {
        var k = profile.Kl!;
        var d = tape.Minus(logProb, tape.Input(reference));
        var inner = k.InputClamp is { } input ? tape.Clamp(d, -P(input, format), P(input, format)) : d;
        var back = tape.Negative(inner);
        var value = k.Estimator switch
        {
            KlEstimator.K1 => inner,
            KlEstimator.K2 => tape.Times(tape.Times(inner, inner), 0.5),
            KlEstimator.Abs => tape.Abs(inner),
            _ => k.Form switch
            {
                K3Form.Expm1 => tape.Minus(tape.Expm1(back), back),
                K3Form.OneFirst => tape.Minus(tape.Minus(tape.Exp(back), tape.Input(1)), back),
                _ => tape.Minus(tape.Minus(tape.Exp(back), back), tape.Input(1)),
            },
        };
        value = k.OutputClamp is { } output ? tape.Clamp(value, -P(output, format), P(output, format)) : value;
        return k.Gradient switch
        {
            KlGradientForm.ScoreFunction => tape.Times(value, tape.Exp(tape.Minus(logProb, tape.Detached(logProb)))),
            KlGradientForm.StraightThroughK2 => StraightThrough(tape, value, d),
            _ => value,
        };
    }

    // value + k2 − stopgrad(k2).
    private static Node StraightThrough(Tape tape, Node value, Node d)
    {
        var k2 = tape.Times(tape.Times(d, d), 0.5);
        return tape.Plus(tape.Detached(value), tape.Minus(k2, tape.Detached(k2)));
    }

    private Node[] LogRatios(Tape tape, NumberFormat format, Node[] own, IReadOnlyList<double> old, IReadOnlyList<bool> mask)
    {
        var c = profile.Clip!;
        var terms = own.Select((x, t) => mask[t] ? tape.Minus(x, tape.Input(old[t])) : tape.Input(0)).ToArray();
        terms = c.LogRatioClamp is { } bound ? [.. terms.Select(x => tape.Clamp(x, -P(bound, format), P(bound, format)))] : terms;
        if (c.Level == RatioLevel.Token)
        {
            return terms;
        }

        var count = mask.Count(m => m);
        var mean = tape.Over(tape.Sum([.. terms.Where((_, t) => mask[t])]), Math.Max(1, count));
        Node Limited(Node x) => c.SequenceLogRatioMax is { } max ? tape.Clamp(x, double.NegativeInfinity, P(max, format)) : x;
        return c.Level == RatioLevel.Sequence
            ? [.. mask.Select(m => m ? Limited(mean) : tape.Input(0))]
            : [.. own.Select((x, t) => mask[t] ? Limited(tape.Plus(tape.Minus(x, tape.Detached(x)), tape.Detached(mean))) : tape.Input(0))];
    }

    private RatioAnswer Ratio(RatioRequest r)
    {
        var format = NumberFormat.Of(r.DType);
        var tape = new Tape(format);
        return new([.. r.Mask.Select((mask, i) => (IReadOnlyList<double>)[.. LogRatios(tape, format, [.. r.LogProbs[i].Select(tape.Input)], r.OldLogProbs[i], mask).Select(x => tape.Exp(x).Value)])]);
    }

    private LossAnswer Loss(LossRequest r)
    {
        var format = NumberFormat.Of(r.DType);
        var tape = new Tape(format);
        var own = r.LogProbs.Select(row => row.Select(tape.Input).ToArray()).ToArray();
        var policy = new Node[own.Length][];
        var kl = new Node[own.Length][];
        for (var i = 0; i < own.Length; i++)
        {
            var ratios = LogRatios(tape, format, own[i], r.OldLogProbs[i], r.Mask[i]).Select(tape.Exp).ToArray();
            policy[i] = [.. ratios.Select((ratio, t) => r.Mask[i][t] ? Token(tape, format, ratio, r.Advantages[i], own[i][t]) : tape.Input(0))];
            kl[i] = [.. ratios.Select((ratio, t) => r.Mask[i][t] && profile.Kl!.Placement == KlPlacement.Loss ? Penalty(tape, format, ratio, own[i][t], r.ReferenceLogProbs[i][t]) : tape.Input(0))];
        }

        var a = profile.Aggregation!;
        var isTogether = a.KlMode is null || a.KlMode == a.Mode;
        var tokens = isTogether ? policy.Zip(kl, (p, q) => p.Zip(q, tape.Plus).ToArray()).ToArray() : policy;
        var loss = TapeAggregation.Of(tape, a, a.Mode, tokens, r.Mask, r.Groups, r.MaxLength, r.Totals);
        loss = isTogether ? loss : tape.Plus(loss, TapeAggregation.Of(tape, a, a.KlMode!.Value, kl, r.Mask, r.Groups, r.MaxLength, r.Totals));
        tape.Sweep(loss);
        return new(loss.Value, [.. tokens.Select(row => (IReadOnlyList<double>)[.. row.Select(x => x.Value)])], [.. own.Select(row => (IReadOnlyList<double>)[.. row.Select(x => x.Adjoint)])]);
    }

    private Node Penalty(Tape tape, NumberFormat format, Node ratio, Node logProb, double reference)
    {
        var term = Kl(tape, format, logProb, reference);
        return tape.Times(profile.Kl!.Weight == KlWeight.Ratio ? tape.Times(term, ratio) : term, P(profile.Kl.Beta, format));
    }

    private Node Token(Tape tape, NumberFormat format, Node ratio, double advantage, Node logProb)
    {
        var c = profile.Clip!;
        var low = c.Low is { } l ? format.Round(1 - P(l, format)) : double.NegativeInfinity;
        var high = c.High is not { } h ? double.PositiveInfinity : c.IsHighAbsolute ? P(h, format) : format.Round(1 + P(h, format));
        var clipped = tape.Clamp(ratio, low, high);
        switch (c.Objective)
        {
            case PolicyObjective.PolicyGradient:
                return tape.Negative(tape.Times(logProb, advantage));
            case PolicyObjective.Cispo:
                return tape.Negative(tape.Times(tape.Times(tape.Detached(clipped), advantage), logProb));
            default:
                var free = c.DualClip == DualClipKind.UnclippedRatio ? tape.Clamp(ratio, double.NegativeInfinity, P(c.DualClipBound, format)) : ratio;

                // Losses are compared, as trainers do: the larger of the two.
                var loss = tape.Max(tape.Times(free, -advantage), tape.Times(clipped, -advantage));
                return c.DualClip == DualClipKind.NegativeAdvantages && advantage < 0
                    ? tape.Min(loss, tape.Input(P(c.DualClipBound, format) * -advantage))
                    : loss;
        }
    }

    private AggregationAnswer Aggregate(AggregationRequest r)
    {
        var tape = new Tape(NumberFormat.Of(r.DType));
        var values = r.Values.Select((row, i) => row.Select((x, t) => tape.Input(r.Mask[i][t] ? x : 0)).ToArray()).ToArray();
        return new(TapeAggregation.Of(tape, profile.Aggregation!, profile.Aggregation!.Mode, values, r.Mask, r.Groups, r.MaxLength, r.Totals).Value);
    }
}
