using GrpoVerified.Arithmetic;
using GrpoVerified.Theory.Formulas;

namespace GrpoVerified.Theory.Dynamics;

/// <summary>
/// Fixed points of the smoothed or unsmoothed population map: one on each monotone piece of ψ on which ψ − x₀ changes sign.
/// </summary>
/// <remarks>Claim D3 (ε &gt; 0), G1 (ε = 0), H8 (two-KL through αβ), H14 (smoothing outside the root).</remarks>
internal static class MonotonePieces
{
    private const string TieReason =
        "the parameters are too close to a saddle-node to tell whether two fixed points exist (claims D3, D6)";

    public static FixedPointSet Find(GrpoParameters parameters)
    {
        var beta = parameters.AnchorWeight * parameters.Beta;
        var folds = Folds.Find(beta, parameters.Epsilon, parameters.Placement);
        if (folds is null)
        {
            return new([], IsComplete: false, TieReason);
        }

        var residual = UpdateDerivative.Residual(parameters);
        var points = new List<FixedPoint>();
        var complete = true;
        if (!folds.HasFirst)
        {
            points.Add(Point(parameters, residual, Below(parameters), Above(parameters), increasing: true));
        }
        else
        {
            var lower = SignAt(residual, folds.First);
            var upper = folds.HasSecond ? SignAt(residual, folds.Second) : Truth.False;
            complete = !lower.IsUndecided && !upper.IsUndecided;
            if (lower.IsCertain)
            {
                points.Add(Point(parameters, residual, Below(parameters), Separating(residual, folds.First, 1), increasing: true));
            }

            if (lower.IsCertain && upper.IsRefuted)
            {
                var end = folds.HasSecond ? Separating(residual, folds.Second, -1) : BeyondUnsmoothed(residual, folds);
                points.Add(Point(parameters, residual, Separating(residual, folds.First, 1), end, increasing: false));
            }

            if (folds.HasSecond && upper.IsRefuted)
            {
                points.Add(Point(parameters, residual, Separating(residual, folds.Second, -1), Above(parameters), increasing: true));
            }
        }

        if (parameters.Epsilon.IsZero)
        {
            points.Add(new FixedPoint(parameters, FixedPointStability.Attracting));
        }

        return new(points, complete, complete ? null : TieReason);
    }

    private static FixedPoint Point(GrpoParameters parameters, EnclosedFunction residual, BigFloat lower, BigFloat upper, bool increasing)
        => new(parameters, new Root(residual, Ball.FromEndpoints(lower, upper, Decision.StartPrecision), increasing ? -1 : 1));

    // Positive (certain), negative (refuted) or undecided residual at a fold.
    private static Truth SignAt(EnclosedFunction residual, Func<int, Ball> fold)
        => Decision.Decide(precision =>
        {
            var value = residual(precision)(fold(precision)).Value;
            return Ball.Less(Ball.Zero, value).IsCertain ? Truth.True
                : Ball.Less(value, Ball.Zero).IsCertain ? Truth.False
                : Truth.Undecided;
        });

    // A number near the fold at which the residual has the fold's sign: it separates the neighbouring roots.
    private static BigFloat Separating(EnclosedFunction residual, Func<int, Ball> fold, int sign)
    {
        for (var precision = Decision.StartPrecision; ; precision *= 2)
        {
            var x = fold(precision).Midpoint;
            var value = residual(precision)(Ball.FromBigFloat(x, precision)).Value;
            if ((sign > 0 && Ball.Less(Ball.Zero, value).IsCertain) || (sign < 0 && Ball.Less(value, Ball.Zero).IsCertain))
            {
                return x;
            }

            if (precision > Decision.DefaultMaximumPrecision)
            {
                throw new InvalidOperationException("A decided fold could not be reproduced.");
            }
        }
    }

    // φ(x₀) = −Ω/(αβ) < 0.
    private static BigFloat Below(GrpoParameters parameters)
        => ReferenceLogOdds(parameters).LowerBound(Decision.StartPrecision);

    // φ > 0 beyond the upper envelope, ε > 0.
    private static BigFloat Above(GrpoParameters parameters)
    {
        const int precision = Decision.StartPrecision;
        var eps = Ball.FromRational(parameters.Epsilon, precision);
        var maximum = parameters.Placement == EpsilonPlacement.Inside ? Whitening.OmegaMaximum(eps) : Ball.One / eps;
        var beta = Ball.FromRational(parameters.AnchorWeight * parameters.Beta, precision);
        return (ReferenceLogOdds(parameters) + (maximum / beta) + Ball.One).UpperBound(precision);
    }

    // ε = 0: ψ decreases to −∞ beyond the fold; doubling finds a negative residual.
    private static BigFloat BeyondUnsmoothed(EnclosedFunction residual, Folds folds)
    {
        const int precision = Decision.StartPrecision;
        var x = folds.First(precision) + Ball.One;
        while (!Ball.Less(residual(precision)(Ball.FromBigFloat(x.Midpoint, precision)).Value, Ball.Zero).IsCertain)
        {
            x *= Ball.FromInteger(2);
        }

        return x.Midpoint;
    }

    private static Ball ReferenceLogOdds(GrpoParameters parameters)
        => Probability<Ball>.FromRational(parameters.Reference, new BallContext(Decision.StartPrecision)).LogOdds;
}
