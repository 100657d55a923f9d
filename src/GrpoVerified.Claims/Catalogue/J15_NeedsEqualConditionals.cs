namespace GrpoVerified.Claims.Catalogue;

internal static class J15NeedsEqualConditionals
{
    public static Claim Claim { get; } = new()
    {
        Id = "J15",
        Title = "The one-dimensional reduction for an arbitrary old policy",
        Statement = "J2 and J3 hold for arbitrary pi_old.",
        Source = "scope check",
        Expected = CatalogueStatus.FalseAsStated,
        Proof = "J1: pi_n depends on the conditionals.",
        Corrected = "J2: they hold for equal within-class conditionals; J1 gives the policy in general.",
        Counterexamples =
        [
            new("pi_ref = (1/4,1/4,1/2), pi_old = (49/100,1/100,1/2), r = (1,1,0), beta = 1/2, eps = 1/100, e = 1/5: true p_n = 0.72533..., one-dimensional value 3/5", Certify),
        ],
    };

    private static Truth Certify()
    {
        var context = new BallContext(256);
        Ball[] reference = [context.Enclose(new(1, 4)), context.Enclose(new(1, 4)), context.Enclose(new(1, 2))];
        Ball[] old = [context.Enclose(new(49, 100)), context.Enclose(new(1, 100)), context.Enclose(new(1, 2))];
        var half = Probability<Ball>.FromRational(new(1, 2), context);
        var (eps, beta, e) = (context.Enclose(new(1, 100)), context.Enclose(new(1, 2)), context.Enclose(new(1, 5)));
        var (plus, minus) = (Whitening.WeightPlus(half, eps), Whitening.WeightMinus(half, eps));
        var truth = new ClippedPolicy(reference, old, [true, true, false], plus, minus, beta, e, e).Solve(256).Success.Success;
        var formula = Probability<Ball>.FromFailureOdds(Clipping.NextFailureOdds(half, half.FailureOdds, plus, minus, beta, e, e)).Success;
        return Between("0.72533333333333333333", truth, "0.72533333333333333334") & Between("0.5999999999999999999", formula, "0.6000000000000000001");
    }
}
