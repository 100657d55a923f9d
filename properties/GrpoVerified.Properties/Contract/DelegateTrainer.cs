namespace GrpoVerified.Properties.Contract;

/// <summary>A trainer made of functions: plug in what there is, the rest is skipped.</summary>
/// <remarks>
/// Capabilities follow from the functions given: an operation's own capability from its function. What an answer or a request may
/// carry beside it (gradients, token losses, masks, totals, ragged groups) is declared in <see cref="Also"/>.
/// </remarks>
public sealed class DelegateTrainer : ITrainer
{
    private TrainerDescription? _description;

    /// <summary>A name for reports.</summary>
    public required string Name { get; init; }

    /// <summary>Formats it computes in; by default double and single.</summary>
    public IReadOnlySet<DType> DTypes { get; init; } = new HashSet<DType> { DType.Float64, DType.Float32 };

    /// <summary>Capabilities beyond the operations given.</summary>
    public IReadOnlySet<Capability> Also { get; init; } = new HashSet<Capability>();

    /// <summary>Options it honours (<see cref="OptionNames"/>).</summary>
    public IReadOnlySet<string> Options { get; init; } = new HashSet<string>(StringComparer.Ordinal);

    /// <summary>Advantages, or null.</summary>
    public Func<AdvantageRequest, AdvantageAnswer>? Advantages { get; init; }

    /// <summary>KL estimates, or null.</summary>
    public Func<KlRequest, KlAnswer>? Kl { get; init; }

    /// <summary>Importance ratios, or null.</summary>
    public Func<RatioRequest, RatioAnswer>? Ratio { get; init; }

    /// <summary>Policy loss, or null.</summary>
    public Func<LossRequest, LossAnswer>? Loss { get; init; }

    /// <summary>Aggregation, or null.</summary>
    public Func<AggregationRequest, AggregationAnswer>? Aggregation { get; init; }

    /// <inheritdoc/>
    public TrainerDescription Description => _description ??= new(Name, Declared(), DTypes, Options);

    /// <inheritdoc/>
    public TrainerAnswer Answer(TrainerRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        try
        {
            return request switch
            {
                AdvantageRequest r when Advantages is { } f => f(r),
                KlRequest r when Kl is { } f => f(r),
                RatioRequest r when Ratio is { } f => f(r),
                LossRequest r when Loss is { } f => f(r),
                AggregationRequest r when Aggregation is { } f => f(r),
                _ => throw new TrainerFaultException(TrainerFault.Rejected, $"{Name} does not answer {request.Operation}"),
            };
        }
        catch (Exception e) when (e is not TrainerFaultException)
        {
            throw new TrainerFaultException(TrainerFault.Crash, $"{e.GetType().Name}: {e.Message}", e);
        }
    }

    private HashSet<Capability> Declared()
    {
        var declared = new HashSet<Capability>(Also);
        AddIf(Advantages is not null, Capability.Advantages);
        AddIf(Kl is not null, Capability.Kl);
        AddIf(Ratio is not null, Capability.Ratio);
        AddIf(Loss is not null, Capability.Loss);
        AddIf(Aggregation is not null, Capability.Aggregation);
        return declared;

        void AddIf(bool given, Capability capability)
        {
            if (given)
            {
                declared.Add(capability);
            }
        }
    }
}
