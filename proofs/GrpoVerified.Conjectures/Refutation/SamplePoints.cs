namespace GrpoVerified.Conjectures.Refutation;

/// <summary>Exact points of a box, simple and near the corners first. The same box gives the same points.</summary>
internal static class SamplePoints
{
    private static readonly Rational[] Shares =
        [new(1, 2), new(1, 4), new(3, 4), new(1, 10), new(9, 10), new(1, 100), new(99, 100), new(1, 1000), new(999, 1000)];

    private static readonly Rational[] Sizes =
        [1, new(1, 2), 2, new(1, 10), 10, new(1, 5), 5, new(1, 100), 100, new(1, 1000), 1000, new(1, 1_000_000), 1_000_000];

    /// <summary>Numbers to try in one range, at most about twenty: ends, simple numbers, each order of magnitude.</summary>
    public static IReadOnlyList<Rational> Along(VariableRange range)
    {
        var found = new List<Rational>();
        Add(range.LowerClosed ? range.Lower : null);
        Add(range.UpperClosed ? range.Upper : null);
        Add(Rational.Zero);
        if (range.Lower is { } a && range.Upper is { } b)
        {
            foreach (var share in Shares)
            {
                var x = a + ((b - a) * share);
                var slack = (b - a) * Rational.Min(share, 1 - share) / 8;
                Add(SimplestRational.Between(x - slack, x + slack));
            }
        }

        // Orders of magnitude, from the end that is finite; for a bounded range only where it spans several.
        foreach (var size in Sizes)
        {
            if (range.Lower is { } lower && range.Upper is { } upper)
            {
                Add(lower.Sign >= 0 && (lower.IsZero || upper / lower > 100) && size < upper ? size : null);
            }
            else
            {
                Add(range.Lower is { } from ? from + size : range.Upper is { } to ? to - size : size);
                Add(range.Lower is null && range.Upper is null ? -size : null);
            }
        }

        return found;

        void Add(Rational? x)
        {
            if (x is { } value && range.Contains(value) && !found.Contains(value))
            {
                found.Add(value);
            }
        }
    }

    /// <summary>Points of a box: all combinations of <see cref="Along"/> if they are few, else a fixed pseudo-random choice of them.</summary>
    /// <param name="box">The ranges.</param>
    /// <param name="most">Most points.</param>
    public static IEnumerable<Rational[]> In(IReadOnlyList<VariableRange> box, int most)
    {
        var along = box.Select(Along).ToArray();
        var combinations = along.Aggregate(1L, (n, values) => Math.Min(long.MaxValue / 64, n * values.Count));
        for (var i = 0L; i < Math.Min(most, combinations); i++)
        {
            var code = combinations <= most ? (ulong)i : Mixed((ulong)i);
            var point = new Rational[box.Count];
            for (var axis = 0; axis < point.Length; axis++)
            {
                var count = (ulong)along[axis].Count;
                point[axis] = along[axis][(int)(code % count)];
                code = combinations <= most ? code / count : Mixed(code);
            }

            yield return point;
        }
    }

    // SplitMix64: a bijection that scatters consecutive numbers.
    private static ulong Mixed(ulong x)
    {
        x += 0x9E3779B97F4A7C15;
        x = (x ^ (x >> 30)) * 0xBF58476D1CE4E5B9;
        x = (x ^ (x >> 27)) * 0x94D049BB133111EB;
        return x ^ (x >> 31);
    }
}
