namespace GrpoVerified.Claims.Catalogue;

internal static class J11ClippingChangesLimit
{
    public static Claim Claim { get; } = new()
    {
        Id = "J11",
        Title = "Clipping can change the limit",
        Statement = "There are parameters with the same fixed points but different limits from p_ref with and without clipping: p_ref = 1/100, beta = 1, eps = 1/1000, e = 1/5 tends to 1 - 1.83e-12 unclipped and to 0.145495... clipped.",
        Source = "new",
        Proof = "J8 against F5(II).",
        Checks =
        [
            Check.Holds("both limits of the example", static _ => Limits(), static g => g.Parameters == DefaultGrid.NamedPoints[0]),
        ],
    };

    private static Truth Limits()
    {
        var parameters = DefaultGrid.NamedPoints[9];
        var free = Regime.Classify(parameters);
        var low = FixedPointSet.Find(parameters).Points[0];
        var clip = new ClipRange(new(1, 5), new(1, 5));

        // Weakly stable low fixed point and p_b/(1-p_b) >= 6/5: J8 gives the clipped limit.
        var step = Orbit.Enclose(parameters with { Clip = clip }, 20, 256).Last().Success;
        return Truth.Of(free.Kind == RegimeKind.Jump && low.Stability == FixedPointStability.Attracting)
            & Between("1.8282594486e-12", free.Limit!(128).Failure, "1.8282594487e-12")
            & Between("0.1454952823091093200", low.Probability(128).Success, "0.1454952823091093201")
            & Between("0.13776894221226405", step, "0.13776894221226406");
    }
}
