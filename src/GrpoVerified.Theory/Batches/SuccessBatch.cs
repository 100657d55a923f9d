using GrpoVerified.Arithmetic;
using GrpoVerified.Arithmetic.Vectors;
using GrpoVerified.Theory.Formulas;

namespace GrpoVerified.Theory.Batches;

/// <summary>A set of probabilities |p − Midpoint| ≤ Radius; what lies outside [0,1] does not count.</summary>
/// <param name="Midpoint">A number from 0 to 1.</param>
/// <param name="Radius">Not negative.</param>
public readonly record struct ProbabilityBall(double Midpoint, double Radius)
{
    /// <summary>The set as an interval.</summary>
    public Interval ToInterval() => new Interval(Midpoint) + new Interval(-Radius, Radius);
}

/// <summary>
/// The success map h of one prompt at many double-precision points at once, or at one point after the other, certified:
/// every enclosure contains the exact h of the exact parameters.
/// </summary>
/// <remarks>
/// Same values as <see cref="SuccessMap.Next{T}"/> in <see cref="Interval"/>, faster: vectors of eight, four or two doubles where the
/// hardware has them, and one error bound for the whole map (docs/formulas-interval.md, section 11). Points for which that bound does
/// not hold (s + ε near 0, Ω/β above 600, balls wider than a relative 2^−16 of s + ε) go through the formula in intervals.
/// </remarks>
public sealed class SuccessBatch
{
    /// <summary>Largest Ω/β of the fast path.</summary>
    internal const double LargestExponent = 600;

    private readonly Probability<Interval> _reference;
    private readonly Interval _beta;
    private readonly Interval _eps;
    private readonly double _nearOdds;
    private readonly double _nearSlope;
    private readonly double _nearEps;

    private SuccessBatch(GrpoParameters parameters)
    {
        _reference = Probability<Interval>.FromRational(parameters.Reference, IntervalContext.Instance);
        _beta = Interval.FromRational(parameters.Beta);
        _eps = Interval.FromRational(parameters.Epsilon);
        var odds = (Rational.One - parameters.Reference) / parameters.Reference;
        var slope = -parameters.Beta.Reciprocal();
        if (IsModerate(odds) && IsModerate(-slope) && (parameters.Epsilon.IsZero || IsModerate(parameters.Epsilon)))
        {
            (_nearOdds, _nearSlope, _nearEps) = (odds.ToDouble(), slope.ToDouble(), parameters.Epsilon.ToDouble());
        }
        else
        {
            // NaN makes every point take the slow path.
            _nearSlope = double.NaN;
        }
    }

    /// <summary>The map of the given parameters.</summary>
    /// <exception cref="ParameterException">A parameter is outside its domain, or the map is not h: reference KL, whitened inside the root, not clipped, infinite group.</exception>
    public static SuccessBatch Of(GrpoParameters parameters)
    {
        ArgumentNullException.ThrowIfNull(parameters);
        parameters.Validated();
        return parameters.IsReferenceMap
            ? new(parameters)
            : throw new ParameterException(nameof(parameters), "batches know only h: reference KL, whitened with the smoothing inside the root, no clipping, no group size");
    }

    /// <summary>Encloses h at every point: lower[i] ≤ h(points[i]) ≤ upper[i].</summary>
    /// <param name="points">Any doubles; outside [0,1] the formula's value, at NaN (−∞, +∞).</param>
    /// <param name="lower">As many as points.</param>
    /// <param name="upper">As many as points.</param>
    /// <exception cref="ArgumentException">The lengths differ.</exception>
    public void Enclose(ReadOnlySpan<double> points, Span<double> lower, Span<double> upper)
    {
        if (lower.Length != points.Length || upper.Length != points.Length)
        {
            throw new ArgumentException($"{points.Length} points need as many lower and upper bounds, not {lower.Length} and {upper.Length}", nameof(lower));
        }

        if (DoubleLanes8.IsSupported)
        {
            Enclose<DoubleLanes8>(points, lower, upper);
        }
        else if (DoubleLanes4.IsSupported)
        {
            Enclose<DoubleLanes4>(points, lower, upper);
        }
        else if (DoubleLanes2.IsSupported)
        {
            Enclose<DoubleLanes2>(points, lower, upper);
        }
        else
        {
            Enclose<DoubleLanes1>(points, lower, upper);
        }
    }

    /// <summary>A ball that contains h of every p in the ball.</summary>
    public ProbabilityBall Next(ProbabilityBall p)
    {
        var kernel = Kernel<DoubleLanes1>();
        var (midpoint, radius, isValid) = kernel.Image(new(p.Midpoint), new(p.Radius));
        return DoubleLanes1.All(isValid) ? new(midpoint.Value, radius.Value) : NextByFormula(p);
    }

    /// <summary><see cref="Enclose"/> with vectors of one length.</summary>
    internal void Enclose<T>(ReadOnlySpan<double> points, Span<double> lower, Span<double> upper)
        where T : struct, IDoubleLanes<T>
    {
        var kernel = Kernel<T>();
        var i = 0;
        for (; i <= points.Length - T.Count; i += T.Count)
        {
            var (below, above, isValid) = kernel.Enclose(T.Load(points[i..]));
            below.Store(lower[i..]);
            above.Store(upper[i..]);
            if (!T.All(isValid))
            {
                EncloseByFormula(points.Slice(i, T.Count), lower[i..], upper[i..]);
            }
        }

        if (i < points.Length)
        {
            Span<double> rest = stackalloc double[3 * T.Count];
            rest.Fill(0.5);
            points[i..].CopyTo(rest);
            Enclose<T>(rest[..T.Count], rest.Slice(T.Count, T.Count), rest[(2 * T.Count)..]);
            rest.Slice(T.Count, points.Length - i).CopyTo(lower[i..]);
            rest.Slice(2 * T.Count, points.Length - i).CopyTo(upper[i..]);
        }
    }

    private static bool IsModerate(Rational x) => x >= Rational.Pow(2, -100) && x <= Rational.Pow(2, 100);

    private SuccessKernel<T> Kernel<T>()
        where T : struct, IDoubleLanes<T>
        => new(T.Broadcast(_nearOdds), T.Broadcast(_nearSlope), T.Broadcast(_nearEps));

    private void EncloseByFormula(ReadOnlySpan<double> points, Span<double> lower, Span<double> upper)
    {
        for (var i = 0; i < points.Length; i++)
        {
            var h = double.IsFinite(points[i]) ? AtInterval(new Interval(points[i])) : Interval.Entire;
            (lower[i], upper[i]) = (h.Lower, h.Upper);
        }
    }

    private ProbabilityBall NextByFormula(ProbabilityBall p)
    {
        var unit = new Interval(0, 1);
        var h = Interval.Intersect(AtInterval(Interval.Intersect(p.ToInterval(), unit)), unit);
        var middle = h.IsEmpty ? 0.5 : h.Lower + (0.5 * (h.Upper - h.Lower));
        return new(middle, h.IsEmpty ? 0 : (h - new Interval(middle)).Magnitude);
    }

    private Interval AtInterval(Interval p) => SuccessMap.Next(Probability<Interval>.FromSuccess(p), _reference, _beta, _eps).Success;
}
