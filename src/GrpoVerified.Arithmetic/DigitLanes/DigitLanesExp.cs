using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using static GrpoVerified.Arithmetic.DigitLanes;
using Word4 = System.Runtime.Intrinsics.Vector256<ulong>;

namespace GrpoVerified.Arithmetic;

/// <summary>The exponential function of four numbers side by side, table-driven. Theorem LE4 in docs/formulas.md.</summary>
/// <typeparam name="T">The number of digits.</typeparam>
internal static class DigitLanesExp<T>
    where T : struct, IDigitWidth
{
    private const int Entries = 256;

    // The index bits of the three tables in the uppermost digit; the rest is below 2^−24.
    private const int Rest = Width - 24;

    // e^(i/256), then e^(i·2^-16) − 1 and e^(i·2^-24) − 1.
    private static readonly uint[] Whole = Table(1);
    private static readonly uint[] Second = Table(2);
    private static readonly uint[] Third = Table(3);

    // 1/k!, k = 1, 2, …
    private static readonly ulong[] Coefficients = [.. Enumerable.Range(0, T.SeriesDegree).SelectMany(k => ToDigits((BigInteger.One << (Width * T.Digits)) / Factorial(k + 1))).Select(d => (ulong)d)];

    /// <summary>log 2, too small by less than two ulp.</summary>
    public static readonly ulong[] Log2 = [.. ToDigits(FixedLog2.Scaled(Width * T.Digits)).Select(d => (ulong)d)];

    /// <summary>Words of working memory.</summary>
    public static int Scratch => 2 * T.Digits;

    /// <summary>e^t for 0 ≤ t &lt; 178/256, error at most ExpError ulp; other t give anything, and are safe.</summary>
    [SkipLocalsInit]
    public static void Evaluate(ref Word4 t, ref Word4 result, ref Word4 scratch)
    {
        var n = T.Digits;
        ref var small = ref scratch;
        ref var entry = ref At(ref scratch, n);
        var top = At(ref t, n - 1) & Mask;
        At(ref t, n - 1) = top & Vector256.Create((1UL << Rest) - 1);
        T.Series(ref small, ref t, ref Coefficients[0]);

        // (1 + ρ₃)(1 + ρ) − 1.
        Load(ref entry, Third, (top >>> Rest) & Vector256.Create(255UL));
        T.MultiplyAdd(ref result, ref entry, ref small, ref small);
        for (var i = 0; i < n; i++)
        {
            At(ref small, i) = At(ref result, i) + At(ref entry, i);
        }

        Carry(ref small, n);

        // A(1 + ρ₂), and that times 1 + small.
        Load(ref entry, Second, (top >>> (Rest + 8)) & Vector256.Create(255UL));
        Load(ref result, Whole, Vector256.Min(top >>> 21, Vector256.Create((ulong)ExpPowers.First - 1)));
        T.MultiplyAdd(ref entry, ref result, ref entry, ref result);
        T.MultiplyAdd(ref result, ref entry, ref small, ref entry);
    }

    private static void Load(ref Word4 result, uint[] table, Word4 index)
    {
        var n = T.Digits;
        ref var a = ref table[n * (int)index[0]];
        ref var b = ref table[n * (int)index[1]];
        ref var c = ref table[n * (int)index[2]];
        ref var d = ref table[n * (int)index[3]];
        for (var i = 0; i < n; i++)
        {
            At(ref result, i) = Vector256.Create((ulong)Unsafe.Add(ref a, i), Unsafe.Add(ref b, i), Unsafe.Add(ref c, i), Unsafe.Add(ref d, i));
        }
    }

    private static uint[] Table(int step)
    {
        var bits = Width * T.Digits;
        var less = step == 1 ? BigInteger.Zero : BigInteger.One << (bits + ExpPowers.Spare);
        return [.. ExpPowers.Of(step, step == 1 ? ExpPowers.First : Entries, bits).SelectMany(power => ToDigits((power - less) >> ExpPowers.Spare))];
    }

    private static IEnumerable<uint> ToDigits(BigInteger ulps)
        => Enumerable.Range(0, T.Digits).Select(i => (uint)(i == T.Digits - 1 ? ulps >> (Width * i) : (ulps >> (Width * i)) & ((1 << Width) - 1)));

    private static BigInteger Factorial(int k) => k < 2 ? BigInteger.One : k * Factorial(k - 1);
}
