using GrpoVerified.Arithmetic;
using GrpoVerified.Theory.Formulas;
using GrpoVerified.Theory.Groups;

namespace GrpoVerified.Theory.Dynamics;

/// <summary>The parameters of an iteration as values of one arithmetic, and the update map they define.</summary>
/// <typeparam name="T">The arithmetic.</typeparam>
/// <remarks>
/// The unclipped update in log-odds is x ↦ α x₀ + (1−α) x + Ω/β with Ω the whitening factor of the convention;
/// claims C2 (reference), H1 (mirror), H4–H7 (mean-only, two-KL), H14 (outside), L8 (finite group), J3 and J16 (clipped).
/// </remarks>
public sealed class BoundParameters<T>
    where T : IElementary<T>
{
    private readonly IReadOnlyList<T>? _deviations;
    private readonly T _clipLow = T.One;
    private readonly T _clipHigh = T.Zero;

    private BoundParameters(GrpoParameters exact, Func<Rational, T> enclose, T x0, IReadOnlyList<T>? deviations)
    {
        Exact = exact;
        Reference = new Probability<T>(enclose(exact.Reference), enclose(Rational.One - exact.Reference));
        ReferenceLogOdds = x0;
        Beta = enclose(exact.Beta);
        Epsilon = enclose(exact.Epsilon);
        AnchorWeight = enclose(exact.AnchorWeight);
        PreviousWeight = enclose(Rational.One - exact.AnchorWeight);
        _deviations = deviations;
        if (exact.Clip is { } clip)
        {
            _clipLow = enclose(clip.Low);
            _clipHigh = enclose(clip.High);
        }
    }

    /// <summary>The exact parameters.</summary>
    public GrpoParameters Exact { get; }

    /// <summary>p_ref and 1 − p_ref.</summary>
    public Probability<T> Reference { get; }

    /// <summary>x₀ = logit p_ref.</summary>
    public T ReferenceLogOdds { get; }

    /// <summary>β.</summary>
    public T Beta { get; }

    /// <summary>ε.</summary>
    public T Epsilon { get; }

    /// <summary>Weight α of the reference in the anchor.</summary>
    public T AnchorWeight { get; }

    /// <summary>Weight 1 − α of the previous policy in the anchor.</summary>
    public T PreviousWeight { get; }

    /// <summary>Binds exact parameters in an arithmetic.</summary>
    /// <exception cref="ParameterException">A parameter is outside its domain.</exception>
    public static BoundParameters<T> Bind(GrpoParameters exact, IArithmeticContext<T> context)
    {
        ArgumentNullException.ThrowIfNull(exact);
        ArgumentNullException.ThrowIfNull(context);
        exact.Validated();
        var x0 = Probability<T>.FromRational(exact.Reference, context).LogOdds;
        var deviations = exact.GroupSize is { } g && exact.Normalisation == Normalisation.Whitened
            ? EffectiveWeight.ReciprocalDeviations(g, context.Enclose(exact.Epsilon), exact.Deviation, exact.Placement, context)
            : null;
        return new BoundParameters<T>(exact, context.Enclose, x0, deviations);
    }

    /// <summary>The same parameters in another arithmetic, value by value (constants of a derivative, say).</summary>
    public BoundParameters<TOther> Select<TOther>(Func<Rational, TOther> enclose, Func<T, TOther> convert)
        where TOther : IElementary<TOther>
    {
        ArgumentNullException.ThrowIfNull(convert);
        return new BoundParameters<TOther>(Exact, enclose, convert(ReferenceLogOdds), _deviations?.Select(convert).ToArray());
    }

    /// <summary>Whitening factor of the convention at p: Ω, Ω̃, Ω_G, or 1.</summary>
    public T WhiteningFactor(Probability<T> p)
    {
        if (Exact.Normalisation == Normalisation.MeanOnly)
        {
            return Exact.GroupSize is { } g ? T.FromInteger(g - 1) / T.FromInteger(g) : T.One;
        }

        if (_deviations is not null)
        {
            return EffectiveWeight.Omega(p, _deviations);
        }

        return Exact.Placement == EpsilonPlacement.Inside
            ? Whitening.Omega(p, Epsilon)
            : Whitening.OmegaOutside(p, Epsilon);
    }

    /// <summary>Log-odds α x₀ + (1−α) x of the anchor when the previous policy is at x.</summary>
    public T Anchor(T x) => SuccessMap.Anchor(ReferenceLogOdds, x, AnchorWeight, PreviousWeight);

    /// <summary>One unclipped update of the log-odds.</summary>
    public T NextUnclipped(T x) => SuccessMap.NextLogOddsFrom(Anchor(x), WhiteningFactor(Probability<T>.FromLogOdds(x)), Beta);

    /// <summary>One update of the log-odds, clipped if the parameters say so.</summary>
    public T Next(T x)
    {
        if (Exact.Clip is null)
        {
            return NextUnclipped(x);
        }

        var p = Probability<T>.FromLogOdds(x);
        return -T.Log(ClippedFailureOdds(p, T.Exp(-Anchor(x))));
    }

    /// <summary>One update of a probability; where the anchor is p_ref alone, Ω is taken at the pair itself, which may be exact.</summary>
    public Probability<T> Next(Probability<T> p)
        => Exact.Clip is not null ? Probability<T>.FromFailureOdds(NextFailureOdds(p.FailureOdds))
            : Exact.Regulariser == Regulariser.Reference ? Probability<T>.FromLogOdds(SuccessMap.NextLogOddsFrom(ReferenceLogOdds, WhiteningFactor(p), Beta))
            : Probability<T>.FromLogOdds(NextUnclipped(p.LogOdds));

    /// <summary>One clipped update in odds of failure r ↦ r′; see <see cref="Clipping.NextFailureOdds"/>.</summary>
    /// <exception cref="InvalidOperationException">The parameters have no clip range.</exception>
    public T NextFailureOdds(T r)
    {
        var p = Probability<T>.FromFailureOdds(r);
        var anchor = Exact.Regulariser == Regulariser.Reference ? Reference.FailureOdds
            : Exact.Regulariser == Regulariser.Mirror ? r
            : T.Exp(-Anchor(-T.Log(r)));
        return ClippedFailureOdds(p, anchor);
    }

    private T ClippedFailureOdds(Probability<T> p, T anchorFailureOdds)
    {
        if (Exact.Clip is null)
        {
            throw new InvalidOperationException("The parameters have no clip range.");
        }

        var factor = WhiteningFactor(p);
        return Clipping.NextFailureOdds(p, anchorFailureOdds, p.Failure * factor, p.Success * factor, Beta, _clipLow, _clipHigh);
    }
}
