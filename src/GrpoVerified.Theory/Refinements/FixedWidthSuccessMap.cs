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

    // By five and seven digits side by side; thirteen deliver as many as six limbs.
    private const int BitsOfFiveDigits = 136;
    private const int BitsOfSevenDigits = 194;

    private readonly int _limbs;
    private readonly int _bits;
    private readonly Ball _odds;
    private readonly Ball _inverseBeta;
    private readonly Ball _epsilon;
    private readonly LimbSuccessMap? _long;
    private readonly FixedSuccessMap<Fixed3> _three;
    private readonly FixedSuccessMap<Fixed4> _four;
    private readonly FixedSuccessMap<Fixed6> _six;
    private readonly Lazy<ILaneSuccessMap?> _lanes;

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

        _lanes = new(() => _limbs == 0 || bits > BitsOfSix ? null
            : bits <= BitsOfFiveDigits ? LaneSuccessMap<FiveDigits, Fixed3>.Bind(reference, beta, epsilon)
            : bits <= BitsOfSevenDigits ? LaneSuccessMap<SevenDigits, Fixed4>.Bind(reference, beta, epsilon)
            : LaneSuccessMap<ThirteenDigits, Fixed6>.Bind(reference, beta, epsilon));
    }

    /// <summary>Points that <see cref="InLanes"/> takes at a time.</summary>
    internal const int Lanes = DigitLanes.Lanes;

    /// <summary>The kernel for points side by side; null where there is none.</summary>
    internal ILaneSuccessMap? InLanes => _lanes.Value;

    /// <summary>Limbs of the kernel in use; 0 where the parameters or the precision are outside its range.</summary>
    public int Limbs => _limbs;

    /// <summary>An enclosure of h(p) for every p in the ball.</summary>
    public Ball Next(Ball p) => TryKernel(p, out var h) ? h : ByFormula(p);

    /// <summary>
    /// Enclosures of h over many balls: four points side by side where the kernels and the processor (AVX2) allow, the others one at a time.
    /// </summary>
    /// <param name="points">The balls.</param>
    /// <param name="images">As many enclosures; may be the points' own memory.</param>
    /// <exception cref="ArgumentException">There are not as many images as points.</exception>
    public void Next(ReadOnlySpan<Ball> points, Span<Ball> images)
    {
        if (images.Length != points.Length)
        {
            throw new ArgumentException("There must be as many images as points.", nameof(images));
        }

        var lanes = points.Length >= DigitLanes.Lanes ? _lanes.Value : null;
        var i = 0;
        for (; lanes is not null && i <= points.Length - DigitLanes.Lanes; i += DigitLanes.Lanes)
        {
            // What a lane refuses it leaves as it was: images may be the points' own memory.
            var refused = lanes.Next(points.Slice(i, DigitLanes.Lanes), images.Slice(i, DigitLanes.Lanes), _bits);
            for (var lane = 0; refused != 0; lane++, refused >>= 1)
            {
                if ((refused & 1) != 0)
                {
                    images[i + lane] = Next(points[i + lane]);
                }
            }
        }

        for (; i < points.Length; i++)
        {
            images[i] = Next(points[i]);
        }
    }

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
        h = Ball.WholeLine;
        if (!FixedWidth.TryFraction<T>(p, out var fraction, out var radius) || !map.TryNext(in fraction, radius, out var value, out var error))
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
