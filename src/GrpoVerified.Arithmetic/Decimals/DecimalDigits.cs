namespace GrpoVerified.Arithmetic;

/// <summary>Decimal digits of large integers, and powers of ten, in less than quadratic time.</summary>
internal static class DecimalDigits
{
    private const int WordDigits = 19;
    private const ulong WordPower = 10_000_000_000_000_000_000;
    private const int SmallLimbs = 30;

    /// <summary>The decimal digits of a natural number, without leading zeros; "0" for zero.</summary>
    public static string Of(ReadOnlySpan<ulong> n)
    {
        n = LimbSum.Trim(n);
        if (n.Length == 0)
        {
            return "0";
        }

        // Powers 10^(19·2^k) up to about the square root of the number.
        var powers = new List<ulong[]> { new[] { WordPower } };
        while (powers[^1].Length * 2 <= n.Length + 1)
        {
            var square = new ulong[2 * powers[^1].Length];
            LimbProduct.Square(square, powers[^1]);
            powers.Add(LimbSum.Trim(square).ToArray());
        }

        var digits = new char[(int)((n.Length * 64 * 0.30103) + (2 * WordDigits) + 2)];
        Array.Fill(digits, '0');
        Write(digits, n, powers, powers.Count - 1);
        var start = Array.FindIndex(digits, c => c != '0');
        return new string(digits, start, digits.Length - start);
    }

    // Right-aligned digits of n into a field of zeros: split by 10^(19·2^level).
    private static void Write(Span<char> field, ReadOnlySpan<ulong> n, List<ulong[]> powers, int level)
    {
        n = LimbSum.Trim(n);
        if (n.Length <= SmallLimbs)
        {
            WriteSmall(field, n);
            return;
        }

        if (LimbSum.Compare(n, powers[level]) < 0)
        {
            Write(field, n, powers, level - 1);
            return;
        }

        LimbDivision.DivRem(n, powers[level], out var high, out var low);
        var width = WordDigits << level;
        Write(field[^width..], low, powers, level - 1);
        Write(field[..^width], high, powers, level);
    }

    private static void WriteSmall(Span<char> field, ReadOnlySpan<ulong> n)
    {
        var rest = n.ToArray().AsSpan();
        while (rest.Length > 0)
        {
            var word = LimbWord.DivRem(rest, rest, WordPower);
            rest = rest[..LimbSum.Trim(rest).Length];
            for (var i = 0; i < WordDigits && word != 0; i++, word /= 10)
            {
                field[field.Length - 1 - i] = (char)('0' + (word % 10));
            }

            if (rest.Length > 0)
            {
                field = field[..^WordDigits];
            }
        }
    }
}
