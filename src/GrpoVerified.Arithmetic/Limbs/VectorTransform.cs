using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;
using static GrpoVerified.Arithmetic.TransformPrime;

namespace GrpoVerified.Arithmetic;

/// <summary>
/// Transform of a polynomial Σ x^l A_l(x^8) whose coefficients lie in vectors of eight: residues modulo x^8 − r(j) for the first j below any
/// count, and back. Truncated transforms after van der Hoeven 2004, "The truncated Fourier transform and applications".
/// </summary>
/// <remarks>Values are kept below 4p on the way forward and below 2p on the way back; theorem LT2 in docs/formulas.md.</remarks>
internal readonly ref struct VectorTransform
{
    private const int Lanes = TransformVector.Lanes;

    private readonly TransformPrime _prime;
    private readonly TransformVector _field;
    private readonly Factor[] _roots;
    private readonly Factor[] _inverses;

    public VectorTransform(TransformPrime prime, int size)
    {
        _prime = prime;
        _field = new(prime.P);
        prime.Roots(Math.Max(1, size / 2), out _roots, out _inverses);
    }

    /// <summary>The first <paramref name="wanted"/> vectors of residues of a polynomial of x.Length/8 vectors, a power of two.</summary>
    public void Forward(Span<uint> x, int wanted) => Forward(ref MemoryMarshal.GetReference(x), x.Length / Lanes, 0, wanted);

    /// <summary>
    /// <see cref="Scale"/> times the polynomial of <paramref name="known"/> vectors, zero above, from so many vectors of residues.
    /// </summary>
    public void Inverse(Span<uint> x, int known)
    {
        x[(known * Lanes)..].Clear();
        Inverse(ref MemoryMarshal.GetReference(x), x.Length / Lanes, 0, known, BitOperations.Log2((uint)known));
    }

    /// <summary>The factor of an inverse transform from so many vectors: the largest power of two in their number's range.</summary>
    public static int Scale(int known) => 1 << BitOperations.Log2((uint)known);

    /// <summary>
    /// x = x·y/2^32 in so many vectors of residues, each a polynomial modulo x^8 − r(j). Rotations, 2·count + 1 vectors, is scratch memory.
    /// </summary>
    public void MultiplyResidues(Span<uint> x, Span<uint> y, Span<uint> rotations, int count)
    {
        ref var a = ref MemoryMarshal.GetReference(x);
        ref var b = ref MemoryMarshal.GetReference(y);
        ref var r = ref MemoryMarshal.GetReference(rotations);
        Rotate(ref a, ref b, ref r, count);
        var p = Vector256.Create((ulong)_prime.P);
        var inverse = Vector256.Create((ulong)_prime.InverseModuloWord).AsUInt32();
        for (var j = 0; j < count; j++)
        {
            // Coefficient k is Σ_i a_i b_(k−i), where b_(k−i) for k < i is r(j)·b_(8+k−i): eight products below p² each.
            var even = Vector256<ulong>.Zero;
            var odd = Vector256<ulong>.Zero;
            ref var ai = ref At(ref a, j);
            ref var bi = ref At(ref r, (2 * j) + 1);
            for (var i = 0; i < Lanes; i++)
            {
                var f = Vector256.Create(Unsafe.Add(ref ai, i));
                ref var row = ref Unsafe.Subtract(ref bi, i);
                even += Avx2.Multiply(f, Vector256.LoadUnsafe(ref row));
                odd += Avx2.Multiply(f, Vector256.LoadUnsafe(ref row, 1));
            }

            var low = VectorDigits.Divide(even, inverse, p);
            var high = VectorDigits.Divide(odd, inverse, p);
            Store(_field.Reduce((low | (high << 32)).AsUInt32()), ref a, j);
        }
    }

    // Both factors to [0, p); of the second, r(j)·b before b.
    private void Rotate(ref uint a, ref uint b, ref uint rotations, int count)
    {
        var p = Vector256.Create(_prime.P);
        for (var j = 0; j < count; j++)
        {
            var y = _field.Least(_field.Reduce(Load(ref b, j)));
            Store(_field.Least(_field.Reduce(Load(ref a, j))), ref a, j);
            var wrapped = _field.Least(_field.Multiply(y, _roots[j >> 1]));
            Store((j & 1) == 0 ? wrapped : p - wrapped, ref rotations, 2 * j);
            Store(y, ref rotations, (2 * j) + 1);
        }
    }

    private void Forward(ref uint x, int size, int node, int wanted)
    {
        if (wanted == size)
        {
            ForwardWhole(ref x, size, node);
            return;
        }

        var half = size / 2;
        ref var high = ref At(ref x, half);
        var w = _roots[node];
        if (wanted <= half)
        {
            for (var j = 0; j < half; j++)
            {
                var u = _field.Reduce(Load(ref x, j));
                Store(u + _field.Multiply(Load(ref high, j), w), ref x, j);
            }

            Forward(ref x, half, 2 * node, wanted);
            return;
        }

        Butterflies(ref x, half, w);
        ForwardWhole(ref x, half, 2 * node);
        Forward(ref high, half, (2 * node) + 1, wanted - half);
    }

    private void ForwardWhole(ref uint x, int size, int node)
    {
        // One level of two halves where the number of levels is odd, then two levels at a time.
        var nodes = 1;
        if ((BitOperations.Log2((uint)size) & 1) != 0)
        {
            size /= 2;
            Butterflies(ref x, size, _roots[node]);
            node *= 2;
            nodes = 2;
        }

        for (; size > 1; size /= 4, node *= 4, nodes *= 4)
        {
            var quarter = size / 4;
            for (var i = 0; i < nodes; i++)
            {
                ref var block = ref At(ref x, i * size);
                var n = node + i;
                DoubleButterflies(ref block, quarter, _roots[n], _roots[2 * n], _roots[(2 * n) + 1]);
            }
        }
    }

    // (u, v) to (u + wv, u − wv).
    private void Butterflies(ref uint x, int half, Factor factor)
    {
        var field = _field;
        var (w, q) = (Vector256.Create(factor.Value), Vector256.Create(factor.Quotient));
        ref var high = ref At(ref x, half);
        for (var j = 0; j < half; j++)
        {
            var u = field.Reduce(Load(ref x, j));
            var v = field.Multiply(Load(ref high, j), w, q);
            Store(u + v, ref x, j);
            Store(field.Difference(u, v), ref high, j);
        }
    }

    private void DoubleButterflies(ref uint x, int quarter, Factor first, Factor left, Factor right)
    {
        var field = _field;
        var (w, wq) = (Vector256.Create(first.Value), Vector256.Create(first.Quotient));
        var (l, lq) = (Vector256.Create(left.Value), Vector256.Create(left.Quotient));
        var (r, rq) = (Vector256.Create(right.Value), Vector256.Create(right.Quotient));
        ref var x1 = ref At(ref x, quarter);
        ref var x2 = ref At(ref x, 2 * quarter);
        ref var x3 = ref At(ref x, 3 * quarter);
        for (var j = 0; j < quarter; j++)
        {
            var v2 = field.Multiply(Load(ref x2, j), w, wq);
            var v3 = field.Multiply(Load(ref x3, j), w, wq);
            var u0 = field.Reduce(Load(ref x, j));
            var u1 = field.Reduce(Load(ref x1, j));
            var y1 = field.Multiply(u1 + v3, l, lq);
            var y3 = field.Multiply(field.Difference(u1, v3), r, rq);
            var y0 = field.Reduce(u0 + v2);
            var y2 = field.Reduce(field.Difference(u0, v2));
            Store(y0 + y1, ref x, j);
            Store(field.Difference(y0, y1), ref x1, j);
            Store(y2 + y3, ref x2, j);
            Store(field.Difference(y2, y3), ref x3, j);
        }
    }

    // The first known vectors are residues, the others are coefficients of the polynomial already, times 2^log; so is the result.
    private void Inverse(ref uint x, int size, int node, int known, int log)
    {
        if (known == size)
        {
            InverseWhole(ref x, size, node, log);
            return;
        }

        if (known == 0)
        {
            return;
        }

        var half = size / 2;
        ref var high = ref At(ref x, half);
        var w = _roots[node];
        if (known < half)
        {
            // The upper half is known; in the lower one l = u + wv.
            for (var j = known; j < half; j++)
            {
                Store(_field.Reduce(Load(ref x, j) + _field.Multiply(Load(ref high, j), w)), ref x, j);
            }

            Inverse(ref x, half, 2 * node, known, log);
            for (var j = 0; j < half; j++)
            {
                Store(_field.Reduce(_field.Difference(Load(ref x, j), _field.Multiply(Load(ref high, j), w))), ref x, j);
            }

            return;
        }

        // l = u + wv is known, r = u − wv = l − 2wv where v is.
        InverseWhole(ref x, half, 2 * node, log);
        for (var j = known - half; j < half; j++)
        {
            var v = _field.Multiply(Load(ref high, j), w);
            Store(_field.Reduce(_field.Difference(Load(ref x, j), _field.Reduce(v + v))), ref high, j);
        }

        Inverse(ref high, half, (2 * node) + 1, known - half, log);
        var (scale, inverse) = (_prime.Half, _prime[_prime.Multiply(_inverses[node].Value, _prime.Half.Value)]);
        for (var j = 0; j < half; j++)
        {
            var (l, r) = (Load(ref x, j), Load(ref high, j));
            Store(_field.Multiply(l + r, scale), ref x, j);
            Store(_field.Multiply(_field.Difference(l, r), inverse), ref high, j);
        }
    }

    private void InverseWhole(ref uint x, int size, int node, int scale)
    {
        var log = BitOperations.Log2((uint)size);
        var nodes = size / 4;
        var quarter = 1;
        for (var level = log; level >= 2; level -= 2, nodes /= 4, quarter *= 4)
        {
            var first = node << (level - 2);
            for (var i = 0; i < nodes; i++)
            {
                ref var block = ref At(ref x, i * 4 * quarter);
                var n = first + i;
                InverseDoubleButterflies(ref block, quarter, _inverses[n], _inverses[2 * n], _inverses[(2 * n) + 1]);
            }
        }

        if ((log & 1) != 0)
        {
            var field = _field;
            var (w, q) = (Vector256.Create(_inverses[node].Value), Vector256.Create(_inverses[node].Quotient));
            ref var high = ref At(ref x, size / 2);
            for (var j = 0; j < size / 2; j++)
            {
                var (u, v) = (Load(ref x, j), Load(ref high, j));
                Store(field.Reduce(u + v), ref x, j);
                Store(field.Multiply(field.Difference(u, v), w, q), ref high, j);
            }
        }

        // The levels have multiplied by the size.
        for (; log < scale; log++)
        {
            for (var j = 0; j < size; j++)
            {
                var y = Load(ref x, j);
                Store(_field.Reduce(y + y), ref x, j);
            }
        }
    }

    private void InverseDoubleButterflies(ref uint x, int quarter, Factor first, Factor left, Factor right)
    {
        var field = _field;
        var (w, wq) = (Vector256.Create(first.Value), Vector256.Create(first.Quotient));
        var (l, lq) = (Vector256.Create(left.Value), Vector256.Create(left.Quotient));
        var (r, rq) = (Vector256.Create(right.Value), Vector256.Create(right.Quotient));
        ref var x1 = ref At(ref x, quarter);
        ref var x2 = ref At(ref x, 2 * quarter);
        ref var x3 = ref At(ref x, 3 * quarter);
        for (var j = 0; j < quarter; j++)
        {
            var (y0, y1) = (Load(ref x, j), Load(ref x1, j));
            var (y2, y3) = (Load(ref x2, j), Load(ref x3, j));
            var u0 = field.Reduce(y0 + y1);
            var u2 = field.Reduce(y2 + y3);
            var u1 = field.Multiply(field.Difference(y0, y1), l, lq);
            var u3 = field.Multiply(field.Difference(y2, y3), r, rq);
            Store(field.Reduce(u0 + u2), ref x, j);
            Store(field.Reduce(u1 + u3), ref x1, j);
            Store(field.Multiply(field.Difference(u0, u2), w, wq), ref x2, j);
            Store(field.Multiply(field.Difference(u1, u3), w, wq), ref x3, j);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ref uint At(ref uint x, int vector) => ref Unsafe.Add(ref x, vector * Lanes);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<uint> Load(ref uint x, int vector) => Vector256.LoadUnsafe(ref x, (nuint)(vector * Lanes));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Store(Vector256<uint> value, ref uint x, int vector) => value.StoreUnsafe(ref x, (nuint)(vector * Lanes));
}
