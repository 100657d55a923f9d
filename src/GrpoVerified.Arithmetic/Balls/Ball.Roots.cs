namespace GrpoVerified.Arithmetic;

/// <content>Square roots. Error theorems BR1, BR2 and NR2 in docs/formulas.md.</content>
public readonly partial struct Ball
{
    /// <inheritdoc/>
    public static Ball Sqrt(Ball x)
    {
        var precision = Working(x);
        if (!x.IsFinite || x.IsNegative)
        {
            return new(BigFloat.Zero, Magnitude.Infinity, precision);
        }

        if (x.IsExact)
        {
            return InRange(BigFloat.NearRoot(x._midpoint, precision, out var bound), bound, precision);
        }

        if (ContainsZero(x) || IsWide(x))
        {
            // Monotone: the roots of the ends, on the part that is not negative.
            var lower = x.LowerBound(64);
            lower = lower.IsNegative ? BigFloat.Zero : BigFloat.Root(lower, 64, RoundingMode.Down, out _);
            return FromEndpoints(lower, BigFloat.Root(x.UpperBound(64), 64, RoundingMode.Up, out _), precision);
        }

        // |√y − √m| = |y − m| / (√y + √m) ≤ r / (2√(m − r)).
        var radius = x._radius.Scale(-1) * Magnitude.ReciprocalRoot(x.AbsLower);
        var bits = Useful(precision, x._midpoint.Exponent / 2, radius);
        var midpoint = BigFloat.NearRoot(x._midpoint, bits, out var error);
        return InRange(midpoint, radius + error, precision);
    }

    /// <inheritdoc/>
    public static Ball ReciprocalSqrt(Ball x)
    {
        var precision = Working(x);
        if (!x.IsFinite || !x.IsPositive)
        {
            return new(BigFloat.Zero, Magnitude.Infinity, precision);
        }

        if (x.IsExact)
        {
            return InRange(BigFloat.NearReciprocalRoot(x._midpoint, precision, out var bound), bound, precision);
        }

        if (IsWide(x))
        {
            return FromEndpoints(
                BigFloat.ReciprocalRoot(x.UpperBound(64), 64, RoundingMode.Down, out _),
                BigFloat.ReciprocalRoot(x.LowerBound(64), 64, RoundingMode.Up, out _),
                precision);
        }

        // |1/√y − 1/√m| ≤ (r/2) (m − r)^(−3/2).
        var inverse = Magnitude.ReciprocalRoot(x.AbsLower);
        var radius = x._radius.Scale(-1) * inverse * inverse * inverse;
        var bits = Useful(precision, (2 - x._midpoint.Exponent) / 2, radius);
        var midpoint = BigFloat.NearReciprocalRoot(x._midpoint, bits, out var error);
        return InRange(midpoint, radius + error, precision);
    }
}
