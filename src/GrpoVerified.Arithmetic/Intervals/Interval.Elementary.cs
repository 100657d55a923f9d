using GrpoVerified.Arithmetic.Kernels;
using static GrpoVerified.Arithmetic.DirectedRounding;

namespace GrpoVerified.Arithmetic;

/// <content>The elementary functions: all monotone (or even), so bounds at the endpoints bound the range.</content>
public readonly partial struct Interval
{
    /// <inheritdoc/>
    public static Interval Exp(Interval x) => Increasing(x, PointFunctions.Exp);

    /// <inheritdoc/>
    public static Interval Expm1(Interval x) => Increasing(x, PointFunctions.Expm1);

    /// <inheritdoc/>
    public static Interval Log(Interval x) => IncreasingFrom(0, x, PointFunctions.Log);

    /// <inheritdoc/>
    public static Interval Log1p(Interval x) => IncreasingFrom(-1, x, PointFunctions.Log1p);

    /// <inheritdoc/>
    public static Interval Sinh(Interval x) => Increasing(x, PointFunctions.Sinh);

    /// <inheritdoc/>
    public static Interval Cosh(Interval x) => Increasing(Abs(x), PointFunctions.Cosh);

    /// <inheritdoc/>
    public static Interval Asinh(Interval x) => Increasing(x, PointFunctions.Asinh);

    /// <inheritdoc/>
    public static Interval Atanh(Interval x)
        => x.IsEmpty ? x
            : x.Upper <= -1 || x.Lower >= 1 ? Entire
            : Increasing(new((Math.Max(x.Lower, -1), Math.Min(x.Upper, 1))), PointFunctions.Atanh);

    /// <inheritdoc/>
    public static Interval Logistic(Interval x) => Increasing(x, PointFunctions.Logistic);

    /// <inheritdoc/>
    public static Interval Sqrt(Interval x)
        => x.IsEmpty ? x
            : x.Upper < 0 ? Entire
            : new((SqrtDown(Math.Max(x.Lower, 0)), SqrtUp(x.Upper)));

    /// <inheritdoc/>
    public static Interval ReciprocalSqrt(Interval x) => One / Sqrt(x);

    /// <inheritdoc/>
    public static Interval Min(Interval a, Interval b)
        => a.IsEmpty || b.IsEmpty ? Empty : new((Math.Min(a.Lower, b.Lower), Math.Min(a.Upper, b.Upper)));

    /// <inheritdoc/>
    public static Interval Max(Interval a, Interval b)
        => a.IsEmpty || b.IsEmpty ? Empty : new((Math.Max(a.Lower, b.Lower), Math.Max(a.Upper, b.Upper)));

    /// <inheritdoc/>
    public static Interval Abs(Interval x)
        => x.IsEmpty || x.Lower >= 0 ? x
            : x.Upper <= 0 ? -x
            : new((0, Math.Max(-x.Lower, x.Upper)));

    private static Interval Increasing(Interval x, Func<double, (double Down, double Up)> f)
    {
        if (x.IsEmpty)
        {
            return x;
        }

        var lower = f(x.Lower);
        return new((lower.Down, x.IsPoint ? lower.Up : f(x.Upper).Up));
    }

    private static Interval IncreasingFrom(double pole, Interval x, Func<double, (double Down, double Up)> f)
        => x.IsEmpty ? x
            : x.Upper <= pole ? Entire
            : Increasing(new((Math.Max(x.Lower, pole), x.Upper)), f);
}
