using GrpoVerified.Arithmetic;
using GrpoVerified.Theory.Formulas;

namespace GrpoVerified.Theory.Dynamics;

/// <summary>Certified iterates p_0 = p_ref, p_1, p_2, … of an update map.</summary>
/// <remarks>
/// Every iterate is enclosed as a pair (p, 1−p). Errors grow by |T′| each step; the caller raises the precision
/// where the digits do not suffice (<see cref="Enclose"/> is deterministic in its arguments).
/// </remarks>
public static class Orbit
{
    /// <summary>Enclosures of p_0..p_steps from p_0 = p_ref at a working precision in bits.</summary>
    /// <exception cref="ParameterException">A parameter is outside its domain.</exception>
    public static IEnumerable<Probability<Ball>> Enclose(GrpoParameters parameters, int steps, int precision)
    {
        ArgumentNullException.ThrowIfNull(parameters);
        ArgumentOutOfRangeException.ThrowIfNegative(steps);
        var bound = BoundParameters<Ball>.Bind(parameters, new BallContext(precision));
        return Iterate(bound, steps);
    }

    /// <summary>Log-odds x_0..x_steps in any arithmetic.</summary>
    public static IEnumerable<T> LogOdds<T>(BoundParameters<T> bound, int steps)
        where T : IElementary<T>
    {
        ArgumentNullException.ThrowIfNull(bound);
        return Steps(bound, steps);
    }

    private static IEnumerable<T> Steps<T>(BoundParameters<T> bound, int steps)
        where T : IElementary<T>
    {
        var x = bound.ReferenceLogOdds;
        yield return x;
        for (var n = 0; n < steps; n++)
        {
            x = bound.Next(x);
            yield return x;
        }
    }

    private static IEnumerable<Probability<Ball>> Iterate(BoundParameters<Ball> bound, int steps)
    {
        // p_0 is exact; log-odds would only blur it.
        yield return bound.Reference;
        if (bound.Exact.Clip is not null)
        {
            var r = bound.Reference.FailureOdds;
            for (var n = 0; n < steps; n++)
            {
                r = bound.NextFailureOdds(r);
                yield return Probability<Ball>.FromFailureOdds(r);
            }

            yield break;
        }

        // Ω(p_0) from the exact pair, then each pair from its log-odds, once: as the value, and for Ω of the next step.
        var x = bound.ReferenceLogOdds;
        var p = bound.Reference;
        for (var n = 0; n < steps; n++)
        {
            var anchor = n == 0 ? x : bound.Anchor(x);
            x = SuccessMap.NextLogOddsFrom(anchor, bound.WhiteningFactor(p), bound.Beta);
            p = Probability<Ball>.FromLogOdds(x);
            yield return p;
        }
    }
}
