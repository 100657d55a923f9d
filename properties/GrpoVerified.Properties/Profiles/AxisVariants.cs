using GrpoVerified.Arithmetic;
using GrpoVerified.Theory.Groups;

namespace GrpoVerified.Properties.Profiles;

/// <summary>A profile with one axis changed, and the change in words.</summary>
/// <param name="Text">The change: "std = population".</param>
/// <param name="Profile">The changed profile.</param>
internal sealed record AxisVariant(string Text, TrainerProfile Profile);

/// <summary>Profiles that differ from one in a single axis, then the named ones: the likely reasons why an answer does not fit.</summary>
internal static class AxisVariants
{
    public static readonly string[] UsualEpsilons = ["0", "1e-12", "1e-9", "1e-8", "1e-6", "1e-5", "1e-4", "1e-3", "1e-2"];

    /// <summary>How the text of a variant begins that is another trainer's convention in more than one axis.</summary>
    public const string NamedPrefix = "profile ";

    private static readonly string[] UsualBetas = ["1e-3", "1e-2", "0.04", "0.05", "0.1"];

    private static readonly Rational?[] UsualClamps = [null, 5, 10, 20, 40];

    public static IEnumerable<AxisVariant> Advantage(TrainerProfile profile)
    {
        if (profile.Advantage is not { } a)
        {
            return [];
        }

        return Enum.GetValues<DeviationKind>().Where(d => d != a.Deviation).Select(d => ($"std = {Kebab(d)}", a with { Deviation = d }))
            .Concat(Enum.GetValues<Baseline>().Where(b => b != a.Baseline).Select(b => ($"baseline = {Kebab(b)}", a with { Baseline = b })))
            .Concat(Enum.GetValues<EpsilonRule>().Where(r => r != a.EpsilonRule && r != EpsilonRule.VarianceFloor).Select(r => ($"epsilon placed {Kebab(r)}", a with { EpsilonRule = r })))
            .Concat(Enum.GetValues<StatisticScope>().Where(s => s != a.DeviationScope).Select(s => ($"std over the {Kebab(s)}", a with { DeviationScope = s })))
            .Concat(Enum.GetValues<StatisticScope>().Where(s => s != a.BaselineScope).Select(s => ($"baseline over the {Kebab(s)}", a with { BaselineScope = s })))
            .Concat(Enum.GetValues<SingletonRule>().Where(s => s is SingletonRule.Zero or SingletonRule.RawReward && s != a.Singleton).Select(s => ($"a group of one gets {Kebab(s)}", a with { Singleton = s })))
            .Concat(UsualEpsilons.Select(Rational.Parse).Where(e => e != a.Epsilon).Select(e => ($"epsilon = {Short(e)}", a with { Epsilon = e })))
            .Concat(Named(p => p.Advantage, a))
            .Select(v => new AxisVariant(v.Item1, profile with { Advantage = v.Item2 }));
    }

    public static IEnumerable<AxisVariant> Kl(TrainerProfile profile)
    {
        if (profile.Kl is not { } k)
        {
            return [];
        }

        return Enum.GetValues<KlEstimator>().Where(e => e != k.Estimator).Select(e => ($"estimator = {Kebab(e)}", k with { Estimator = e }))
            .Concat(UsualClamps.Where(c => c != k.InputClamp).Select(c => ($"input clamp = {Optional(c)}", k with { InputClamp = c })))
            .Concat(UsualClamps.Where(c => c != k.OutputClamp).Select(c => ($"output clamp = {Optional(c)}", k with { OutputClamp = c })))
            .Concat(Enum.GetValues<KlGradientForm>().Where(g => g != k.Gradient).Select(g => ($"gradient of {Kebab(g)}", k with { Gradient = g })))
            .Concat(UsualBetas.Select(Rational.Parse).Where(b => k.Placement != KlPlacement.Loss || b != k.Beta).Select(b => ($"{Short(b)} times the KL estimate in the loss", k with { Placement = KlPlacement.Loss, Beta = b })))
            .Append(("no KL term in the loss", k with { Placement = KlPlacement.None })).Where(v => v.Item2 != k)
            .Concat(Named(p => p.Kl, k))
            .Select(v => new AxisVariant(v.Item1, profile with { Kl = v.Item2 }));
    }

    public static IEnumerable<AxisVariant> Clip(TrainerProfile profile)
    {
        if (profile.Clip is not { } c)
        {
            return [];
        }

        return Enum.GetValues<RatioLevel>().Where(l => l != c.Level).Select(l => ($"ratio level = {Kebab(l)}", c with { Level = l }))
            .Concat(Enum.GetValues<DualClipKind>().Where(d => d != c.DualClip).Select(d => ($"dual clip = {Kebab(d)}", c with { DualClip = d })))
            .Concat(Enum.GetValues<PolicyObjective>().Where(o => o != c.Objective).Select(o => ($"objective = {Kebab(o)}", c with { Objective = o })))
            .Append(("no clip", c with { Low = null, High = null }))
            .Append(("clip bound absolute", c with { IsHighAbsolute = !c.IsHighAbsolute }))
            .Append(("log-ratio clamp = none", c with { LogRatioClamp = null }))
            .Append(("log-ratio clamp = 20", c with { LogRatioClamp = 20 }))
            .Where(v => v.Item2 != c)
            .Select(v => new AxisVariant(v.Item1, profile with { Clip = v.Item2 }));
    }

    public static IEnumerable<AxisVariant> Aggregation(TrainerProfile profile)
    {
        if (profile.Aggregation is not { } a)
        {
            return [];
        }

        return Enum.GetValues<AggregationMode>().Where(m => m != a.Mode).Select(m => ($"aggregation = {Kebab(m)}", a with { Mode = m }))
            .Concat(Enum.GetValues<EmptySequenceRule>().Where(e => e != a.EmptySequence).Select(e => ($"empty sequences {Kebab(e)}", a with { EmptySequence = e })))
            .Concat(Enum.GetValues<LengthSource>().Where(l => l != a.Length).Select(l => ($"L_max = {Kebab(l)}", a with { Length = l })))
            .Select(v => new AxisVariant(v.Item1, profile with { Aggregation = v.Item2 }));
    }

    /// <summary>SequenceMeanTokenMean becomes sequence-mean-token-mean.</summary>
    public static string Kebab<T>(T value)
        where T : struct, Enum
        => string.Concat(value.ToString().Select((c, i) => char.IsUpper(c) ? (i > 0 ? "-" : string.Empty) + char.ToLowerInvariant(c) : c.ToString()));

    /// <summary>1/10000 as 1e-4, other numbers as they are.</summary>
    public static string Short(Rational value)
    {
        for (var k = 3; k <= 15; k++)
        {
            if (value == Rational.Pow(10, -k))
            {
                return $"1e-{k.ToString(System.Globalization.CultureInfo.InvariantCulture)}";
            }
        }

        return value.ToString();
    }

    // The first of those that agree in this area.
    private static IEnumerable<(string Text, T Part)> Named<T>(Func<TrainerProfile, T?> part, T own)
        where T : class
        => NamedProfiles.All.Where(p => part(p) is { } other && !other.Equals(own)).DistinctBy(part).Select(p => (NamedPrefix + p.Name, part(p)!));

    private static string Optional(Rational? value) => value is { } v ? v.ToString() : "none";
}
