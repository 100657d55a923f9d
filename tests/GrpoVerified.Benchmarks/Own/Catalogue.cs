using GrpoVerified.Arithmetic.Vectors;

namespace GrpoVerified.Benchmarks.Own;

/// <summary>Every line of the comparison.</summary>
internal static class Catalogue
{
    public static readonly int[] Precisions = [53, 128, 192, 340, 1024, 3400, 34000];

    public static IReadOnlyList<OwnLine> All { get; } =
    [
        .. Precisions.Select(bits => new OwnLine("h", bits, () => bits is 128 or 192 or 340 ? FixedWidthWork.SuccessMap(bits) : bits > 340 ? SuccessMapWork.Bound(bits) : SuccessMapWork.Balls(bits), SuccessMapBars(bits))),
        .. Precisions.Where(bits => bits > 340).Select(bits => new OwnLine("h", bits, () => SuccessMapWork.Balls(bits))),
        .. Precisions.Where(bits => bits is 128 or 192 or 340).Select(bits => new OwnLine("h", bits, () => LaneWork.SuccessMap(bits), ("Arb", 0.4, bits == 340 ? 0.2 : 0.12))),
        .. Precisions.SelectMany(_ => Enumerable.Range(1, 3), (bits, k) => new OwnLine($"fixed-point-{k}", bits, () => bits <= 340 ? FixedWidthWork.FixedPoint(k, bits) : FixedPointWork.Newton(k, bits), FixedPointBars(bits))),
        .. Precisions.Where(bits => bits > 340).Select(bits => new OwnLine("fixed-point-1", bits, () => FixedPointWork.Search(1, bits))),
        new("h-batch", 53, IntervalWork.OneBound, ("C double, libm", Vectors(1.0, 1.5, 6), Vectors(0.3, 0.5, 3)), ("C double, libmvec", 4, 2)),
        new("h-batch", 53, IntervalWork.SideBySide),
        new("h-batch", 53, IntervalWork.OneAtATime),
        new("orbit", 53, IntervalWork.OrbitOfBalls, ("C double, libm", 3, 1.5)),
        new("orbit", 53, IntervalWork.OrbitByFormula),
        new(BoxWork.Workload, 53, BoxWork.Search, ("MPFI", 0.05, 0.01), ("Arb", 0.05, 0.01)),
        .. CertificateWork.Names.Select(name => new OwnLine(CertificateWork.Workload + name, 0, () => CertificateWork.Checker(name), ("Coq", 0.05, 0.01))),
        .. LimbWork.Lines(),
        .. ShellWork.Lines(),
    ];

    // What is to be reached depends on the vectors that the machine, or its switches, offer.
    private static double Vectors(double eight, double four, double none)
        => DoubleLanes8.IsSupported ? eight : DoubleLanes4.IsSupported ? four : none;

    private static (string System, double First, double Goal)[] SuccessMapBars(int bits) => bits switch
    {
        128 => [("Arb", 0.8, 0.4)],
        192 => [("Arb", 0.8, 0.45)],
        340 => [("Arb", 1.0, 0.55)],
        1024 => [("Arb", 1.5, 0.7)],
        3400 => [("Arb", 1.5, 0.6)],
        34000 => [("Arb", 2, 0.65)],
        _ => [],
    };

    private static (string System, double First, double Goal)[] FixedPointBars(int bits)
    {
        var (first, goal) = bits <= 340 ? (0.5, 0.15) : (1.0, 0.6);
        return [("Arb", first, goal), ("Arb tuned", first, goal), ("mpmath", 0.05, 0.01)];
    }
}
