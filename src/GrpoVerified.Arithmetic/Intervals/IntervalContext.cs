namespace GrpoVerified.Arithmetic;

/// <summary>Turns exact parameters into the smallest intervals that contain them.</summary>
public sealed class IntervalContext : IArithmeticContext<Interval>
{
    private IntervalContext()
    {
    }

    /// <summary>The only instance: intervals carry no precision.</summary>
    public static IntervalContext Instance { get; } = new();

    /// <inheritdoc/>
    public Interval Enclose(Rational value) => Interval.FromRational(value);
}
