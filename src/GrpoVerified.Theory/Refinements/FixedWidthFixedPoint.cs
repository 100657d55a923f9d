using GrpoVerified.Arithmetic;

namespace GrpoVerified.Theory.Refinements;

/// <summary>A certified fixed point of the success map from scratch by fixed-width kernels.</summary>
/// <remarks>
/// A refinement of <see cref="Dynamics.FixedPointSet"/>, which finds every fixed point and works for all parameters. Error theorem BX7 in docs/formulas.md.
/// </remarks>
public static class FixedWidthFixedPoint
{
    /// <summary>Most bits that the kernels deliver.</summary>
    public const int MaximumBits = 344;

    /// <summary>
    /// The fixed point that Newton's method reaches from p_ref: proved to exist, and to be the only one in a neighbourhood of the enclosure.
    /// </summary>
    /// <param name="parameters">The reference map with ε ≤ 1/2, p_ref, β and ε quotients of 32-bit numbers.</param>
    /// <param name="bits">Relative accuracy wanted in bits, 1 to <see cref="MaximumBits"/>.</param>
    /// <param name="point">The enclosure, of relative radius at most 2^−bits.</param>
    /// <returns>False where the kernels do not apply or the steps prove nothing.</returns>
    public static bool TryFind(GrpoParameters parameters, int bits, out Ball point)
    {
        ArgumentNullException.ThrowIfNull(parameters);
        parameters.Validated();
        ArgumentOutOfRangeException.ThrowIfLessThan(bits, 1);
        point = Ball.WholeLine;
        if (!parameters.IsReferenceMap || parameters.Epsilon > new Rational(1, 2)
            || !SmallFraction.TryFrom(parameters.Epsilon, out var epsilon)
            || !SmallFraction.TryFrom(parameters.Beta, out var beta)
            || !SmallFraction.TryFrom(parameters.Reference, out var reference))
        {
            return false;
        }

        var solver = new ChordSolver(epsilon, new(beta.Denominator, beta.Numerator), new(reference.Denominator - reference.Numerator, reference.Numerator));
        if (bits <= 128)
        {
            return solver.TrySolve(bits <= 64 ? 1 : 2, out var p, out var radius) && Enclose(in p, radius, bits, out point);
        }

        if (bits <= 216)
        {
            return solver.TrySolve(out Fixed4 p, out var radius) && Enclose(in p, radius, bits, out point);
        }

        return bits <= MaximumBits && solver.TrySolve(out Fixed6 six, out var error) && Enclose(in six, error, bits, out point);
    }

    private static bool Enclose<T>(in T p, double radius, int bits, out Ball point)
        where T : struct, IFixedWidth<T>
    {
        point = FixedWidth.ToBall(in p, radius, 64 * T.Limbs);
        return point.RelativeAccuracyBits >= bits;
    }
}
