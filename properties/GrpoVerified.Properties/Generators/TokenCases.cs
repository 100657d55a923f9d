using FsCheck;
using FsCheck.Fluent;
using GrpoVerified.Properties.Contract;
using GrpoVerified.Properties.Rounding;

namespace GrpoVerified.Properties.Generators;

/// <summary>Batches of token log-probabilities: log-ratios at the corners of clips and clamps, ragged masks with holes and empty rows.</summary>
internal sealed record TokenCases(NumberFormat Format)
{
    /// <summary>Whether a row may be fully masked.</summary>
    public bool AllowsEmptyRows { get; init; } = true;

    /// <summary>Whether the batch may hold a single sequence only.</summary>
    public int MinSequences { get; init; } = 1;

    /// <summary>Largest |log ratio| and |log π_θ − log π_ref|.</summary>
    public double Reach { get; init; } = 4;

    /// <summary>Log-probabilities of sampled tokens.</summary>
    public Gen<double> LogProb => Gen.Frequency((2, Numbers.Between(-4, -0.01)), (1, Numbers.OneOf(-1, -0.5, -2.302585, -0.1))).In(Format);

    /// <summary>Log-ratios: 0, tiny, around the usual clip bounds, large.</summary>
    public Gen<double> LogRatio => Gen.Frequency(
        (2, Gen.Constant(0.0)),
        (2, Numbers.Magnitude(-20, -6)),
        (3, Numbers.Between(-0.4, 0.4)),
        (2, Numbers.OneOf(0.1823, 0.1824, -0.2231, -0.2232, 0.25, -0.25, 0.0953, -0.1054)),
        (2, Numbers.Between(-Reach, Reach)),
        (2, Numbers.OneOf(1.0986, 1.2, 1.5, 1, -1, 12, -19, 21, -22)),
        (Reach > 50 ? 4 : 0, Numbers.OneOf(Reach, -Reach)));

    /// <summary>Pairs for the KL estimators: d from 0 to the reach, corners of the usual clamps.</summary>
    public Gen<KlRequest> Kl
        => from n in Gen.Choose(1, 4)
           from lp in LogProb.List(n)
           from d in Gen.Frequency((4, LogRatio), (1, Numbers.Magnitude(-14, -3)), (1, Numbers.OneOf(-2.6, -2.62, 9.9, 10.1))).List(n)
           select new KlRequest(Format.DType, lp, [.. lp.Zip(d, (a, b) => Format.Round(a - b))]);

    /// <summary>A mask: padding on the right, sometimes holes, sometimes an empty row.</summary>
    public Gen<IReadOnlyList<bool>> MaskRow(int width) => Gen.Frequency(
        (4, Gen.Choose(1, width).Select(n => Row(width, t => t < n))),
        (1, Gen.Elements(true, false).List(width).Select(r => r.Contains(true) ? r : Row(width, static t => t == 0))),
        (AllowsEmptyRows ? 1 : 0, Gen.Constant(Row(width, static _ => false))));

    /// <summary>A batch for the loss.</summary>
    public Gen<LossRequest> Loss
        => from rows in Gen.Choose(MinSequences, Math.Max(4, MinSequences))
           from width in Gen.Choose(1, 5)
           from lp in LogProb.List(width).List(rows)
           from ratios in LogRatio.List(width).List(rows)
           from divergences in LogRatio.List(width).List(rows)
           from mask in MaskRow(width).List(rows)
           from advantages in Gen.Frequency((3, Numbers.OneOf(1, -1, 0.5, -0.5, 0)), (2, Numbers.Between(-2.5, 2.5)), (1, Numbers.Magnitude(-10, -2))).In(Format).List(rows)
           from groups in Gen.Choose(0, 1).List(rows)
           from extra in Gen.Choose(0, 3)
           select new LossRequest(Format.DType, lp, Minus(lp, ratios), Minus(lp, divergences), mask, advantages, groups, width + extra);

    /// <summary>A batch for the ratio.</summary>
    public Gen<RatioRequest> Ratio => Loss.Select(r => new RatioRequest(r.DType, r.LogProbs, r.OldLogProbs, r.Mask));

    /// <summary>A batch for the aggregation.</summary>
    public Gen<AggregationRequest> Aggregation
        => from rows in Gen.Choose(MinSequences, Math.Max(4, MinSequences))
           from width in Gen.Choose(1, 5)
           from values in Gen.Frequency((2, Gen.Choose(-4, 9).Select(n => (double)n)), (2, Numbers.Between(-2, 2))).In(Format).List(width).List(rows)
           from mask in MaskRow(width).List(rows)
           from groups in Gen.Choose(0, 1).List(rows)
           from extra in Gen.Choose(0, 3)
           select new AggregationRequest(Format.DType, values, mask, groups, width + extra);

    private IReadOnlyList<IReadOnlyList<double>> Minus(IReadOnlyList<IReadOnlyList<double>> a, IReadOnlyList<IReadOnlyList<double>> b)
        => [.. a.Zip(b, (x, y) => (IReadOnlyList<double>)x.Zip(y, (u, v) => Format.Round(u - v)).ToArray())];

    private static IReadOnlyList<bool> Row(int width, Func<int, bool> at) => [.. Enumerable.Range(0, width).Select(at)];
}
