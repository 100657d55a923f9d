namespace GrpoVerified.Claims.Catalogue;

internal static class D11SideOfHalf
{
    public static Claim Claim { get; } = new()
    {
        Id = "D11",
        Title = "Side of 1/2",
        Statement = "The smallest fixed point is <, =, > 1/2 iff x_0 <, =, > -2/(beta sqrt(1+4eps)), i.e. iff h(1/2) <, =, > 1/2; at equality p* = 1/2 is superstable. (eps = 0: if there is one.)",
        Source = "new",
        Proof = "psi increases on (-inf,0] and psi(0) = -G(0)/beta.",
        Checks =
        [
            Check.Holds("sign of x* (smallest) = sign of logit h(1/2)", g =>
            {
                var x = g.FixedPoints.Points[0].LogOdds(g.Precision);
                var image = SuccessMap.LowerEnvelope(g.X0, g.Beta, g.Eps);
                return Less(Ball.Zero, x * image);
            }, g => OnReferenceMap(g) && AllFound(g) && g.FixedPoints.Interior.Any()),
        ],
    };
}
