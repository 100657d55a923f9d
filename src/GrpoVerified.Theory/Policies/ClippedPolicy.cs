using GrpoVerified.Arithmetic;

namespace GrpoVerified.Theory.Policies;

/// <summary>The explicit maximiser of the clipped objective for an arbitrary old policy on a finite outcome space.</summary>
/// <remarks>
/// Claim J1: π(o) = min(ref e^{(ω₊−L)/β}, max((1+e_hi) old, ref e^{−L/β})) on successes and
/// π(o) = max(ref e^{(−ω₋−L)/β}, min((1−e_lo) old, ref e^{−L/β})) on failures, L the multiplier of Σπ = 1.
/// With t = e^{−L/β} the sum is continuous, piecewise linear and non-decreasing in t; every root gives the same π.
/// </remarks>
public sealed class ClippedPolicy
{
    private readonly IReadOnlyList<Ball> _reference;
    private readonly IReadOnlyList<Ball> _old;
    private readonly IReadOnlyList<bool> _rewards;
    private readonly Ball _up;
    private readonly Ball _down;
    private readonly Ball _upperClip;
    private readonly Ball _lowerClip;

    /// <summary>Prepares the problem.</summary>
    /// <param name="reference">π_ref(o) &gt; 0.</param>
    /// <param name="old">π_old(o) &gt; 0.</param>
    /// <param name="rewards">r(o).</param>
    /// <param name="weightPlus">ω₊ of the old policy.</param>
    /// <param name="weightMinus">ω₋ of the old policy.</param>
    /// <param name="beta">β.</param>
    /// <param name="clipLow">e_lo.</param>
    /// <param name="clipHigh">e_hi.</param>
    public ClippedPolicy(
        IReadOnlyList<Ball> reference, IReadOnlyList<Ball> old, IReadOnlyList<bool> rewards,
        Ball weightPlus, Ball weightMinus, Ball beta, Ball clipLow, Ball clipHigh)
    {
        _reference = reference;
        _old = old;
        _rewards = rewards;
        _up = Ball.Exp(weightPlus / beta);
        _down = Ball.Exp(-(weightMinus / beta));
        _upperClip = Ball.One + clipHigh;
        _lowerClip = Ball.One - clipLow;
    }

    /// <summary>Encloses the maximiser at a working precision in bits.</summary>
    public ExplicitPolicy<Ball> Solve(int precision)
    {
        // t ∈ [1/e^{ω₊/β}, e^{ω₋/β}] since L ∈ [−ω₋, ω₊]; widened a little so that the signs are strict.
        var lower = (Ball.One / (_up * Ball.FromInteger(2))).LowerBound(precision);
        var upper = (Ball.FromInteger(2) / _down).UpperBound(precision);
        var below = Bracket(lower, upper, precision, Side.Below);
        var above = Bracket(lower, upper, precision, Side.Above);

        // Each π(o) is non-decreasing in t: the hull of the two ends encloses π at every root.
        var atLower = At(Ball.FromBigFloat(below, precision));
        var atUpper = At(Ball.FromBigFloat(above, precision));
        Ball[] policy = [.. atLower.Zip(atUpper, Ball.Hull)];
        var success = ExplicitPolicies.Mass(policy, _rewards, success: true);
        var failure = ExplicitPolicies.Mass(policy, _rewards, success: false);
        return new(policy, Ball.One / Ball.Hull(Ball.FromBigFloat(below, precision), Ball.FromBigFloat(above, precision)), new(success, failure));
    }

    private enum Side
    {
        Below,
        Above,
    }

    // Largest t found with Σ < 1 (below) or smallest with Σ > 1 (above), by bisection on certain signs.
    private BigFloat Bracket(BigFloat lower, BigFloat upper, int precision, Side side)
    {
        for (var i = 0; i < precision + 64; i++)
        {
            var middle = Ball.FromEndpoints(lower, upper, precision + 32).Midpoint;
            var sum = At(Ball.FromBigFloat(middle, precision)).Aggregate(Ball.Zero, static (a, b) => a + b);
            var isBelow = Ball.Less(sum, Ball.One).IsCertain;
            var isAbove = Ball.Less(Ball.One, sum).IsCertain;
            var movesUp = side == Side.Below ? isBelow : !isAbove;
            if (movesUp)
            {
                lower = middle;
            }
            else
            {
                upper = middle;
            }
        }

        return side == Side.Below ? lower : upper;
    }

    private IEnumerable<Ball> At(Ball t)
    {
        for (var i = 0; i < _reference.Count; i++)
        {
            var scaled = _reference[i] * t;
            yield return _rewards[i]
                ? Ball.Min(scaled * _up, Ball.Max(_upperClip * _old[i], scaled))
                : Ball.Max(scaled * _down, Ball.Min(_lowerClip * _old[i], scaled));
        }
    }
}
