using GrpoVerified.Properties.Contract;
using GrpoVerified.Properties.Profiles;

namespace GrpoVerified.Properties.Rules.Trainer;

/// <summary>A request with a number that the rule turns into a permutation, a cut, a shift or the like.</summary>
internal readonly record struct Case<TRequest>(TRequest Request, int Choice)
    where TRequest : TrainerRequest;

/// <summary>What rules share: why they do not apply, how their cases shrink.</summary>
internal static class Case
{
    public const string NoAdvantage = "the profile does not describe advantages";
    public const string NoKl = "the profile does not describe the KL term";
    public const string NoClip = "the profile does not describe the ratio and its clip";
    public const string NoAggregation = "the profile does not describe the aggregation";

    public static string? NeedsAdvantage(TrainerProfile p) => p.Advantage is null ? NoAdvantage : null;

    public static string? NeedsKl(TrainerProfile p) => p.Kl is null ? NoKl : null;

    public static string? NeedsClip(TrainerProfile p) => p.Clip is null ? NoClip : null;

    public static string? NeedsAggregation(TrainerProfile p) => p.Aggregation is null ? NoAggregation : null;

    /// <summary>A loss can be predicted where ratio, aggregation and, if it is in the loss, the KL term are described.</summary>
    public static string? NeedsLoss(TrainerProfile p) => NeedsClip(p) ?? NeedsAggregation(p) ?? NeedsKl(p);

    public static Func<Case<TRequest>, IEnumerable<Case<TRequest>>> Shrink<TRequest>(Func<TRequest, IEnumerable<TRequest>> simpler)
        where TRequest : TrainerRequest
        => c => simpler(c.Request).Select(r => c with { Request = r })
            .Concat(c.Choice > 0 ? new[] { 0, c.Choice / 2, c.Choice - 1 }.Distinct().Select(n => c with { Choice = n }) : []);

    public static FsCheck.Gen<Case<TRequest>> With<TRequest>(FsCheck.Gen<TRequest> requests, int choices)
        where TRequest : TrainerRequest
        => FsCheck.Fluent.Gen.Zip(requests, FsCheck.Fluent.Gen.Choose(0, choices - 1), (r, n) => new Case<TRequest>(r, n));

    /// <summary>The n-th of a family of permutations: rotations, reversed for odd n.</summary>
    public static int[] Permutation(int length, int n)
    {
        var rotated = Enumerable.Range(0, length).Select(i => (i + 1 + (n / 2)) % length).ToArray();
        if (n % 2 == 1)
        {
            Array.Reverse(rotated);
        }

        return rotated;
    }

    public static IReadOnlyList<T> Permuted<T>(IReadOnlyList<T> list, int[] order) => [.. order.Select(i => list[i])];

    public static LossRequest Permuted(LossRequest r, int[] order) => r with
    {
        LogProbs = Permuted(r.LogProbs, order),
        OldLogProbs = Permuted(r.OldLogProbs, order),
        ReferenceLogProbs = Permuted(r.ReferenceLogProbs, order),
        Mask = Permuted(r.Mask, order),
        Advantages = Permuted(r.Advantages, order),
        Groups = Permuted(r.Groups, order),
    };

    /// <summary>Each masked token of every row replaced.</summary>
    public static IReadOnlyList<IReadOnlyList<double>> Plant(IReadOnlyList<IReadOnlyList<double>> rows, IReadOnlyList<IReadOnlyList<bool>> mask, double value)
        => [.. rows.Select((row, i) => (IReadOnlyList<double>)[.. row.Select((x, t) => mask[i][t] ? x : value)])];

    public static IEnumerable<(int I, int T)> Unmasked(IReadOnlyList<IReadOnlyList<bool>> mask)
        => mask.SelectMany((row, i) => row.Select((m, t) => (m, i, t)).Where(x => x.m).Select(x => (x.i, x.t)));
}
