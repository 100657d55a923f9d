using GrpoVerified.Arithmetic;

namespace GrpoVerified.Theory.Groups;

/// <summary>Advantages of the rewards of a group.</summary>
public static class GroupAdvantage
{
    /// <summary>(r − baseline)/√(v+ε) or (r − baseline)/(√v+ε); v and ε not both 0.</summary>
    public static T Whitened<T>(T centred, T variance, T eps, EpsilonPlacement placement)
        where T : IElementary<T>
        => placement == EpsilonPlacement.Inside
            ? centred * T.ReciprocalSqrt(variance + eps)
            : centred / (T.Sqrt(variance) + eps);

    /// <summary>Reward minus baseline, exactly; 0 for the leave-one-out baseline of a single reward.</summary>
    public static Rational Centred(Rational reward, GroupMoments moments, Baseline baseline)
        => baseline switch
        {
            Baseline.Mean => reward - moments.Mean,
            Baseline.LeaveOneOut => moments.Count == 1
                ? Rational.Zero
                : (reward - moments.Mean) * moments.Count / (moments.Count - 1),
            _ => reward,
        };

    /// <summary>The advantage of one reward of a group under a convention.</summary>
    public static T Of<T>(Rational reward, GroupMoments moments, AdvantageConvention convention, IArithmeticContext<T> context)
        where T : IElementary<T>
    {
        ArgumentNullException.ThrowIfNull(convention);
        ArgumentNullException.ThrowIfNull(context);
        var centred = Centred(reward, moments, convention.Baseline);
        if (convention.Deviation is not { } deviation)
        {
            return context.Enclose(centred);
        }

        var variance = moments.Variance(deviation);
        return variance.IsZero && convention.Epsilon.IsZero
            ? T.Zero
            : Whitened(context.Enclose(centred), context.Enclose(variance), context.Enclose(convention.Epsilon), convention.Placement);
    }
}
