using GrpoVerified.Arithmetic;
using GrpoVerified.Theory.Dynamics;
using GrpoVerified.Theory.Formulas;
using GrpoVerified.Theory.Groups;
using static GrpoVerified.Theory.Tests.Reference.Points;

namespace GrpoVerified.Theory.Tests.Reference;

internal static partial class ReferenceExpressions
{
    private static Dictionary<string, Func<Ball>[]> Groups() => new(StringComparer.Ordinal)
    {
        ["L1"] = [() => N("9/10") * Group("1/10", 8, "0"), () => N("1/10") * Group("1/10", 8, "0")],
        ["L2"] =
        [
            () => Group("1/10", 8, "0"),
            () => Group("1/10", 8, "0", GroupDeviation.Sample),
            () => Group("1/3", 16, "1/1000"),
            () => Group("1/3", 16, "1/1000", GroupDeviation.Sample),
            () => Group("1/200", 64, "0"),
            () => Group("1/10", 8, "1/10000", GroupDeviation.Sample, EpsilonPlacement.Outside),
        ],
        ["L3"] = [() => Group("0", 8, "0"), () => Group("1/2", 8, "0")],
        ["L4"] = [() => N("7/8") * Ball.ReciprocalSqrt(N("9/100") * N("7/8")), () => Whitening.Omega(P("1/10"), N("0"))],
        ["L5"] =
        [
            () => N("1024") * (Group("1/5", 1024, "0") - Whitening.Omega(P("1/5"), N("0"))),
            () => Bias("0"),
            () => Bias("1/100"),
        ],
        ["L6"] = [() => Group("1/10", 9, "0") - Group("1/10", 8, "0")],
        ["L7"] = [() => Group("1/7", 3, "1/1000")],
        ["L8"] =
        [
            () => Step(S5 with { GroupSize = 8 }, 1).Success,
            () => FixedP(S5 with { GroupSize = 8 }, 0).Success,
            () => FixedP(S5 with { GroupSize = 64 }, 0).Success,
            () => FixedP(S5, 0).Success,
        ],
        ["L9"] = [() => SlopeMaximum(4), () => SlopeMaximum(8), () => SlopeMaximum(16)],
        ["L10"] = [() => FixedP(At("1/10", "2", "0") with { GroupSize = 8, Normalisation = Normalisation.MeanOnly }, 0).Success],
        ["L11"] = [() => DynamicSampling("1/10"), () => DynamicSampling("1/1000"), () => Whitening.Omega(P("1/1000"), N("0"))],
        ["L12"] = [() => Group("1/10", 8, "0", GroupDeviation.Sample) / Group("1/10", 8, "0")],
    };

    private static Ball DynamicSampling(string p)
        => EffectiveWeight.OmegaDynamicSampling(P(p), EffectiveWeight.ReciprocalDeviations(8, N("0"), GroupDeviation.Population, EpsilonPlacement.Inside, Context));

    // -(s + 4 eps (1-s) + 8 eps^2) / (8 (s+eps)^(5/2)) at p = 1/5.
    private static Ball Bias(string eps)
    {
        var (s, e) = (P("1/5").Variance, N(eps));
        return -(s + (N("4") * e * (Ball.One - s)) + (N("8") * e * e)) * Ball.Pow(Whitening.Omega(P("1/5"), e), 5) / N("8");
    }

    // M_G = max over x > 0 of d Omega_G(sigma(x))/dx at eps = 0: the second derivative changes sign once, by bisection.
    private static Ball SlopeMaximum(int size)
    {
        EnclosedFunction second = precision => x => new Dual<Ball>(Derivatives(size, x, precision).Second, Ball.WholeLine);
        var root = new Root(second, Ball.Hull(N("1/10"), N("20")), signAtLower: 1).Enclose(200);
        return Derivatives(size, root.WithPrecision(Bits), Bits).First;
    }

    private static Jet<Ball> Derivatives(int size, Ball x, int precision)
    {
        var deviations = EffectiveWeight.ReciprocalDeviations(size, Ball.FromRational(0, precision), GroupDeviation.Population, EpsilonPlacement.Inside, new BallContext(precision));
        return EffectiveWeight.Omega(Probability<Jet<Ball>>.FromLogOdds(Jet<Ball>.Variable(x)), [.. deviations.Select(Jet<Ball>.Constant)]);
    }
}
