using System.Numerics;
using GrpoVerified.Arithmetic;
using GrpoVerified.Theory.Refinements;

namespace GrpoVerified.Benchmarks.Own;

/// <summary>The fixed-width kernels on the workloads of SuccessMapWork and FixedPointWork.</summary>
internal static class FixedWidthWork
{
    public static OwnWork SuccessMap(int bits) => bits switch
    {
        128 => SuccessMap<Fixed3>(bits),
        192 => SuccessMap<Fixed4>(bits),
        _ => SuccessMap<Fixed6>(bits),
    };

    /// <summary>The fixed point that Newton's method reaches, certified, unique in a neighbourhood; from the parameters, without allocation.</summary>
    public static OwnWork FixedPoint(int number, int bits)
    {
        var parameters = FixedPointWork.Cases[number - 1];
        _ = SmallFraction.TryFrom(parameters.Reference, out var reference);
        _ = SmallFraction.TryFrom(parameters.Beta, out var beta);
        _ = SmallFraction.TryFrom(parameters.Epsilon, out var epsilon);
        return new(
            "fixed width",
            count =>
            {
                var solved = true;
                for (; count > 0; count--)
                {
                    var solver = new ChordSolver(epsilon, new(beta.Denominator, beta.Numerator), new(reference.Denominator - reference.Numerator, reference.Numerator));
                    solved &= bits <= 128 ? solver.TrySolve(bits <= 64 ? 1 : 2, out Fixed3 _, out var _)
                        : bits <= 216 ? solver.TrySolve(out Fixed4 _, out var _)
                        : solver.TrySolve(out Fixed6 _, out var _);
                }

                if (!solved)
                {
                    throw new InvalidOperationException("A fixed point was not certified.");
                }
            },
            () => FixedWidthFixedPoint.TryFind(parameters, bits, out var point) ? Digits.Of(point, bits) : throw new InvalidOperationException("A fixed point was not certified."));
    }

    // Thin balls: the points rounded to the width, the rounding in the radius.
    private static OwnWork SuccessMap<T>(int bits)
        where T : struct, IFixedWidth<T>
    {
        _ = FixedSuccessMap<T>.TryBind(new Rational(3, 10), new Rational(1, 2), new Rational(1, 1000), out var map);
        var points = Enumerable.Range(1, SuccessMapWork.Points).Select(k => FixedWidth.FromScaled<T>(((BigInteger)k << (64 * T.Limbs)) / 257)).ToArray();
        var ulp = FixedConstants<T>.Ulp;
        var results = new T[SuccessMapWork.Points];
        var radii = new double[SuccessMapWork.Points];
        return new(
            "fixed width",
            count =>
            {
                var inside = true;
                for (var i = 0L; i < count; i++)
                {
                    var k = SuccessMapWork.Point(i);
                    inside &= map.TryNext(in points[k], ulp, out results[k], out radii[k]);
                }

                if (!inside)
                {
                    throw new InvalidOperationException("A point is outside the range of the kernels.");
                }
            },
            () => map.TryNext(in points[SuccessMapWork.Shown], ulp, out var h, out var radius)
                ? Digits.Of(FixedWidth.ToBall(in h, radius, bits), bits)
                : throw new InvalidOperationException("A point is outside the range of the kernels."));
    }
}
