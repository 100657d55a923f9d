using System.Numerics;
using GrpoVerified.Arithmetic;
using GrpoVerified.Theory.Refinements;

namespace GrpoVerified.Benchmarks.Own;

/// <summary>The workload of SuccessMapWork in batches of eight points, side by side; without AVX2 eight times the kernel for one point.</summary>
internal static class LaneWork
{
    private const int Batch = 8;

    public static OwnWork SuccessMap(int bits) => bits switch
    {
        128 => SuccessMap<FiveDigits, Fixed3>(bits),
        192 => SuccessMap<SevenDigits, Fixed4>(bits),
        _ => SuccessMap<ThirteenDigits, Fixed6>(bits),
    };

    private static OwnWork SuccessMap<T, TLimbs>(int bits)
        where T : struct, IDigitWidth
        where TLimbs : unmanaged, IFixedWidth<TLimbs>
    {
        var (reference, beta, epsilon) = (new Rational(3, 10), new Rational(1, 2), new Rational(1, 1000));
        if (LaneSuccessMap<T, TLimbs>.Bind(reference, beta, epsilon) is not { } map)
        {
            return FixedWidthWork.SuccessMap(bits);
        }

        // In the order in which they are visited, the rounding of a point in its radius.
        var points = Enumerable.Range(0, SuccessMapWork.Points).Select(i => FixedWidth.FromScaled<TLimbs>(((BigInteger)(SuccessMapWork.Point(i) + 1) << (64 * TLimbs.Limbs)) / 257)).ToArray();
        var radii = Enumerable.Repeat(FixedConstants<TLimbs>.Ulp, SuccessMapWork.Points).ToArray();
        var (results, errors) = (new TLimbs[SuccessMapWork.Points], new double[SuccessMapWork.Points]);
        return new(
            "fixed width, eight side by side",
            count =>
            {
                var refused = 0;
                for (var i = 0L; i < count; i += Batch)
                {
                    for (var k = (int)(i & (SuccessMapWork.Points - 1)); k < (int)(i & (SuccessMapWork.Points - 1)) + Batch; k += DigitLanes.Lanes)
                    {
                        refused |= map.Next(points.AsSpan(k, DigitLanes.Lanes), radii.AsSpan(k, DigitLanes.Lanes), results.AsSpan(k, DigitLanes.Lanes), errors.AsSpan(k, DigitLanes.Lanes));
                    }
                }

                if (refused != 0)
                {
                    throw new InvalidOperationException("A point is outside the range of the kernels.");
                }
            },
            () =>
            {
                var shown = FixedWidth.FromScaled<TLimbs>(((BigInteger)(SuccessMapWork.Shown + 1) << (64 * TLimbs.Limbs)) / 257);
                var (h, radius) = (new TLimbs[DigitLanes.Lanes], new double[DigitLanes.Lanes]);
                return map.Next([shown, shown, shown, shown], radii.AsSpan(0, DigitLanes.Lanes), h, radius) == 0
                    ? Digits.Of(FixedWidth.ToBall(in h[^1], radius[^1], bits), bits)
                    : throw new InvalidOperationException("A point is outside the range of the kernels.");
            });
    }
}
