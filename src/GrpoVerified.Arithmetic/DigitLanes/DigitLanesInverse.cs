using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using static GrpoVerified.Arithmetic.DigitLanes;
using Word4 = System.Runtime.Intrinsics.Vector256<ulong>;

namespace GrpoVerified.Arithmetic;

/// <summary>Reciprocals and reciprocal roots of four numbers side by side, from double seeds that are checked. Theorems LE2 and LE3 in docs/formulas.md.</summary>
/// <typeparam name="T">The number of digits.</typeparam>
internal static class DigitLanesInverse<T>
    where T : struct, IDigitWidth
{
    // Digits of the first step.
    private const int First = 5;

    // Below the exact value by 2^−50 relative, more than the seed's error.
    private const double Below = 1 - (1.0 / (1L << 50));

    /// <summary>Words of working memory.</summary>
    public static int Scratch => T.Digits;

    /// <summary>1/√x for ¼ ≤ x &lt; 1, error at most RootError ulp; lanes with any bit set in the result were not close enough.</summary>
    [SkipLocalsInit]
    public static Word4 ReciprocalRoot(ref Word4 x, ref Word4 y, ref Word4 scratch)
    {
        var n = T.Digits;
        Plant(ref y, Vector256.Create(Below) / Vector256.Sqrt(Leading(ref x, n)), n);
        var refused = RootStep<FiveDigits>(ref At(ref x, n - First), ref At(ref y, n - First), ref scratch, 1, 10);
        if (n > First)
        {
            Lower(ref At(ref y, n - First));
            refused |= RootStep<T>(ref x, ref y, ref scratch, 4, 7);
        }

        return refused;
    }

    /// <summary>1/x for 1 ≤ x ≤ 2, error at most InverseError ulp; lanes with any bit set in the result were not close enough.</summary>
    [SkipLocalsInit]
    public static Word4 Reciprocal(ref Word4 x, ref Word4 y, ref Word4 scratch)
    {
        var n = T.Digits;
        Plant(ref y, Vector256.Create(Below) / Leading(ref x, n), n);
        var refused = ReciprocalStep<FiveDigits>(ref At(ref x, n - First), ref At(ref y, n - First), ref scratch, 1, 10);
        if (n > First)
        {
            Lower(ref At(ref y, n - First));
            refused |= ReciprocalStep<T>(ref x, ref y, ref scratch, 4, 7);
        }

        return refused;
    }

    /// <summary>The upper two digits as a double.</summary>
    public static Vector256<double> Leading(ref Word4 x, int n)
        => (ToDouble(At(ref x, n - 1)) * Vector256.Create(1.0 / (1L << 29))) + (ToDouble(At(ref x, n - 2)) * Vector256.Create(1.0 / (1L << 58)));

    private static void Plant(ref Word4 y, Vector256<double> seed, int n)
    {
        var scaled = seed * Vector256.Create((double)(1L << 29));
        var top = Vector256.Floor(scaled);
        At(ref y, n - 1) = FromDouble(top);
        At(ref y, n - 2) = FromDouble(Vector256.Floor((scaled - top) * Vector256.Create((double)(1L << 29))));
    }

    // y + y(d/2 + 3d²/8), or y + y·d/2, d = 1 − xy².
    private static Word4 RootStep<TStep>(ref Word4 x, ref Word4 y, ref Word4 d, int zeros, int bits)
        where TStep : struct, IDigitWidth
    {
        TStep.SquareOfRoot(ref d, ref y);
        TStep.RootResidual(ref d, ref x, ref d);
        var refused = Refused<TStep>(ref d, zeros, bits);
        TStep.RootSeries(ref d);
        TStep.Correct(ref y, ref d);
        return refused;
    }

    // y + y(d + d²), or y + y·d, d = 1 − xy.
    private static Word4 ReciprocalStep<TStep>(ref Word4 x, ref Word4 y, ref Word4 d, int zeros, int bits)
        where TStep : struct, IDigitWidth
    {
        TStep.ReciprocalResidual(ref d, ref x, ref y);
        var refused = Refused<TStep>(ref d, zeros, bits);
        TStep.ReciprocalSeries(ref d);
        TStep.Correct(ref y, ref d);
        return refused;
    }

    // What must be zero of the residual: some digits, and all but some bits of the next.
    private static Word4 Refused<TStep>(ref Word4 d, int zeros, int bits)
        where TStep : struct, IDigitWidth
    {
        var refused = At(ref d, TStep.Digits - 1 - zeros) >>> bits;
        for (var i = TStep.Digits - zeros; i < TStep.Digits; i++)
        {
            refused |= At(ref d, i);
        }

        return refused;
    }

    // y − 32 units of five digits, so that it is below the exact value again.
    private static void Lower(ref Word4 y)
    {
        y += Mask - Vector256.Create(31UL);
        for (var i = 1; i < First - 1; i++)
        {
            At(ref y, i) += Mask;
        }

        At(ref y, First - 1) -= Vector256.Create(1UL);
        Carry(ref y, First);
    }
}
