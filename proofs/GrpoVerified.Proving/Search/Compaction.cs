using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace GrpoVerified.Proving.Search;

/// <summary>Moves the numbers of some boxes together, so that the others cost nothing any more.</summary>
internal static class Compaction
{
    // For each set of four lanes the halves of these lanes, in order; the rest does not matter.
    private static readonly Vector256<int>[] Orders = [.. Enumerable.Range(0, 16).Select(Order)];

    /// <summary>Whether the processor has the instruction.</summary>
    public static bool IsSupported => Avx2.IsSupported;

    /// <summary>Keeps the numbers whose bit is set, in order, at the front.</summary>
    /// <param name="numbers">One number for each box.</param>
    /// <param name="boxes">How many, a multiple of four.</param>
    /// <param name="kept">A bit for each box; at least one is set.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Keep(ref double numbers, int boxes, ulong kept)
    {
        // A store never reaches beyond the numbers that are loaded already.
        var to = 0;
        for (var at = 0; at < boxes; at += 4)
        {
            var four = (int)(kept >> at) & 0xF;
            var moved = Avx2.PermuteVar8x32(Vector256.LoadUnsafe(ref numbers, (nuint)at).AsInt32(), Orders[four]);
            moved.AsDouble().StoreUnsafe(ref numbers, (nuint)to);
            to += BitOperations.PopCount((uint)four);
        }

        // Places without a box repeat the last one.
        for (var last = Unsafe.Add(ref numbers, to - 1); to % 4 != 0; to++)
        {
            Unsafe.Add(ref numbers, to) = last;
        }
    }

    /// <summary>The bits of a set at the places that are kept, moved together likewise.</summary>
    public static ulong Keep(ulong bits, ulong kept)
    {
        var (result, place) = (0UL, 0);
        for (var left = bits == 0 ? 0 : kept; left != 0; left &= left - 1)
        {
            result |= ((bits >> BitOperations.TrailingZeroCount(left)) & 1) << place++;
        }

        return result;
    }

    private static Vector256<int> Order(int lanes)
    {
        var order = new int[8];
        var place = 0;
        for (var lane = 0; lane < 4; lane++)
        {
            if ((lanes >> lane & 1) != 0)
            {
                (order[place], order[place + 1]) = (2 * lane, (2 * lane) + 1);
                place += 2;
            }
        }

        return Vector256.Create(order);
    }
}
