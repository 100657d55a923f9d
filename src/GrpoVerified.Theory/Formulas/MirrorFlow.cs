using GrpoVerified.Arithmetic;

namespace GrpoVerified.Theory.Formulas;

/// <summary>The continuous-time mirror flow dp/dt = √(p(1−p))/β at ε = 0. Claim H15.</summary>
/// <remarks>Trigonometric functions are not part of the formula interface; these two closed forms live on balls.</remarks>
public static class MirrorFlow
{
    /// <summary>p(t) = sin²(arcsin √p₀ + t/(2β)), 0 ≤ t ≤ the hitting time.</summary>
    public static Ball Success(Probability<Ball> start, Ball time, Ball beta)
        => Ball.Square(Ball.Sin(Ball.Atan(Ball.Sqrt(start.Success / start.Failure)) + (time / (Ball.FromInteger(2) * beta))));

    /// <summary>Time 2β arccos √p₀ at which p reaches 1; arccos √p = atan √((1−p)/p).</summary>
    public static Ball HittingTime(Probability<Ball> start, Ball beta)
        => Ball.FromInteger(2) * beta * Ball.Atan(Ball.Sqrt(start.FailureOdds));
}
