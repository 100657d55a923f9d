using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace GrpoVerified.Arithmetic;

/// <summary>Eight residues modulo a prime p below 2^30 at once, mostly in [0, 2p). Needs AVX2.</summary>
internal readonly struct TransformVector(uint p)
{
    /// <summary>Residues in a vector.</summary>
    public const int Lanes = 8;

    private readonly Vector256<uint> _p = Vector256.Create(p);
    private readonly Vector256<uint> _twice = Vector256.Create(2 * p);

    /// <summary>x below 4p to [0, 2p).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector256<uint> Reduce(Vector256<uint> x) => Avx2.Min(x, x - _twice);

    /// <summary>x below 2p to [0, p).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector256<uint> Least(Vector256<uint> x) => Avx2.Min(x, x - _p);

    /// <summary>x − y + 2p: not negative for y ≤ 2p, below 4p for x below 2p.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector256<uint> Difference(Vector256<uint> x, Vector256<uint> y) => x - y + _twice;

    /// <summary>x·w in [0, 2p) for any x, by w and its quotient.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector256<uint> Multiply(Vector256<uint> x, Vector256<uint> w, Vector256<uint> quotient)
    {
        var even = Avx2.Multiply(x, quotient) >>> 32;
        var odd = Avx2.Multiply((x.AsUInt64() >>> 32).AsUInt32(), quotient);
        var q = Avx2.Blend(even.AsUInt32(), odd.AsUInt32(), 0b1010_1010);
        return (x * w) - (q * _p);
    }

    /// <summary>As above.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector256<uint> Multiply(Vector256<uint> x, TransformPrime.Factor w) => Multiply(x, Vector256.Create(w.Value), Vector256.Create(w.Quotient));
}
