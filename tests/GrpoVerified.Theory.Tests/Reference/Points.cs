using GrpoVerified.Arithmetic;
using GrpoVerified.Theory.Dynamics;
using GrpoVerified.Theory.Groups;

namespace GrpoVerified.Theory.Tests.Reference;

/// <summary>Short words for the expressions of the reference values, all at one precision.</summary>
internal static class Points
{
    /// <summary>Working precision of the reference values, in bits: three times the 40 digits given.</summary>
    public const int Bits = 400;

    public static BallContext Context { get; } = new(Bits);

    public static GrpoParameters S1 { get; } = At("1/10", "1", "1/1000");

    public static GrpoParameters S2 { get; } = At("1/200", "3/2", "1/1000");

    public static GrpoParameters S3 { get; } = At("3/4", "1/2", "1/100");

    public static GrpoParameters S5 { get; } = At("1/10", "1", "0");

    public static GrpoParameters S6 { get; } = At("2/5", "4", "1/10");

    public static GrpoParameters S7 { get; } = At("1/1000", "1", "1/100");

    public static GrpoParameters S10 { get; } = At("1/100", "1", "1/1000");

    public static GrpoParameters S11 { get; } = At("1/10", "7/10", "0");

    public static GrpoParameters S12 { get; } = At("1/3", "2", "1e-6");

    public static GrpoParameters S15 { get; } = At("1/110", "1", "0");

    public static GrpoParameters S16 { get; } = At("1/125", "1", "0");

    public static GrpoParameters At(string pRef, string beta, string epsilon)
        => GrpoParameters.Of(Rational.Parse(pRef), Rational.Parse(beta), Rational.Parse(epsilon));

    public static ClipRange Clip(string e) => new(Rational.Parse(e), Rational.Parse(e));

    public static Ball N(string text) => Ball.FromRational(Rational.Parse(text), Bits);

    public static Probability<Ball> P(string text) => Probability<Ball>.FromRational(Rational.Parse(text), Context);

    public static BoundParameters<Ball> B(GrpoParameters parameters) => BoundParameters<Ball>.Bind(parameters, Context);

    public static Probability<Ball> Step(GrpoParameters parameters, int n) => Orbit.Enclose(parameters, n, Bits).Last();

    public static Ball LogOddsStep(GrpoParameters parameters, int n) => Orbit.LogOdds(B(parameters), n).Last();

    public static FixedPoint Fixed(GrpoParameters parameters, int index) => FixedPointSet.Find(parameters).Points[index];

    public static Probability<Ball> FixedP(GrpoParameters parameters, int index) => Fixed(parameters, index).Probability(Bits);

    public static Ball FixedX(GrpoParameters parameters, int index) => Fixed(parameters, index).LogOdds(Bits);

    public static Probability<Ball> Limit(GrpoParameters parameters) => Regime.Classify(parameters).Limit!(Bits);

    public static AttractingCycle Cycle(GrpoParameters parameters) => Regime.Classify(parameters).Cycle!;

    public static Ball Group(string p, int size, string eps, GroupDeviation deviation = GroupDeviation.Population, EpsilonPlacement placement = EpsilonPlacement.Inside)
        => EffectiveWeight.Omega(P(p), EffectiveWeight.ReciprocalDeviations(size, N(eps), deviation, placement, Context));

    public static Probability<Ball> Sigma(Ball x) => Probability<Ball>.FromLogOdds(x);
}
