using GrpoVerified.Arithmetic;

namespace GrpoVerified.Theory.Dynamics;

/// <summary>
/// Fixed points by exhaustive subdivision: every piece of the range of the map is proved free of fixed points,
/// or to contain exactly one (monotone residual with a sign change).
/// </summary>
/// <remarks>
/// Uses no theorem about the shape of the map, only that Ω is bounded: for finite groups (claim L8) and mean-only
/// (H5). Also the second method against which the piecewise search is tested.
/// </remarks>
public static class SubdivisionSearch
{
    private const int Precision = 128;

    // Relative places (absolute below 1) at which a piece is given up: finer ones drown in the rounding at Precision.
    private const int Places = 60;

    /// <summary>All fixed points of a map whose whitening factor is bounded (finite group or mean-only).</summary>
    public static FixedPointSet Find(GrpoParameters parameters)
    {
        var bound = BoundParameters<Ball>.Bind(parameters, new BallContext(Precision));
        var reach = WhiteningBound(parameters) / (bound.AnchorWeight * bound.Beta);
        var range = Ball.Hull(bound.ReferenceLogOdds, bound.ReferenceLogOdds + reach + Ball.One);
        var lower = (bound.ReferenceLogOdds - Ball.One).LowerBound(Precision);
        return Search(parameters, Ball.FromEndpoints(lower, range.UpperBound(Precision), Precision));
    }

    /// <summary>All fixed points with log-odds in a range that is known to contain them all.</summary>
    public static FixedPointSet Search(GrpoParameters parameters, Ball range)
    {
        var residual = UpdateDerivative.Residual(parameters);
        var function = residual(Precision);
        var points = new List<FixedPoint>();
        var undecided = 0;
        var pending = new Stack<(BigFloat Lower, BigFloat Upper, int Depth)>();
        pending.Push((range.LowerBound(Precision), range.UpperBound(Precision), 0));
        while (pending.TryPop(out var piece))
        {
            var x = Ball.FromEndpoints(piece.Lower, piece.Upper, Precision);
            var value = function(x);
            if (IsNonZero(value.Value))
            {
                continue;
            }

            if (IsNonZero(value.Derivative))
            {
                var left = function(Ball.FromBigFloat(piece.Lower, Precision)).Value;
                var right = function(Ball.FromBigFloat(piece.Upper, Precision)).Value;
                if (IsNonZero(left) && IsNonZero(right))
                {
                    var leftSign = Ball.Less(left, Ball.Zero).IsCertain ? -1 : 1;
                    var rightSign = Ball.Less(right, Ball.Zero).IsCertain ? -1 : 1;
                    if (leftSign != rightSign)
                    {
                        points.Add(new FixedPoint(parameters, new Root(residual, x, leftSign)));
                    }

                    continue;
                }
            }

            if (x.Radius.Exponent <= Math.Max(0, x.Midpoint.Exponent) - Places)
            {
                undecided++;
                continue;
            }

            // An endpoint that happens to be a root is moved aside by an uneven split.
            var middle = Split(piece.Lower, piece.Upper, piece.Depth);
            pending.Push((middle, piece.Upper, piece.Depth + 1));
            pending.Push((piece.Lower, middle, piece.Depth + 1));
        }

        return new(points, undecided == 0, undecided == 0 ? null : "the subdivision met a double fixed point or a flat piece at the finest size tried");
    }

    /// <summary>An upper bound of the whitening factor over all p.</summary>
    private static Ball WhiteningBound(GrpoParameters parameters)
    {
        if (parameters.Normalisation == Normalisation.MeanOnly || parameters.GroupSize is not { } g)
        {
            return Ball.One;
        }

        // Bernstein form: the polynomial is at most its largest coefficient, ω₁ = ω_{G−1} ≥ ω_k.
        var context = new BallContext(Precision);
        var deviations = Groups.EffectiveWeight.ReciprocalDeviations(
            g, context.Enclose(parameters.Epsilon), parameters.Deviation, parameters.Placement, context);
        return deviations.Aggregate(Ball.Max);
    }

    private static bool IsNonZero(Ball x) => x.IsFinite && !Ball.ContainsZero(x);

    private static BigFloat Split(BigFloat lower, BigFloat upper, int depth)
    {
        var weight = depth == 0 ? new Rational(17, 32) : new Rational(1, 2);
        var w = Ball.FromRational(weight, Precision);
        return (Ball.FromBigFloat(lower, Precision) * (Ball.One - w) + (Ball.FromBigFloat(upper, Precision) * w)).Midpoint;
    }
}
