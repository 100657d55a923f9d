using GrpoVerified.Arithmetic;
using GrpoVerified.Properties.Contract;
using GrpoVerified.Properties.Profiles;

namespace GrpoVerified.Properties.Expectations;

/// <summary>Everything expected of the loss of a batch. Masked tokens have Anything as loss and 0 as gradient.</summary>
internal sealed record ExpectedLoss<T>(Expected<T> Loss, Expected<T>[][] TokenLosses, Expected<T>[][] Gradient)
    where T : IEnclosure<T>;

/// <summary>The policy loss under a profile: tokens, aggregate, gradient.</summary>
internal static class LossExpectation
{
    public static ExpectedLoss<T> Of<T>(TrainerProfile profile, LossRequest request, Evaluation<T> e)
        where T : IEnclosure<T>
    {
        var aggregation = profile.Aggregation ?? new();
        var kl = profile.Kl is { Placement: KlPlacement.Loss } k ? k : null;
        var klMode = aggregation.KlMode ?? aggregation.Mode;
        var weights = Weights.Of(aggregation, aggregation.Mode, request.Mask, request.Groups, request.MaxLength, request.Totals);
        var klWeights = klMode == aggregation.Mode ? weights : Weights.Of(aggregation, klMode, request.Mask, request.Groups, request.MaxLength, request.Totals);
        var isEmpty = request.Totals is null && request.Mask.All(row => !row.Contains(true));
        var undefined = weights is null || (kl is not null && klWeights is null);
        var losses = new Expected<T>[request.Mask.Count][];
        var gradient = new Expected<T>[request.Mask.Count][];
        var total = T.Zero;
        var undivided = T.Zero;
        for (var i = 0; i < request.Mask.Count; i++)
        {
            var mask = request.Mask[i];
            losses[i] = new Expected<T>[mask.Count];
            gradient[i] = new Expected<T>[mask.Count];
            Array.Fill(losses[i], Expected<T>.Anything);
            Array.Fill(gradient[i], isEmpty || undefined ? Expected<T>.Anything : T.Zero);
            var tokens = PolicyExpectation.Of(profile.Clip!, request, i, e);
            for (var t = 0; t < mask.Count; t++)
            {
                if (!mask[t])
                {
                    continue;
                }

                var policy = tokens[t].Loss;
                var loss = policy.Value;
                var w = undefined ? T.Zero : e.Parameter(weights![i]);
                var sum = w * policy.Value;
                var slope = w * policy.Derivative;
                if (kl is not null)
                {
                    var term = KlLoss(kl, request, i, t, tokens[t].Ratio, e);
                    var wk = undefined ? T.Zero : e.Parameter(klWeights![i]);
                    sum += wk * term.Value;
                    slope += wk * term.Derivative;
                    loss = klMode == aggregation.Mode ? loss + term.Value : loss;
                }

                total += sum;
                undivided += loss;
                losses[i][t] = loss;
                gradient[i][t] = undefined ? Expected<T>.Anything : slope;
            }
        }

        // A sum that leaves the range of the format before it is divided may be infinite, and nothing is known.
        return new(isEmpty ? Empty<T>(aggregation) : undefined || !T.IsFinite(undivided) ? Expected<T>.Anything : total, losses, gradient);
    }

    /// <summary>What a batch without an unmasked token gives.</summary>
    public static Expected<T> Empty<T>(AggregationProfile profile)
        where T : IEnclosure<T>
        => profile.EmptyBatch switch
        {
            EmptyBatchRule.Zero => T.Zero,
            EmptyBatchRule.NaN => Expected<T>.NaN,
            _ => Expected<T>.Anything,
        };

    private static Dual<T> KlLoss<T>(KlProfile profile, LossRequest request, int i, int t, Dual<T> ratio, Evaluation<T> e)
        where T : IEnclosure<T>
    {
        var estimate = KlExpectation.Of(profile, e.Input(request.LogProbs[i][t]), e.Input(request.ReferenceLogProbs[i][t]), e);
        var weighted = profile.Weight == KlWeight.Ratio ? estimate * ratio : estimate;
        return Dual<T>.Constant(e.Parameter(profile.Beta)) * weighted;
    }
}
