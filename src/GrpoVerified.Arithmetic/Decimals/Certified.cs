using System.Globalization;

namespace GrpoVerified.Arithmetic;

/// <summary>Certified decimal text, or the reason why there is none.</summary>
/// <param name="Text">The correctly rounded digits; null when they could not be certified.</param>
/// <param name="Reason">Why there is no text; null when there is.</param>
/// <param name="Precision">The working precision in bits at which the computation ended.</param>
public readonly record struct CertifiedText(string? Text, string? Reason, int Precision)
{
    /// <summary>Whether the digits are certified.</summary>
    public bool IsCertain => Text is not null;

    /// <inheritdoc/>
    public override string ToString() => Text ?? Reason ?? string.Empty;
}

/// <summary>Raises the precision of an evaluation until the rounding of its result is certain.</summary>
public static class Certified
{
    private const int DefaultMaxPrecision = 1 << 16;

    /// <summary>The value correctly rounded to significant decimal digits.</summary>
    /// <param name="atPrecision">The evaluation; the ball it returns contains the exact value whatever the precision.</param>
    /// <param name="digits">Significant digits, at least 1.</param>
    /// <param name="maxPrecision">The largest working precision to try, in bits.</param>
    public static CertifiedText Digits(Func<int, Ball> atPrecision, int digits, int maxPrecision)
    {
        ArgumentNullException.ThrowIfNull(atPrecision);
        ArgumentOutOfRangeException.ThrowIfLessThan(digits, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(maxPrecision, BigFloat.MinPrecision);
        var needed = (int)Math.Min(int.MaxValue / 4, (digits * 3.3219280948873626) + 8);
        var precision = Math.Min(maxPrecision, needed + 24);
        var last = default(Ball);
        for (var step = 32; ; step = (int)Math.Min(int.MaxValue / 4, 2L * step))
        {
            last = atPrecision(precision);
            if (DecimalText.TryFormat(last, digits, out var text))
            {
                return new(text, null, precision);
            }

            if (precision >= maxPrecision)
            {
                return new(null, Explain(last, digits, precision), precision);
            }

            // What was lost at this precision is lost again: add it, and at least the step.
            var missing = Ball.ContainsZero(last) || !last.IsFinite ? precision : Math.Max(0, (long)needed - last.RelativeAccuracyBits);
            precision = (int)Math.Min(maxPrecision, precision + Math.Max(step, Math.Min(missing + 24, precision)));
        }
    }

    /// <summary>The double nearest to the value; null when it could not be certified.</summary>
    /// <param name="atPrecision">The evaluation.</param>
    /// <param name="maxPrecision">The largest working precision to try, in bits.</param>
    public static double? Nearest(Func<int, Ball> atPrecision, int maxPrecision = DefaultMaxPrecision)
    {
        ArgumentNullException.ThrowIfNull(atPrecision);
        for (var precision = Math.Min(96, maxPrecision); ; precision = (int)Math.Min(maxPrecision, 2L * precision))
        {
            var ball = atPrecision(precision);
            if (ball.IsFinite)
            {
                var ends = Math.Max(128, precision + 64);
                var low = Ordinary(ball.LowerBound(ends).ToDouble());
                var high = Ordinary(ball.UpperBound(ends).ToDouble());
                if (low.Equals(high))
                {
                    return ball.IsExact ? Ordinary(ball.Midpoint.ToDouble()) : low;
                }

                if (ball.IsExact)
                {
                    return Ordinary(ball.Midpoint.ToDouble());
                }
            }

            if (precision >= maxPrecision)
            {
                return null;
            }
        }
    }

    // One zero only.
    private static double Ordinary(double x) => x == 0 ? 0 : x;

    private static string Explain(Ball last, int digits, int precision)
    {
        var what = !last.IsFinite ? "the value could not be bounded"
            : Ball.ContainsZero(last) ? "zero could not be excluded"
            : string.Create(CultureInfo.InvariantCulture, $"only about {Math.Max(0, (int)(last.RelativeAccuracyBits * 0.30103))} digits are certain");
        return string.Create(CultureInfo.InvariantCulture, $"{what} at {precision} bits, {digits} digits were asked for");
    }
}
