namespace GrpoVerified.Arithmetic;

/// <summary>
/// The hardware's double as an arithmetic for formulas: fast, rounded, nothing certified.
/// Its elementary functions are those of the platform.
/// </summary>
/// <param name="Value">The number.</param>
public readonly record struct Float64(double Value) : IElementary<Float64>
{
    /// <inheritdoc/>
    public static Float64 Zero => new(0);

    /// <inheritdoc/>
    public static Float64 One => new(1);

    /// <inheritdoc/>
    public static Float64 FromInteger(long n) => new(n);

    /// <inheritdoc/>
    public static Float64 operator +(Float64 a, Float64 b) => new(a.Value + b.Value);

    /// <inheritdoc/>
    public static Float64 operator -(Float64 a, Float64 b) => new(a.Value - b.Value);

    /// <inheritdoc/>
    public static Float64 operator -(Float64 a) => new(-a.Value);

    /// <inheritdoc/>
    public static Float64 operator *(Float64 a, Float64 b) => new(a.Value * b.Value);

    /// <inheritdoc/>
    public static Float64 operator /(Float64 a, Float64 b) => new(a.Value / b.Value);

    /// <inheritdoc/>
    public static Float64 Exp(Float64 x) => new(Math.Exp(x.Value));

    /// <inheritdoc/>
    public static Float64 Log(Float64 x) => new(Math.Log(x.Value));

    /// <inheritdoc/>
    public static Float64 Sqrt(Float64 x) => new(Math.Sqrt(x.Value));

    /// <inheritdoc/>
    public static Float64 Min(Float64 a, Float64 b) => new(Math.Min(a.Value, b.Value));

    /// <inheritdoc/>
    public static Float64 Max(Float64 a, Float64 b) => new(Math.Max(a.Value, b.Value));

    /// <inheritdoc/>
    public override string ToString() => Value.ToString("R", System.Globalization.CultureInfo.InvariantCulture);
}
