using FsCheck;
using FsCheck.Fluent;

namespace GrpoVerified.TestKit;

/// <summary>Finite doubles biased to corners.</summary>
public static class DoubleCases
{
    private static readonly double[] Special =
    [
        0, 1, 0.5, 2, 3, 0.1, 1.0 / 3, double.Epsilon, 2 * double.Epsilon, 2.2250738585072009e-308, 2.2250738585072014e-308, 4.450147717014403e-308,
        double.MaxValue, 8.98846567431158e307, 1.3407807929942597e154, 1.4916681462400413e-154, 1e-280, 1e22, 9007199254740992, 9007199254740993,
        709.782712893384, 745.1332191019411, 0.6931471805599453, 36.7368005696771,
    ];

    /// <summary>Any finite double: special values, their neighbours, small integers, every magnitude, all bit patterns.</summary>
    public static Gen<double> Any { get; } = Gen.Frequency(
        (3, Signed(Gen.Elements(Special))),
        (1, Signed(Gen.Elements(Special).Select(x => Math.BitIncrement(x)).Where(double.IsFinite))),
        (1, Signed(Gen.Elements(Special).Select(x => Math.BitDecrement(x)))),
        (2, Gen.Choose(-20, 20).Select(n => (double)n)),
        (3, Magnitude(-30, 30)),
        (2, Magnitude(-1073, 1023)),
        (1, Bits.Select(BitConverter.Int64BitsToDouble).Where(double.IsFinite)),
        (1, Between(-1, 1)),
        (1, Gen.Choose(-8, 8).Select(n => 1 + (n * Math.ScaleB(1, -53)))));

    /// <summary>Doubles of moderate size, zero included: magnitudes 2^−30 to 2^30.</summary>
    public static Gen<double> Moderate { get; } = Gen.Frequency(
        (1, Gen.Choose(-20, 20).Select(n => (double)n)),
        (3, Magnitude(-30, 30)),
        (3, Between(-4, 4)));

    /// <summary>Random 64-bit words.</summary>
    public static Gen<long> Bits => Gen.Choose(int.MinValue, int.MaxValue).Two().Select(w => ((long)w.Item1 << 32) ^ (uint)w.Item2);

    /// <summary>Doubles spread evenly over an interval.</summary>
    public static Gen<double> Between(double lower, double upper)
        => Bits.Select(w => lower + ((upper - lower) * ((ulong)w >> 11) * Math.ScaleB(1, -53)));

    /// <summary>Doubles of either sign with magnitudes from 2^low to 2^high, spread evenly over the exponents.</summary>
    public static Gen<double> Magnitude(int low, int high)
        => Signed(Gen.Choose(low, high - 1).Zip(Bits, (e, w) => Math.ScaleB(1 + (((ulong)w >> 12) * Math.ScaleB(1, -52)), e)));

    private static Gen<double> Signed(Gen<double> magnitude) => magnitude.Zip(Gen.Elements(1, -1), (x, sign) => sign * x);
}
