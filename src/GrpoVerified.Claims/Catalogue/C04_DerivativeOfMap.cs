namespace GrpoVerified.Claims.Catalogue;

internal static class C04DerivativeOfMap
{
    public static Claim Claim { get; } = new()
    {
        Id = "C4",
        Title = "Derivative of the success map",
        Statement = "h'(p) = h(p)(1-h(p))(2p-1)/(2 beta (p(1-p)+eps)^(3/2)).",
        Source = "paper (local stability)",
        Proof = "Chain rule.",
        Checks =
        [
            Check.Agree("the closed form is the derivative of h", g => AtSamples(g, p => (
                Differentiated(g, p), SuccessMap.Derivative(p, g.Reference, g.Beta, g.Eps)))),
        ],
    };

    private static Ball Differentiated(GridPoint g, Probability<Ball> p)
    {
        var variable = new Probability<Dual<Ball>>(Dual<Ball>.Variable(p.Success), new(p.Failure, Integer(-1)));
        var reference = new Probability<Dual<Ball>>(Dual<Ball>.Constant(g.Reference.Success), Dual<Ball>.Constant(g.Reference.Failure));
        return SuccessMap.Next(variable, reference, Dual<Ball>.Constant(g.Beta), Dual<Ball>.Constant(g.Eps)).Success.Derivative;
    }
}
