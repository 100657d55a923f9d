namespace GrpoVerified.Claims.Catalogue;

internal static class E04NegativeSchwarzian
{
    public static Claim Claim { get; } = new()
    {
        Id = "E4",
        Title = "Negative Schwarzian derivative",
        Statement = "S(F) = (3/8)s^2t^2/(s+eps)^2 + 1 - (3/8)(1+t^2)^2/t^2 with t = tanh(x/2); S(F) <= 1/4 - 3/(8t^2) <= -1/8 for x != 0, eps >= 0. So h is S-unimodal: at most one attracting cycle besides the upper fixed point (at eps = 0: besides 1), and it attracts the orbit of 1/2.",
        Source = "new",
        Proof = "Composition rule of the Schwarzian; s is Moebius in cosh x; Singer's theorem.",
        Checks =
        [
            Check.Holds("S(F) <= 1/4 - 3/(8t^2) <= -1/8 at the samples", g => All(g.Samples.Where(p => p != new Rational(1, 2)).Select(g.Probability).Select(p =>
            {
                var middle = (Integer(1) / Integer(4)) - (Integer(3) / (Integer(8) * Ball.Square(p.Bias)));
                return (g.IsSmoothed ? Less(SuccessMap.Schwarzian(p.LogOdds, g.Eps), middle) : Truth.True) & Less(middle, -(g.Enclose(new(1, 8))));
            }))),
        ],
    };
}
