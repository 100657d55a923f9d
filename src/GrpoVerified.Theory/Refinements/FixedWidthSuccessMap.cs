using GrpoVerified.Arithmetic;
using GrpoVerified.Theory.Formulas;

namespace GrpoVerified.Theory.Refinements;

/// <summary>
/// The success map p ↦ h(p) at a fixed working precision: kernels in fixed point where their error theorem holds, elsewhere the formula in balls with 1/β and (1 − p_ref)/p_ref bound once.
/// </summary>
/// <remarks>
/// A refinement of <see cref="SuccessMap.Next{T}"/>, which stays the definition. Kernels of fixed width exist for up to 168, 224 and 352 bits and for
/// ε ≤ 1/2, 2^−14 ≤ β ≤ 2^40, above that kernels of any width for ε ≤ 1/2 and parameters that are quotients of 64-bit numbers; every result
/// contains h of every member of the argument. Error theorems BX1 to BX6 and BX9 in docs/formulas.md.
/// Immutable; may be shared between threads.
/// </remarks>
public sealed class FixedWidthSuccessMap
{
    // Bits delivered below the point by three, four and six limbs.
    private const int BitsOfThree = 168;
    private const int BitsOfFour = 224;
    private const int BitsOfSix = 352;

    private readonly int _limbs;
    private readonly int _bits;
    private readonly Ball _odds;
    private readonly Ball _inverseBeta;
    private readonly Ball _epsilon;
    private readonly LimbSuccessMap? _long;
    private readonly FixedSuccessMap<Fixed3> _three;
    private readonly FixedSuccessMap<Fixed4> _four;
    private readonly FixedSuccessMap<Fixed6> _six;

    /// <summary>Binds p_ref, β and ε.</summary>
    /// <param name="reference">p_ref, 0 &lt; p_ref &lt; 1.</param>
    /// <param name="beta">β &gt; 0.</param>
    /// <param name="epsilon">ε ≥ 0.</param>
    /// <param name="bits">Working precision in bits, at least 2.</param>
    /// <exception cref="ParameterException">A parameter is outside its domain.</exception>
    public FixedWidthSuccessMap(Rational reference, Rational beta, Rational epsilon, int bits)
    {
        GrpoParameters.Of(reference, beta, epsilon).Validated();
        BigFloat.CheckPrecision(bits);
        var context = new BallContext(bits + 16);
        _bits = bits;
        _odds = context.Enclose((Rational.One - reference) / reference);
        _inverseBeta = context.Enclose(beta.Reciprocal());
        _epsilon = context.Enclose(epsilon);
        _limbs = bits <= BitsOfThree && FixedSuccessMap<Fixed3>.TryBind(reference, beta, epsilon, out _three) ? 3
            : bits is > BitsOfThree and <= BitsOfFour && FixedSuccessMap<Fixed4>.TryBind(reference, beta, epsilon, out _four) ? 4
            : bits is > BitsOfFour and <= BitsOfSix && FixedSuccessMap<Fixed6>.TryBind(reference, beta, epsilon, out _six) ? 6
            : 0;
        if (bits > BitsOfSix)
        {
            _long = LimbSuccessMap.TryBind(reference, beta, epsilon, bits);
            _limbs = _long?.Limbs ?? 0;
        }
    }

    /// <summary>Limbs of the kernel in use; 0 where the parameters or the precision are outside its range.</summary>
    public int Limbs => _limbs;

    /// <summary>An enclosure of h(p) for every p in the ball.</summary>
    public Ball Next(Ball p) => TryKernel(p, out var h) ? h : ByFormula(p);

    /// <summary>The same by the kernel; false outside its range.</summary>
    internal bool TryKernel(Ball p, out Ball h)
    {
        if (_long is not null)
        {
            return _long.TryNext(p, out h);
        }

        h = Ball.WholeLine;
        return _limbs switch
        {
            3 => TryKernel(_three, p, out h),
            4 => TryKernel(_four, p, out h),
            6 => TryKernel(_six, p, out h),
            _ => false,
        };
    }

    private bool TryKernel<T>(in FixedSuccessMap<T> map, Ball p, out Ball h)
        where T : struct, IFixedWidth<T>
    {
        // The midpoint rounded down to a fraction; the radius covers what that drops.
        h = Ball.WholeLine;
        if (!p.IsFinite || p.Midpoint is not { Sign: > 0, Exponent: <= 0 } || p.Radius >= Magnitude.PowerOfTwo(-16))
        {
            return false;
        }

        var scaled = FixedWidth.Floor<T>(p.Midpoint);
        var radius = (p.Radius + Magnitude.PowerOfTwo(-64 * T.Limbs)).ToBigFloat().ToDouble(RoundingMode.Up);
        if (!map.TryNext(FixedWidth.FromScaled<T>(scaled), radius, out var value, out var error))
        {
            return false;
        }

        h = FixedWidth.ToBall(value, error, _bits);
        return true;
    }

    // One division, the last one.
    private Ball ByFormula(Ball p)
    {
        var omega = Whitening.Omega(Probability<Ball>.FromSuccess(p), _epsilon);
        return (Ball.One / (Ball.One + (_odds * Ball.Exp(-(omega * _inverseBeta))))).WithPrecision(_bits);
    }
}
