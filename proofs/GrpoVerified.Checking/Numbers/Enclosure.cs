namespace GrpoVerified.Checking.Numbers;

/// <summary>A closed bounded interval with dyadic ends that contains the exact value; <see cref="None"/> where an operation is not defined on all of its operand.</summary>
/// <remarks>Sums, products and quotients with None are None.</remarks>
internal readonly record struct Enclosure(Dyadic Lower, Dyadic Upper, bool IsDefined)
{
    public static Enclosure None => default;

    public static Enclosure Zero => new(Dyadic.Zero, Dyadic.Zero, true);

    public static Enclosure One => new(Dyadic.One, Dyadic.One, true);

    /// <summary>The ends, or None when an exponent runs away.</summary>
    public static Enclosure Of(in Dyadic lower, in Dyadic upper)
        => Math.Max(Math.Abs(lower.E), Math.Abs(upper.E)) > Dyadic.MaxExponent ? None : new Enclosure(lower, upper, true);

    /// <summary>The interval between two rationals, outwards.</summary>
    public static Enclosure Of(in Rational lower, in Rational upper, int bits)
        => Of(Dyadic.Of(lower, bits, Toward.Lower), Dyadic.Of(upper, bits, Toward.Upper));

    public static Enclosure Add(in Enclosure a, in Enclosure b, int bits)
        => !a.IsDefined || !b.IsDefined ? None : Of(Dyadic.Add(a.Lower, b.Lower, bits, Toward.Lower), Dyadic.Add(a.Upper, b.Upper, bits, Toward.Upper));

    public static Enclosure Negate(in Enclosure a) => a.IsDefined ? new Enclosure(-a.Upper, -a.Lower, true) : None;

    public static Enclosure Subtract(in Enclosure a, in Enclosure b, int bits) => Add(a, Negate(b), bits);

    /// <summary>The product: its ends are products of ends, which ones the signs tell.</summary>
    public static Enclosure Multiply(in Enclosure a, in Enclosure b, int bits)
    {
        if (!a.IsDefined || !b.IsDefined)
        {
            return None;
        }

        if (a.Lower.Sign >= 0)
        {
            var low = b.Lower.Sign >= 0 ? a.Lower : a.Upper;
            var high = b.Upper.Sign >= 0 ? a.Upper : a.Lower;
            return Of(Dyadic.Multiply(low, b.Lower, bits, Toward.Lower), Dyadic.Multiply(high, b.Upper, bits, Toward.Upper));
        }

        if (a.Upper.Sign <= 0)
        {
            return Negate(Multiply(Negate(a), b, bits));
        }

        if (b.Lower.Sign >= 0 || b.Upper.Sign <= 0)
        {
            return Multiply(b, a, bits);
        }

        var lower = Min(Dyadic.Multiply(a.Lower, b.Upper, bits, Toward.Lower), Dyadic.Multiply(a.Upper, b.Lower, bits, Toward.Lower));
        var upper = Max(Dyadic.Multiply(a.Lower, b.Lower, bits, Toward.Upper), Dyadic.Multiply(a.Upper, b.Upper, bits, Toward.Upper));
        return Of(lower, upper);
    }

    /// <summary>The quotient; not defined when the divisor contains 0.</summary>
    public static Enclosure Divide(in Enclosure a, in Enclosure b, int bits)
    {
        if (b.Upper.Sign < 0)
        {
            return Negate(Divide(a, Negate(b), bits));
        }

        if (b.Lower.Sign <= 0 || !a.IsDefined)
        {
            return None;
        }

        var low = a.Lower.Sign >= 0 ? b.Upper : b.Lower;
        var high = a.Upper.Sign >= 0 ? b.Lower : b.Upper;
        return Of(Dyadic.Divide(a.Lower, low, bits, Toward.Lower), Dyadic.Divide(a.Upper, high, bits, Toward.Upper));
    }

    public static Enclosure Abs(in Enclosure a)
        => a.Lower.Sign >= 0 ? a : a.Upper.Sign <= 0 ? Negate(a) : Of(Dyadic.Zero, Max(-a.Lower, a.Upper));

    public static Enclosure Square(in Enclosure a, int bits)
    {
        var size = Abs(a);
        return Of(Dyadic.Multiply(size.Lower, size.Lower, bits, Toward.Lower), Dyadic.Multiply(size.Upper, size.Upper, bits, Toward.Upper));
    }

    public static Enclosure Sqrt(in Enclosure a, int bits)
        => a.Lower.Sign < 0 ? None : Of(Dyadic.Sqrt(a.Lower, bits, Toward.Lower), Dyadic.Sqrt(a.Upper, bits, Toward.Upper));

    /// <summary>exp is increasing.</summary>
    public static Enclosure Exp(in Enclosure a, int bits)
        => Exponential.Fits(a.Lower) && Exponential.Fits(a.Upper)
            ? Of(Exponential.Bound(a.Lower, bits, Toward.Lower), Exponential.Bound(a.Upper, bits, Toward.Upper)) : None;

    /// <summary>log is increasing; not defined when the operand has a member that is not positive.</summary>
    public static Enclosure Log(in Enclosure a, int bits)
        => a.Lower.Sign <= 0 ? None : Of(Logarithm.Bound(a.Lower, bits, Toward.Lower), Logarithm.Bound(a.Upper, bits, Toward.Upper));

    public static Enclosure Minimum(in Enclosure a, in Enclosure b) => Of(Min(a.Lower, b.Lower), Min(a.Upper, b.Upper));

    public static Enclosure Maximum(in Enclosure a, in Enclosure b) => Of(Max(a.Lower, b.Lower), Max(a.Upper, b.Upper));

    public static Enclosure Hull(in Enclosure a, in Enclosure b) => Of(Min(a.Lower, b.Lower), Max(a.Upper, b.Upper));

    /// <summary>What is in both; one if the other is None. Two enclosures of one number meet.</summary>
    public static Enclosure Meet(in Enclosure a, in Enclosure b) => b.IsDefined ? Of(Max(a.Lower, b.Lower), Min(a.Upper, b.Upper)) : a;

    /// <summary>A point of it near the middle.</summary>
    public Enclosure Midpoint(int bits)
    {
        var sum = Dyadic.Add(Lower, Upper, bits, Toward.Lower);
        var half = sum with { E = sum.E - 1 };
        return Of(half, half);
    }

    /// <summary>The signs of its members.</summary>
    public Signs Signs() => SignTable.Between(Lower.Sign, Upper.Sign, Lower.Sign <= 0 && Upper.Sign >= 0);

    /// <summary>Whether the enclosure lies in a closed bounded interval, compared exactly.</summary>
    public bool IsInside(in RealInterval range)
        => IsDefined && Dyadic.Compare(Lower, range.Ends.Lower) >= 0 && Dyadic.Compare(Upper, range.Ends.Upper) <= 0;

    /// <summary>Whether the enclosure lies outside of a closed bounded interval.</summary>
    public bool IsApart(in RealInterval range)
        => IsDefined && (Dyadic.Compare(Lower, range.Ends.Upper) > 0 || Dyadic.Compare(Upper, range.Ends.Lower) < 0);

    private static Dyadic Min(in Dyadic a, in Dyadic b) => Dyadic.Compare(a, b) <= 0 ? a : b;

    private static Dyadic Max(in Dyadic a, in Dyadic b) => Dyadic.Compare(a, b) >= 0 ? a : b;
}
