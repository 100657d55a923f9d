namespace GrpoVerified.Claims.Catalogue;

internal static class G07BetaOne
{
    public static Claim Claim { get; } = new()
    {
        Id = "G7",
        Title = "The saddle-node curve meets x_0 = -x*",
        Statement = "They meet at beta_1 = 0.85061..., sqrt(1+beta^2) = 2beta asinh(beta); p_j = sigma(-2asinh(beta_1)), the constant of F9.",
        Source = "new",
        Proof = "b tanh(b/2) = 1 with beta = sinh(b/2).",
        Checks =
        [
            Check.Holds("2beta asinh(beta) - sqrt(1+beta^2) changes sign at 0.8506102268...", g =>
            {
                var sign = (Integer(2) * g.Beta * Ball.Asinh(g.Beta)) - Ball.Sqrt(Ball.One + Ball.Square(g.Beta));
                return g.Parameters.Beta > Rational.Parse("0.8506102268772883755") ? Less(Ball.Zero, sign) : Less(sign, Ball.Zero);
            }),
        ],
    };
}
