using GrpoVerified.Properties.Contract;
using GrpoVerified.Properties.Rounding;

namespace GrpoVerified.Properties.Inference;

/// <summary>The questions: few, each chosen so that two values of some axis answer differently.</summary>
public static class Probes
{
    private static readonly double[] Scales = [1, 1.0 / 16, 1.0 / 1024, 1.0 / 65536, 1.0 / 1048576, 1.0 / 1073741824];

    // Around the clamps ±5, ±10, ±20 and ±40 of the difference and of the estimate.
    private static readonly double[] Differences = [0.5, -0.5, 2, -2.5, -2.75, 7, -7, 15, -15, 30, -30, 50, -50];

    /// <summary>Every probe in a format that the implementation's capabilities allow.</summary>
    public static IReadOnlyList<Probe> For(TrainerDescription description, DType dtype)
    {
        ArgumentNullException.ThrowIfNull(description);
        var format = NumberFormat.Of(dtype);
        bool Has(Capability c) => description.Capabilities.Contains(c);
        var probes = new List<Probe>();
        if (Has(Capability.Advantages))
        {
            probes.AddRange(Advantages(format, Has(Capability.RaggedGroups), Has(Capability.MissingRewards)));
        }

        if (Has(Capability.Kl))
        {
            probes.AddRange(Differences.Select(d => new Probe(FormattableString.Invariant($"KL at d = {d:R}"), new KlRequest(dtype, [format.Round(-1)], [format.Round(-1 - d)]))));
        }

        if (Has(Capability.Ratio))
        {
            probes.Add(new("ratio of two tokens", new RatioRequest(dtype, [[-1, -1, -1]], [[-1.5, -1, -1]], [[true, true, false]])));
            probes.Add(new("ratio beyond clamps", new RatioRequest(dtype, [[-1], [-1]], [[-16], [-26]], [[true], [true]])));
        }

        if (Has(Capability.Loss))
        {
            probes.AddRange(Losses(dtype));
        }

        if (Has(Capability.Aggregation))
        {
            probes.AddRange(Aggregations(dtype, Has(Capability.Totals)));
        }

        return probes;
    }

    private static IEnumerable<Probe> Advantages(NumberFormat format, bool ragged, bool missing)
    {
        AdvantageRequest Group(params double[] rewards) => new(format.DType, [.. rewards.Select(format.Round)], [.. rewards.Select(_ => 0)]);
        foreach (var s in Scales.Where(s => format.DType is DType.Float64 or DType.Float32 || s > 1e-3))
        {
            yield return new(FormattableString.Invariant($"advantages of {s:R}·(1, 0, 0, 0)"), Group(s, 0, 0, 0));
        }

        yield return new("advantages of (1, 0, 0.25)", Group(1, 0, 0.25));
        yield return new("advantages of two groups", new AdvantageRequest(format.DType, [1, 0, 0, 0, 3, 1, 1, 1], [0, 0, 0, 0, 1, 1, 1, 1]));
        yield return new("advantages of equal rewards", Group(1, 1, 1, 1));
        if (ragged)
        {
            yield return new("advantages with a group of one", new AdvantageRequest(format.DType, [1, 0, 0, 2], [0, 0, 0, 1]));
            yield return new("advantages of one sample", Group(2));
        }

        if (missing)
        {
            yield return new("advantages with a missing reward", Group(1, 0, double.NaN, 1));
        }
    }

    private static IEnumerable<Probe> Losses(DType dtype)
    {
        LossRequest Token(double logRatio, double d, double advantage) => new(dtype, [[-1]], [[-1 - logRatio]], [[-1 - d]], [[true]], [advantage], [0], 1);
        foreach (var (logRatio, advantage) in new[] { (0.0, 1.0), (0.0625, 1), (0.125, 1), (0.125, -1), (-0.125, -1), (0.25, 1), (0.5, 1), (-0.5, -1), (-0.5, 1), (0.5, -1), (2, 1), (2, -1), (4, -1), (4, 1), (15, -1), (25, -1) })
        {
            yield return new(FormattableString.Invariant($"loss of a token with log-ratio {logRatio:R}, advantage {advantage:R}"), Token(logRatio, 0, advantage));
        }

        yield return new("loss of a token away from the reference", Token(0, 0.5, 0));
        yield return new("loss of a token away from the reference, off policy", Token(0.125, -0.5, 0));
        yield return new("loss of two sequences", new LossRequest(dtype, [[-1, -1, -1], [-1, -1, -1]], [[-1, -1, -1], [-1, -1, -1]], [[-1, -1, -1], [-1, -1, -1]], [[true, true, true], [true, false, false]], [1, 2], [0, 1], 5));
        yield return new("loss of two sequences away from the reference", new LossRequest(dtype, [[-1, -1, -1], [-1, -1, -1]], [[-1, -1, -1], [-1, -1, -1]], [[-2, -2, -2], [-3, -3, -3]], [[true, true, true], [true, false, false]], [0, 0], [0, 1], 5));
        yield return new("loss of a sequence with two ratios", new LossRequest(dtype, [[-1, -1]], [[-1.0625, -0.9375]], [[-1, -1]], [[true, true]], [1], [0], 2));
    }

    private static IEnumerable<Probe> Aggregations(DType dtype, bool totals)
    {
        AggregationRequest Of(double[][] values, bool[][] mask, int[] groups) => new(dtype, values, mask, groups, 5);
        yield return new("aggregate of ragged sequences", Of([[1, 2, 3, 7], [4, 7, 7, 7]], [[true, true, true, false], [true, false, false, false]], [0, 1]));
        yield return new("aggregate of three sequences of two prompts", Of([[1, 2, 3], [4, 7, 7], [2, 1, 7]], [[true, true, true], [true, false, false], [true, true, false]], [0, 0, 1]));
        yield return new("aggregate with a fully masked sequence", Of([[1, 2], [3, 4]], [[true, true], [false, false]], [0, 1]));
        yield return new("aggregate of a fully masked batch", Of([[1, 2]], [[false, false]], [0]));
        if (totals)
        {
            yield return new("aggregate of a part of a batch", Of([[1, 2], [3, 7]], [[true, true], [true, false]], [0, 1]) with { Totals = new(4, 7, 3) });
        }
    }
}
