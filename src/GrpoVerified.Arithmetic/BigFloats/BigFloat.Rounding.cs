using System.Numerics;

namespace GrpoVerified.Arithmetic;

/// <content>Rounding to a precision.</content>
public readonly partial struct BigFloat
{
    /// <summary>The smallest precision.</summary>
    public const int MinPrecision = 2;

    /// <summary>The number rounded to at most <paramref name="precision"/> bits.</summary>
    public BigFloat Round(int precision, RoundingMode mode = RoundingMode.Nearest) => Round(precision, mode, out _);

    internal BigFloat Round(int precision, RoundingMode mode, out bool inexact)
    {
        if (_limbs is null || (long)_limbs.Length << 6 <= precision)
        {
            inexact = false;
            return this;
        }

        return Make(_negative, _limbs, _exponent, sticky: false, precision, mode, out inexact);
    }

    internal static void CheckPrecision(int precision)
        => ArgumentOutOfRangeException.ThrowIfLessThan(precision, MinPrecision);

    /// <summary>Normalises and rounds ± 0.limbs · 2^exponent, plus something positive below the last bit if sticky.</summary>
    /// <remarks>The limbs may have leading zeros; the span is not kept. Precision int.MaxValue means exact.</remarks>
    internal static BigFloat Make(bool negative, ReadOnlySpan<ulong> limbs, long exponent, bool sticky, int precision, RoundingMode mode, out bool inexact)
    {
        var trimmed = LimbSum.Trim(limbs);
        exponent -= (long)(limbs.Length - trimmed.Length) << 6;
        limbs = trimmed;
        if (limbs.Length == 0)
        {
            // Callers keep at least one set bit above a sticky part.
            inexact = sticky;
            return Zero;
        }

        var shift = BitOperations.LeadingZeroCount(limbs[^1]);
        exponent -= shift;
        var keep = precision == int.MaxValue ? limbs.Length : (int)(((long)precision + 63) >> 6);
        if (keep >= limbs.Length && !sticky)
        {
            // At least as many limbs kept as there are; the last one may still have bits to drop.
            keep = limbs.Length;
        }

        // Copy the top limbs, shifted to the left, and collect what lies below: a half bit and the rest.
        var result = new ulong[keep];
        var taken = Math.Min(keep, limbs.Length);
        var target = result.AsSpan(keep - taken);
        LimbShift.Left(target, limbs[^taken..], shift);
        ulong below = 0;
        var rest = sticky;
        if (taken < limbs.Length)
        {
            var next = limbs[^(taken + 1)];
            below = next << shift;
            if (shift != 0)
            {
                target[0] |= next >> (64 - shift);
                if (taken + 2 <= limbs.Length)
                {
                    below |= limbs[^(taken + 2)] >> (64 - shift);
                    rest |= !rest && (limbs[^(taken + 2)] << shift != 0 || !LimbSum.IsZero(limbs[..^(taken + 2)]));
                }
            }
            else
            {
                rest |= !rest && !LimbSum.IsZero(limbs[..^(taken + 1)]);
            }
        }

        var drop = precision == int.MaxValue ? 0 : (int)Math.Max(0, ((long)keep << 6) - precision);
        bool half;
        if (drop == 0)
        {
            half = below >> 63 != 0;
            rest |= below << 1 != 0;
        }
        else
        {
            var bits = result[0] & ((1UL << drop) - 1);
            half = bits >> (drop - 1) != 0;
            rest |= below != 0 || (bits & ((1UL << (drop - 1)) - 1)) != 0;
            result[0] &= ~((1UL << drop) - 1);
        }

        inexact = half || rest;
        if (inexact && RoundsUp(negative, half, rest, (result[0] >> drop) & 1, mode)
            && LimbSum.AddWord(result, result, 1UL << drop) != 0)
        {
            result.AsSpan().Clear();
            result[^1] = 1UL << 63;
            exponent++;
        }

        return new(negative, StripZeros(result), exponent);
    }

    private static bool RoundsUp(bool negative, bool half, bool rest, ulong lastBit, RoundingMode mode) => mode switch
    {
        RoundingMode.Nearest => half && (rest || lastBit != 0),
        RoundingMode.Down => negative,
        RoundingMode.Up => !negative,
        RoundingMode.AwayFromZero => true,
        _ => false,
    };

    private static ulong[] StripZeros(ulong[] limbs)
    {
        if (limbs[0] != 0)
        {
            return limbs;
        }

        var zeros = limbs.AsSpan().IndexOfAnyExcept(0UL);
        return limbs.AsSpan(zeros).ToArray();
    }
}
