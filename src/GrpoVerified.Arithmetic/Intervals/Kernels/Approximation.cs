namespace GrpoVerified.Arithmetic.Kernels;

/// <summary>The statement |f − v| ≤ RelativeError·|v| for v = (High + Low)·2^Exponent.</summary>
/// <remarks>The only place where an approximate elementary function becomes an enclosure; soundness in docs/formulas-interval.md, section 3.</remarks>
/// <param name="Value">High + Low, zero or of magnitude between 2^−900 and 2^900.</param>
/// <param name="Exponent">Power of two.</param>
/// <param name="RelativeError">A power of two at least 2^−70: the bound of the relative error.</param>
internal readonly record struct Approximation(DoubleDouble Value, int Exponent, double RelativeError)
{
    /// <summary>A double at most the exact value.</summary>
    public double Down()
    {
        // The factor 2 covers the rounding of Low − radius and the difference between High and High + Low.
        var radius = 2 * RelativeError * Math.Abs(Value.High);
        var bound = DirectedRounding.AddDown(Value.High, Value.Low - radius);
        return Exponent == 0 ? bound : DirectedRounding.ScaleDown(bound, Exponent);
    }

    /// <summary>A double at least the exact value.</summary>
    public double Up() => -new Approximation(-Value, Exponent, RelativeError).Down();

    /// <summary>The sign-reversed statement.</summary>
    public static Approximation operator -(Approximation x) => x with { Value = -x.Value };
}
