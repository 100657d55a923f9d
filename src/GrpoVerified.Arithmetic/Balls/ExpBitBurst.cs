namespace GrpoVerified.Arithmetic;

/// <summary>e^x for 0 ≤ x &lt; 1 at high precision: the bits of x in blocks of doubling length, each by binary splitting.</summary>
/// <remarks>Brent 1976; error theorem BE2 in docs/formulas.md.</remarks>
internal static class ExpBitBurst
{
    private const int Halvings = 16;

    /// <summary>The value and a bound of its error, near 2^−bits, for an exact 0 ≤ x &lt; 1.</summary>
    public static (BigFloat Value, Magnitude Error) Evaluate(BigFloat x, int bits)
    {
        // x/2^k first: k squarings are cheaper than the two longest series.
        var precision = bits + Halvings + 16;
        var result = Ball.One.WithPrecision(precision);
        var rest = x.Scaled(-Halvings);
        for (long end = 2 * Halvings; !rest.IsZero; end *= 2)
        {
            // The bits of the rest down to 2^−end: a multiple of 2^−end below 2^(−end/2).
            var keep = rest.Exponent + end;
            if (keep <= 0)
            {
                continue;
            }

            var block = keep >= rest.BitLength ? rest : rest.Round((int)Math.Max(keep, 2), RoundingMode.TowardZero);
            rest = BigFloat.Sum(rest, -block, int.MaxValue, RoundingMode.Nearest, out _);
            result *= Block(block, precision);
        }

        for (var i = 0; i < Halvings; i++)
        {
            result = Ball.Square(result);
        }

        return (result.Midpoint, result.Radius);
    }

    // e^y = Σ y^k/k! over enough terms; the rest of the series is below twice the next term.
    private static Ball Block(BigFloat y, int precision)
    {
        var n = SeriesLength.OfExponential(-y.Exponent, precision + 2L);
        var (_, q, t) = Split(y, 0, n, isLast: true);
        var value = Ball.One + (Ball.FromBigFloat(t, precision) / Ball.FromBigFloat(q, precision));
        return value.Inflate(Magnitude.PowerOfTwo(-precision));
    }

    // Over k in (a, b]: P = y^(b−a), Q = b!/a!, T/Q = Σ y^(k−a)·a!/k!. P of the last part of the range is not needed.
    private static (BigFloat P, BigFloat Q, BigFloat T) Split(BigFloat y, int a, int b, bool isLast = false)
    {
        if (b - a == 1)
        {
            return (y, BigFloat.FromInteger(b), y);
        }

        var m = (a + b) / 2;
        var (pl, ql, tl) = Split(y, a, m);
        var (pr, qr, tr) = Split(y, m, b, isLast);
        return (isLast ? BigFloat.Zero : pl * pr, ql * qr, (tl * qr) + (pl * tr));
    }
}
