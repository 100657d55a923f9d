namespace GrpoVerified.Arithmetic;

/// <summary>⌊2^(64n) log(1 + 2^−i)⌋ for i = 0, 1, 2, …, kept at the largest length asked for.</summary>
/// <remarks>Each entry is the exact floor, so the first limbs of a longer entry are the shorter entry. Error theorem BC3 in docs/formulas.md.</remarks>
internal static class ShiftedLogarithms
{
    // Below this index from log 2, log 3 and log 5, from it on by the shifted reciprocals of the integers.
    private const int FirstShared = 4;

    private static readonly Lock Gate = new();
    private static volatile ulong[][] _entries = [];

    /// <summary>At least <paramref name="count"/> entries of at least <paramref name="limbs"/> limbs, all of one length.</summary>
    public static ulong[][] AtLeast(int limbs, int count)
    {
        var entries = _entries;
        return entries.Length >= count && entries[0].Length >= limbs ? entries : Extended(limbs, count);
    }

    private static ulong[][] Extended(int limbs, int count)
    {
        lock (Gate)
        {
            var known = _entries;
            if (known.Length >= count && known[0].Length >= limbs)
            {
                return known;
            }

            var old = known.Length == 0 ? 0 : known[0].Length;
            _entries = Compute(limbs > old ? limbs + (limbs / 8) : old, Math.Max(count, known.Length));
            return _entries;
        }
    }

    /// <summary>The first <paramref name="count"/> entries, each of <paramref name="limbs"/> limbs.</summary>
    internal static ulong[][] Compute(int limbs, int count)
    {
        var entries = new ulong[count][];
        for (var i = 0; i < Math.Min(count, FirstShared); i++)
        {
            entries[i] = FromPrimes(limbs, i);
        }

        // 2^−i − 2^−(2i+1) < log(1 + 2^−i) < 2^−i: beyond the half of the places the floor is known.
        var known = Math.Clamp(32 * limbs, FirstShared, Math.Max(count, FirstShared));
        FillBySeries(entries.AsSpan(0, Math.Min(known, count)), FirstShared, limbs, extra: 1);
        for (var i = known; i < count; i++)
        {
            entries[i] = new ulong[limbs];
            if (i <= 64 * limbs)
            {
                LimbShift.PlaceAtTop(entries[i], [1UL << 63], i - 1);
                LimbSum.SubtractWord(entries[i], entries[i], 1);
            }
        }

        return entries;
    }

    // log 2, log 3/2, log 5/4, log 9/8, with more and more bits until the floor is known.
    private static ulong[] FromPrimes(int limbs, int i)
    {
        for (var extra = 32; ; extra *= 2)
        {
            var precision = (64 * limbs) + extra;
            var value = BallConstants.LogOfShift(i, precision);
            var low = Floor(value.LowerBound(precision), limbs);
            if (low.AsSpan().SequenceEqual(Floor(value.UpperBound(precision), limbs)))
            {
                return low;
            }
        }
    }

    private static ulong[] Floor(BigFloat fraction, int limbs)
    {
        var floor = new ulong[limbs];
        LimbShift.PlaceAtTop(floor, fraction.Limbs, -fraction.Exponent);
        return floor;
    }

    // The entries from `first` on as log(1 + 2^−i) = Σ (−1)^(k+1) 2^(−ik)/k, one division for each k. The reciprocals and their
    // shifts are truncated, each by less than one unit of the last limb; the extra limbs take that.
    private static void FillBySeries(Span<ulong[]> entries, int first, int limbs, int extra)
    {
        if (first >= entries.Length)
        {
            return;
        }

        var n = limbs + extra;
        var terms = (64L * n / first) + 1;
        var length = (2 * n) + LazyDigits.Padding;
        var one = new ulong[n];
        var reciprocal = new ulong[n];
        var digits = new ulong[length];
        var sums = new ulong[entries.Length - first][];
        one[^1] = 1UL << 63;
        for (var i = 0; i < sums.Length; i++)
        {
            sums[i] = new ulong[length];
        }

        for (long k = 1; k <= terms; k++)
        {
            // 1/(2k), since the first reciprocal, 1, would not be a fraction; every shift drops at least `unused` limbs.
            var unused = (int)Math.Min(n - 1, ((first * k) - 1) / 64);
            LimbWord.DivRem(reciprocal.AsSpan(unused), one.AsSpan(unused), (ulong)k);
            LazyDigits.Split(digits.AsSpan(2 * unused), reciprocal.AsSpan(unused));
            for (var i = first; i < entries.Length && (i * k) - 1 < 64L * n; i++)
            {
                var shift = (int)((i * k) - 1);
                LazyDigits.AddShifted(sums[i - first], digits, shift >> 5, shift & 31, subtract: (k & 1) == 0);
            }
        }

        for (var i = first; i < entries.Length; i++)
        {
            entries[i] = new ulong[n];
            LazyDigits.Join(entries[i], sums[i - first]);
        }

        for (var i = first; i < entries.Length; i++)
        {
            // Off by less than two units for each term, and one for the rest of the series.
            var slack = (2 * (ulong)terms) + 1;
            var below = entries[i][0];
            var between = entries[i].AsSpan(1, extra - 1);
            var nearLower = below < slack && between.IndexOfAnyExcept(0UL) < 0;
            var nearUpper = below > ulong.MaxValue - slack && between.IndexOfAnyExcept(ulong.MaxValue) < 0;
            if (!nearLower && !nearUpper)
            {
                entries[i] = entries[i][extra..];
            }
            else
            {
                FillBySeries(entries[..(i + 1)], i, limbs, extra + 2);
            }
        }
    }
}
