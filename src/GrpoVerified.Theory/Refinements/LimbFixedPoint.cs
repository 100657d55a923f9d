using System.Runtime.CompilerServices;
using GrpoVerified.Arithmetic;

namespace GrpoVerified.Theory.Refinements;

/// <summary>
/// A fixed point of h to many bits by steps of third order in the residual r(p) = 1 − p − pW(p), evaluated in fixed point at one number a
/// step; only the last step needs a proof and has one. Theorem BX10 in docs/formulas.md.
/// </summary>
internal static class LimbFixedPoint
{
    // The derivatives are bounded once, on this neighbourhood of the start, inside which everything stays.
    private const int Neighbourhood = -36;
    private const int LargestStartRadius = -40;

    // p and 1 − p are above this.
    private const int MostZeros = 16;

    // Room for the errors of the residual and of a step, in bits.
    private const int Guard = 24;

    private const int OnStack = 256;
    private const int LeastAccuracy = 32;

    /// <summary>The fixed point in a ball of p, to more bits; false outside the range of the kernels or where the steps prove nothing.</summary>
    /// <param name="parameters">The reference map.</param>
    /// <param name="known">Contains a fixed point p*.</param>
    /// <param name="bits">Relative accuracy wanted of p* and of 1 − p*.</param>
    /// <param name="point">An enclosure of the same fixed point.</param>
    public static bool TryRefine(GrpoParameters parameters, Ball known, int bits, out Ball point)
    {
        point = known;
        if (known.IsExact || !known.IsFinite || known.Radius.Exponent > LargestStartRadius || known.Midpoint is not { Sign: > 0, Exponent: <= 0 and > -MostZeros })
        {
            return false;
        }

        var seed = known.Midpoint.ToDouble();
        var zeros = -Math.ILogB(Math.Min(seed, 1 - seed));
        if (zeros > MostZeros || !ResidualBounds.TryOver(parameters, seed, Math.ScaleB(1, Neighbourhood), out var bounds))
        {
            return false;
        }

        // A step leads from k places to 3k − loss.
        var loss = Math.Max(0, Math.ILogB(bounds.Cubic) + 1) + 4;
        var places = (int)Math.Min(-known.Radius.Exponent, int.MaxValue / 4);
        var targets = new Stack<int>();
        for (var target = bits + zeros + 4; target > places; target = ((target + loss) / 3) + 2)
        {
            targets.Push(target);
            if (3 * (target - 1) < target + loss + 6)
            {
                return false;
            }
        }

        if (targets.Count == 0)
        {
            return true;
        }

        var guard = Guard + Math.Max(0, -Math.ILogB(bounds.Slope));
        var odds = LimbOdds.TryBind(parameters.Reference, parameters.Beta, parameters.Epsilon, Limbs(bits + zeros + 4, guard));
        if (odds is null)
        {
            return false;
        }

        var at = known.Midpoint.Round(places + 8);
        while (targets.TryPop(out var target))
        {
            if (!TryStep(odds, at, places, target, Limbs(target, guard), out var next, out var residual))
            {
                return false;
            }

            if (targets.Count > 0)
            {
                (at, places) = (next.Midpoint.Round(target + 8), target);
                continue;
            }

            // |p* − a| ≤ τ, and the terms left out.
            var distance = residual.AbsUpper / Magnitude.LowerBound(BigFloat.FromDouble(bounds.Slope));
            var moved = Magnitude.UpperBound(BigFloat.Sum(at, -known.Midpoint, 32, RoundingMode.AwayFromZero, out _));
            if (moved >= Magnitude.PowerOfTwo(Neighbourhood - 1) || distance >= Magnitude.PowerOfTwo(Neighbourhood - 1))
            {
                return false;
            }

            point = next.Inflate(Magnitude.UpperBound(bounds.Cubic, 0) * distance * distance * distance).WithPrecision(bits + Guard);
        }

        return true;
    }

    private static int Limbs(int places, int guard) => (places + guard + 63) / 64;

