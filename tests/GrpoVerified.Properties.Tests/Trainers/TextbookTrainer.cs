using GrpoVerified.Arithmetic;
using GrpoVerified.Properties.Contract;
using GrpoVerified.Properties.Profiles;
using GrpoVerified.Properties.Rounding;

namespace GrpoVerified.Properties.Tests.Trainers;

/// <summary>
/// GRPO the way trainers write it: loops over samples and tokens in the format of the request, each operation rounded, gradients
/// by hand. Uses none of the formulas of the theory. With a <see cref="Trainers.Fault"/> it is one of the broken trainers.
/// </summary>
internal sealed partial class TextbookTrainer(TrainerProfile profile, Fault fault = Fault.None, bool complete = true) : ITrainer
{
    private NumberFormat _format = NumberFormat.Of(DType.Float64);

    private IReadOnlyDictionary<string, string> _options = new Dictionary<string, string>(StringComparer.Ordinal);

    public TrainerProfile Profile { get; } = profile;

    public TrainerDescription Description { get; } = new(
        fault == Fault.None ? $"textbook {profile.Name}" : $"textbook {profile.Name} with {fault}",
        Declared(profile, complete),
        new HashSet<DType>(Enum.GetValues<DType>()),
        new HashSet<string>(OptionNames.All, StringComparer.Ordinal));

    public TrainerAnswer Answer(TrainerRequest request)
    {
        _format = NumberFormat.Of(request.DType);
        _options = request.Options;
        return request switch
        {
            AdvantageRequest r => Advantages(r),
            KlRequest r => Kl(r),
            RatioRequest r => new RatioAnswer([.. r.Mask.Select((m, i) => Ratios(r.LogProbs, r.OldLogProbs, r.Mask, i))]),
            LossRequest r => Loss(r),
            AggregationRequest r => Aggregate(r),
            _ => throw new TrainerFaultException(TrainerFault.Rejected, "unknown request"),
        };
    }

    // The same with fewer formats.
    public ITrainer Only(params DType[] formats) => new Restricted(this, new HashSet<DType>(formats));

    // Parts that the profile does not describe are answered by defaults, or not declared at all.
    private static HashSet<Capability> Declared(TrainerProfile profile, bool complete)
    {
        var all = Enum.GetValues<Capability>().ToHashSet();
        if (!complete)
        {
            all.ExceptWith(profile.Advantage is null ? [Capability.Advantages, Capability.AdvantageMask, Capability.RaggedGroups, Capability.InterleavedGroups] : Array.Empty<Capability>());
            all.ExceptWith(profile.Kl is null ? [Capability.Kl, Capability.KlGradient] : Array.Empty<Capability>());
            all.ExceptWith(profile.Clip is null ? [Capability.Ratio] : Array.Empty<Capability>());
            all.ExceptWith(profile.Aggregation is null ? [Capability.Aggregation, Capability.Totals] : Array.Empty<Capability>());
            all.ExceptWith(profile is { Clip: not null, Kl: not null, Aggregation: not null } ? Array.Empty<Capability>() : [Capability.Loss, Capability.LossGradient, Capability.TokenLosses]);
        }

        if (profile.Advantage?.Missing is null)
        {
            all.Remove(Capability.MissingRewards);
        }

        return all;
    }

    private bool Has(Fault f) => fault == f;

    private double R(double x) => _format.Round(x);

    private double Parameter(Rational value) => R(value.ToDouble());

    private double Option(string name, Rational otherwise) => Parameter(_options.TryGetValue(name, out var text) ? Rational.Parse(text) : otherwise);

    private double Sum(IEnumerable<double> values) => values.Aggregate(0.0, (sum, x) => R(sum + x));

    private double Exp(double x) => R(Math.Exp(x));

    private static double Clamp(double x, double bound) => double.IsNaN(x) ? x : Math.Max(-bound, Math.Min(x, bound));

    private sealed class Restricted(TextbookTrainer inner, IReadOnlySet<DType> formats) : ITrainer
    {
        public TrainerDescription Description { get; } = inner.Description with { DTypes = formats };

        public TrainerAnswer Answer(TrainerRequest request) => inner.Answer(request);
    }
}
