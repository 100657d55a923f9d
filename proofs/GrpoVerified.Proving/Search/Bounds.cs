using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace GrpoVerified.Proving.Search;

/// <summary>Four intervals by their ends, with the operations rounded correctly outward.</summary>
/// <remarks>
/// Round to nearest, then move one step if the exact error says so: of a sum by TwoSum, of a product, quotient or root by a fused
/// multiply-add. The error is exact while nothing overflows or comes near underflow; elsewhere the result is NaN.
/// </remarks>
internal readonly record struct Bounds(Vector256<double> Lower, Vector256<double> Upper)
{
    // From here up the error of a product, quotient or root is itself a double.
    private const double Safe = 1e-280;

    /// <summary>An operation, and a bit for each interval on which it is not defined.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static (Bounds Result, int Failed) Apply(ExprKind kind, Bounds a, Bounds b)
    {
        switch (kind)
        {
            case ExprKind.Add:
                return (new(AddDown(a.Lower, b.Lower), -AddDown(-a.Upper, -b.Upper)), 0);
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
                return (new(Product(y.Lower, y.Lower).Down, Product(y.Upper, y.Upper).Up), 0);
            case ExprKind.Sqrt:
                return (new(SqrtDown(a.Lower), SqrtUp(a.Upper)), (int)Vector256.LessThan(a.Lower, Vector256<double>.Zero).ExtractMostSignificantBits());
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
    public static Bounds Subtract(Bounds a, Bounds b) => new(AddDown(a.Lower, -b.Upper), -AddDown(-a.Upper, b.Lower));

    /// <summary>The extreme products: rounding keeps the order, so they are among the rounded products of the ends.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Bounds Multiply(Bounds a, Bounds b)
    {
        var (p, q, r, s) = (Product(a.Lower, b.Lower), Product(a.Lower, b.Upper), Product(a.Upper, b.Lower), Product(a.Upper, b.Upper));
        return new(
            Vector256.Min(Vector256.Min(p.Down, q.Down), Vector256.Min(r.Down, s.Down)),
            Vector256.Max(Vector256.Max(p.Up, q.Up), Vector256.Max(r.Up, s.Up)));
    }

    /// <summary>(a + b)/2.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Bounds Middle(Bounds a, Bounds b)
    {
        var half = Vector256.Create(0.5);
        return new(Product(AddDown(a.Lower, b.Lower), half).Down, Product(-AddDown(-a.Upper, -b.Upper), half).Up);
    }

    /// <summary>a + b rounded down.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<double> AddDown(Vector256<double> a, Vector256<double> b)
    {
        var sum = a + b;
        var second = sum - a;
        var error = (a - (sum - second)) + (b - second);
        return Down(sum, Vector256.LessThan(error, Vector256<double>.Zero));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static (Bounds Result, int Failed) Divide(Bounds a, Bounds b)
    {
        var zero = Vector256<double>.Zero;
        var failed = Vector256.BitwiseAnd(Vector256.LessThanOrEqual(b.Lower, zero), Vector256.GreaterThanOrEqual(b.Upper, zero));

        // Divisors of one sign: where it is negative, both operands change sign.
        var negative = Vector256.LessThan(b.Upper, zero);
        var n = new Bounds(Vector256.ConditionalSelect(negative, -a.Upper, a.Lower), Vector256.ConditionalSelect(negative, -a.Lower, a.Upper));
        var d = new Bounds(Vector256.ConditionalSelect(negative, -b.Upper, b.Lower), Vector256.ConditionalSelect(negative, -b.Lower, b.Upper));
        var low = Quotient(n.Lower, Vector256.ConditionalSelect(Vector256.GreaterThanOrEqual(n.Lower, zero), d.Upper, d.Lower));
        var high = Quotient(-n.Upper, Vector256.ConditionalSelect(Vector256.GreaterThanOrEqual(n.Upper, zero), d.Lower, d.Upper));
        return (new(low, -high), (int)failed.ExtractMostSignificantBits());
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Bounds Abs(Bounds a)
        => new(Vector256.Max(Vector256.Max(a.Lower, -a.Upper), Vector256<double>.Zero), Vector256.Max(a.Upper, -a.Lower));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static (Vector256<double> Down, Vector256<double> Up) Product(Vector256<double> a, Vector256<double> b)
    {
        var product = a * b;
        var error = Vector256.FusedMultiplyAdd(a, b, -product);
        var known = Vector256.BitwiseOr(
            Vector256.GreaterThan(Vector256.Abs(product), Vector256.Create(Safe)),
            Vector256.BitwiseOr(Vector256.Equals(a, Vector256<double>.Zero), Vector256.Equals(b, Vector256<double>.Zero)));
        product = Vector256.ConditionalSelect(known, product, Vector256.Create(double.NaN));
        return (Down(product, Vector256.LessThan(error, Vector256<double>.Zero)), Up(product, Vector256.GreaterThan(error, Vector256<double>.Zero)));
    }

    // a/b rounded down, b > 0.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<double> Quotient(Vector256<double> a, Vector256<double> b)
    {
        var quotient = a / b;
        var remainder = Vector256.FusedMultiplyAdd(-quotient, b, a);
        var safe = Vector256.Create(Safe);
        var known = Vector256.BitwiseOr(
            Vector256.BitwiseAnd(Vector256.GreaterThan(Vector256.Abs(quotient), safe), Vector256.GreaterThan(Vector256.Abs(a), safe)),
            Vector256.Equals(a, Vector256<double>.Zero));
        return Down(Vector256.ConditionalSelect(known, quotient, Vector256.Create(double.NaN)), Vector256.LessThan(remainder, Vector256<double>.Zero));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<double> SqrtDown(Vector256<double> a)
    {
        var (root, remainder) = RootAndRemainder(a);
        return Down(root, Vector256.LessThan(remainder, Vector256<double>.Zero));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<double> SqrtUp(Vector256<double> a)
    {
        var (root, remainder) = RootAndRemainder(a);
        return Up(root, Vector256.GreaterThan(remainder, Vector256<double>.Zero));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static (Vector256<double> Root, Vector256<double> Remainder) RootAndRemainder(Vector256<double> a)
    {
        var root = Vector256.Sqrt(a);
        var known = Vector256.BitwiseOr(Vector256.GreaterThan(a, Vector256.Create(Safe)), Vector256.Equals(a, Vector256<double>.Zero));
        return (Vector256.ConditionalSelect(known, root, Vector256.Create(double.NaN)), Vector256.FusedMultiplyAdd(-root, root, a));
    }

    // The neighbour below, where the mask is set: of the bits of a positive number one less, of a negative one more. Zero is always exact.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<double> Down(Vector256<double> x, Vector256<double> mask)
        => (x.AsInt64() - (Direction(x) & mask.AsInt64())).AsDouble();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<double> Up(Vector256<double> x, Vector256<double> mask)
        => (x.AsInt64() + (Direction(x) & mask.AsInt64())).AsDouble();

    // 1 for a positive number, −1 for a negative one.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<long> Direction(Vector256<double> x)
        => Vector256.BitwiseOr(Vector256.LessThan(x, Vector256<double>.Zero).AsInt64(), Vector256<long>.One);
}
