using System.Globalization;
using System.Numerics;
using System.Runtime.InteropServices;
using GrpoVerified.Arithmetic;

namespace GrpoVerified.Benchmarks.Own;

/// <summary>
/// The kernels under balls on n limbs, beside GMP's: exact products and squares, quotients and roots of n limbs within a proved bound
/// (GMP's are exact, with a remainder). Operands as in compare/anchors/gmp.c.
/// </summary>
internal static class LimbWork
{
    public static readonly int[] Lengths = [3, 17, 54, 200, 532, 2128];

    public static IEnumerable<OwnLine> Lines()
        => from n in Lengths
           from line in new (string Workload, Action<ulong[], ulong[], ulong[]> Run)[]
           {
               ("product", (result, a, b) => LimbProduct.Multiply(result, a, b)),
               ("square", (result, a, _) => LimbProduct.Square(result, a)),
               ("quotient", (result, a, b) => LimbNewton.HalfQuotient(result.AsSpan(0, a.Length), a, b)),
               ("root", (result, a, _) => LimbNewton.Root(result.AsSpan(0, a.Length), a)),
           }
           select new OwnLine(line.Workload, 64 * n, () => Work(n, line.Run));

    private static OwnWork Work(int n, Action<ulong[], ulong[], ulong[]> run)
    {
        var (a, b, result) = (Operand(n, 1), Operand(n, 2), new ulong[2 * n]);
        return new(
            "limbs",
            count =>
            {
                for (; count > 0; count--)
                {
                    run(result, a, b);
                }
            },
            () =>
            {
                run(result, a, b);
                return new BigInteger(MemoryMarshal.AsBytes(result.AsSpan()), isUnsigned: true).ToString(CultureInfo.InvariantCulture);
            });
    }

    private static ulong[] Operand(int n, ulong state)
    {
        var limbs = new ulong[n];
        for (var i = 0; i < n; i++)
        {
            limbs[i] = state = (state * 6364136223846793005) + 1442695040888963407;
        }

        limbs[^1] |= 1UL << 63;
        return limbs;
    }
}
