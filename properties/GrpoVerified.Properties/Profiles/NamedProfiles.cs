using GrpoVerified.Arithmetic;
using GrpoVerified.Theory.Groups;

namespace GrpoVerified.Properties.Profiles;

/// <summary>The conventions of known trainers, each as read in the version it names. Conventions move: look at the version.</summary>
public static partial class NamedProfiles
{
    private const string NotReadForAggregation = " The aggregation was not read.";

    private static readonly ClipProfile PlainClip = new();

    /// <summary>All profiles, the paper's first, in a fixed order.</summary>
    public static IReadOnlyList<TrainerProfile> All { get; } =
        [Paper(), .. HuggingFace(), .. Verl(), .. OpenRlhf(), .. NeMo(), .. Frameworks(), .. Teaching()];

    /// <summary>Names of all profiles.</summary>
    public static IEnumerable<string> Names => All.Select(p => p.Name);

    /// <summary>The profile of a name, letter case ignored; null if there is none.</summary>
    public static TrainerProfile? Find(string name)
        => All.FirstOrDefault(p => string.Equals(p.Name, name, StringComparison.OrdinalIgnoreCase));

    private static Rational Q(string text) => Rational.Parse(text);

    private static AdvantageProfile Whitened(string epsilon, DeviationKind deviation = DeviationKind.Sample, SingletonRule singleton = SingletonRule.Zero)
        => new() { Deviation = deviation, Epsilon = Q(epsilon), Singleton = singleton };

    private static AdvantageProfile Centred(Baseline baseline = Baseline.Mean, SingletonRule singleton = SingletonRule.Zero)
        => new() { Baseline = baseline, Deviation = DeviationKind.None, Singleton = singleton };

    private static KlProfile K3(string beta, string? input = null, string? output = null, K3Form form = K3Form.DifferenceFirst)
        => new() { Beta = Q(beta), InputClamp = input is null ? null : Q(input), OutputClamp = output is null ? null : Q(output), Form = form };

    private static AggregationProfile By(AggregationMode mode, EmptySequenceRule? emptySequence = null, EmptyBatchRule? emptyBatch = null)
        => new() { Mode = mode, EmptySequence = emptySequence, EmptyBatch = emptyBatch };

    private static TrainerProfile Paper() => new(
        "paper",
        "arXiv 2503.06639v4 with the objective of arXiv 2402.03300",
        "Advantage (r − p)/√(p(1−p) + ε) with ε = 1e-4 chosen here (the paper leaves it open); per-token k3 with β = 0.04, clip 0.2, mean over sequences of the mean over tokens.")
    {
        Advantage = new() { Deviation = DeviationKind.Population, Epsilon = Q("1e-4"), EpsilonRule = EpsilonRule.Inside },
        Kl = K3("0.04", form: K3Form.Expm1),
        Clip = PlainClip,
        Aggregation = By(AggregationMode.SequenceMeanTokenMean, EmptySequenceRule.Counted, EmptyBatchRule.Zero),
    };
}
