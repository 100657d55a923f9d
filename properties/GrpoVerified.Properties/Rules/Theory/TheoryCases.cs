using FsCheck;
using FsCheck.Fluent;
using GrpoVerified.Arithmetic;
using GrpoVerified.Properties.Rounding;
using GrpoVerified.Theory;
using GrpoVerified.Theory.Formulas;

namespace GrpoVerified.Properties.Rules.Theory;

/// <summary>Cases for rules of the theory: valid by construction, biased to corners and to the folds and flips of the map.</summary>
internal static class TheoryCases
{
    private static readonly double[] Corners = [0.5, 0.25, 0.1, 0.01, 1.0 / 3, 0.9, 0.99, 0.001, 0.75, 0.0625];

    /// <summary>Cases of a format with the given parts varied.</summary>
    /// <param name="inputs">What varies.</param>
    /// <param name="unsmoothed">Whether ε = 0 may occur.</param>
    /// <param name="format">Every number is one of this format.</param>
    public static Gen<TheoryCase> Of(TheoryInputs inputs, bool unsmoothed, NumberFormat format)
    {
        var any = Gen.Constant(new TheoryCase());
        any = With(TheoryInputs.P, Probability, (c, x) => c with { P = x });
        any = With(TheoryInputs.Other, Probability, (c, x) => c with { Other = x });
        any = With(TheoryInputs.Reference, Probability, (c, x) => c with { Reference = x });
        any = With(TheoryInputs.Beta, Scale(-5, 7, [1, 0.5, 2, 0.04, 1.5, 4]), (c, x) => c with { Beta = x });
        any = With(TheoryInputs.Epsilon, unsmoothed ? Gen.Frequency((4, Smoothing), (1, Gen.Constant(0.0))) : Smoothing, (c, x) => c with { Epsilon = x });
        any = With(TheoryInputs.Alpha, Probability, (c, x) => c with { Alpha = x });
        any = With(TheoryInputs.Clip, Scale(-6, 0, [0.2, 0.25, 0.5]), (c, x) => c with { ClipLow = x });
        any = With(TheoryInputs.Clip, Scale(-6, 2, [0.2, 0.28, 0.5, 1]), (c, x) => c with { ClipHigh = x });
        if (inputs.HasFlag(TheoryInputs.GroupSize))
        {
            any = any.Zip(Gen.Frequency((1, Gen.Elements(2, 3, 4, 8)), (2, Gen.Choose(2, 24))), (c, g) => c with { GroupSize = g });
        }

        if (inputs.HasFlag(TheoryInputs.Policies))
        {
            any = any.Zip(Policies, (c, policies) => c with { Policies = policies });
        }

        if (inputs.HasFlag(TheoryInputs.Map))
        {
            any = Gen.Frequency((4, any), (1, any.Zip(Probability.Zip(Gen.Choose(-2, 2)), AtBifurcation)));
        }

        return any.Select(c => Rounded(c, format)).Where(IsValid);

        Gen<TheoryCase> With(TheoryInputs input, Gen<double> values, Func<TheoryCase, double, TheoryCase> set)
            => inputs.HasFlag(input) ? any.Zip(values, set) : any;
    }

    /// <summary>Whether a case lies in the domain of the theory.</summary>
    public static bool IsValid(TheoryCase c)
        => c.P is > 0 and < 1 && c.Other is > 0 and < 1 && c.Reference is > 0 and < 1 && c.Beta > 0 && double.IsFinite(c.Beta) && c.Epsilon >= 0 && double.IsFinite(c.Epsilon)
            && c.Alpha is > 0 and <= 1 && c.ClipLow is > 0 and <= 1 && c.ClipHigh > 0 && c.GroupSize >= 2;

    /// <summary>Simpler cases: one part at a time, along simple fractions.</summary>
    public static IEnumerable<TheoryCase> Simpler(TheoryCase c, TheoryInputs inputs, NumberFormat format)
    {
        var candidates = Each(TheoryInputs.P, c.P, x => c with { P = x })
            .Concat(Each(TheoryInputs.Other, c.Other, x => c with { Other = x }))
            .Concat(Each(TheoryInputs.Reference, c.Reference, x => c with { Reference = x }))
            .Concat(Each(TheoryInputs.Beta, c.Beta, x => c with { Beta = x }))
            .Concat(Each(TheoryInputs.Epsilon, c.Epsilon, x => c with { Epsilon = x }))
            .Concat(Each(TheoryInputs.Alpha, c.Alpha, x => c with { Alpha = x }))
            .Concat(Each(TheoryInputs.Clip, c.ClipLow, x => c with { ClipLow = x }))
            .Concat(Each(TheoryInputs.Clip, c.ClipHigh, x => c with { ClipHigh = x }))
            .Concat(inputs.HasFlag(TheoryInputs.GroupSize) ? new[] { 2, c.GroupSize / 2, c.GroupSize - 1 }.Where(g => g >= 2 && g < c.GroupSize).Distinct().Select(g => c with { GroupSize = g }) : [])
            .Concat(inputs.HasFlag(TheoryInputs.Policies) ? SimplerPolicies(c.Policies).Select(p => c with { Policies = p }) : []);
        return candidates.Select(x => Rounded(x, format)).Where(IsValid);

        IEnumerable<TheoryCase> Each(TheoryInputs input, double value, Func<double, TheoryCase> set)
            => inputs.HasFlag(input) ? SimpleFraction.Simpler(value).Select(set) : [];
    }

