using GrpoVerified.Theory.Formulas;

namespace GrpoVerified.Conjectures.Functions;

/// <summary>The success map h and its variants, each from a probability of success to the next.</summary>
internal static class SuccessMaps
{
    /// <summary>The maps that <c>iterate</c> can take.</summary>
    public static IReadOnlyList<Function> Maps { get; } =
    [
        Function.Of("h", "p", "success map 1/(1 + (1-p_ref)/p_ref exp(-omega(p)/beta))", Reference),
        Function.Of("h_mirror", "p", "mirror descent: 1/(1 + (1-p)/p exp(-omega(p)/beta)), p > 0", Mirror),
        Function.Of("h_two_kl", "p", "two KL terms: sigma(alpha logit(p_ref) + (1-alpha) logit(p) + omega(p)/beta), 0 < p < 1", TwoKl),
        Function.Of("h_mean_only", "p", "no division by the deviation: 1/(1 + (1-p_ref)/p_ref exp(-1/beta))", MeanOnly),
        Function.Of("h_outside", "p", "smoothing outside the root: h with omega_outside", Outside),
        Function.Of("h_clipped", "p", "h with the ratio clipped to [1-clip_low, 1+clip_high], 0 < p", Clipped),
    ];

    public static IReadOnlyList<Function> All { get; } =
    [
        .. Maps,
        Function.Of("h_of_log_odds", "x", "logit of h: logit(p_ref) + omega_of_log_odds(x)/beta", x => SuccessMap.NextLogOdds(x, TheoryFunctions.Reference.LogOdds, TheoryFunctions.Beta, TheoryFunctions.Eps)),
    ];

    /// <summary>h itself.</summary>
    public static Expr Reference(Expr p)
        => SuccessMap.Next(TheoryFunctions.P(p), TheoryFunctions.Reference, TheoryFunctions.Beta, TheoryFunctions.Eps).Success;

    private static Expr Mirror(Expr p)
        => SuccessMap.Next(TheoryFunctions.P(p), TheoryFunctions.P(p), TheoryFunctions.Beta, TheoryFunctions.Eps).Success;

    private static Expr TwoKl(Expr p)
    {
        var alpha = Expr.Variable("alpha");
        var anchor = SuccessMap.Anchor(TheoryFunctions.Reference.LogOdds, TheoryFunctions.P(p).LogOdds, alpha, Expr.One - alpha);
        return Expr.Logistic(SuccessMap.NextLogOddsFrom(anchor, Whitening.Omega(TheoryFunctions.P(p), TheoryFunctions.Eps), TheoryFunctions.Beta));
    }

    private static Expr MeanOnly(Expr p)
    {
        _ = p;
        return SuccessMap.NextFrom(TheoryFunctions.Reference.FailureOdds, Expr.One, TheoryFunctions.Beta).Success;
    }

    private static Expr Outside(Expr p)
        => SuccessMap.NextFrom(TheoryFunctions.Reference.FailureOdds, Whitening.OmegaOutside(TheoryFunctions.P(p), TheoryFunctions.Eps), TheoryFunctions.Beta).Success;

    private static Expr Clipped(Expr p)
    {
        var old = TheoryFunctions.P(p);
        var odds = Clipping.NextFailureOdds(
            old,
            TheoryFunctions.Reference.FailureOdds,
            Whitening.WeightPlus(old, TheoryFunctions.Eps),
            Whitening.WeightMinus(old, TheoryFunctions.Eps),
            TheoryFunctions.Beta,
            Expr.Variable("clip_low"),
            Expr.Variable("clip_high"));
        return Probability<Expr>.FromFailureOdds(odds).Success;
    }
}
