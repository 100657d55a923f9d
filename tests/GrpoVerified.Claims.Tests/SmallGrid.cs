using GrpoVerified.Theory;

namespace GrpoVerified.Claims.Tests;

/// <summary>A few points that between them meet most hypotheses: all regimes, ε = 0, every variant.</summary>
internal static class SmallGrid
{
    public static IReadOnlyList<GrpoParameters> Points { get; } =
    [
        At("1/10", "1", "1/1000"),
        At("3/4", "1/2", "1/100"),
        At("2/5", "4", "1/10"),
        At("1/10", "1", "0"),
        At("1/200", "3/2", "1/1000"),
        At("1/100", "1", "1/1000"),
        At("1/10", "1", "1/1000") with { Regulariser = Regulariser.Mirror },
        At("2/5", "4", "1/10") with { Regulariser = Regulariser.TwoKl, Alpha = new(1, 2) },
        At("1/10", "1", "1/1000") with { Normalisation = Normalisation.MeanOnly },
        At("1/10", "1", "1/1000") with { Placement = EpsilonPlacement.Outside },
        At("1/10", "1", "1/1000") with { Clip = new ClipRange(new(1, 5), new(7, 25)) },
        At("1/10", "1", "1/1000") with { GroupSize = 8 },
    ];

    public static GrpoParameters At(string reference, string beta, string epsilon)
        => GrpoParameters.Of(Arithmetic.Rational.Parse(reference), Arithmetic.Rational.Parse(beta), Arithmetic.Rational.Parse(epsilon));
}
