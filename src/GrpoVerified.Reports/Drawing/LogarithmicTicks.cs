using System.Globalization;

namespace GrpoVerified.Reports.Drawing;

/// <summary>Powers of ten, and 2 and 5 times them where there is room.</summary>
internal static class LogarithmicTicks
{
    /// <summary>The densest of the three choices of which at most <paramref name="most"/> fit.</summary>
    public static IReadOnlyList<Tick> Between(double low, double high, int most)
    {
        foreach (var factors in (int[][])[[1, 2, 5], [1, 3], [1]])
        {
            var ticks = Multiples(low, high, factors);
            if (ticks.Count <= most && ticks.Count > 0)
            {
                return ticks;
            }
        }

        var powers = Multiples(low, high, [1]);
        var every = Math.Max(1, (powers.Count + most - 1) / most);
        return [.. powers.Where((_, i) => i % every == 0)];
    }

    private static List<Tick> Multiples(double low, double high, int[] factors)
    {
        var ticks = new List<Tick>();
        for (var exponent = -300; exponent <= 300; exponent++)
        {
            foreach (var factor in factors)
            {
                var text = string.Create(CultureInfo.InvariantCulture, $"{factor}e{exponent}");
                var value = double.Parse(text, CultureInfo.InvariantCulture);
                if (value >= low * (1 - 1e-9) && value <= high * (1 + 1e-9))
                {
                    ticks.Add(new(value, Label(value, text)));
                }
            }
        }

        return ticks;
    }

    private static string Label(double value, string text)
        => value is >= 0.001 and < 10_000 ? value.ToString("0.####", CultureInfo.InvariantCulture) : text.Replace("e-", "e−", StringComparison.Ordinal);
}
