using GrpoVerified.Arithmetic;
using GrpoVerified.Properties.Contract;
using GrpoVerified.Properties.Profiles;

namespace GrpoVerified.Properties.Expectations;

/// <summary>Aggregates under a profile.</summary>
internal static class AggregationExpectation
{
    public static Expected<T> Of<T>(AggregationProfile profile, AggregationRequest request, Evaluation<T> e)
        where T : IEnclosure<T>
    {
        if (request.Totals is null && request.Mask.All(row => !row.Contains(true)))
        {
            return LossExpectation.Empty<T>(profile);
        }

        if (Weights.Of(profile, profile.Mode, request.Mask, request.Groups, request.MaxLength, request.Totals) is not { } weights)
        {
            return Expected<T>.Anything;
        }

        var sum = T.Zero;
        var undivided = T.Zero;
        for (var i = 0; i < weights.Length; i++)
        {
            var w = e.Parameter(weights[i]);
            for (var t = 0; t < request.Mask[i].Count; t++)
            {
                if (request.Mask[i][t])
                {
                    sum += w * e.Input(request.Values[i][t]);
                    undivided += e.Input(request.Values[i][t]);
                }
            }
        }

        return T.IsFinite(undivided) ? sum : Expected<T>.Anything;
    }
}
