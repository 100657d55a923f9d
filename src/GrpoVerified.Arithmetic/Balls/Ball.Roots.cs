namespace GrpoVerified.Arithmetic;

/// <content>Square roots. Error theorems BR1 and BR2 in docs/formulas.md.</content>
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
            var exact = BigFloat.Root(x._midpoint, precision, RoundingMode.Nearest, out var rounded);
            return Rounded(exact, rounded, Magnitude.Zero, precision, precision);
        }

        if (ContainsZero(x) || IsWide(x))
        {
            // Monotone: the roots of the ends, on the part that is not negative.
            var lower = x.LowerBound(64);
            lower = lower.IsNegative ? BigFloat.Zero : BigFloat.Root(lower, 64, RoundingMode.Down, out _);
            return FromEndpoints(lower, BigFloat.Root(x.UpperBound(64), 64, RoundingMode.Up, out _), precision);
        }

        // |√y − √m| = |y − m| / (√y + √m) ≤ r / (√(m − r) + √m).
        var low = BigFloat.Root(x.LowerBound(32), 32, RoundingMode.Down, out _);
        var centre = BigFloat.Root(x._midpoint, 32, RoundingMode.Down, out _);
        var radius = x._radius / Magnitude.LowerBound(BigFloat.Sum(low, centre, 32, RoundingMode.Down, out _));
        var bits = Useful(precision, x._midpoint.Exponent / 2, radius);
        var midpoint = BigFloat.Root(x._midpoint, bits, RoundingMode.Nearest, out var inexact);
        return Rounded(midpoint, inexact, radius, bits, precision);
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
            var exact = BigFloat.ReciprocalRoot(x._midpoint, precision, RoundingMode.Nearest, out var rounded);
            return Rounded(exact, rounded, Magnitude.Zero, precision, precision);
        }

        if (IsWide(x))
        {
            return FromEndpoints(
                BigFloat.ReciprocalRoot(x.UpperBound(64), 64, RoundingMode.Down, out _),
                BigFloat.ReciprocalRoot(x.LowerBound(64), 64, RoundingMode.Up, out _),
                precision);
        }

        // |1/√y − 1/√m| ≤ (r/2) (m − r)^(−3/2).
        var low = x.LowerBound(64);
        var inverse = Magnitude.UpperBound(BigFloat.ReciprocalRoot(low, 32, RoundingMode.Up, out _));
        var radius = x._radius.Scale(-1) * inverse * inverse * inverse;
        var bits = Useful(precision, (2 - x._midpoint.Exponent) / 2, radius);
        var midpoint = BigFloat.ReciprocalRoot(x._midpoint, bits, RoundingMode.Nearest, out var inexact);
        return Rounded(midpoint, inexact, radius, bits, precision);
    }
}