    // a − q − ½(r″/r′)q² with q = r/r′ at a: the rounding errors are in the balls, the error of the formula is not.
    [SkipLocalsInit]
    private static bool TryStep(LimbOdds map, BigFloat a, int places, int target, int n, out Ball next, out Ball residual)
    {
        next = residual = Ball.WholeLine;
        var room = (5 * n) + 3;
        Span<ulong> memory = room <= OnStack ? stackalloc ulong[OnStack] : new ulong[room];
        var p = memory[..n];
        var odds = memory.Slice(n, n + 1);
        var root = memory.Slice((2 * n) + 1, n);
        var exponent = memory.Slice((3 * n) + 1, n + 1);
        var product = memory.Slice((4 * n) + 2, n + 1);
        if (LimbShift.PlaceAtTop(p, a.Limbs, -a.Exponent) || !map.TryEvaluate(p, 0, odds, root, exponent, out var scale, out var error))
        {
            return false;
        }

        // pW, from the limbs of p that are not zero; p + pW − 1.
        var head = p[Math.Max(0, p.IndexOfAnyExcept(0UL))..];
        LimbProduct.Middle(product, odds, head, head.Length);
        var units = (1.01 * error.Odds) + LimbProduct.MiddleError;
        var full = target - places + Guard;
        var half = Math.Max(64, target - (2 * places) + Guard);
        var derivatives = Derivatives(
            p,
            new(odds, isNegative: false, error.Odds),
            new(product, isNegative: false, units),
            new(exponent, isNegative: false, error.Exponent),
            root,
            error.Root,
            scale,
            Math.Min(n, (full + 63) / 64),
            Math.Min(n, (half + 63) / 64));
        if (derivatives is not { } known || known.Slope.RelativeAccuracyBits < LeastAccuracy)
        {
            return false;
        }

        var (slope, second) = known;

        LimbSum.Add(product, product, p);
        var negative = product[n] != 0;
        if (negative)
        {
            product[n]--;
        }
        else
        {
            LimbSum.Negate(product[..n]);
        }

        residual = Ball.FromLimbs(negative, product, 64, units, full);
        var q = residual / slope.WithPrecision(full);
        var change = second.WithPrecision(half) * Ball.Square(q.WithPrecision(half)) / slope.WithPrecision(half).ScaleByPowerOfTwo(1);
        next = Ball.FromBigFloat(a, target + Guard) - (q + change);
        return true;
    }

    // r′ with so many limbs and r″ with fewer; null where a number is too large.
    [SkipLocalsInit]
    private static (Ball Slope, Ball Second)? Derivatives(ReadOnlySpan<ulong> p, LimbNumber w, LimbNumber pw, LimbNumber u, ReadOnlySpan<ulong> root, double rootError, int scale, int full, int half)
    {
        var size = full + 1;
        var room = 7 * size;
        Span<ulong> memory = room <= OnStack ? stackalloc ulong[OnStack] : new ulong[room];

        // c = ½ − p; what is cut off p is below one ulp.
        var c0 = memory[..size];
        p[^full..].CopyTo(c0);
        c0[full] = 0;
        c0[full - 1] -= 1UL << 63;
        var below = p[^1] >> 63 == 0;
        if (below)
        {
            LimbSum.Negate(c0[..full]);
        }

        var c = new LimbNumber(c0, !below, full < p.Length ? 1 : 0);

        // v = Ω².
        var v0 = memory.Slice(size, size);
        LimbProduct.MiddleOfSquare(v0[..full], root[^full..], full);
        v0[full] = 0;
        LimbShift.Left(v0, v0, 2 * scale);
        var ofRoot = full < root.Length ? rootError * Math.ScaleB(1, -64 * Math.Min(root.Length - full, 15)) + 1 : rootError;
        var v = new LimbNumber(v0, isNegative: false, ((2.01 * ofRoot) + LimbProduct.MiddleError) * Math.ScaleB(1, 2 * scale));

        // u′ = −½(1 − 2p)uv = −c·uv and r′ = −1 − W + pWu′.
        var uv = LimbNumber.Product(memory.Slice(2 * size, size), u.Cut(full), v);
        var g = -LimbNumber.Product(memory.Slice(3 * size, size), c, uv);
        var product = LimbNumber.Product(memory.Slice(4 * size, size), pw.Cut(full), g);
        var one = memory.Slice(5 * size, size);
        one.Clear();
        one[full] = 1;
        var sum = LimbNumber.Sum(one, new(one, isNegative: false, 0), w.Cut(full));
        var slope = LimbNumber.Sum(memory.Slice(6 * size, size), product, -sum);
        if (!(uv.IsBounded && g.IsBounded && product.IsBounded && slope.IsBounded))
        {
            return null;
        }

        var exact = slope.ToBall(64 * full);
        return Second(memory[(4 * size)..], c.Cut(half), v.Cut(half), uv.Cut(half), g.Cut(half), w.Cut(half), pw.Cut(half), half) is { } second ? (exact, second) : null;
    }

    // u″ = uv(1 + ¾(1 − 2p)²v) = uv(1 + 3c²v) and r″ = 2Wu′ + pW(u″ − u′²).
    private static Ball? Second(Span<ulong> memory, LimbNumber c, LimbNumber v, LimbNumber uv, LimbNumber g, LimbNumber w, LimbNumber pw, int limbs)
    {
        var size = limbs + 1;
        var x = memory[..size];
        var y = memory.Slice(size, size);
        var z = memory.Slice(2 * size, size);
        var bend = LimbNumber.Product(y, LimbNumber.Square(x, c), v);
        bend = LimbNumber.Multiple(x, bend, 3);
        x[limbs]++;
        bend = LimbNumber.Product(y, new(x, isNegative: false, bend.Error), uv);
        var square = LimbNumber.Square(x, g);
        var difference = LimbNumber.Sum(z, bend, -square);
        var second = LimbNumber.Product(y, pw, difference);
        var twice = LimbNumber.Product(x, LimbNumber.Multiple(z, w, 2), g);
        second = LimbNumber.Sum(z, second, twice);
        return bend.IsBounded && square.IsBounded && difference.IsBounded && second.IsBounded ? second.ToBall(64 * limbs) : null;
    }
}
