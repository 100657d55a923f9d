using FsCheck;
using FsCheck.Fluent;
using GrpoVerified.Properties.Contract;
using GrpoVerified.Properties.Rounding;

namespace GrpoVerified.Properties.Generators;

/// <summary>Requests for advantages, biased to what trips trainers: binary and weighted verifiers, nearly constant groups, partial and interleaved groups.</summary>
/// <param name="Format">Format of the numbers.</param>
/// <param name="IsRagged">Whether groups may differ in size.</param>
/// <param name="IsInterleaved">Whether samples of different groups may alternate.</param>
/// <param name="MinSize">Least size of a group.</param>
internal sealed record RewardCases(NumberFormat Format, bool IsRagged, bool IsInterleaved, int MinSize = 2)
{
    private static readonly double[] NonDyadic = [0.1, 0.7, 0.3, 1.0 / 3, 0.35, 1.1, -0.2, 0.6];

    /// <summary>The generator that an implementation's capabilities allow.</summary>
    public static RewardCases For(TrainerDescription description, NumberFormat format)
        => new(format, description.Capabilities.Contains(Capability.RaggedGroups), description.Capabilities.Contains(Capability.InterleavedGroups));

    /// <summary>Any request.</summary>
    public Gen<AdvantageRequest> Any => Requests(AnyGroup);

    /// <summary>Groups whose rewards are all equal to one of a few numbers; dyadic ones have exact means.</summary>
    public Gen<AdvantageRequest> Equal(bool dyadic)
        => Requests(n => (dyadic ? Numbers.OneOf(0, 1, 0.5, -1, 2, 0.25) : Gen.Elements(NonDyadic)).In(Format)
            .Select(c => (IReadOnlyList<double>)Enumerable.Repeat(c, n).ToArray()));

    /// <summary>Equal groups of non-dyadic rewards among ordinary ones: sizes where the mean rounds.</summary>
    public Gen<AdvantageRequest> Requests(Func<int, Gen<IReadOnlyList<double>>> members)
        => from count in Gen.Choose(1, 3)
           from size in Gen.Frequency((3, Gen.Choose(Math.Max(MinSize, 2), 5)), (2, Gen.Constant(8)), (1, Gen.Choose(MinSize, 12)))
           from sizes in (IsRagged ? Gen.Frequency((1, Gen.Constant(size)), (1, Gen.Choose(MinSize, size))) : Gen.Constant(size)).List(count)
           from rewards in Gen.CollectToList(sizes, members)
           from order in IsInterleaved ? Gen.Shuffle(Enumerable.Range(0, sizes.Sum())) : Gen.Constant(Enumerable.Range(0, sizes.Sum()).ToArray())
           let all = rewards.SelectMany((r, g) => r.Select(x => (Reward: x, Group: g))).ToList()
           select new AdvantageRequest(Format.DType, [.. order.Select(i => all[i].Reward)], [.. order.Select(i => all[i].Group)]);

    private Gen<IReadOnlyList<double>> AnyGroup(int n)
        => Gen.Frequency(
            (4, Numbers.OneOf(0, 1).List(n)),
            (2, Numbers.OneOf(0, 0.1, 0.35, 0.45, 1, 1.1).In(Format).List(n)),
            (2, OneDifferent(n)),
            (2, NearlyConstant(n)),
            (1, Numbers.Between(-2, 3).In(Format).List(n)),
            (1, Numbers.Magnitude(-6, 6).In(Format).List(n)),
            (1, Gen.Elements(NonDyadic).In(Format).Select(c => (IReadOnlyList<double>)Enumerable.Repeat(c, n).ToArray())));

    // s·(1, 0, …, 0) + c for small s: where ε and its place show.
    private Gen<IReadOnlyList<double>> OneDifferent(int n)
        => from k in Gen.Choose(0, 24)
           from c in Numbers.OneOf(0, 0, 1)
           from at in Gen.Choose(0, n - 1)
           select (IReadOnlyList<double>)Enumerable.Range(0, n).Select(i => Format.Round(c + (i == at ? Math.ScaleB(1, -k) : 0))).ToArray();

    private Gen<IReadOnlyList<double>> NearlyConstant(int n)
        => from c in Gen.Elements(NonDyadic).In(Format)
           from steps in Gen.Choose(-2, 2).List(n)
           select (IReadOnlyList<double>)steps.Select(s => c + (s * Format.Ulp(c))).ToArray();
}
