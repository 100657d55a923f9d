namespace GrpoVerified.Claims.Catalogue;

internal static class A03MonotoneWeights
{
    public static Claim Claim { get; } = new()
    {
        Id = "A3",
        Title = "Monotone weights",
        Statement = "w+ is strictly decreasing and w- strictly increasing on [0,1] for eps > 0 (on (0,1) for eps = 0), with w+' = -((1-p)/2+eps)/(s+eps)^(3/2) and w-' = (p/2+eps)/(s+eps)^(3/2).",
        Source = "paper (curves); the derivatives are new",
        Proof = "Differentiate; the numerators have one sign.",
        Checks =
        [
            Check.Holds("w+' < 0 < w-'", g => ForSamples(g, p => Less(Whitening.WeightPlusDerivative(p, g.Eps), Integer(0)) & Less(Integer(0), Whitening.WeightMinusDerivative(p, g.Eps)))),
            Check.Agree("w+' is the derivative of w+", g => AtSamples(g, p => (Differentiate(g, p, Whitening.WeightPlus), Whitening.WeightPlusDerivative(p, g.Eps)))),
            Check.Agree("w-' is the derivative of w-", g => AtSamples(g, p => (Differentiate(g, p, Whitening.WeightMinus), Whitening.WeightMinusDerivative(p, g.Eps)))),
        ],
    };

    private static Ball Differentiate(GridPoint g, Probability<Ball> p, Func<Probability<Dual<Ball>>, Dual<Ball>, Dual<Ball>> weight)
    {
        var success = Dual<Ball>.Variable(p.Success);
        var failure = new Dual<Ball>(p.Failure, Integer(-1));
        return weight(new(success, failure), Dual<Ball>.Constant(g.Eps)).Derivative;
    }
}
