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
        var pw = Ball.FromLimbs(negative: false, product, 64, units, full);
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

        // b = 1 − 2p, v = Ω², u = Ω/β; u′ = −½buv, r′ = −1 − W + pWu′.
        var b = Ball.FromBigFloat(BigFloat.One - a.Scaled(1), full);
        var w = Ball.FromLimbs(negative: false, odds, 64, error.Odds, full);
        var v = Ball.Square(Ball.FromLimbs(negative: false, root, scale, error.Root, full));
        var uv = Ball.FromLimbs(negative: false, exponent, 64, error.Exponent, full) * v;
        var g = -(b * uv).ScaleByPowerOfTwo(-1);
        var slope = (pw * g) - (Ball.One + w);
        var q = residual / slope;

        // u″ = uv(1 + ¾b²v), r″ = 2Wu′ + pW(u″ − u′²).
        (b, v, uv, g) = (b.WithPrecision(half), v.WithPrecision(half), uv.WithPrecision(half), g.WithPrecision(half));
        var g1 = uv + (uv * (Ball.Square(b) * v * Ball.FromInteger(3)).ScaleByPowerOfTwo(-2));
        var second = (w.WithPrecision(half) * g).ScaleByPowerOfTwo(1) + (pw.WithPrecision(half) * (g1 - Ball.Square(g)));
        var change = second * Ball.Square(q.WithPrecision(half)) / slope.WithPrecision(half).ScaleByPowerOfTwo(1);
        next = Ball.FromBigFloat(a, target + Guard) - (q + change);
        return true;
    }
}
