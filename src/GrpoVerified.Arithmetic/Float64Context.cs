namespace GrpoVerified.Arithmetic;

/// <summary>Rounds exact parameters to the nearest double.</summary>
public sealed class Float64Context : IArithmeticContext<Float64>
{
    private Float64Context()
    {
    }

    /// <summary>The only instance.</summary>
    public static Float64Context Instance { get; } = new();

    /// <inheritdoc/>
    public Float64 Enclose(Rational value) => new(value.ToDouble());
}
