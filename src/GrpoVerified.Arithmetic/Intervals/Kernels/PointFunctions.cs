namespace GrpoVerified.Arithmetic.Kernels;

/// <summary>
/// Bounds of elementary functions at one double x: the result contains f(x). At ±∞ it is the limit, as a bound for sets.
/// </summary>
/// <remarks>Each function: exact values first, then far arguments, then tiny ones by the sign of the next Taylor term, then the kernel
/// with its error bound. docs/formulas-interval.md, sections 4 to 7.</remarks>
internal static class PointFunctions
{
    // Below these a Taylor polynomial and one step outward enclose.
    private const double TinyForSquareTerm = 1.0 / (1L << 60);
    private const double TinyForCubicTerm = 1.0 / (1L << 30);

    private static readonly double AlmostOne = Math.BitDecrement(1.0);

    public static (double Down, double Up) Exp(double x) => x switch
    {
        0 => (1, 1),
        > ExpKernel.Overflow => (x == double.PositiveInfinity ? x : double.MaxValue, double.PositiveInfinity),
        < ExpKernel.Underflow => (0, x == double.NegativeInfinity ? 0 : double.Epsilon),
        > 0 => Within(1, double.PositiveInfinity, Bounds(ExpKernel.Exp(x))),
        _ => Within(0, 1, Bounds(ExpKernel.Exp(x))),
    };

    public static (double Down, double Up) Expm1(double x) => x switch
    {
        0 => (0, 0),
        > 600 => Exp(x) is var (down, up) ? (Math.BitDecrement(down), up) : default,
        < -50 => (-1, x == double.NegativeInfinity ? -1 : -AlmostOne),
        > -TinyForSquareTerm and < TinyForSquareTerm => (x, Math.BitIncrement(x)),
        _ => Within(-1, double.PositiveInfinity, Bounds(new(ExpKernel.Expm1(x), 0, ExpKernel.Expm1Error))),
    };

    /// <summary>Domain x ≥ 0; at 0 the limit −∞.</summary>
    public static (double Down, double Up) Log(double x) => x switch
    {
        0 => (double.NegativeInfinity, double.NegativeInfinity),
        1 => (0, 0),
        double.PositiveInfinity => (x, x),
        _ => Bounds(new(LogKernel.Log(new(x, 0)), 0, LogKernel.Error)),
    };

    /// <summary>Domain x ≥ −1; at −1 the limit −∞.</summary>
    public static (double Down, double Up) Log1p(double x) => x switch
    {
        0 => (0, 0),
        -1 => (double.NegativeInfinity, double.NegativeInfinity),
        double.PositiveInfinity => (x, x),
        > -TinyForSquareTerm and < TinyForSquareTerm => (Math.BitDecrement(x), x),
        _ => Bounds(new(LogKernel.Log1p(new(x, 0)), 0, LogKernel.Error)),
    };

    public static (double Down, double Up) Cosh(double x) => Math.Abs(x) switch
    {
        0 => (1, 1),
        > 40 and var y => HalfExp(y),
        < TinyForCubicTerm => (1, Math.BitIncrement(1.0)),
        var y => Within(1, double.PositiveInfinity, Bounds(new(HyperbolicKernel.Cosh(y), 0, HyperbolicKernel.CoshError))),
    };

    public static (double Down, double Up) Sinh(double x) => x switch
    {
        0 => (0, 0),
        < 0 => Mirror(Sinh(-x)),
        > 40 => HalfExp(x),
        < TinyForCubicTerm => (x, Math.BitIncrement(x)),
        _ => Bounds(new(HyperbolicKernel.Sinh(x), 0, HyperbolicKernel.SinhError)),
    };

    public static (double Down, double Up) Asinh(double x) => x switch
    {
        0 => (0, 0),
        < 0 => Mirror(Asinh(-x)),
        double.PositiveInfinity => (x, x),
        < TinyForCubicTerm => (Math.BitDecrement(x), x),
        _ => Bounds(new(HyperbolicKernel.Asinh(x), 0, HyperbolicKernel.AsinhError)),
    };

    /// <summary>Domain |x| ≤ 1; at ±1 the limit ±∞.</summary>
    public static (double Down, double Up) Atanh(double x) => x switch
    {
        0 => (0, 0),
        < 0 => Mirror(Atanh(-x)),
        1 => (double.PositiveInfinity, double.PositiveInfinity),
        < TinyForCubicTerm => (x, Math.BitIncrement(x)),
        _ => Bounds(new(HyperbolicKernel.Atanh(x), 0, HyperbolicKernel.AtanhError)),
    };

    public static (double Down, double Up) Logistic(double x) => x switch
    {
        0 => (0.5, 0.5),
        > 100 => (x == double.PositiveInfinity ? 1 : AlmostOne, 1),
        < ExpKernel.Underflow => (0, x == double.NegativeInfinity ? 0 : double.Epsilon),
        < -600 => Bounds(ExpKernel.Exp(x) with { RelativeError = HyperbolicKernel.CoshError }),
        > 0 => Within(0.5, 1, Bounds(new(HyperbolicKernel.Logistic(x), 0, HyperbolicKernel.CoshError))),
        _ => Within(0, 0.5, Bounds(new(HyperbolicKernel.Logistic(x), 0, HyperbolicKernel.CoshError))),
    };

    // For x > 40, cosh x and sinh x differ from e^x/2 by a relative 2^−115.
    private static (double Down, double Up) HalfExp(double x)
    {
        if (x > 712)
        {
            return (x == double.PositiveInfinity ? x : double.MaxValue, double.PositiveInfinity);
        }

        var exp = ExpKernel.Exp(x);
        return Bounds(new(exp.Value, exp.Exponent - 1, HyperbolicKernel.CoshError));
    }

    private static (double Down, double Up) Bounds(Approximation value) => (value.Down(), value.Up());

    // The range of the function on one side of an exact value.
    private static (double Down, double Up) Within(double lower, double upper, (double Down, double Up) bounds)
        => (Math.Max(bounds.Down, lower), Math.Min(bounds.Up, upper));

    private static (double Down, double Up) Mirror((double Down, double Up) bounds) => (-bounds.Up, -bounds.Down);
}
