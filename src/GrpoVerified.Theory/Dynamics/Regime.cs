using GrpoVerified.Arithmetic;

namespace GrpoVerified.Theory.Dynamics;

/// <summary>Long-run behaviour of the orbit of p_ref.</summary>
public enum RegimeKind
{
    /// <summary>p_n is monotone from n = 0 and converges.</summary>
    Monotone,

    /// <summary>p_n is monotone from some n on and converges.</summary>
    EventuallyMonotone,

    /// <summary>p_n converges, eventually alternating around its limit.</summary>
    Alternating,

    /// <summary>p_1 overshoots the middle fixed point; from n = 1 on p_n is monotone to the upper fixed point (or 1).</summary>
    Jump,

    /// <summary>p_n approaches an attracting cycle of period at least 2 and does not converge.</summary>
    Cycle,

    /// <summary>Nothing certified.</summary>
    Undecided,
}

/// <summary>The certified regime of an orbit.</summary>
/// <param name="Kind">The regime.</param>
/// <param name="Reason">Which claim or certificate decides, with the comparison that was certified.</param>
/// <param name="Limit">The limit as p and 1−p at any precision, or null.</param>
/// <param name="Cycle">The attracting cycle, or null.</param>
public sealed record Regime(RegimeKind Kind, string Reason, Func<int, Probability<Ball>>? Limit = null, AttractingCycle? Cycle = null)
{
    /// <summary>Period of the attractor: 1 for a limit, k for a k-cycle, null if undecided.</summary>
    public int? Period => Kind switch
    {
        RegimeKind.Undecided => null,
        RegimeKind.Cycle => Cycle!.Period,
        _ => 1,
    };

    /// <summary>Classifies the orbit of p_ref.</summary>
    /// <exception cref="ParameterException">A parameter is outside its domain.</exception>
    public static Regime Classify(GrpoParameters parameters, CycleSearchOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(parameters);
        parameters.Validated();
        options ??= CycleSearchOptions.Default;
        return parameters is { Regulariser: Regulariser.Reference, HasConstantFactor: false, Clip: null }
            ? ReferenceRegime.Classify(parameters, options)
            : VariantRegime.Classify(parameters, options);
    }

    internal static Regime ToOne(RegimeKind kind, string reason)
        => new(kind, reason, static _ => new Probability<Ball>(Ball.One, Ball.Zero));

    internal static Regime To(RegimeKind kind, string reason, FixedPoint limit)
        => new(kind, reason, limit.Probability);

    internal static Regime Unknown(string reason) => new(RegimeKind.Undecided, reason);
}
