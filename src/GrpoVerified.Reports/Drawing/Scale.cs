using GrpoVerified.Arithmetic;

namespace GrpoVerified.Reports.Drawing;

/// <summary>A labelled place on an axis.</summary>
/// <param name="Value">The value there.</param>
/// <param name="Label">Its text.</param>
internal readonly record struct Tick(double Value, string Label);

/// <summary>Maps values to places in [0, 1] of an axis. Doubles: for the eye only.</summary>
internal abstract class Scale
{
    /// <summary>A scale between two values, low &lt; high.</summary>
    protected Scale(double low, double high)
    {
        if (!(low < high) || !double.IsFinite(low) || !double.IsFinite(high))
        {
            throw new ArgumentOutOfRangeException(nameof(low), "A scale needs two finite ends in order.");
        }

        Low = low;
        High = high;
    }

    /// <summary>The value at 0.</summary>
    public double Low { get; }

    /// <summary>The value at 1.</summary>
    public double High { get; }

    /// <summary>The labelled places, at most about <paramref name="most"/>.</summary>
    public abstract IReadOnlyList<Tick> Ticks(int most = 8);

    /// <summary>The place of a value; outside [0, 1] where the value is outside the axis.</summary>
    public abstract double Place(double value);

    /// <summary>A linear scale.</summary>
    public static Scale Linear(double low, double high) => new LinearScale(low, high);

    /// <summary>A logarithmic scale between positive values.</summary>
    public static Scale Logarithmic(double low, double high) => new LogarithmicScale(low, high);

    /// <summary>A linear scale over values, with a twentieth of their spread beside them.</summary>
    public static Scale Around(IEnumerable<double> values, double least = 1e-9)
    {
        var finite = values.Where(double.IsFinite).DefaultIfEmpty(0).ToList();
        var (low, high) = (finite.Min(), finite.Max());
        var margin = Math.Max(least, (high - low) / 20);
        return Linear(low - margin, high + margin);
    }

    private sealed class LinearScale(double low, double high) : Scale(low, high)
    {
        public override double Place(double value) => (value - Low) / (High - Low);

        public override IReadOnlyList<Tick> Ticks(int most = 8) => LinearTicks.Between(Low, High, most);
    }

    private sealed class LogarithmicScale : Scale
    {
        private readonly double _start;
        private readonly double _span;

        public LogarithmicScale(double low, double high)
            : base(low, high)
        {
            ArgumentOutOfRangeException.ThrowIfNegativeOrZero(low);
            _start = NaturalLogarithm(low);
            _span = NaturalLogarithm(high) - _start;
        }

        public override double Place(double value)
            => value > 0 ? (NaturalLogarithm(value) - _start) / _span : double.NegativeInfinity;

        public override IReadOnlyList<Tick> Ticks(int most = 8) => LogarithmicTicks.Between(Low, High, most);

        // The interval kernel, not the platform's library: the same picture on every machine.
        private static double NaturalLogarithm(double x) => Interval.Log(new Interval(x)).Midpoint;
    }
}
