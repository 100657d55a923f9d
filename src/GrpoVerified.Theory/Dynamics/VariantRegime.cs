using GrpoVerified.Arithmetic;

namespace GrpoVerified.Theory.Dynamics;

/// <summary>Regimes of the variants: mirror, mean-only, two-KL, clipped, finite groups.</summary>
/// <remarks>A theorem where one applies (H1, H5, H11, J12), otherwise a trapping box that the orbit of p_ref is proved to enter.</remarks>
internal static class VariantRegime
{
    public static Regime Classify(GrpoParameters parameters, CycleSearchOptions options)
    {
        if (parameters.Regulariser == Regulariser.Mirror)
        {
            return Regime.ToOne(RegimeKind.Monotone, "H1, J16: the mirror iteration increases to 1");
        }

        var fixedPoints = FixedPointSet.Find(parameters);
        if (!fixedPoints.IsComplete)
        {
            return Regime.Unknown(fixedPoints.Reason!);
        }

        if (parameters is { HasConstantFactor: true, Clip: null })
        {
            return Regime.To(RegimeKind.Monotone, "H5, H6, L7: the whitening factor is constant, so the update is affine in log-odds", fixedPoints.Points[0]);
        }

        if (!fixedPoints.Interior.Any())
        {
            return Regime.ToOne(RegimeKind.Monotone, "no fixed point below 1: every step increases p_n (J4), so it tends to 1");
        }

        if (parameters.Reference >= new Rational(1, 2))
        {
            return Regime.To(
                RegimeKind.Monotone,
                "F1, J12: p_ref >= 1/2 and the update increases on [1/2, 1), so p_n increases to the smallest fixed point",
                fixedPoints.Points[0]);
        }

        return ByTrapping(parameters, fixedPoints, options);
    }

    /// <summary>Proves convergence or a cycle by a trapping box, or escape to 1 at ε = 0.</summary>
    public static Regime ByTrapping(GrpoParameters parameters, FixedPointSet fixedPoints, CycleSearchOptions options)
    {
        if (AttractingCycle.Find(parameters, options, definiteSlope: true) is not { } cycle)
        {
            return parameters.Epsilon.IsZero && parameters.GroupSize is null
                ? Escape(parameters, fixedPoints, options)
                : Regime.Unknown($"no attracting cycle of period up to {options.MaximumPeriod} was certified");
        }

        if (cycle.Period > 1)
        {
            return new Regime(
                RegimeKind.Cycle,
                $"an attracting cycle of period {cycle.Period} is certified and p_{cycle.EntryStep} lies in its trapping box",
                Cycle: cycle);
        }

        var trapped = $"p_{cycle.EntryStep} lies in a box on which the update contracts to a fixed point";
        var kind = Ball.Less(cycle.Box.Slope, Ball.Zero).IsCertain ? RegimeKind.Alternating
            : IsIncreasingUpTo(parameters, cycle.EntryStep + 1, options) ? RegimeKind.Monotone
            : RegimeKind.EventuallyMonotone;
        return new Regime(kind, trapped, bits => cycle.Points(bits)[0]);
    }

    // Beyond the last interior fixed point the update exceeds the identity: the orbit increases to 1.
    private static Regime Escape(GrpoParameters parameters, FixedPointSet fixedPoints, CycleSearchOptions options)
    {
        var top = fixedPoints.Interior.Last();
        for (var precision = 128; precision <= options.MaximumPrecision; precision *= 2)
        {
            var bound = BoundParameters<Ball>.Bind(parameters, new BallContext(precision));
            var barrier = Ball.Max(top.LogOdds(precision), Ball.Zero);
            var n = 0;
            foreach (var x in Orbit.LogOdds(bound, options.TransientSteps))
            {
                if (!x.IsFinite)
                {
                    break;
                }

                if (Ball.Less(barrier, x).IsCertain)
                {
                    return Regime.ToOne(
                        IsIncreasingUpTo(parameters, n, options) ? RegimeKind.Monotone : RegimeKind.EventuallyMonotone,
                        $"p_{n} lies above every fixed point below 1, so from there on p_n increases to 1");
                }

                n++;
            }
        }

        return Regime.Unknown("neither a trapping box nor an escape to 1 was certified");
    }

    private static bool IsIncreasingUpTo(GrpoParameters parameters, int steps, CycleSearchOptions options)
        => Decision.Decide(
            precision =>
            {
                var orbit = Orbit.LogOdds(BoundParameters<Ball>.Bind(parameters, new BallContext(precision)), steps).ToList();
                return orbit.Zip(orbit.Skip(1), Ball.Less).Aggregate(Truth.True, static (a, b) => a & b);
            },
            options.MaximumPrecision).IsCertain;
}
