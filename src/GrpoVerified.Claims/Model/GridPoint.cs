using System.Collections.Concurrent;

namespace GrpoVerified.Claims;

/// <summary>
/// One point of the parameter grid at one working precision: exact parameters, their enclosures,
/// and what the checks share (fixed points, orbit, regime), computed once.
/// </summary>
public sealed class GridPoint
{
    private readonly Shared _shared;

    /// <summary>A grid point at the first precision.</summary>
    /// <exception cref="ParameterException">A parameter is outside its domain.</exception>
    public GridPoint(GrpoParameters parameters)
        : this(new Shared(parameters), Precisions[0])
    {
    }

    private GridPoint(Shared shared, int precision)
    {
        _shared = shared;
        Precision = precision;
        Context = new BallContext(precision);
        Bound = shared.Bound(precision);
    }

    /// <summary>Working precisions in bits, in the order in which they are tried.</summary>
    public static IReadOnlyList<int> Precisions { get; } = [128, 256, 1024];

    /// <summary>The exact parameters.</summary>
    public GrpoParameters Parameters => _shared.Parameters;

    /// <summary>Working precision in bits.</summary>
    public int Precision { get; }

    /// <summary>Encloses exact numbers at the working precision.</summary>
    public BallContext Context { get; }

    /// <summary>The parameters as balls, and the update map.</summary>
    public BoundParameters<Ball> Bound { get; }

    /// <summary>p_ref and 1 − p_ref.</summary>
    public Probability<Ball> Reference => Bound.Reference;

    /// <summary>x₀ = logit p_ref.</summary>
    public Ball X0 => Bound.ReferenceLogOdds;

    /// <summary>β.</summary>
    public Ball Beta => Bound.Beta;

    /// <summary>ε.</summary>
    public Ball Eps => Bound.Epsilon;

    /// <summary>All fixed points of the parameters' map.</summary>
    public FixedPointSet FixedPoints => _shared.FixedPoints.Value;

    /// <summary>The certified regime of the orbit of p_ref.</summary>
    public Regime Regime => _shared.Regime.Value;

    /// <summary>Whether ε &gt; 0.</summary>
    public bool IsSmoothed => Parameters.Epsilon > Rational.Zero;

    /// <summary>Whether β is at least M_ε = sup|G′|, exactly: 27 ε (1+4ε)² β² ≥ 1.</summary>
    public bool IsContractive
        => 27 * Parameters.Epsilon * Rational.Pow((Rational.One + (4 * Parameters.Epsilon)) * Parameters.Beta, 2) >= Rational.One;

    /// <summary>Whether the map is the paper's: reference KL, whitened inside the root, unclipped, population.</summary>
    public bool IsReferenceMap => Parameters.IsReferenceMap;

    /// <summary>The same point at another working precision.</summary>
    public GridPoint At(int precision) => precision == Precision ? this : new GridPoint(_shared, precision);

    /// <summary>The n-th iterate from p_ref, at the working precision plus guard bits.</summary>
    public Probability<Ball> Iterate(int n) => _shared.Orbit(Precision)[n];

    /// <summary>Steps of the orbit that checks may use.</summary>
    public const int OrbitLength = 12;

    /// <summary>
    /// The last n ≤ <paramref name="most"/> (at least 1) up to which the orbit's 1 − p_n is known to 16 bits or more.
    /// At ε = 0 an orbit that tends to 1 does so like a tower of exponentials and leaves every exponent range.
    /// </summary>
    public int Reach(int most = OrbitLength)
    {
        var n = 1;
        while (n < most && Iterate(n + 1).Failure.RelativeAccuracyBits >= 16)
        {
            n++;
        }

        return n;
    }

    /// <summary>An exact number as a ball.</summary>
    public Ball Enclose(Rational value) => Context.Enclose(value);

    /// <summary>An exact probability as a pair.</summary>
    public Probability<Ball> Probability(Rational p) => Probability<Ball>.FromRational(p, Context);

    /// <summary>Sample probabilities at which statements "for every p" are evaluated: corners, the reference, both halves.</summary>
    public IReadOnlyList<Rational> Samples => _shared.Samples;

    private sealed class Shared(GrpoParameters parameters)
    {
        private readonly ConcurrentDictionary<int, BoundParameters<Ball>> _bound = new();
        private readonly ConcurrentDictionary<int, IReadOnlyList<Probability<Ball>>> _orbits = new();

        public GrpoParameters Parameters { get; } = parameters.Validated();

        public Lazy<FixedPointSet> FixedPoints { get; } = new(() => FixedPointSet.Find(parameters));

        public Lazy<Regime> Regime { get; } = new(() => Theory.Dynamics.Regime.Classify(parameters));

        public IReadOnlyList<Rational> Samples { get; } =
            [new(1, 1000), new(1, 10), parameters.Reference, new(2, 5), new(3, 4), new(99, 100)];

        public BoundParameters<Ball> Bound(int precision)
            => _bound.GetOrAdd(precision, p => BoundParameters<Ball>.Bind(Parameters, new BallContext(p)));

        public IReadOnlyList<Probability<Ball>> Orbit(int precision)
            => _orbits.GetOrAdd(precision, p => [.. Theory.Dynamics.Orbit.Enclose(Parameters, OrbitLength, p + 64)]);
    }
}
