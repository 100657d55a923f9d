using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;
using Word4 = System.Runtime.Intrinsics.Vector256<ulong>;

namespace GrpoVerified.Arithmetic;

/// <summary>Four numbers side by side, each in digits of 29 bits, the lowest first; shifts and conversions.</summary>
/// <remarks>
/// A number is given by its lowest digit: digit i is the i-th vector from there. All digits are below 2^29, except that the uppermost
/// holds the integer part too. Products are in <see cref="IDigitWidth"/>.
/// </remarks>
internal static class DigitLanes
{
    /// <summary>Bits of a digit.</summary>
    public const int Width = 29;

    /// <summary>Numbers side by side.</summary>
    public const int Lanes = 4;

    /// <summary>Whether the processor has the instructions.</summary>
    public static bool IsSupported => Avx2.IsSupported;

    /// <summary>2^29 − 1 in every lane.</summary>
    public static Word4 Mask => Vector256.Create((1UL << Width) - 1);

    /// <summary>Digit i.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ref Word4 At(ref Word4 lowest, int i) => ref Unsafe.Add(ref lowest, i);

    /// <summary>a·2^count modulo nothing: the integer part stays in the uppermost digit; 0 ≤ count ≤ 28 in every lane.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void ShiftLeft(ref Word4 a, Word4 count, int n)
    {
        var back = Vector256.Create((ulong)Width) - count;
        At(ref a, n - 1) = Avx2.ShiftLeftLogicalVariable(At(ref a, n - 1), count) + Avx2.ShiftRightLogicalVariable(At(ref a, n - 2), back);
        for (var i = n - 2; i > 0; i--)
        {
            At(ref a, i) = (Avx2.ShiftLeftLogicalVariable(At(ref a, i), count) & Mask) + Avx2.ShiftRightLogicalVariable(At(ref a, i - 1), back);
        }

        a = Avx2.ShiftLeftLogicalVariable(a, count) & Mask;
    }

    /// <summary>⌊a·2^−count⌋ in ulp, 0 ≤ count &lt; 16·29 in every lane.</summary>
    public static void ShiftRight(ref Word4 a, Word4 count, int n)
    {
        // ⌊count/29⌋, right below 2^14.
        var whole = Avx2.Multiply(count.AsUInt32(), Vector256.Create(2260UL).AsUInt32()) >>> 16;
        var rest = count - Avx2.Multiply(whole.AsUInt32(), Vector256.Create((ulong)Width).AsUInt32());
        for (var step = 8; step > 0; step >>= 1)
        {
            var moves = Vector256.Equals(whole & Vector256.Create((ulong)step), Vector256.Create((ulong)step));
            if (moves == Word4.Zero)
            {
                continue;
            }

            // The integer part must become a digit of its own: it is split off first.
            var integer = At(ref a, n - 1) >>> Width;
            At(ref a, n - 1) = Vector256.ConditionalSelect(moves, At(ref a, n - 1) & Mask, At(ref a, n - 1));
            for (var i = 0; i < n; i++)
            {
                var from = i + step;
                var moved = from < n ? At(ref a, from) : from == n ? integer : Word4.Zero;
                At(ref a, i) = Vector256.ConditionalSelect(moves, moved, At(ref a, i));
            }
        }

        var back = Vector256.Create((ulong)Width) - rest;
        for (var i = 0; i < n - 1; i++)
        {
            At(ref a, i) = Avx2.ShiftRightLogicalVariable(At(ref a, i), rest) | (Avx2.ShiftLeftLogicalVariable(At(ref a, i + 1), back) & Mask);
        }

        At(ref a, n - 1) = Avx2.ShiftRightLogicalVariable(At(ref a, n - 1), rest);
    }

    /// <summary>Carries what digits have above 29 bits; the uppermost keeps it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Carry(ref Word4 a, int n)
    {
        var carry = Word4.Zero;
        for (var i = 0; i < n - 1; i++)
        {
            var sum = At(ref a, i) + carry;
            At(ref a, i) = sum & Mask;
            carry = sum >>> Width;
        }

        At(ref a, n - 1) += carry;
    }

    /// <summary>A lane below 2^52 as a double, exact.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<double> ToDouble(Word4 a)
        => (a | Vector256.Create(0x4330000000000000UL)).AsDouble() - Vector256.Create(4503599627370496.0);

    /// <summary>An integer from 0 to 2^52 − 1 in a double as a word, exact.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Word4 FromDouble(Vector256<double> a)
        => (a + Vector256.Create(4503599627370496.0)).AsUInt64() & Vector256.Create((1UL << 52) - 1);
}
