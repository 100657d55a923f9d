using System.Numerics;
using System.Runtime.CompilerServices;
using GrpoVerified.Arithmetic;

namespace GrpoVerified.Theory.Refinements;

/// <summary>The success map h = 1/(1 + W) in fixed point of any number of limbs with one error bound. Theorem BX9 in docs/formulas.md.</summary>
/// <remarks>A refinement of SuccessMap.Next, which stays the definition; tests hold one inside the other.</remarks>
internal sealed class LimbSuccessMap
{
    // Room for the errors, and for the leading zeros of a small h.
    private const int GuardBits = 24;
    private const int MostZeros = 16;

    private const int OnStack = 256;

    private readonly LimbOdds _odds;
    private readonly int _bits;

    private LimbSuccessMap(LimbOdds odds, int bits)
    {
        _odds = odds;
        _bits = bits;
    }

    /// <summary>Limbs of a thin argument.</summary>
    public int Limbs => _odds.Limbs;

    /// <summary>Binds the parameters; null outside the range of <see cref="LimbOdds"/>.</summary>
    public static LimbSuccessMap? TryBind(Rational reference, Rational beta, Rational epsilon, int bits)
        => LimbOdds.TryBind(reference, beta, epsilon, LimbsFor(bits)) is { } odds ? new(odds, bits) : null;

    /// <summary>An enclosure of h(p) for every p in the ball; false outside the proved range.</summary>
    [SkipLocalsInit]
    public bool TryNext(Ball p, out Ball h)
    {
        h = Ball.WholeLine;
        if (!p.IsFinite || p.Midpoint is not { Sign: > 0, Exponent: <= 0 and > -MostZeros })
        {
            return false;
        }

        // A wide argument does not deserve all limbs.
        var n = p.IsExact ? Limbs : (int)Math.Min(Limbs, LimbsFor((int)Math.Clamp(-p.Radius.Exponent, 128, _bits)) + 1L);
        var room = (4 * n) + 2;
        Span<ulong> memory = room <= OnStack ? stackalloc ulong[OnStack] : new ulong[room];
        var at = memory[..n];
        var odds = memory.Slice(n, n + 1);
        var root = memory.Slice((2 * n) + 1, n);
        var exponent = memory.Slice((3 * n) + 1, n + 1);
        var lost = LimbShift.PlaceAtTop(at, p.Midpoint.Limbs, -p.Midpoint.Exponent);
        var radius = (1 + 1e-15) * (p.Radius.ToDoubleUp(64L * n) + (lost ? 1 : 0));
        if (!_odds.TryEvaluate(at, radius, odds, root, exponent, out _, out var error) || odds[n] >> MostZeros != 0)
        {
            return false;
        }

        // 1 + W = 2^k d with ½ ≤ d < 1.
        odds[n]++;
        var k = 64 - BitOperations.LeadingZeroCount(odds[n]);
        LimbShift.Right(odds, odds, k);
        var inverse = root;
        LimbNewton.HalfInverse(inverse, odds[..n]);

        // h = 2^(1−k)/(2d): the inverse's error, what the shift dropped, and |dh/dW| = h².
        var w = Math.ScaleB(inverse[^1], -64) + 1e-15;
        var units = LimbNewton.InverseError + 3 + (1.01 * Math.ScaleB(w * w, 1 - k) * error.Odds);
        h = Ball.FromLimbs(negative: false, inverse, 1 - k, units, _bits);
        return true;
    }

    private static int LimbsFor(int bits) => (bits + GuardBits + 63) / 64;
}
