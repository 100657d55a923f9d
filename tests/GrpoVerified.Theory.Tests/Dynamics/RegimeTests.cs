#pragma warning disable GRPO2005 // A simulation in doubles is compared within 1e-6; nothing is certified by it.
using GrpoVerified.Arithmetic;
using GrpoVerified.Theory.Dynamics;

namespace GrpoVerified.Theory.Tests.Dynamics;

/// <summary>The regime of the named points S1–S16 and of every variant.</summary>
public sealed class RegimeTests
{
    /// <summary>p_ref, β, ε, kind, period, and 30 digits of the limit (or 1 − limit, after a minus sign) of the claims.</summary>
    public static TheoryData<string, string, string, RegimeKind, int?, string?> NamedPoints => new()
    {
        { "1/10", "1", "1/1000", RegimeKind.Alternating, 1, "0.4521367731469307551855878976737381328065" },
        { "1/200", "3/2", "1/1000", RegimeKind.Cycle, 2, null },
        { "3/4", "1/2", "1/100", RegimeKind.Monotone, 1, "-6.870516790473024661237944133907730181817e-10" },
        { "1/100", "1", "0", RegimeKind.Jump, 1, "1" },
        { "1/10", "1", "0", RegimeKind.Alternating, 1, "0.4530514192548537170981857167978102306311" },
        { "2/5", "4", "1/10", RegimeKind.EventuallyMonotone, 1, "0.5042806658127406280805459246590285312240" },
        { "1/1000", "1", "1/100", RegimeKind.Cycle, 2, null },
        { "1/2500", "2/3", "1/100", RegimeKind.Cycle, 3, null },
        { "1/10000", "3/5", "1/100", RegimeKind.Undecided, null, null },
        { "1/100", "1", "1/1000", RegimeKind.Jump, 1, "-1.828259448632333829372950166435078314086e-12" },
        { "1/10", "7/10", "0", RegimeKind.Monotone, 1, "1" },
        { "1/3", "2", "1e-6", RegimeKind.EventuallyMonotone, 1, "0.5792389434957576917404453932050956003686" },
        { "1/500", "2", "0", RegimeKind.Cycle, 2, null },
        { "1/4", "1/4", "1e-4", RegimeKind.Monotone, 1, null },
        { "1/110", "1", "0", RegimeKind.Jump, 1, "1" },
        { "1/125", "1", "0", RegimeKind.Jump, 1, "1" },
    };

    [Theory]
    [MemberData(nameof(NamedPoints))]
    public void Named_point_has_its_regime(string reference, string beta, string epsilon, RegimeKind kind, int? period, string? limit)
    {
        var regime = Regime.Classify(At(reference, beta, epsilon));
        Assert.Equal(kind, regime.Kind);
        Assert.Equal(period, regime.Period);
        if (limit is not null)
        {
            var p = regime.Limit!(200);
            AssertNear(limit, limit.StartsWith('-') ? -p.Failure : p.Success);
        }
    }

    public static TheoryData<string, GrpoParameters, RegimeKind, int?> Variants => new()
    {
        { "mirror", At("1/10", "1", "1/1000") with { Regulariser = Regulariser.Mirror }, RegimeKind.Monotone, 1 },
        { "mirror, eps = 0", At("1/10", "1", "0") with { Regulariser = Regulariser.Mirror }, RegimeKind.Monotone, 1 },
        { "mirror, clipped", At("1/10", "1", "1/1000") with { Regulariser = Regulariser.Mirror, Clip = Clip("1/5") }, RegimeKind.Monotone, 1 },
        { "mean-only", At("1/10", "1", "1/1000") with { Normalisation = Normalisation.MeanOnly }, RegimeKind.Monotone, 1 },
        { "mean-only, finite", At("1/10", "1", "0") with { Normalisation = Normalisation.MeanOnly, GroupSize = 8 }, RegimeKind.Monotone, 1 },
        { "two-KL, contractive", At("2/5", "8", "1/10") with { Regulariser = Regulariser.TwoKl, Alpha = new(1, 2) }, RegimeKind.Monotone, 1 },
        { "two-KL, p_ref high", At("3/5", "3", "1/10") with { Regulariser = Regulariser.TwoKl, Alpha = new(1, 4) }, RegimeKind.Monotone, 1 },
        { "outside, high", At("3/5", "3", "1/10") with { Placement = EpsilonPlacement.Outside }, RegimeKind.Monotone, 1 },
        { "outside, S1", At("1/10", "1", "1/1000") with { Placement = EpsilonPlacement.Outside }, RegimeKind.Alternating, 1 },
        { "outside, cycle", At("1/500", "2", "1/10000") with { Placement = EpsilonPlacement.Outside }, RegimeKind.Cycle, 2 },
        { "clipped, high", At("3/4", "1/2", "1/100") with { Clip = Clip("1/5") }, RegimeKind.Monotone, 1 },
        { "clipped S10", At("1/100", "1", "1/1000") with { Clip = Clip("1/5") }, RegimeKind.Alternating, 1 },
        { "clipped S1", At("1/10", "1", "1/1000") with { Clip = Clip("1/5") }, RegimeKind.Alternating, 1 },
        { "CE-A", At("1/110", "1", "0") with { Clip = Clip("3/10") }, RegimeKind.Cycle, 2 },
        { "CE-B", At("1/125", "1", "0") with { Clip = Clip("1/2") }, RegimeKind.Cycle, 2 },
        { "G = 2, high", At("2/3", "1", "0") with { GroupSize = 2 }, RegimeKind.Monotone, 1 },
        { "G = 2, low", At("1/100", "1", "0") with { GroupSize = 2 }, RegimeKind.Monotone, 1 },
        { "G = 3, low", At("1/100", "1", "1/1000") with { GroupSize = 3 }, RegimeKind.Monotone, 1 },
        { "G = 3, one step", At("1/3", "4", "1/1000") with { GroupSize = 3 }, RegimeKind.Monotone, 1 },
        { "G = 8, high", At("2/3", "1", "0") with { GroupSize = 8 }, RegimeKind.Monotone, 1 },
        { "G = 8, S5", At("1/10", "1", "0") with { GroupSize = 8 }, RegimeKind.Alternating, 1 },
        { "G = 64, S5", At("1/10", "1", "0") with { GroupSize = 64 }, RegimeKind.Alternating, 1 },
        { "G = 64, sample, outside", At("1/10", "1", "1/1000") with { GroupSize = 64, Deviation = GroupDeviation.Sample, Placement = EpsilonPlacement.Outside }, RegimeKind.Alternating, 1 },
    };

