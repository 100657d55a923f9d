using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;
using GrpoVerified.Arithmetic;
using static GrpoVerified.Arithmetic.DigitLanes;
using Real4 = System.Runtime.Intrinsics.Vector256<double>;
using Word4 = System.Runtime.Intrinsics.Vector256<ulong>;

namespace GrpoVerified.Theory.Refinements;

/// <summary>
/// The success map of four points side by side: h = σ(x₀ + 1/(β√(s+ε))) with one a-priori error bound, one radius for each lane. Theorem LE5 in docs/formulas.md.
/// </summary>
/// <remarks>A refinement of SuccessMap.Next, which stays the definition; tests hold one inside the other. Points and values are fractions of TLimbs.Limbs limbs.</remarks>
/// <typeparam name="T">The number of digits.</typeparam>
/// <typeparam name="TLimbs">The numbers that go in and come out; at least as long.</typeparam>
internal sealed partial class LaneSuccessMap<T, TLimbs> : ILaneSuccessMap
    where T : struct, IDigitWidth
    where TLimbs : unmanaged, IFixedWidth<TLimbs>
{
    // Largest exponent of the scale of 1/(β√s).
    private const int LargestShift = 15;
    private const double Log2Reciprocal = 1.4426950408889636;
    private const double Log2Upper = 0.69315;

    // Of a number in memory, the digit below which the point's limbs are cut.
    private static int Cut
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => (64 * TLimbs.Limbs) - (Width * T.Digits);
    }

    private static double Ulp
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => BitConverter.Int64BitsToDouble((1023L - (Width * T.Digits)) << 52);
    }

    private readonly ulong[] _epsilon;
    private readonly ulong[] _inverseBeta;
    private readonly int _exponent;

    // x₀ truncated; its whole part, which may be negative, stands in the uppermost digit.
    private readonly ulong[] _logOdds;

    private LaneSuccessMap(ulong[] epsilon, ulong[] inverseBeta, int exponent, ulong[] logOdds)
    {
        _epsilon = epsilon;
        _inverseBeta = inverseBeta;
        _exponent = exponent;
        _logOdds = logOdds;
    }

    /// <summary>The map for 0 ≤ ε ≤ ½, 2^−14 ≤ β ≤ 2^40, |logit p_ref| &lt; 2^20; null elsewhere, or where the processor lacks the instructions.</summary>
    public static LaneSuccessMap<T, TLimbs>? Bind(Rational reference, Rational beta, Rational epsilon)
    {
        var bits = Width * T.Digits;
        if (!IsSupported || epsilon > new Rational(1, 2) || beta < new Rational(1, 1 << 14) || beta > new Rational(1L << 40, 1))
        {
            return null;
        }

        var logit = Probability<Ball>.FromRational(reference, new BallContext(bits + 96)).LogOdds;
        var (mantissa, exponent) = logit.LowerBound(bits + 96).ToIntegerAndExponent();
        var shift = (int)Math.Max(exponent + bits, -(1 << 20));
        var scaled = shift >= 0 ? mantissa << shift : mantissa >> -shift;
        if (logit.Radius >= Magnitude.PowerOfTwo(-bits - 32) || BigInteger.Abs(scaled) >> bits >= 1 << 20)
        {
            return null;
        }

        var inverse = (beta.Denominator << (bits + 64)) / beta.Numerator;
        var length = (int)inverse.GetBitLength();
        return new(
            Digits((epsilon.Numerator << bits) / epsilon.Denominator),
            Digits(inverse >> (length - bits)),
            length - bits - 64,
            [.. Enumerable.Range(0, T.Digits).Select(i => (ulong)(long)(i == T.Digits - 1 ? scaled >> (Width * i) : (scaled >> (Width * i)) & ((1 << Width) - 1)))]);
    }

    /// <summary>h for every member of p ± radius, in four lanes; a bit of the result is set where the point is outside the proved range.</summary>
    [SkipLocalsInit]
    public int Next(ReadOnlySpan<TLimbs> points, ReadOnlySpan<double> radii, Span<TLimbs> values, Span<double> valueRadii)
    {
        Span<Word4> memory = stackalloc Word4[(6 * T.Digits) + 1];
        ref var p = ref Aligned(memory);
        ref var v = ref At(ref p, T.Digits);
        ref var e = ref At(ref p, 2 * T.Digits);
        ref var scratch = ref At(ref p, 4 * T.Digits);
        Read(ref p, points);
        var refused = Exponent(ref p, Vector256.Create(radii) + Vector256.Create(Ulp), ref v, ref At(ref p, 3 * T.Digits), ref scratch, out var spread);
        refused |= AddLogOdds(ref v, out var negative, out var m, out var vanishes);
        DigitLanesExp<T>.Evaluate(ref v, ref e, ref scratch);
        ShiftRight(ref e, m, T.Digits);
        refused |= Logistic(ref e, vanishes, negative, ref v, ref scratch, out var slope);
        Write(ref v, values);
        (Vector256.Create((T.InverseError + (T.ExpError / 2) + 6) * Ulp) + (Vector256.Create(1.01) * slope * spread)).CopyTo(valueRadii);
        return (int)Vector256.ExtractMostSignificantBits(~Vector256.Equals(refused, Word4.Zero));
    }

    // Ω(p)/β and how far it may be off; x and scratch are working memory.
    private Word4 Exponent(ref Word4 p, Real4 radius, ref Word4 v, ref Word4 x, ref Word4 scratch, out Real4 spread)
    {
        var n = T.Digits;
        var bias = Vector256.Abs(Vector256.Create(1.0) - (DigitLanesInverse<T>.Leading(ref p, n) * Vector256.Create(2.0))) + Vector256.Create(1e-15) + radius;

        // s = p − p² + ε.
        T.Square(ref x, ref p);
        var carry = Word4.Zero;
        ref var epsilon = ref _epsilon[0];
        for (var i = 0; i < n - 1; i++)
        {
            var sum = At(ref p, i) + Vector256.Create((1UL << Width) + Unsafe.Add(ref epsilon, i)) - At(ref x, i) + carry;
            At(ref x, i) = sum & Mask;
            carry = (sum >>> Width) - Vector256.Create(1UL);
        }

        At(ref x, n - 1) = At(ref p, n - 1) + Vector256.Create(_epsilon[n - 1]) - At(ref x, n - 1) + carry;

        // Scaled by 4^e to [1/4, 1): the exponent of the uppermost digit as a double says how far.
        var refused = Vector256.Equals(At(ref x, n - 1), Word4.Zero) | Vector256.GreaterThan(At(ref x, n - 1), Mask);
        var length = (ToDouble(Vector256.Max(At(ref x, n - 1) & Mask, Vector256.Create(1UL))).AsUInt64() >>> 52) - Vector256.Create(1023UL);
        var half = (Vector256.Create(28UL) - length) >>> 1;
        ShiftLeft(ref x, half + half, n);
        var variance = DigitLanesInverse<T>.Leading(ref x, n) * ((Vector256.Create(1023UL) - half - half) << 52).AsDouble() * Vector256.Create(1 - 1e-15);
        var relative = (Vector256.Create(n * Ulp) + (radius * bias)) / variance;

        // 1/(β√s) = 2^k·M.
        refused |= ~Vector256.Equals(DigitLanesInverse<T>.ReciprocalRoot(ref x, ref v, ref scratch), Word4.Zero);
        Broadcast(ref x, ref _inverseBeta[0]);
        T.Multiply(ref v, ref v, ref x);
        var mantissa = DigitLanesInverse<T>.Leading(ref v, n) + Vector256.Create(1e-15);
        var k = half.AsInt64() + Vector256.Create((long)_exponent);
        refused |= Vector256.GreaterThan(k, Vector256.Create((long)LargestShift)).AsUInt64();
        var scale = ((k + Vector256.Create(1023L)) << 52).AsDouble();
        spread = (scale * Vector256.Create((T.RootError + n + 2) * Ulp)) + Vector256.Create(4 * Ulp)
            + (Vector256.Create(0.5) * scale * mantissa * relative * (Vector256.Create(1.0) + relative + relative));
        Scale(ref v, half);
        return refused | ~(Vector256.LessThanOrEqual(relative, Vector256.Create(0.001)) & Vector256.LessThanOrEqual(spread, Vector256.Create(0.0001))).AsUInt64();
    }

    // v becomes t = m·log 2 − |x₀ + v| in [0, 178/256), unless |x₀ + v| is so large that its exponential vanishes.
    private Word4 AddLogOdds(ref Word4 v, out Word4 negative, out Word4 m, out Word4 vanishes)
    {
        var n = T.Digits;
        var carry = Word4.Zero;
        ref var logOdds = ref _logOdds[0];
        for (var i = 0; i < n - 1; i++)
        {
            var sum = At(ref v, i) + Vector256.Create(Unsafe.Add(ref logOdds, i)) + carry;
            At(ref v, i) = sum & Mask;
            carry = sum >>> Width;
        }

        var top = At(ref v, n - 1) + Vector256.Create(_logOdds[n - 1]) + carry;
        negative = Vector256.LessThan(top.AsInt64(), Vector256<long>.Zero).AsUInt64();
        var above = top ^ negative;
        var limit = Vector256.Create((ulong)(((Width * n * Log2Upper) + 1) * (1L << Width)));
        vanishes = Vector256.GreaterThan(above, limit);
        m = FromDouble(Vector256.Floor(((ToDouble(Vector256.Min(above, limit)) + Vector256.Create(2.0)) * Vector256.Create(Log2Reciprocal / (1L << Width))) + Vector256.Create(1.0)));

        // The complement of a number that is not negative is −v less one ulp.
        var flip = Vector256.AndNot(Mask, negative);
        ref var log2 = ref DigitLanesExp<T>.Log2[0];
        carry = Word4.Zero;
        for (var i = 0; i < n - 1; i++)
        {
            var sum = Avx2.Multiply(m.AsUInt32(), Vector256.Create(Unsafe.Add(ref log2, i)).AsUInt32()) + (At(ref v, i) ^ flip) + carry;
            At(ref v, i) = sum & Mask;
            carry = sum >>> Width;
        }

        At(ref v, n - 1) = ~above + Avx2.Multiply(m.AsUInt32(), Vector256.Create(Unsafe.Add(ref log2, n - 1)).AsUInt32()) + carry;
        return Vector256.AndNot(Vector256.GreaterThanOrEqual(At(ref v, n - 1), Vector256.Create(178UL << 21)), vanishes);
    }

    // v = 1/(1 + E), or one minus that; the slope is an upper bound of v(1 − v).
    private static Word4 Logistic(ref Word4 e, Word4 vanishes, Word4 negative, ref Word4 v, ref Word4 scratch, out Real4 slope)
    {
        var n = T.Digits;
        for (var i = 0; i < n; i++)
        {
            At(ref e, i) = Vector256.AndNot(At(ref e, i), vanishes);
        }

        slope = Vector256.Min(Vector256.Create(0.25), DigitLanesInverse<T>.Leading(ref e, n) + Vector256.Create(1e-15));
        At(ref e, n - 1) += Vector256.Create(1UL << Width);
        var refused = ~Vector256.Equals(DigitLanesInverse<T>.Reciprocal(ref e, ref v, ref scratch), Word4.Zero);
        var full = Vector256.GreaterThan(At(ref v, n - 1), Mask);
        for (var i = 0; i < n; i++)
        {
            At(ref v, i) = ((At(ref v, i) | full) ^ negative) & Mask;
        }

        return refused;
    }

    // 2^k·M, k ≤ 15, in ulp.
    private void Scale(ref Word4 v, Word4 half)
    {
        var n = T.Digits;
        if (_exponent >= 0)
        {
            ShiftLeft(ref v, half + Vector256.Create((ulong)_exponent), n);
            return;
        }

        ShiftLeft(ref v, half, n);
        ShiftRight(ref v, Vector256.Create((ulong)-_exponent), n);
    }

    private static void Broadcast(ref Word4 x, ref ulong digits)
    {
        for (var i = 0; i < T.Digits; i++)
        {
            At(ref x, i) = Vector256.Create(Unsafe.Add(ref digits, i));
        }
    }

    // Digits of what the limbs hold, cut below.
    private static void Read(ref Word4 p, ReadOnlySpan<TLimbs> points)
    {
        ref var first = ref Unsafe.As<TLimbs, ulong>(ref Unsafe.AsRef(in points[..Lanes][0]));
        for (var i = 0; i < T.Digits; i++)
        {
            var place = Cut + (Width * i);
            var (limb, shift) = (place >> 6, place & 63);
            var digit = Limbs(ref first, limb) >>> shift;
            if (shift > 64 - Width && limb + 1 < TLimbs.Limbs)
            {
                digit |= Limbs(ref first, limb + 1) << (64 - shift);
            }

            At(ref p, i) = digit & Mask;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Word4 Limbs(ref ulong first, int limb)
        => Vector256.Create(Unsafe.Add(ref first, limb), Unsafe.Add(ref first, limb + TLimbs.Limbs), Unsafe.Add(ref first, limb + (2 * TLimbs.Limbs)), Unsafe.Add(ref first, limb + (3 * TLimbs.Limbs)));

    private static void Write(ref Word4 v, Span<TLimbs> values)
    {
        ref var first = ref Unsafe.As<TLimbs, ulong>(ref values[..Lanes][0]);
        for (var limb = 0; limb < TLimbs.Limbs; limb++)
        {
            var sum = Word4.Zero;
            var last = Math.Min(T.Digits - 1, ((64 * limb) + 63 - Cut) / Width);
            for (var i = Math.Max(0, ((64 * limb) - Cut) / Width); i <= last; i++)
            {
                var shift = Cut + (Width * i) - (64 * limb);
                sum |= shift >= 0 ? At(ref v, i) << shift : At(ref v, i) >>> -shift;
            }

            for (var lane = 0; lane < Lanes; lane++)
            {
                Unsafe.Add(ref first, (lane * TLimbs.Limbs) + limb) = sum[lane];
            }
        }
    }

    // On a boundary of 32 bytes; memory on the stack does not move.
    private static ref Word4 Aligned(Span<Word4> memory)
    {
        ref var start = ref memory[0];
        var address = Unsafe.ByteOffset(ref Unsafe.NullRef<Word4>(), ref start);
        return ref Unsafe.AddByteOffset(ref start, -address & 31);
    }

    private static ulong[] Digits(BigInteger ulps) => [.. Enumerable.Range(0, T.Digits).Select(i => (ulong)((ulps >> (Width * i)) & ((1 << Width) - 1)))];
}
