namespace GrpoVerified.Claims.Catalogue;

internal static class M03ParameterScaling
{
    public static Claim Claim { get; } = new()
    {
        Id = "M3",
        Title = "Parameter scaling",
        Statement = "F depends on (beta,eps) only through G(.;eps)/beta; two-KL at alpha = 1 is the reference map; clipping with e_hi = inf, e_lo = 1 is no clipping; eps -> inf with beta sqrt(eps) = c tends to mean-only with beta = c.",
        Source = "new (metamorphic)",
        Proof = "Definitions.",
        Checks =
        [
            Check.Agree("two-KL with alpha = 1 steps like the reference map", g => AtSamples(g, p => (
                BoundParameters<Ball>.Bind(Base(g) with { Regulariser = Regulariser.TwoKl, Alpha = 1 }, g.Context).NextUnclipped(p.LogOdds),
                SuccessMap.NextLogOdds(p.LogOdds, g.X0, g.Beta, g.Eps)))),
            Check.Agree("a very wide clip range does not clip, e_lo = 1, e_hi = 10^30", g => AtSamples(g, p => (
                Clipping.NextFailureOdds(p, g.Reference.FailureOdds, Whitening.WeightPlus(p, g.Eps), Whitening.WeightMinus(p, g.Eps), g.Beta, Ball.One, g.Enclose(Rational.Parse("1e30"))),
                SuccessMap.Next(p, g.Reference, g.Beta, g.Eps).FailureOdds))),
        ],
    };

    private static GrpoParameters Base(GridPoint g) => GrpoParameters.Of(g.Parameters.Reference, g.Parameters.Beta, g.Parameters.Epsilon);
}
