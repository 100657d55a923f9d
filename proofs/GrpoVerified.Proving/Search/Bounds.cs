using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using static GrpoVerified.Proving.Search.Rounded;

namespace GrpoVerified.Proving.Search;

/// <summary>Four intervals by their ends, with the operations rounded correctly outward, whatever the signs.</summary>
/// <remarks>Where a product, quotient or root comes near underflow, its error is not a double and the result is NaN.</remarks>
internal readonly record struct Bounds(Vector256<double> Lower, Vector256<double> Upper)
{
    private static Vector256<double> Zero => Vector256<double>.Zero;

    private static Vector256<double> Unknown => Vector256.Create(double.NaN);

    /// <summary>An operation, and a bit for each interval on which it is not defined.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static (Bounds Result, int Failed) Apply(ExprKind kind, Bounds a, Bounds b)
    {
        switch (kind)
        {
            case ExprKind.Add:
                return (new(SumDown(a.Lower, b.Lower), SumUp(a.Upper, b.Upper)), 0);
            case ExprKind.Subtract:
                return (Subtract(a, b), 0);
            case ExprKind.Multiply:
                return (Multiply(a, b), 0);
            case ExprKind.Divide:
                return Divide(a, b);
            case ExprKind.Negate:
                return (new(-a.Upper, -a.Lower), 0);
            case ExprKind.Square:
                var y = Abs(a);
                return (new(
                    Where(KnownProduct(y.Lower, y.Lower), ProductDown(y.Lower, y.Lower)),
                    Where(KnownProduct(y.Upper, y.Upper), ProductUp(y.Upper, y.Upper))), 0);
            case ExprKind.Sqrt:
                return (new(Where(KnownRoot(a.Lower), RootDown(a.Lower)), Where(KnownRoot(a.Upper), RootUp(a.Upper))), Bits(Vector256.LessThan(a.Lower, Zero)));
            case ExprKind.Abs:
                return (Abs(a), 0);
            case ExprKind.Min:
                return (new(Vector256.Min(a.Lower, b.Lower), Vector256.Min(a.Upper, b.Upper)), 0);
            case ExprKind.Max:
                return (new(Vector256.Max(a.Lower, b.Lower), Vector256.Max(a.Upper, b.Upper)), 0);
            default:
                return (a, 0xF);
        }
    }

    /// <summary>a − b.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Bounds Subtract(Bounds a, Bounds b) => new(SumDown(a.Lower, -b.Upper), SumUp(a.Upper, -b.Lower));

    /// <summary>(a + b)/2.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Bounds Middle(Bounds a, Bounds b)
    {
        // Half of a double is a double, if that is not tiny.
        var half = Vector256.Create(0.5);
        var (lower, upper) = (SumDown(a.Lower, b.Lower), SumUp(a.Upper, b.Upper));
        return new(Where(KnownProduct(lower, half), lower * half), Where(KnownProduct(upper, half), upper * half));
    }

    /// <summary>Where the error of a product is a double: both zero, or far from underflow.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<double> KnownProduct(Vector256<double> a, Vector256<double> b)
        => Vector256.GreaterThan(Vector256.Abs(a * b), Vector256.Create(Safe)) | Vector256.Equals(a, Zero) | Vector256.Equals(b, Zero);

    /// <summary>Where the error of a quotient is a double.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<double> KnownQuotient(Vector256<double> a, Vector256<double> b)
        => (Vector256.GreaterThan(Vector256.Abs(a / b), Vector256.Create(Safe)) & Vector256.GreaterThan(Vector256.Abs(a), Vector256.Create(Safe))) | Vector256.Equals(a, Zero);

    /// <summary>Where both ends are numbers: infinity and NaN are in no order with the largest double.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<double> Finite(Bounds x)
        => Vector256.GreaterThanOrEqual(x.Lower, Vector256.Create(double.MinValue)) & Vector256.LessThanOrEqual(x.Upper, Vector256.Create(double.MaxValue));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<double> KnownRoot(Vector256<double> a) => Vector256.GreaterThan(a, Vector256.Create(Safe)) | Vector256.Equals(a, Zero);

    // The extreme products: rounding keeps the order, so they are among the rounded products of the ends.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static Bounds Multiply(Bounds a, Bounds b)
    {
        var known = KnownProduct(a.Lower, b.Lower) & KnownProduct(a.Lower, b.Upper) & KnownProduct(a.Upper, b.Lower) & KnownProduct(a.Upper, b.Upper);
        return new(
            Where(known, Vector256.Min(
                Vector256.Min(ProductDown(a.Lower, b.Lower), ProductDown(a.Lower, b.Upper)),
                Vector256.Min(ProductDown(a.Upper, b.Lower), ProductDown(a.Upper, b.Upper)))),
            Where(known, Vector256.Max(
                Vector256.Max(ProductUp(a.Lower, b.Lower), ProductUp(a.Lower, b.Upper)),
                Vector256.Max(ProductUp(a.Upper, b.Lower), ProductUp(a.Upper, b.Upper)))));
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static (Bounds Result, int Failed) Divide(Bounds a, Bounds b)
    {
        var failed = Vector256.LessThanOrEqual(b.Lower, Zero) & Vector256.GreaterThanOrEqual(b.Upper, Zero);

        // Divisors of one sign: where it is negative, both operands change sign.
        var negative = Vector256.LessThan(b.Upper, Zero);
        var n = new Bounds(Vector256.ConditionalSelect(negative, -a.Upper, a.Lower), Vector256.ConditionalSelect(negative, -a.Lower, a.Upper));
        var d = new Bounds(Vector256.ConditionalSelect(negative, -b.Upper, b.Lower), Vector256.ConditionalSelect(negative, -b.Lower, b.Upper));
        var low = Vector256.ConditionalSelect(Vector256.GreaterThanOrEqual(n.Lower, Zero), d.Upper, d.Lower);
        var high = Vector256.ConditionalSelect(Vector256.GreaterThanOrEqual(n.Upper, Zero), d.Lower, d.Upper);
        return (new(Where(KnownQuotient(n.Lower, low), QuotientDown(n.Lower, low)), Where(KnownQuotient(n.Upper, high), QuotientUp(n.Upper, high))), Bits(failed));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Bounds Abs(Bounds a)
        => new(Vector256.Max(Vector256.Max(a.Lower, -a.Upper), Zero), Vector256.Max(a.Upper, -a.Lower));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<double> Where(Vector256<double> known, Vector256<double> result) => Vector256.ConditionalSelect(known, result, Unknown);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int Bits(Vector256<double> mask) => (int)mask.ExtractMostSignificantBits();
}
