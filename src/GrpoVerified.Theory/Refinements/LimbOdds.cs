using System.Numerics;
using System.Runtime.CompilerServices;
using GrpoVerified.Arithmetic;

namespace GrpoVerified.Theory.Refinements;

/// <summary>
/// Odds of failure W(p) = R·e^(−Ω(p)/β) after one update, R = (1−p_ref)/p_ref, in fixed point of any number of limbs with one a-priori error
/// bound. Theorem BX9 in docs/formulas.md.
/// </summary>
/// <remarks>A refinement of SuccessMap.Next, which stays the definition. One ulp is 2^(−64·limbs).</remarks>
internal sealed class LimbOdds
{
    /// <summary>The fewest limbs.</summary>
    public const int LeastLimbs = 2;

    // Ω/β is below this, and the error of the argument, in ulp, stays in the range of a double.
    private const double LargestExponent = 1 << 20;
    private const double LargestRadius = 1e200;

    private const int OnStack = 256;
    private const double PerLimb = 1.0 / 18446744073709551616.0;

    private readonly ulong[] _epsilon;
    private readonly (ulong Numerator, ulong Denominator) _inverseBeta;
    private readonly (ulong Numerator, ulong Denominator) _odds;

    private LimbOdds(ulong[] epsilon, (ulong Numerator, ulong Denominator) inverseBeta, (ulong Numerator, ulong Denominator) odds)
    {
        _epsilon = epsilon;
        _inverseBeta = inverseBeta;
        _odds = odds;
    }

    /// <summary>Most limbs of an argument.</summary>
    public int Limbs => _epsilon.Length;

    /// <summary>Binds 0 ≤ ε ≤ ½, β and p_ref, whose numerators and denominators have at most 64 bits (63 of 1 − p_ref).</summary>
    public static LimbOdds? TryBind(Rational reference, Rational beta, Rational epsilon, int limbs)
    {
        var odds = (Rational.One - reference) / reference;
        if (epsilon > new Rational(1, 2) || !Fits(epsilon) || !Fits(beta) || !Fits(odds) || limbs < LeastLimbs)
        {
            return null;
        }

        // ε·B^n by long division; its leading limbs are those of every shorter truncation.
        var digits = new ulong[limbs + 1];
        digits[limbs] = (ulong)epsilon.Numerator;
        LimbWord.DivRem(digits, digits, (ulong)epsilon.Denominator);
        return new(digits[..limbs], ((ulong)beta.Denominator, (ulong)beta.Numerator), ((ulong)odds.Numerator, (ulong)odds.Denominator));
    }

