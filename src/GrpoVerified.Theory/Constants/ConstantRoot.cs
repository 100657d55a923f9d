using GrpoVerified.Arithmetic;
using GrpoVerified.Theory.Dynamics;

namespace GrpoVerified.Theory.Constants;

/// <summary>Constants defined as the only zero of a function in a bracket.</summary>
internal static class ConstantRoot
{
    /// <summary>The zero of an increasing (or decreasing) function between two rationals, by interval Newton.</summary>
    /// <param name="function">The function, given its parameters' precision.</param>
    /// <param name="lower">A rational below the zero.</param>
    /// <param name="upper">A rational above the zero.</param>
    /// <param name="increasing">Whether the function increases through the zero.</param>
    public static Root Between(Func<int, Func<Dual<Ball>, Dual<Ball>>> function, Rational lower, Rational upper, bool increasing = true)
        => new(
            precision =>
            {
                var f = function(precision);
                return x => f(Dual<Ball>.Variable(x));
            },
            Ball.Hull(Ball.FromRational(lower, Decision.StartPrecision), Ball.FromRational(upper, Decision.StartPrecision)),
            increasing ? -1 : 1);
}
