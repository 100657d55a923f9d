using GrpoVerified.Properties.Contract;
using GrpoVerified.Properties.Rounding;

namespace GrpoVerified.Properties.Generators;

/// <summary>Simpler requests to try after a failure: fewer samples, sequences and tokens first, then simpler numbers.</summary>
internal static class Simpler
{
    public static IEnumerable<AdvantageRequest> Advantages(AdvantageRequest r)
    {
        var format = NumberFormat.Of(r.DType);
        var order = r.Groups.Distinct().ToList();
        if (!order.SequenceEqual(Enumerable.Range(0, order.Count)))
        {
            yield return r with { Groups = [.. r.Groups.Select(g => order.IndexOf(g))] };
        }

        foreach (var group in r.Groups.Distinct().Where(_ => r.Groups.Distinct().Count() > 1))
        {
            yield return Keep(r, i => r.Groups[i] != group);
        }

        for (var i = 0; i < r.Rewards.Count && r.Rewards.Count > 1; i++)
        {
            yield return Keep(r, j => j != i);
        }

        if (r.Mask is not null)
        {
            yield return r with { Mask = null };
        }

        // All samples with the same number together, then each alone.
        foreach (var value in r.Rewards.Distinct())
        {
            foreach (var simpler in SternBrocot.Simpler(value, format))
            {
                yield return r with { Rewards = [.. r.Rewards.Select(x => x.Equals(value) ? simpler : x)] };
            }
        }

        for (var i = 0; i < r.Rewards.Count; i++)
        {
            foreach (var simpler in SternBrocot.Simpler(r.Rewards[i], format))
            {
                yield return r with { Rewards = With(r.Rewards, i, simpler) };
            }
        }
    }

    public static IEnumerable<KlRequest> Kl(KlRequest r)
    {
        var format = NumberFormat.Of(r.DType);
        for (var i = 0; i < r.LogProbs.Count && r.LogProbs.Count > 1; i++)
        {
            yield return r with { LogProbs = Without(r.LogProbs, i), ReferenceLogProbs = Without(r.ReferenceLogProbs, i) };
        }

        for (var i = 0; i < r.LogProbs.Count; i++)
        {
            foreach (var simpler in SternBrocot.Simpler(r.LogProbs[i], format))
            {
                yield return r with { LogProbs = With(r.LogProbs, i, simpler) };
            }

            foreach (var simpler in SternBrocot.Simpler(r.ReferenceLogProbs[i], format))
            {
                yield return r with { ReferenceLogProbs = With(r.ReferenceLogProbs, i, simpler) };
            }
        }
    }

    public static IEnumerable<RatioRequest> Ratio(RatioRequest r)
        => Loss(AsLoss(r)).Select(l => new RatioRequest(l.DType, l.LogProbs, l.OldLogProbs, l.Mask) { Options = l.Options });

    public static IEnumerable<AggregationRequest> Aggregation(AggregationRequest r)
        => Loss(new(r.DType, r.Values, r.Values, r.Values, r.Mask, [.. r.Groups.Select(_ => 0.0)], r.Groups, r.MaxLength) { Options = r.Options })
            .Select(l => new AggregationRequest(l.DType, l.LogProbs, l.Mask, l.Groups, l.MaxLength) { Options = l.Options });

    public static IEnumerable<LossRequest> Loss(LossRequest r)
    {
        var format = NumberFormat.Of(r.DType);
        var rows = r.Mask.Count;
        for (var i = 0; i < rows && rows > 1; i++)
        {
            yield return RemoveRow(r, i);
        }

        for (var t = 0; t < r.Mask[0].Count && r.Mask[0].Count > 1; t++)
        {
            yield return RemoveColumn(r, t);
        }

        if (r.MaxLength > r.Mask[0].Count)
        {
            yield return r with { MaxLength = r.Mask[0].Count };
        }

        for (var i = 0; i < rows; i++)
        {
            foreach (var simpler in SternBrocot.Simpler(r.Advantages[i], format))
            {
                yield return r with { Advantages = With(r.Advantages, i, simpler) };
            }

            for (var t = 0; t < r.Mask[i].Count; t++)
            {
                if (!r.Mask[i][t])
                {
                    yield return r with { Mask = With(r.Mask, i, With(r.Mask[i], t, true)) };
                }

                foreach (var moved in Token(r, i, t, format))
                {
                    yield return moved;
                }
            }
        }
    }

    private static IEnumerable<LossRequest> Token(LossRequest r, int i, int t, NumberFormat format)
    {
        var (lp, old, reference) = (r.LogProbs[i][t], r.OldLogProbs[i][t], r.ReferenceLogProbs[i][t]);
        if (old != lp)
        {
            yield return r with { OldLogProbs = With(r.OldLogProbs, i, With(r.OldLogProbs[i], t, lp)) };
        }

        if (reference != lp)
        {
            yield return r with { ReferenceLogProbs = With(r.ReferenceLogProbs, i, With(r.ReferenceLogProbs[i], t, lp)) };
        }

        foreach (var simpler in SternBrocot.Simpler(lp, format))
        {
            yield return r with { LogProbs = With(r.LogProbs, i, With(r.LogProbs[i], t, simpler)) };
        }

        foreach (var simpler in SternBrocot.Simpler(old, format))
        {
            yield return r with { OldLogProbs = With(r.OldLogProbs, i, With(r.OldLogProbs[i], t, simpler)) };
        }

        foreach (var simpler in SternBrocot.Simpler(reference, format))
        {
            yield return r with { ReferenceLogProbs = With(r.ReferenceLogProbs, i, With(r.ReferenceLogProbs[i], t, simpler)) };
        }
    }

    private static LossRequest AsLoss(RatioRequest r)
        => new(r.DType, r.LogProbs, r.OldLogProbs, r.LogProbs, r.Mask, [.. r.Mask.Select(_ => 0.0)], [.. r.Mask.Select(_ => 0)], r.Mask[0].Count) { Options = r.Options };

    private static LossRequest RemoveRow(LossRequest r, int i) => r with
    {
        LogProbs = Without(r.LogProbs, i),
        OldLogProbs = Without(r.OldLogProbs, i),
        ReferenceLogProbs = Without(r.ReferenceLogProbs, i),
        Mask = Without(r.Mask, i),
        Advantages = Without(r.Advantages, i),
        Groups = Without(r.Groups, i),
    };

    private static LossRequest RemoveColumn(LossRequest r, int t) => r with
    {
        LogProbs = [.. r.LogProbs.Select(row => Without(row, t))],
        OldLogProbs = [.. r.OldLogProbs.Select(row => Without(row, t))],
        ReferenceLogProbs = [.. r.ReferenceLogProbs.Select(row => Without(row, t))],
        Mask = [.. r.Mask.Select(row => Without(row, t))],
        MaxLength = r.MaxLength - 1,
    };

    private static AdvantageRequest Keep(AdvantageRequest r, Func<int, bool> keep)
    {
        var indices = Enumerable.Range(0, r.Rewards.Count).Where(keep).ToList();
        return r with
        {
            Rewards = [.. indices.Select(i => r.Rewards[i])],
            Groups = [.. indices.Select(i => r.Groups[i])],
            Mask = r.Mask is null ? null : [.. indices.Select(i => r.Mask[i])],
        };
    }

    public static IReadOnlyList<T> With<T>(IReadOnlyList<T> list, int i, T value) => [.. list.Select((x, j) => j == i ? value : x)];

    public static IReadOnlyList<T> Without<T>(IReadOnlyList<T> list, int i) => [.. list.Where((_, j) => j != i)];
}
