using System.Numerics;
using System.Runtime.CompilerServices;

namespace GrpoVerified.Arithmetic;

/// <summary>Table-driven exponential of fixed width (Johansson 2015). Theorem BX4 in docs/formulas.md.</summary>
/// <typeparam name="T">The width.</typeparam>
internal static class FixedExp<T>
    where T : struct, IFixedWidth<T>
{
    private const int Entries = 256;

    // e^(i/256)/4 for t < log 2 + 2^-19, then e^(i·2^-8j) − 1.
    private static readonly T[] Quarter = Table(1);
    private static readonly T[] Second = Table(2);
    private static readonly T[] Third = Table(3);
    private static readonly T[] Fourth = T.TableSteps > 3 ? Table(4) : [];

    /// <summary>e^t/4 for 0 ≤ t ≤ log 2 + 2^−19, error at most 128 ulp.</summary>
    [SkipLocalsInit]
    public static void Quartered(in T t, out T result)
    {
        var top = T.Top(in t);
        var r = t;
        Unsafe.Add(ref Unsafe.As<T, ulong>(ref r), T.Limbs - 1) = top & (ulong.MaxValue >> (8 * T.TableSteps));
        T.ExpMinusOne(in r, out var small);
        Combine(in Third[(int)(top >> 40) & 255], ref small);
        if (T.TableSteps > 3)
        {
            Combine(in Fourth[(int)(top >> 32) & 255], ref small);
        }

        ref readonly var first = ref Quarter[(int)(top >> 56)];
        T.Multiply(in first, in Second[(int)(top >> 48) & 255], out var product);
        T.Add(in first, in product, out var head);
        T.Multiply(in head, in small, out product);
        T.Add(in head, in product, out result);
    }

    /// <summary>The table entries of one step, for their test.</summary>
    internal static ReadOnlySpan<T> Step(int step) => step switch { 1 => Quarter, 2 => Second, 3 => Third, _ => Fourth };

    // small = (1 + entry)(1 + small) − 1.
    [SkipLocalsInit, MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Combine(in T entry, ref T small)
    {
        T.Multiply(in entry, in small, out var product);
        T.Add(in small, in entry, out small);
        T.Add(in small, in product, out small);
    }

    private static T[] Table(int step)
    {
        var bits = 64 * T.Limbs;
        var one = BigInteger.One << (bits + ExpPowers.Spare);
        return [.. ExpPowers.Of(step, step == 1 ? ExpPowers.First : Entries, bits).Select(power => FixedWidth.FromScaled<T>((step == 1 ? power >> 2 : power - one) >> ExpPowers.Spare))];
    }
}
