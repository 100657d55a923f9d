namespace GrpoVerified.Claims.Catalogue;

internal static class F02MonotoneFromStepOne
{
    public static Claim Claim { get; } = new()
    {
        Id = "F2",
        Title = "h(1/2) >= 1/2: monotone from step 1",
        Statement = "If x_0 + 2/(beta sqrt(1+4eps)) >= 0, then p_1, p_2, ... is monotone: nondecreasing if p_1 >= 1-p_ref (or p_ref >= 1/2), to the smallest fixed point >= max(p_ref,1-p_ref) (eps = 0: to 1 if none); strictly decreasing if p_1 < 1-p_ref, to the largest fixed point <= 1-p_ref; constant if p_1 = 1-p_ref.",
        Source = "new",
        Proof = "x_n >= 0 for n >= 1, and from n = 1 the orbit is that of |x_0| under F increasing on [0,inf).",
        Checks =
        [
            Check.Holds("all of p_1, ..., p_6 > 1/2, moving in one direction (steps within 10^-20)", g =>
            {
                var rises = g.Reach(2) < 2 || Less(g.Iterate(2).Failure, g.Iterate(1).Failure).IsCertain;
                var reach = g.Reach(6);
                var steps = Enumerable.Range(1, reach - 1).Select(n => rises
                    ? AtMostWithin(g.Iterate(n + 1).Failure, g.Iterate(n).Failure)
                    : AtMostWithin(g.Iterate(n).Failure, g.Iterate(n + 1).Failure));
                return All(steps) & All(Enumerable.Range(1, reach).Select(n => Less(g.Iterate(n).Failure, g.Iterate(n).Success)));
            }, g => OnReferenceMap(g) && HalfRises(g)),
            Check.Exactly("the regime is monotone or eventually monotone", g => g.Regime.Kind is RegimeKind.Monotone or RegimeKind.EventuallyMonotone, g => OnReferenceMap(g) && HalfRises(g) && AllFound(g)),
        ],
    };

    private static bool HalfRises(GridPoint g) => Less(Ball.Zero, SuccessMap.LowerEnvelope(g.X0, g.Beta, g.Eps)).IsCertain;
}
