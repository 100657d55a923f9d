using System.Runtime.CompilerServices;
using GrpoVerified.Arithmetic;

namespace GrpoVerified.Theory.Refinements;

/// <summary>
/// The residual f(p) = 1 − p − p·R·e^(−Ω(p)/β), R = (1−p_ref)/p_ref, whose zeros in (0, 1) are the fixed points of h.
/// Theorem BX7 in docs/formulas.md.
/// </summary>
/// <typeparam name="T">The width.</typeparam>
internal readonly struct FixedResidual<T>
    where T : struct, IFixedWidth<T>
{
    private readonly FixedWhitening<T> _whitening;
    private readonly T _odds;
    private readonly int _oddsExponent;

    /// <summary>From ε ≤ ½, 1/β and R, each a quotient of 32-bit numbers; 1/β and R are positive.</summary>
    public FixedResidual(SmallFraction epsilon, SmallFraction inverseBeta, SmallFraction odds)
    {
        var exponent = inverseBeta.Normalised<T>(out var mantissa);
        _whitening = new(epsilon.Truncated<T>(), in mantissa, exponent);
        _oddsExponent = odds.Normalised(out _odds);
    }

    /// <summary>|f(p)| truncated to ulp, its sign, the product p·R·e^(−Ω/β), and a bound of the error of both.</summary>
    [SkipLocalsInit]
    public bool TryEvaluate(in T p, out T value, out bool negative, out double product, out double error)
    {
        Unsafe.SkipInit(out value);
        negative = false;
        product = 0;
        error = double.PositiveInfinity;
        if (!_whitening.TryExponent(in p, 0, out var whole, out var v, out var spread)
            || !FixedWhitening<T>.TryQuarteredExp(whole, in v, out var x))
        {
            return false;
        }

        T.Multiply(in p, in x, out x);
        T.Multiply(in x, in _odds, out x);
        var k = _oddsExponent + 2;
        if (k >= 0)
        {
            if (k > 40 || T.ShiftLeft(in x, k, out x) != 0)
            {
                return false;
            }
        }
        else
        {
            T.ShiftRight(in x, -k, out x);
        }

        product = Word.ToDouble(T.Top(in x));
        error = (((Math.ScaleB(1, Math.Max(k, 0)) * ((4 * T.Limbs) + 66)) + 1) * FixedConstants<T>.Ulp)
            + (1.01 * (product + 1e-15) * spread);
        negative = T.Add(in p, in x, out x) != 0;
        if (negative)
        {
            value = x;
        }
        else
        {
            T zero = default;
            T.Subtract(in zero, in x, out value);
        }

        return true;
    }
}