    [Theory]
    [MemberData(nameof(Variants))]
    public void Variant_has_its_regime(string name, GrpoParameters parameters, RegimeKind kind, int? period)
    {
        var regime = Regime.Classify(parameters);
        Assert.True(kind == regime.Kind, $"{name}: {regime.Kind} ({regime.Reason})");
        Assert.Equal(period, regime.Period);
        AssertSimulated(parameters, regime);
    }

    [Theory]
    [MemberData(nameof(NamedPoints))]
    public void Simulation_agrees_with_the_regime(string reference, string beta, string epsilon, RegimeKind kind, int? period, string? limit)
    {
        _ = (kind, period, limit);
        var parameters = At(reference, beta, epsilon);
        AssertSimulated(parameters, Regime.Classify(parameters));
    }

    // G = 2 and 3: the limit is reached at n = 1 exactly, sigma(x0 + Omega_G/beta) (claims L7, L8).
    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    public void Constant_weight_of_the_smallest_groups_gives_one_step_convergence(int group)
    {
        var parameters = At("1/100", "1", "1/1000") with { GroupSize = group };
        var limit = Regime.Classify(parameters).Limit!(200);
        Assert.True(Ball.Overlap(limit.Success, Orbit.Enclose(parameters, 1, 300).Last().Success));
    }

    // A double simulation: 4000 steps, then the last points repeat with the period, near the certified limit or cycle.
    private static void AssertSimulated(GrpoParameters parameters, Regime regime)
    {
        var orbit = Orbit.LogOdds(BoundParameters<Float64>.Bind(parameters, Float64Context.Instance), 4000)
            .Select(x => x.Value).TakeWhile(double.IsFinite).Select(x => 1 / (1 + Math.Exp(-x))).ToArray();
        if (regime.Kind is RegimeKind.Undecided)
        {
            return;
        }

        if (regime.Limit is { } limit)
        {
            Assert.Equal(limit(100).Success.Midpoint.ToDouble(), orbit[^1], 1e-6);
            if (regime.Kind is RegimeKind.Monotone)
            {
                Assert.True(orbit.Zip(orbit.Skip(1)).All(pair => pair.Second >= pair.First - 1e-12));
            }
            else if (regime.Kind is RegimeKind.Alternating)
            {
                var target = limit(100).Success.Midpoint.ToDouble();
                Assert.Contains(orbit, p => p > target + 1e-9);
                Assert.Contains(orbit, p => p < target - 1e-9);
            }

            return;
        }

        foreach (var point in regime.Cycle!.Points(100))
        {
            Assert.Contains(orbit[^regime.Period!.Value..], p => Math.Abs(p - point.Success.Midpoint.ToDouble()) < 1e-6);
        }
    }

    private static GrpoParameters At(string reference, string beta, string epsilon)
        => GrpoParameters.Of(Rational.Parse(reference), Rational.Parse(beta), Rational.Parse(epsilon));

    private static ClipRange Clip(string e) => new(Rational.Parse(e), Rational.Parse(e));

    // Thirty digits.
    private static void AssertNear(string expected, Ball actual)
    {
        var value = Rational.Parse(expected);
        var slack = value.Abs() * Rational.Pow(10, -30);
        var inside = Ball.LessOrEqual(Ball.FromRational(value - slack, 400), actual) & Ball.LessOrEqual(actual, Ball.FromRational(value + slack, 400));
        Assert.True(inside.IsCertain, $"{expected} against {actual}");
    }
}