    /// <summary>A measure that every shrink lowers.</summary>
    public static long Weight(TheoryCase c, TheoryInputs inputs)
    {
        var numbers = new[]
        {
            (TheoryInputs.P, c.P), (TheoryInputs.Other, c.Other), (TheoryInputs.Reference, c.Reference), (TheoryInputs.Beta, c.Beta),
            (TheoryInputs.Epsilon, c.Epsilon), (TheoryInputs.Alpha, c.Alpha), (TheoryInputs.Clip, c.ClipLow), (TheoryInputs.Clip, c.ClipHigh),
        };
        var weight = numbers.Where(n => inputs.HasFlag(n.Item1)).Sum(n => SimpleFraction.Weight(n.Item2));
        weight += inputs.HasFlag(TheoryInputs.GroupSize) ? c.GroupSize : 0;
        return weight + (inputs.HasFlag(TheoryInputs.Policies)
            ? c.Policies.Reference.Concat(c.Policies.Old).Concat(c.Policies.Policy).Sum(SimpleFraction.Weight)
            : 0);
    }

    private static Gen<double> Probability { get; } = Gen.Frequency(
        (3, Gen.Elements(Corners)),
        (4, Uniform.Select(u => 0.001 + (0.998 * u))),
        (2, Gen.Choose(1, 20).Select(k => Math.ScaleB(1, -k))),
        (1, Gen.Choose(2, 12).Select(k => 1 - Math.ScaleB(1, -k))),
        (1, Gen.Choose(-3, 3).Select(k => 0.5 + (k * Math.ScaleB(1, -20)))));

    private static Gen<double> Smoothing { get; } = Scale(-20, 2, [1, 0.1, 0.01, 0.001, 0.0001, 0.000001]);

    // A method: static members are initialised in the order of the text.
    private static Gen<double> Uniform => Gen.Choose(0, (1 << 24) - 1).Select(n => n * Math.ScaleB(1, -24));

    private static Gen<TheoryPolicies> Policies { get; } =
        Gen.Choose(2, 5).SelectMany(n => Composition(n).Three().Zip(Gen.Elements(true, false).ArrayOf(n - 2), (three, rest) =>
            new TheoryPolicies(three.Item1, three.Item2, three.Item3, [true, false, .. rest])));

    // n positive multiples of 2^−10 with sum 1.
    private static Gen<IReadOnlyList<double>> Composition(int n)
        => Gen.Choose(1, 1024 - n).ArrayOf(n - 1).Select(cuts =>
        {
            var ordered = cuts.Order().Select((cut, i) => cut + i).Prepend(0).Append(1024).ToArray();
            return (IReadOnlyList<double>)[.. ordered.Zip(ordered.Skip(1), (a, b) => Math.ScaleB(b - a, -10))];
        });

    private static Gen<double> Scale(int low, int high, double[] corners)
        => Gen.Frequency((1, Gen.Elements(corners)), (2, Gen.Choose(low, high - 1).Zip(Uniform, (k, u) => Math.ScaleB(1 + u, k))));

    // β = B(p) and p_ref on the saddle-node (p > 1/2) or flip (p < 1/2) curve of claim D6, and its near neighbours.
    private static TheoryCase AtBifurcation(TheoryCase c, (double P, int Offset) at)
    {
        var (p, eps) = (Probability<Float64>.FromSuccess(new(at.P)), new Float64(c.Epsilon));
        var beta = Stability.Threshold(p, eps).Value;
        var reference = Probability<Float64>.FromLogOdds(Stability.CurveReference(p, eps)).Success.Value;
        return beta > 1e-3 && reference is > 1e-6 and < 1 ? c with { Beta = beta, Reference = reference * (1 + (0.001 * at.Offset)) } : c;
    }

    private static IEnumerable<TheoryPolicies> SimplerPolicies(TheoryPolicies p)
    {
        var n = p.Rewards.Count;
        for (var i = 0; i < n; i++)
        {
            var other = Enumerable.Range(0, n).FirstOrDefault(j => j != i && p.Rewards[j] == p.Rewards[i], -1);
            if (other >= 0)
            {
                var (from, into) = (i, other);
                yield return new(Merged(p.Reference, from, into), Merged(p.Old, from, into), Merged(p.Policy, from, into), [.. p.Rewards.Where((_, k) => k != from)]);
            }
        }

        yield return p with { Policy = p.Old };
        yield return p with { Policy = p.Reference };
        yield return p with { Old = p.Reference };
        if (n == 2)
        {
            yield return p with { Reference = [0.5, 0.5] };
            yield return p with { Old = [0.5, 0.5] };
            yield return p with { Policy = [0.5, 0.5] };
            yield return p with { Policy = [0.25, 0.75] };
        }
    }

    private static double[] Merged(IReadOnlyList<double> policy, int from, int into)
        => [.. policy.Select((x, k) => k == into ? x + policy[from] : x).Where((_, k) => k != from)];

    private static TheoryCase Rounded(TheoryCase c, NumberFormat format) => c with
    {
        P = format.Round(c.P),
        Other = format.Round(c.Other),
        Reference = format.Round(c.Reference),
        Beta = format.Round(c.Beta),
        Epsilon = format.Round(c.Epsilon),
        Alpha = format.Round(c.Alpha),
        ClipLow = format.Round(c.ClipLow),
        ClipHigh = format.Round(c.ClipHigh),
    };
}
