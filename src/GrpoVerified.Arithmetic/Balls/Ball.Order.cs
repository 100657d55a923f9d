namespace GrpoVerified.Arithmetic;

/// <content>Three-valued order and relations between sets. Endpoints are compared exactly.</content>
public readonly partial struct Ball
{
    /// <inheritdoc/>
    public static Truth Less(Ball a, Ball b)
    {
        if (!a.IsFinite || !b.IsFinite)
        {
            return Truth.Undecided;
        }

        return CompareEnds(a, upperA: true, b, upperB: false) < 0 ? Truth.True
            : CompareEnds(a, upperA: false, b, upperB: true) >= 0 ? Truth.False
            : Truth.Undecided;
    }

    /// <inheritdoc/>
    public static Truth LessOrEqual(Ball a, Ball b) => !Less(b, a);

    /// <inheritdoc/>
    static bool IEnclosure<Ball>.IsFinite(Ball x) => x.IsFinite;

    /// <inheritdoc/>
    public static bool Contains(Ball x, Rational value)
    {
        if (!x.IsFinite)
        {
            return true;
        }

        // Decided by an enclosure of the value; when that touches an end, by the exact fraction.
        for (var precision = 64; precision <= 1 << 12; precision *= 8)
        {
            var v = FromRational(value, precision);
            if (IsSubset(v, x))
            {
                return true;
            }

            if (!Overlap(v, x))
            {
                return false;
            }
        }

        // |numerator − denominator·m| ≤ denominator·r, in dyadic numbers.
        var denominator = BigFloat.FromInteger(value.Denominator);
        var numerator = BigFloat.FromInteger(value.Numerator);
        var centre = -ExactEndProduct(denominator, x._midpoint);
        var reach = ExactEndProduct(denominator, x._radius.ToBigFloat());
        return BigFloat.SignOfSum([numerator, centre, reach]) >= 0 && BigFloat.SignOfSum([numerator, centre, -reach]) <= 0;
    }

    /// <summary>Whether the set contains the dyadic number.</summary>
    public bool Contains(BigFloat value) => IsSubset(FromBigFloat(value), this);

    /// <summary>Whether the set contains the other ball.</summary>
    public bool Contains(Ball inner) => IsSubset(inner, this);

    /// <inheritdoc/>
    public static bool ContainsZero(Ball x)
        => !x.IsFinite || x._midpoint.IsZero || BigFloat.CompareMagnitude(x._midpoint, x._radius.ToBigFloat()) <= 0;

    /// <summary>Whether every member is positive.</summary>
    public bool IsPositive => !ContainsZero(this) && !_midpoint.IsNegative;

    /// <summary>Whether every member is negative.</summary>
    public bool IsNegative => !ContainsZero(this) && _midpoint.IsNegative;

    /// <inheritdoc/>
    public static bool IsSubset(Ball inner, Ball outer)
    {
        if (!inner.IsFinite || !outer.IsFinite)
        {
            return !outer.IsFinite;
        }

        return CompareEnds(inner, upperA: false, outer, upperB: false) >= 0
            && CompareEnds(inner, upperA: true, outer, upperB: true) <= 0;
    }

    /// <inheritdoc/>
    public static bool IsInterior(Ball inner, Ball outer)
    {
        if (!inner.IsFinite || !outer.IsFinite)
        {
            return !outer.IsFinite;
        }

        return CompareEnds(inner, upperA: false, outer, upperB: false) > 0
            && CompareEnds(inner, upperA: true, outer, upperB: true) < 0;
    }

    /// <inheritdoc/>
    public static bool Overlap(Ball a, Ball b)
    {
        if (!a.IsFinite || !b.IsFinite)
        {
            return true;
        }

        return CompareEnds(a, upperA: false, b, upperB: true) <= 0
            && CompareEnds(b, upperA: false, a, upperB: true) <= 0;
    }

    /// <inheritdoc/>
    public static Ball Hull(Ball a, Ball b)
    {
        var precision = Joint(a, b);
        if (!a.IsFinite || !b.IsFinite)
        {
            return new(BigFloat.Zero, Magnitude.Infinity, precision);
        }

        if (IsSubset(b, a))
        {
            return a.WithPrecision(precision);
        }

        if (IsSubset(a, b))
        {
            return b.WithPrecision(precision);
        }

        var ends = precision + 64;
        return FromEndpoints(
            BigFloat.Min(a.LowerBound(ends), b.LowerBound(ends)),
            BigFloat.Max(a.UpperBound(ends), b.UpperBound(ends)),
            precision);
    }

    /// <summary>An enclosure of the union; the same as <see cref="Hull"/>.</summary>
    public static Ball Union(Ball a, Ball b) => Hull(a, b);

    /// <summary>An enclosure of the common part; false when the balls are certainly disjoint.</summary>
    public static bool TryIntersect(Ball a, Ball b, out Ball intersection)
    {
        var precision = Joint(a, b);
        if (!Overlap(a, b))
        {
            intersection = default;
            return false;
        }

        if (IsSubset(a, b) || IsSubset(b, a))
        {
            intersection = (IsSubset(a, b) ? a : b).WithPrecision(precision);
            return true;
        }

        var ends = precision + 64;
        intersection = FromEndpoints(
            BigFloat.Max(a.LowerBound(ends), b.LowerBound(ends)),
            BigFloat.Min(a.UpperBound(ends), b.UpperBound(ends)),
            precision);
        return true;
    }

    /// <summary>An enclosure of the common part, or null when the balls are certainly disjoint.</summary>
    public static Ball? Intersect(Ball a, Ball b) => TryIntersect(a, b, out var result) ? result : null;

    /// <inheritdoc/>
    public static Ball Min(Ball a, Ball b)
    {
        var order = LessOrEqual(a, b);
        return order.IsCertain ? a.WithPrecision(Math.Max(a._precision, b._precision))
            : order.IsRefuted ? b.WithPrecision(Math.Max(a._precision, b._precision))
            : -MaxOfOverlapping(-a, -b);
    }

    /// <inheritdoc/>
    public static Ball Max(Ball a, Ball b)
    {
        var order = LessOrEqual(a, b);
        return order.IsCertain ? b.WithPrecision(Math.Max(a._precision, b._precision))
            : order.IsRefuted ? a.WithPrecision(Math.Max(a._precision, b._precision))
            : MaxOfOverlapping(a, b);
    }

    /// <inheritdoc/>
    public static Ball Abs(Ball x)
    {
        if (!x.IsFinite)
        {
            return x;
        }

        return ContainsZero(x) && !x.IsExact
            ? FromMagnitudes(Magnitude.Zero, x.AbsUpper, Working(x))
            : x.Negated(x._midpoint.IsNegative);
    }

    private static int Joint(Ball a, Ball b)
    {
        var precision = Math.Max(a._precision, b._precision);
        return precision == 0 ? DefaultPrecision : precision;
    }

    private static Ball MaxOfOverlapping(Ball a, Ball b)
    {
        var precision = Joint(a, b);
        if (!a.IsFinite || !b.IsFinite)
        {
            return new(BigFloat.Zero, Magnitude.Infinity, precision);
        }

        var ends = precision + 64;
        return FromEndpoints(
            BigFloat.Max(a.LowerBound(ends), b.LowerBound(ends)),
            BigFloat.Max(a.UpperBound(ends), b.UpperBound(ends)),
            precision);
    }

    /// <summary>Sign of (end of a) − (end of b), exact.</summary>
    private static int CompareEnds(Ball a, bool upperA, Ball b, bool upperB)
        => BigFloat.SignOfSum([a._midpoint, a.Reach(upperA), -b._midpoint, b.Reach(!upperB)]);

    private BigFloat Reach(bool upper) => upper ? _radius.ToBigFloat() : -_radius.ToBigFloat();
}
