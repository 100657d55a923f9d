namespace GrpoVerified.Arithmetic;

/// <summary>How many terms of the exponential series are enough.</summary>
internal static class SeriesLength
{
    // 2^500 and its reciprocal.
    private static readonly double Large = Math.ScaleB(1, 500);
    private static readonly double Shrink = Math.ScaleB(1, -500);

    /// <summary>An n with (2^−r)^n / n! ≤ 2^−bits, close to the least, r ≥ 0.</summary>
    /// <remarks>
    /// n! is followed as a product of doubles, scaled; its relative error is below n·2^−53 &lt; 1/2, so the exponent
    /// of the product less one is a lower bound of log2 n!. Nothing here rests on a logarithm of the platform.
    /// </remarks>
    public static int OfExponential(long r, long bits)
    {
        var product = 1.0;
        long scaled = 0;
        for (var n = 1; ; n++)
        {
            product *= n;
            if (product >= Large)
            {
                product *= Shrink;
                scaled += 500;
            }

            if ((n * r) + scaled + Math.ILogB(product) - 1 >= bits)
            {
                return n;
            }
        }
    }
}
