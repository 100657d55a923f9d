using System.Numerics;
using System.Runtime.CompilerServices;

namespace GrpoVerified.Arithmetic;

/// <summary>A quotient of two 32-bit numbers, and its conversion to fixed width without allocation.</summary>
/// <param name="Numerator">The numerator.</param>
/// <param name="Denominator">The denominator, not 0.</param>
internal readonly record struct SmallFraction(uint Numerator, uint Denominator)
{
    /// <summary>The quotient as a double, with relative error at most 2^−53.</summary>
    public double ToDouble() => (double)Numerator / Denominator;

    /// <summary>The reduced fraction if both numbers have at most 32 bits and it is not negative.</summary>
    public static bool TryFrom(Rational value, out SmallFraction fraction)
    {
        var fits = value.Numerator.Sign >= 0 && value.Numerator <= uint.MaxValue && value.Denominator <= uint.MaxValue;
        fraction = fits ? new((uint)value.Numerator, (uint)value.Denominator) : default;
        return fits;
    }

    /// <summary>The fraction below 1, too small by less than one ulp.</summary>
    public T Truncated<T>()
        where T : struct, IFixedWidth<T>
        => Digits<T>(Numerator);

    /// <summary>mantissa·2^exponent, the mantissa in [½, 1) and too small by less than one ulp; the numerator is not 0.</summary>
    public int Normalised<T>(out T mantissa)
        where T : struct, IFixedWidth<T>
    {
        var (whole, rest) = Math.DivRem(Numerator, Denominator);
        if (whole > 0)
        {
            var length = 32 - BitOperations.LeadingZeroCount(whole);
            var digits = Digits<T>(rest);
            T.ShiftRight(in digits, length, out mantissa);
            FixedWidth.Limb(ref mantissa, T.Limbs - 1) |= (ulong)whole << (64 - length);
            return length;
        }

        // The least shift with numerator·2^(shift + 1) ≥ denominator; the shifted numerator stays below the denominator.
        var shift = 0;
        while ((ulong)Numerator << (shift + 1) < Denominator)
        {
            shift++;
        }

        mantissa = Digits<T>((uint)((ulong)Numerator << shift));
        return -shift;
    }

    // remainder/denominator by long division, 32 bits a step.
    private T Digits<T>(uint remainder)
        where T : struct, IFixedWidth<T>
    {
        Unsafe.SkipInit(out T result);
        ulong rest = remainder;
        for (var i = T.Limbs - 1; i >= 0; i--)
        {
            var high = (rest << 32) / Denominator;
            rest = (rest << 32) - (high * Denominator);
            var low = (rest << 32) / Denominator;
            rest = (rest << 32) - (low * Denominator);
            FixedWidth.Limb(ref result, i) = (high << 32) | low;
        }

        return result;
    }
}
