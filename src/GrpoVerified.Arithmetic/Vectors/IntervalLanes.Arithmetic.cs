using System.Runtime.CompilerServices;

namespace GrpoVerified.Arithmetic.Vectors;

/// <content>The field operations and the functions of a formula.</content>
public readonly partial struct IntervalLanes<T>
{
    // From here up, the error of a product, quotient or root of that size is itself a double.
    private const double Safe = 1e-280;

    // A sum below has an error that no intermediate overflow spoils.
    private const double Far = 1e300;

    private static T Infinity => T.Broadcast(double.PositiveInfinity);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static IntervalLanes<T> operator +(IntervalLanes<T> a, IntervalLanes<T> b)
    {
        Add(in a, in b, out var result);
        return result;
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static IntervalLanes<T> operator -(IntervalLanes<T> a, IntervalLanes<T> b)
    {
        Subtract(in a, in b, out var result);
        return result;
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static IntervalLanes<T> operator *(IntervalLanes<T> a, IntervalLanes<T> b)
    {
        Multiply(in a, in b, out var result);
        return result;
    }

    /// <inheritdoc/>
    public static IntervalLanes<T> operator -(IntervalLanes<T> a) => new(-a.Upper + T.Broadcast(0), -a.Lower + T.Broadcast(0));

    /// <summary>Quotient as in <see cref="Interval"/>, lane by lane.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static IntervalLanes<T> operator /(IntervalLanes<T> a, IntervalLanes<T> b)
    {
        Divide(in a, in b, out var result);
        return result;
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static IntervalLanes<T> Square(IntervalLanes<T> x)
    {
        Square(in x, out var result);
        return result;
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static IntervalLanes<T> Sqrt(IntervalLanes<T> x)
    {
        Sqrt(in x, out var result);
        return result;
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static IntervalLanes<T> Exp(IntervalLanes<T> x)
    {
        Exp(in x, out var result);
        return result;
    }

    /// <inheritdoc/>
    public static IntervalLanes<T> ReciprocalSqrt(IntervalLanes<T> x) => One / Sqrt(x);

    /// <inheritdoc/>
    public static IntervalLanes<T> Min(IntervalLanes<T> a, IntervalLanes<T> b)
        => T.All(AreFinite(a.Lower, a.Upper)) && T.All(AreFinite(b.Lower, b.Upper))
            ? new(T.Min(a.Lower, b.Lower), T.Min(a.Upper, b.Upper))
            : EachOf(a, b, Interval.Min);

    /// <inheritdoc/>
    public static IntervalLanes<T> Max(IntervalLanes<T> a, IntervalLanes<T> b)
        => T.All(AreFinite(a.Lower, a.Upper)) && T.All(AreFinite(b.Lower, b.Upper))
            ? new(T.Max(a.Lower, b.Lower), T.Max(a.Upper, b.Upper))
            : EachOf(a, b, Interval.Max);

    /// <inheritdoc/>
    public static IntervalLanes<T> Abs(IntervalLanes<T> x)
        => T.All(AreFinite(x.Lower, x.Upper))
            ? new(T.Max(T.Max(x.Lower, -x.Upper), T.Broadcast(0)), T.Max(-x.Lower, x.Upper))
            : EachOf(x, Interval.Abs);

    /// <inheritdoc/>
    public static IntervalLanes<T> Log(IntervalLanes<T> x) => EachOf(x, Interval.Log);

    /// <inheritdoc/>
    public static IntervalLanes<T> Log1p(IntervalLanes<T> x) => EachOf(x, Interval.Log1p);

    /// <inheritdoc/>
    public static IntervalLanes<T> Expm1(IntervalLanes<T> x) => EachOf(x, Interval.Expm1);

    /// <inheritdoc/>
    public static IntervalLanes<T> Sinh(IntervalLanes<T> x) => EachOf(x, Interval.Sinh);

    /// <inheritdoc/>
    public static IntervalLanes<T> Cosh(IntervalLanes<T> x) => EachOf(x, Interval.Cosh);

    /// <inheritdoc/>
    public static IntervalLanes<T> Asinh(IntervalLanes<T> x) => EachOf(x, Interval.Asinh);

    /// <inheritdoc/>
    public static IntervalLanes<T> Atanh(IntervalLanes<T> x) => EachOf(x, Interval.Atanh);

    /// <inheritdoc/>
    public static IntervalLanes<T> Logistic(IntervalLanes<T> x) => EachOf(x, Interval.Logistic);

    /// <summary>x^n for n ≥ 0: the range of the power in each lane.</summary>
    /// <exception cref="ArgumentOutOfRangeException">n is negative.</exception>
    public static IntervalLanes<T> Pow(IntervalLanes<T> x, int n) => EachOf(x, y => Interval.Pow(y, n));

    // The operations proper take and give references: passed by value, intervals of this size travel in pieces that the processor
    // cannot forward from one operation to the next.
    private static void Add(in IntervalLanes<T> a, in IntervalLanes<T> b, out IntervalLanes<T> result)
    {
        var (lower, upper) = (T.AddDown(a.Lower, b.Lower), T.AddUp(a.Upper, b.Upper));
        result = T.All(AreBelow(Far, lower, upper)) ? new(lower, upper) : EachOf(a, b, static (x, y) => x + y);
    }

    private static void Subtract(in IntervalLanes<T> a, in IntervalLanes<T> b, out IntervalLanes<T> result)
    {
        var (lower, upper) = (T.AddDown(a.Lower, -b.Upper), T.AddUp(a.Upper, -b.Lower));
        result = T.All(AreBelow(Far, lower, upper)) ? new(lower, upper) : EachOf(a, b, static (x, y) => x - y);
    }

    private static void Multiply(in IntervalLanes<T> a, in IntervalLanes<T> b, out IntervalLanes<T> result)
    {
        if (!T.All(T.LessThan(T.Broadcast(0), T.Min(a.Lower, b.Lower))))
        {
            result = AnySigns(a, b);
            return;
        }

        var (lower, upper) = (T.MultiplyDown(a.Lower, b.Lower), T.MultiplyUp(a.Upper, b.Upper));
        result = T.All(AreOrdinary(lower, upper)) ? new(lower, upper) : EachOf(a, b, static (x, y) => x * y);
    }

    private static void Divide(in IntervalLanes<T> a, in IntervalLanes<T> b, out IntervalLanes<T> result)
    {
        var zero = T.Broadcast(0);
        var lower = T.DivideDown(a.Lower, T.Choose(T.LessThan(a.Lower, zero), b.Lower, b.Upper));
        var upper = T.DivideUp(a.Upper, T.Choose(T.LessThan(a.Upper, zero), b.Upper, b.Lower));

        // One comparison for each, because a minimum may lose a NaN.
        var ordinary = T.BothBits(AreOrdinary(T.Abs(lower), T.Abs(lower)), AreOrdinary(T.Abs(upper), T.Abs(upper)));
        ordinary = T.BothBits(ordinary, T.BothBits(T.LessThan(T.Broadcast(Safe), T.Abs(a.Lower)), T.LessThan(T.Broadcast(Safe), T.Abs(a.Upper))));
        ordinary = T.BothBits(ordinary, T.BothBits(T.BothBits(T.LessThan(zero, b.Lower), T.LessThan(b.Upper, Infinity)), T.LessThanOrEqual(lower, upper)));
        result = T.All(ordinary) ? new(lower, upper) : EachOf(a, b, static (x, y) => x / y);
    }

    private static void Square(in IntervalLanes<T> x, out IntervalLanes<T> result)
    {
        var (least, largest) = (T.Max(T.Max(x.Lower, -x.Upper), T.Broadcast(0)), T.Max(-x.Lower, x.Upper));
        var (lower, upper) = (T.MultiplyDown(least, least), T.MultiplyUp(largest, largest));
        result = T.All(AreOrdinary(lower, upper)) ? new(lower, upper) : EachOf(x, Interval.Square);
    }

    private static void Sqrt(in IntervalLanes<T> x, out IntervalLanes<T> result)
        => result = T.All(AreOrdinary(x.Lower, x.Upper)) ? new(T.SqrtDown(x.Lower), T.SqrtUp(x.Upper)) : EachOf(x, Interval.Sqrt);

    private static void Exp(in IntervalLanes<T> x, out IntervalLanes<T> result)
    {
        var near = T.BothBits(T.LessThanOrEqual(T.Broadcast(-LaneExp<T>.Largest), x.Lower), T.LessThanOrEqual(x.Upper, T.Broadcast(LaneExp<T>.Largest)));
        near = T.BothBits(near, T.LessThanOrEqual(x.Lower, x.Upper));
        result = T.All(near) ? new(LaneExp<T>.Down(x.Lower), LaneExp<T>.Up(x.Upper)) : EachOf(x, Interval.Exp);
    }

    // The four products of endpoints, each rounded both ways; the extreme ones are the endpoints.
    private static IntervalLanes<T> AnySigns(IntervalLanes<T> a, IntervalLanes<T> b)
    {
        ReadOnlySpan<(T, T)> pairs = [(a.Lower, b.Lower), (a.Lower, b.Upper), (a.Upper, b.Lower), (a.Upper, b.Upper)];
        var (lower, upper, smallest) = (Infinity, -Infinity, Infinity);
        foreach (var (x, y) in pairs)
        {
            var product = T.Abs(x * y);
            if (!T.All(T.LessThan(product, Infinity)))
            {
                return EachOf(a, b, static (p, q) => p * q);
            }

            smallest = T.Min(smallest, product);
            lower = T.Min(lower, T.MultiplyDown(x, y));
            upper = T.Max(upper, T.MultiplyUp(x, y));
        }

        return T.All(T.BothBits(T.LessThan(T.Broadcast(Safe), smallest), AreFinite(lower, upper))) ? new(lower, upper) : EachOf(a, b, static (p, q) => p * q);
    }

    // Neither empty, NaN, infinite, zero, negative nor so small that an error of an operation is not a double.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static T AreOrdinary(T lower, T upper)
        => T.BothBits(T.BothBits(T.LessThan(T.Broadcast(Safe), lower), T.LessThan(upper, Infinity)), T.LessThanOrEqual(lower, upper));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static T AreFinite(T lower, T upper) => AreBelow(double.PositiveInfinity, lower, upper);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static T AreBelow(double bound, T lower, T upper)
        => T.BothBits(T.LessThan(T.Abs(lower), T.Broadcast(bound)), T.LessThan(T.Abs(upper), T.Broadcast(bound)));

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static IntervalLanes<T> EachOf(IntervalLanes<T> a, IntervalLanes<T> b, Func<Interval, Interval, Interval> operation)
    {
        Span<double> al = stackalloc double[T.Count], au = stackalloc double[T.Count], bl = stackalloc double[T.Count], bu = stackalloc double[T.Count];
        a.Lower.Store(al);
        a.Upper.Store(au);
        b.Lower.Store(bl);
        b.Upper.Store(bu);
        for (var i = 0; i < T.Count; i++)
        {
            var result = operation(Interval.OfEndpoints(al[i], au[i]), Interval.OfEndpoints(bl[i], bu[i]));
            (al[i], au[i]) = (result.Lower, result.Upper);
        }

        return new(T.Load(al), T.Load(au));
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static IntervalLanes<T> EachOf(IntervalLanes<T> a, Func<Interval, Interval> function)
        => EachOf(a, a, (x, _) => function(x));
}
