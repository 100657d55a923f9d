namespace GrpoVerified.Checking.Numbers;

/// <summary>Where a result that does not fit goes.</summary>
internal enum Toward
{
    Lower,
    Upper,
}

/// <summary>The number M · 2^E, and operations rounded to a precision in a direction. Every result lies on the named side of the exact one.</summary>
internal readonly record struct Dyadic(BigInteger M, long E)
{
    /// <summary>Exponents beyond this make an evaluation fail: it keeps every sum of exponents far from overflow.</summary>
    public const long MaxExponent = 1L << 60;

    public static Dyadic Zero => default;

    public static Dyadic One => new(1, 0);

    public int Sign => M.Sign;

    /// <summary>|x| lies in [2^(Top-1), 2^Top), for x not 0.</summary>
    public long Top => E + Length(M);

    /// <summary>M · 2^E with at most <paramref name="bits"/> bits, on the named side.</summary>
    public static Dyadic Round(BigInteger m, long e, int bits, Toward side)
    {
        var drop = Length(m) - bits;
        if (drop <= 0)
        {
            return new Dyadic(m, e);
        }

        var s = (int)drop; // >> rounds to the lower side, also below zero
        return new Dyadic(side == Toward.Lower ? m >> s : -(-m >> s), e + drop);
    }

    public static Dyadic Add(in Dyadic a, in Dyadic b, int bits, Toward side)
    {
        if (a.Sign == 0 || b.Sign == 0)
        {
            return a.Sign == 0 ? Round(b.M, b.E, bits, side) : Round(a.M, a.E, bits, side);
        }

        var (high, low) = a.E >= b.E ? (a, b) : (b, a);
        var gap = high.E - low.E;
        if (gap <= bits + 8 + Length(low.M))
        {
            return Round((high.M << (int)gap) + low.M, low.E, bits, side);
        }

        // |low| < 2^(high.E - bits - 8): it moves the sum by less than one unit 2^(high.E - bits - 8), in its own direction.
        var unit = low.Sign > 0 == (side == Toward.Upper) ? low.Sign : 0;
        return Round((high.M << (bits + 8)) + unit, high.E - bits - 8, bits, side);
    }

    public static Dyadic Multiply(in Dyadic a, in Dyadic b, int bits, Toward side) => Round(a.M * b.M, a.E + b.E, bits, side);

    /// <summary>a / b; b is not 0. The quotient of whole numbers has at least bits + 1 bits, and its remainder decides the rounding.</summary>
    public static Dyadic Divide(in Dyadic a, in Dyadic b, int bits, Toward side)
    {
        if (a.Sign == 0)
        {
            return Zero;
        }

        var shift = Math.Max(0, bits + 1 + Length(b.M) - Length(a.M));
        var q = BigInteger.DivRem(a.M << (int)shift, b.M, out var rest);
        if (!rest.IsZero)
        {
            // Truncated towards 0; the exact quotient lies one unit further out or nearer.
            var positive = a.Sign == b.Sign;
            q += side == Toward.Upper && positive ? 1 : side == Toward.Lower && !positive ? -1 : 0;
        }

        return Round(q, a.E - b.E - shift, bits, side);
    }

    /// <summary>The square root of a ≥ 0.</summary>
    public static Dyadic Sqrt(in Dyadic a, int bits, Toward side)
    {
        if (a.Sign == 0)
        {
            return Zero;
        }

        var shift = Math.Max(0, (2 * bits) + 2 - Length(a.M));
        shift += (a.E - shift) & 1; // the exponent that remains must be even
        var n = a.M << (int)shift;
        var root = WholeRoot(n);
        return Round(side == Toward.Upper && root * root != n ? root + 1 : root, (a.E - shift) / 2, bits, side);
    }

    /// <summary>A rational rounded to a side.</summary>
    public static Dyadic Of(in Rational q, int bits, Toward side) => Divide(new Dyadic(q.Numerator, 0), new Dyadic(q.Denominator, 0), bits, side);

    public static int Compare(in Dyadic a, in Dyadic b)
    {
        if (a.Sign != b.Sign || a.Sign == 0)
        {
            return a.Sign.CompareTo(b.Sign);
        }

        if (a.Top != b.Top)
        {
            return a.Sign * a.Top.CompareTo(b.Top);
        }

        return a.E >= b.E ? (a.M << (int)(a.E - b.E)).CompareTo(b.M) : a.M.CompareTo(b.M << (int)(b.E - a.E));
    }

    /// <summary>Exact comparison with a rational n/d: M · d · 2^E against n.</summary>
    public static int Compare(in Dyadic a, in Rational q) => Compare(new Dyadic(a.M * q.Denominator, a.E), new Dyadic(q.Numerator, 0));

    public static Dyadic operator -(in Dyadic a) => new(-a.M, a.E);

    /// <summary>Bits of |m|: 2^(Length-1) ≤ |m| &lt; 2^Length, and 0 for 0.</summary>
    public static long Length(in BigInteger m) => m.Sign < 0 ? (-m).GetBitLength() : m.GetBitLength();

    /// <summary>The largest r with r² ≤ n, n > 0: Newton's iteration from above decreases until it is there.</summary>
    public static BigInteger WholeRoot(in BigInteger n)
    {
        var r = BigInteger.One << (int)((n.GetBitLength() + 1) / 2);
        while (true)
        {
            var next = (r + (n / r)) >> 1;
            if (next >= r)
            {
                return r;
            }

            r = next;
        }
    }
}
