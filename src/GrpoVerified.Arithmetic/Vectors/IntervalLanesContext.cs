namespace GrpoVerified.Arithmetic.Vectors;

/// <summary>Turns exact parameters into the smallest intervals that contain them, the same in every lane.</summary>
/// <typeparam name="T">The vectors of the endpoints.</typeparam>
public sealed class IntervalLanesContext<T> : IArithmeticContext<IntervalLanes<T>>
    where T : struct, IDoubleLanes<T>
{
    /// <inheritdoc/>
    public IntervalLanes<T> Enclose(Rational value) => IntervalLanes<T>.Broadcast(Interval.FromRational(value));
}
