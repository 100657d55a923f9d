using GrpoVerified.Arithmetic;

namespace GrpoVerified.Theory.Trainers;

/// <summary>Advantages as trainers smooth them; c the centred reward, v the variance.</summary>
public static class TrainerAdvantage
{
    /// <summary>(r − mean)·n/(n−1): the reward minus the mean of the other n − 1 ≥ 1 samples; the factor n/(n−1) is given.</summary>
    public static T LeaveOneOut<T>(T reward, T mean, T factor)
        where T : IElementary<T>
        => (reward - mean) * factor;

    /// <summary>c/√(v + ε), the paper's smoothing; v + ε &gt; 0.</summary>
    public static T Inside<T>(T centred, T variance, T eps)
        where T : IElementary<T>
        => centred / T.Sqrt(variance + eps);

    /// <summary>c/(√v + ε), most trainers'; √v + ε &gt; 0.</summary>
    public static T Outside<T>(T centred, T variance, T eps)
        where T : IElementary<T>
        => centred / (T.Sqrt(variance) + eps);

    /// <summary>c/(√max(v, floor) + ε).</summary>
    public static T Floored<T>(T centred, T variance, T floor, T eps)
        where T : IElementary<T>
        => centred / (T.Sqrt(T.Max(variance, floor)) + eps);

    /// <summary>r/(1 + ε): a group of one with mean taken as 0 and deviation as 1.</summary>
    public static T Raw<T>(T reward, T eps)
        where T : IElementary<T>
        => reward / (T.One + eps);
}