    /// <summary>W, Ω and Ω/β at a fraction p of so many limbs; false outside the proved range.</summary>
    /// <param name="p">p; the number of its limbs, 2 to <see cref="Limbs"/>, is the precision.</param>
    /// <param name="radius">What the argument may differ from p by, in ulp.</param>
    /// <param name="odds">Takes W: fraction limbs and one integer limb.</param>
    /// <param name="root">Takes Ω/2^scale as fraction limbs.</param>
    /// <param name="exponent">Takes Ω/β: fraction limbs and one integer limb.</param>
    /// <param name="scale">The scale of Ω.</param>
    /// <param name="error">Bounds of the three errors.</param>
    [SkipLocalsInit]
    public bool TryEvaluate(ReadOnlySpan<ulong> p, double radius, Span<ulong> odds, Span<ulong> root, Span<ulong> exponent, out int scale, out LimbErrors error)
    {
        var n = p.Length;
        scale = 0;
        error = default;
        var room = (2 * n) + 3;
        Span<ulong> memory = room <= OnStack ? stackalloc ulong[OnStack] : new ulong[room];
        var s = memory[..n];
        var e = memory.Slice(n, n + 1);

        // s = p − p² + ε.
        Square(s, p);
        LimbSum.Subtract(s, p, s);
        LimbSum.Add(s, s, _epsilon.AsSpan(_epsilon.Length - n));
        var top = s[^1];
        if (top >> 32 == 0 || !(radius <= LargestRadius) || radius > Math.ScaleB(1, 64 * Math.Min(n - 1, 12)))
        {
            return false;
        }

        // d = 4^k s in [¼, 1): Ω = 2^k/√d.
        var k = BitOperations.LeadingZeroCount(top) / 2;
        scale = k + 1;
        LimbShift.Left(s, s, 2 * k);
        LimbNewton.HalfInverseRoot(root, s);

        // Ω/β.
        var fraction = exponent[..n];
        exponent[n] = _inverseBeta.Numerator == 1 ? Copy(root, fraction) : LimbWord.Multiply(fraction, root, _inverseBeta.Numerator);
        if (_inverseBeta.Denominator != 1)
        {
            LimbWord.DivRem(exponent, exponent, _inverseBeta.Denominator);
        }

        var lost = LimbShift.Left(exponent, exponent, scale);
        var u = exponent[n] + (exponent[n - 1] * PerLimb);
        if (lost != 0 || u > LargestExponent)
        {
            return false;
        }

        // t = m log 2 − Ω/β in [0, 1): e^(−Ω/β) = 2^(−m) e^t.
        var log2 = ShiftedLogarithms.AtLeast(n, 1)[0];
        log2 = log2.Length == n ? log2 : log2[^n..];
        var m = (ulong)(u * 1.4426950408889634) + 1;
        e[n] = LimbWord.Multiply(e[..n], log2, m);
        for (LimbSum.Subtract(e, e, exponent); e[n] >> 63 != 0; m++)
        {
            LimbSum.Add(e, e, log2);
        }

        if (e[n] != 0)
        {
            return false;
        }

        var wide = memory.Slice(n + 1, n + 2);
        e[..n].CopyTo(s);
        ExpSeries.Evaluate(wide[..^1], s);
        wide[^1] = LimbWord.Multiply(wide[..^1], wide[..^1], _odds.Numerator);
        LimbWord.DivRem(wide, wide, _odds.Denominator);
        if (!TryShift(odds, wide, m))
        {
            return false;
        }

        // Bounds in ulp: of s relative to s, of Ω/β, of W.
        var at = p[^1] * PerLimb;
        var ofVariance = (2 + (radius * (Math.Abs(1 - (2 * at)) + 1e-15 + (radius * Math.ScaleB(1, -64 * Math.Min(n, 15)))))) / (top * PerLimb);
        var ofExponent = (Math.ScaleB(1, scale) * ((LimbNewton.InverseError * ((double)_inverseBeta.Numerator / _inverseBeta.Denominator)) + 1)) + m + (0.51 * ofVariance * (u + 1e-9));
        var value = odds[n] + (odds[n - 1] * PerLimb) + 1e-9;
        error = new(
            (1.02 * value * (ExpSeries.Error + ofExponent)) + 3,
            LimbNewton.InverseError + (0.51 * ofVariance * ((root[^1] * PerLimb) + 1e-9)),
            ofExponent);
        return true;
    }

    private static bool Fits(Rational value)
        => value.Numerator.Sign >= 0 && value.Numerator <= ulong.MaxValue && value.Denominator <= ulong.MaxValue;

    private static ulong Copy(ReadOnlySpan<ulong> source, Span<ulong> target)
    {
        source.CopyTo(target);
        return 0;
    }

    // ⌊p²⌋ in ulp or one less; exact where p has few limbs.
    private static void Square(Span<ulong> result, ReadOnlySpan<ulong> p)
    {
        var n = p.Length;
        var zeros = Math.Max(0, p.IndexOfAnyExcept(0UL));
        var head = p[zeros..];
        if (2 * head.Length <= n)
        {
            result[..(n - (2 * head.Length))].Clear();
            LimbProduct.Square(result[^(2 * head.Length)..], head);
        }
        else
        {
            LimbProduct.MiddleOfSquare(result, head, (2 * head.Length) - n);
        }
    }

    // result = ⌊wide/2^m⌋ where that fits.
    private static bool TryShift(Span<ulong> result, Span<ulong> wide, ulong m)
    {
        var limbs = (int)(m >> 6);
        LimbShift.Right(wide, wide, (int)(m & 63));
        if (limbs >= wide.Length)
        {
            result.Clear();
            return true;
        }

        var kept = wide[limbs..];
        if (kept.Length > result.Length)
        {
            if (kept[^1] != 0)
            {
                return false;
            }

            kept = kept[..^1];
        }

        kept.CopyTo(result);
        result[kept.Length..].Clear();
        return true;
    }
}

/// <summary>Bounds of the errors of <see cref="LimbOdds.TryEvaluate"/> in ulp: of W, of the root and of Ω/β.</summary>
internal readonly record struct LimbErrors(double Odds, double Root, double Exponent);
