using GrpoVerified.Arithmetic;
using GrpoVerified.Theory.Refinements;

namespace GrpoVerified.Theory.Dynamics;

/// <summary>Local stability of a fixed point.</summary>
public enum FixedPointStability
{
    /// <summary>|λ| &lt; 1, certified: nearby orbits converge geometrically.</summary>
    Attracting,

    /// <summary>|λ| &gt; 1, certified: nearby orbits leave.</summary>
    Repelling,

    /// <summary>|λ| could not be told from 1.</summary>
    Undecided,
}

/// <summary>A fixed point of the update map, proved to exist and to be the only one in its enclosure; digits on demand.</summary>
public sealed class FixedPoint
{
    // From this many bits on the probability is refined by itself.
    private const int NewtonBits = 64;

    private readonly GrpoParameters _parameters;
    private readonly Root? _root;
    private FixedPointStability? _stability;
    private volatile Pair? _refined;

    /// <summary>A fixed point in (0,1), given by its log-odds.</summary>
    internal FixedPoint(GrpoParameters parameters, Root root)
    {
        _parameters = parameters;
        _root = root;
    }

    /// <summary>The boundary fixed point p = 1.</summary>
    internal FixedPoint(GrpoParameters parameters, FixedPointStability stability)
    {
        _parameters = parameters;
        _stability = stability;
    }

    /// <summary>Whether this is p = 1 (its log-odds are infinite).</summary>
    public bool IsOne => _root is null;

    /// <summary>Log-odds x* with relative accuracy of about the given bits.</summary>
    /// <exception cref="InvalidOperationException">The fixed point is p = 1.</exception>
    public Ball LogOdds(int bits)
        => (_root ?? throw new InvalidOperationException("The fixed point p = 1 has no finite log-odds.")).Enclose(bits);

    /// <summary>p* and 1 − p*, both with relative accuracy of about the given bits.</summary>
    public Probability<Ball> Probability(int bits)
    {
        if (IsOne)
        {
            return new Probability<Ball>(Ball.One, Ball.Zero);
        }

        return _parameters.IsReferenceMap && bits > NewtonBits && Refined(bits) is { } refined ? refined : FromLogOdds(bits);
    }

    // Newton's method in the probability itself, which needs no logarithm; null where it does not reach the bits.
    private Probability<Ball>? Refined(int bits)
    {
        var known = _refined?.Value ?? FromLogOdds(NewtonBits);
        if (!IsAccurate(known, bits))
        {
            known = NewtonFixedPoint.Refine(_parameters, known, bits);
            _refined = new Pair(known);
        }

        return IsAccurate(known, bits) ? known : null;
    }

    private static bool IsAccurate(Probability<Ball> p, int bits)
        => p.Success.RelativeAccuracyBits >= bits && p.Failure.RelativeAccuracyBits >= bits;

    private Probability<Ball> FromLogOdds(int bits)
    {
        // q = 1/(1+e^x) loses as many bits as x has before the point; four more for the radii of the logistic function.
        var magnitude = (int)Math.Clamp(LogOdds(bits).Midpoint.Exponent, 0, 1 << 20);
        var x = LogOdds(bits + magnitude + 4);
        return Probability<Ball>.FromLogOdds(x.WithPrecision(bits + magnitude + 16));
    }

    /// <summary>Multiplier λ, the derivative of the update map at the fixed point (0 at p = 1).</summary>
    /// <remarks>Clipping does not change it (claim J6).</remarks>
    public Ball Multiplier(int bits)
    {
        if (IsOne)
        {
            return Ball.Zero;
        }

        var precision = bits + 32;
        if (_parameters.IsReferenceMap)
        {
            // In closed form (E1) from the probability, which needs neither logarithm nor derivative.
            var context = new BallContext(precision);
            return Formulas.Stability.Multiplier(Probability(precision), context.Enclose(_parameters.Beta), context.Enclose(_parameters.Epsilon));
        }

        return UpdateDerivative.Unclipped(_parameters, precision)(LogOdds(precision).WithPrecision(precision)).Derivative;
    }

    /// <summary>Certified stability: attracting, repelling, or undecided.</summary>
    public FixedPointStability Stability
    {
        get
        {
            if (_stability is { } known)
            {
                return known;
            }

            var inside = Decision.Decide(p => Ball.Less(Ball.Abs(Multiplier(p)), Ball.One), maximumPrecision: 1536);
            _stability = inside.IsCertain ? FixedPointStability.Attracting
                : inside.IsRefuted ? Outside()
                : FixedPointStability.Undecided;
            return _stability.Value;
        }
    }

    private sealed record Pair(Probability<Ball> Value);

    // "Not less" includes equality; repelling needs strictness.
    private FixedPointStability Outside()
        => Decision.Decide(p => Ball.Less(Ball.One, Ball.Abs(Multiplier(p))), maximumPrecision: 1536).IsCertain
            ? FixedPointStability.Repelling
            : FixedPointStability.Undecided;
}
