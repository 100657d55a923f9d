namespace GrpoVerified.Arithmetic;

/// <summary>Encloses exact parameters in balls of a working precision.</summary>
public sealed class BallContext : IArithmeticContext<Ball>
{
    /// <summary>A context of the given working precision in bits, at least 2.</summary>
    public BallContext(int precision)
    {
        BigFloat.CheckPrecision(precision);
        Precision = precision;
    }

    /// <summary>The working precision in bits.</summary>
    public int Precision { get; }

    /// <inheritdoc/>
    public Ball Enclose(Rational value) => Ball.FromRational(value, Precision);
}
