using GrpoVerified.Arithmetic;

namespace GrpoVerified.Theory.Dynamics;

/// <summary>The complete classification of the orbit of p_ref under the unclipped reference map.</summary>
/// <remarks>
/// Claim F5 (smoothing inside the root; H14 carries it over to smoothing outside). Part (I) needs only that the
/// whitening factor is even and increasing in |x|, so it also holds for finite groups (L8).
/// </remarks>
internal static class ReferenceRegime
{
    public static Regime Classify(GrpoParameters parameters, CycleSearchOptions options)
    {
        var fixedPoints = FixedPointSet.Find(parameters);
        var half = new Rational(1, 2);
        var startsHigh = parameters.Reference >= half;
        var imageOfHalf = StepFromHalf(parameters);
        if (startsHigh || imageOfHalf.IsCertain)
        {
            return OnIncreasingBranch(parameters, fixedPoints, startsHigh);
        }

        if (imageOfHalf.IsUndecided)
        {
            return Regime.Unknown("h(1/2) could not be told from 1/2 (the boundary between F5(I) and F5(II)-(IV))");
        }

        return parameters.GroupSize is null
            ? BelowHalf(parameters, fixedPoints, options)
            : VariantRegime.ByTrapping(parameters, fixedPoints, options);
    }

    // F(0) ≥ 0, that is h(1/2) ≥ 1/2.
    private static Truth StepFromHalf(GrpoParameters parameters)
        => Decision.Decide(precision =>
        {
            var context = new BallContext(precision);
            var b = BoundParameters<Ball>.Bind(parameters, context);
            var half = Probability<Ball>.FromRational(new Rational(1, 2), context);
            return Ball.LessOrEqual(Ball.Zero, b.ReferenceLogOdds + (b.WhiteningFactor(half) / b.Beta));
        });

    // F5(I) = F1, F2: from n = 1 on, the orbit is that of |x₀| under F increasing on [0, ∞).
    private static Regime OnIncreasingBranch(GrpoParameters parameters, FixedPointSet fixedPoints, bool startsHigh)
    {
        if (!fixedPoints.IsComplete)
        {
            return Regime.Unknown(fixedPoints.Reason!);
        }

        // p_ref ≥ 1/2 starts below every fixed point; otherwise the direction is that of F(|x₀|) − |x₀|.
        var rises = startsHigh ? Truth.True : CompareFirstStep(parameters);
        if (rises.IsUndecided)
        {
            return Regime.Unknown("p_1 could not be told from 1 - p_ref (claim F2)");
        }

        var start = startsHigh ? Rational.Zero : Rational.One - parameters.Reference;
        var above = fixedPoints.Points.Select(p => (Point: p, IsAbove: IsAbove(p, start))).ToList();
        if (above.Any(a => a.IsAbove.IsUndecided))
        {
            return Regime.Unknown("1 - p_ref could not be told from a fixed point (claim F2)");
        }

        if (rises.IsCertain)
        {
            var limit = above.First(a => a.IsAbove.IsCertain).Point;
            var reason = startsHigh
                ? "F1: p_ref >= 1/2, so p_n increases to the smallest fixed point"
                : "F2: h(1/2) >= 1/2 and p_1 >= 1 - p_ref, so p_n increases to the smallest fixed point above 1 - p_ref";
            return Regime.To(RegimeKind.Monotone, limit.IsOne ? reason + "; at eps = 0 there is none below 1" : reason, limit);
        }

        return Regime.To(
            RegimeKind.EventuallyMonotone,
            "F2: h(1/2) >= 1/2 and p_1 < 1 - p_ref, so p_n decreases from n = 1 to the largest fixed point below 1 - p_ref",
            above.Last(a => a.IsAbove.IsRefuted).Point);
    }

    private static Regime BelowHalf(GrpoParameters parameters, FixedPointSet fixedPoints, CycleSearchOptions options)
    {
        if (!fixedPoints.IsComplete)
        {
            return Regime.Unknown(fixedPoints.Reason!);
        }

        var interior = fixedPoints.Interior.ToList();
        if (interior.Count > 1)
        {
            var jumps = IsAbove(interior[1], Rational.One - parameters.Reference);
            if (jumps.IsUndecided)
            {
                return Regime.Unknown("1 - p_ref could not be told from the middle fixed point (claim F5(III))");
            }

            if (jumps.IsRefuted)
            {
                var upper = interior.Count > 2 ? interior[2] : fixedPoints.Points[^1];
                return Regime.To(RegimeKind.Jump, "F5(II): h(1/2) < 1/2 and 1 - p_ref lies above the middle fixed point, so p_1 does too", upper);
            }
        }

        return Trapped(parameters, interior[0], options);
    }

    // F5(IV).
    private static Regime Trapped(GrpoParameters parameters, FixedPoint low, CycleSearchOptions options)
    {
        switch (low.Stability)
        {
            case FixedPointStability.Attracting:
                return Regime.To(RegimeKind.Alternating, "F5(IV): trapped below the middle fixed point and beta >= B(p*), so p_n converges to the lowest fixed point, alternating (F12)", low);
            case FixedPointStability.Undecided:
                return Regime.Unknown("beta could not be told from B(p*) at the lowest fixed point (claim E3: at equality it still attracts)");
            default:
                const string repelling = "F5(IV): trapped below the middle fixed point and beta < B(p*), so p_n converges only if some p_n equals p* exactly";
                return AttractingCycle.Find(parameters, options) is { Period: > 1 } cycle
                    ? new Regime(RegimeKind.Cycle, $"{repelling}; an attracting cycle of period {cycle.Period} is certified and p_{cycle.EntryStep} lies in its trapping box", Cycle: cycle)
                    : Regime.Unknown($"{repelling}; no attracting cycle of period up to {options.MaximumPeriod} was certified (chaos or a long period)");
        }
    }

    // F(|x₀|) ≥ |x₀|: whether p_1 ≥ 1 − p_ref.
    private static Truth CompareFirstStep(GrpoParameters parameters)
        => Decision.Decide(precision =>
        {
            var b = BoundParameters<Ball>.Bind(parameters, new BallContext(precision));
            return Ball.LessOrEqual(-b.ReferenceLogOdds, b.NextUnclipped(b.ReferenceLogOdds));
        });

    // p* ≥ value, decided by strict separation.
    private static Truth IsAbove(FixedPoint point, Rational value)
    {
        if (point.IsOne || value.IsZero)
        {
            return Truth.True;
        }

        return Decision.Decide(
            precision => Ball.Less(
                Probability<Ball>.FromRational(value, new BallContext(precision)).LogOdds,
                point.LogOdds(precision)),
            maximumPrecision: 1536);
    }
}
