using GrpoVerified.Arithmetic;
using GrpoVerified.Theory.Dynamics;

namespace GrpoVerified.Theory.Tests.Dynamics;

/// <summary>Far corners of the parameter space: no exception, no endless search; the answer is complete or says why it is not.</summary>
public sealed class ExtremeParameterTests
{
    // Steps and bits are bounded, so that the work is too.
    private static readonly CycleSearchOptions Effort = new(MaximumPeriod: 8, TransientSteps: 400, MaximumPrecision: 512);

    public static TheoryData<string, string> Corners
    {
        get
        {
            var data = new TheoryData<string, string>();
            foreach (var reference in (string[])["1e-300", "1e-12", "1/100", "1/2", "0.999999999999"])
            {
                foreach (var beta in (string[])["1e-6", "1", "1e6"])
                {
                    data.Add(reference, beta);
                }
            }

            return data;
        }
    }

    private static readonly string[] Epsilons = ["0", "1e-30", "1e-6", "1/12", "1e6"];

    [Theory]
    [MemberData(nameof(Corners))]
    public void Reference_map_is_answered_everywhere(string reference, string beta)
        => Answer(reference, beta, static p => [p, p with { Placement = EpsilonPlacement.Outside }]);

    [Theory]
    [MemberData(nameof(Corners))]
    public void Two_KL_mirror_and_mean_only_are_answered_everywhere(string reference, string beta)
        => Answer(reference, beta, static p =>
        [
            p with { Regulariser = Regulariser.TwoKl, Alpha = new(1, 2) },
            p with { Regulariser = Regulariser.TwoKl, Alpha = new(1, 1000) },
            p with { Regulariser = Regulariser.Mirror },
            p with { Normalisation = Normalisation.MeanOnly },
        ]);

    [Theory]
    [MemberData(nameof(Corners))]
    public void Clipped_map_is_answered_everywhere(string reference, string beta)
        => Answer(reference, beta, static p =>
        [
            p with { Clip = new ClipRange(new(1, 5), new(7, 25)) },
            p with { Clip = new ClipRange(1, 1000) },
            p with { Regulariser = Regulariser.Mirror, Clip = new ClipRange(new(1, 5), new(1, 5)) },
            p with { Regulariser = Regulariser.TwoKl, Alpha = new(1, 2), Clip = new ClipRange(new(1, 1000), new(1, 5)) },
        ]);

    [Theory]
    [MemberData(nameof(Corners))]
    public void Finite_groups_are_answered_everywhere(string reference, string beta)
        => Answer(reference, beta, static p =>
        [
            p with { GroupSize = 2 },
            p with { GroupSize = 3, Deviation = GroupDeviation.Sample },
            p with { GroupSize = 8, Placement = EpsilonPlacement.Outside },
        ]);

    private static void Answer(string reference, string beta, Func<GrpoParameters, GrpoParameters[]> variants)
    {
        foreach (var epsilon in Epsilons)
        {
            foreach (var parameters in variants(GrpoParameters.Of(Rational.Parse(reference), Rational.Parse(beta), Rational.Parse(epsilon))))
            {
                var set = FixedPointSet.Find(parameters);
                Assert.True(set.IsComplete == set.Reason is null, $"{parameters}: complete {set.IsComplete}, reason {set.Reason}");
                Assert.True(!set.IsComplete || set.Points.Count > 0, $"{parameters}: no fixed point, though every such map has one");
                foreach (var point in set.Interior)
                {
                    // Beyond log-odds of about 3·10^18, 1 − p leaves the range of exponents: an enclosure of 0 and of it, nothing better.
                    var p = point.Probability(100);
                    Assert.True(p.Success.RelativeAccuracyBits >= 100, $"{parameters}: {p.Success}");
                    var isBeyondExponents = Ball.Less(Ball.FromInteger(3_000_000_000_000_000_000), point.LogOdds(64)).IsCertain;
                    Assert.True(isBeyondExponents || p.Failure.RelativeAccuracyBits >= 100, $"{parameters}: {p.Failure}");
                    Assert.True(isBeyondExponents || point.Stability != FixedPointStability.Undecided, $"{parameters}: {point.Multiplier(100)}");
                    Assert.True(Ball.Contains(p.Success + p.Failure, Rational.One), $"{parameters}: {p.Success}, {p.Failure}");
                }

                var regime = Regime.Classify(parameters, Effort);
                Assert.NotEmpty(regime.Reason);
                Assert.DoesNotContain('\n', regime.Reason);
                if (regime.Limit is { } limit)
                {
                    var p = limit(64);
                    Assert.True(p.Success.IsFinite && p.Failure.IsFinite && Ball.Contains(p.Success + p.Failure, Rational.One), $"{parameters}: {p.Success}, {p.Failure}");
                }

                foreach (var p in Orbit.Enclose(parameters, 5, 128))
                {
                    Assert.False(Ball.Less(p.Success, Ball.Zero).IsCertain || Ball.Less(p.Failure, Ball.Zero).IsCertain, $"{parameters}: {p.Success}, {p.Failure}");
                }
            }
        }
    }
}
