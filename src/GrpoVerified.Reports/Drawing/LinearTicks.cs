using System.Globalization;

namespace GrpoVerified.Reports.Drawing;

/// <summary>Multiples of 1, 2 or 5 times a power of ten.</summary>
internal static class LinearTicks
{
    /// <summary>The multiples of the smallest such step of which at most <paramref name="most"/> fit.</summary>
    public static IReadOnlyList<Tick> Between(double low, double high, int most)
    {
        var (step, places) = Step(high - low, Math.Max(2, most));
        var first = (long)Math.Ceiling((low / step) - 1e-9);
        var last = (long)Math.Floor((high / step) + 1e-9);
        var ticks = new List<Tick>();
        for (var k = first; k <= last; k++)
        {
            var value = k * step;
            ticks.Add(new(value, Label(value, places)));
        }

        return ticks;
    }

    private static (double Step, int Places) Step(double span, int most)
    {
        // Powers of ten as decimals: exact.
        for (var exponent = -12; exponent <= 12; exponent++)
        {
            var power = double.Parse(string.Create(CultureInfo.InvariantCulture, $"1e{exponent}"), CultureInfo.InvariantCulture);
            foreach (var factor in (int[])[1, 2, 5])
            {
                if (span / (factor * power) < most)
                {
                    return (factor * power, Math.Max(0, -exponent));
                }
            }
        }

        return (span / 2, 0);
    }

    private static string Label(double value, int places)
        => Math.Abs(value) >= 1e6 || places > 6
            ? value.ToString("0.###e0", CultureInfo.InvariantCulture)
            : (value + 0.0).ToString("F" + places.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture).Replace("-", "−", StringComparison.Ordinal);
}
