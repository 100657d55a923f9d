using GrpoVerified.Arithmetic;

namespace GrpoVerified.Theory.Tests.Formulas;

/// <summary>
/// An interval that performs the very operations <see cref="Float64"/> performs: only the abstract members, so every other
/// function has the default definition. Its width is a running bound of the rounding error of the double evaluation.
/// </summary>
/// <param name="Range">The interval.</param>
internal readonly record struct RoundingBound(Interval Range) : IElementary<RoundingBound>
{
    public static RoundingBound Zero => new(Interval.Zero);

    public static RoundingBound One => new(Interval.One);

    public static RoundingBound FromInteger(long n) => new(Interval.FromInteger(n));

    public static RoundingBound operator +(RoundingBound a, RoundingBound b) => new(a.Range + b.Range);

    public static RoundingBound operator -(RoundingBound a, RoundingBound b) => new(a.Range - b.Range);

    public static RoundingBound operator -(RoundingBound a) => new(-a.Range);

    public static RoundingBound operator *(RoundingBound a, RoundingBound b) => new(a.Range * b.Range);

    public static RoundingBound operator /(RoundingBound a, RoundingBound b) => new(a.Range / b.Range);

    public static RoundingBound Exp(RoundingBound x) => new(Interval.Exp(x.Range));

    public static RoundingBound Log(RoundingBound x) => new(Interval.Log(x.Range));

    public static RoundingBound Sqrt(RoundingBound x) => new(Interval.Sqrt(x.Range));

    public static RoundingBound Min(RoundingBound a, RoundingBound b) => new(Interval.Min(a.Range, b.Range));

    public static RoundingBound Max(RoundingBound a, RoundingBound b) => new(Interval.Max(a.Range, b.Range));

    /// <summary>Exact numbers, rounded outward.</summary>
    public sealed class Context : IArithmeticContext<RoundingBound>
    {
        public static Context Instance { get; } = new();

        public RoundingBound Enclose(Rational value) => new(Interval.FromRational(value));
    }
}
