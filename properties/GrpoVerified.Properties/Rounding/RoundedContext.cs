using GrpoVerified.Arithmetic;

namespace GrpoVerified.Properties.Rounding;

/// <summary>Turns exact parameters into what a computation in a format may hold for them.</summary>
public sealed class RoundedContext : IArithmeticContext<Rounded>
{
    private readonly Dictionary<Rational, Rounded> _known = [];

    /// <summary>A context of the format.</summary>
    public RoundedContext(NumberFormat format)
    {
        ArgumentNullException.ThrowIfNull(format);
        Format = format;
    }

    /// <summary>The format.</summary>
    public NumberFormat Format { get; }

    /// <inheritdoc/>
    public Rounded Enclose(Rational value)
    {
        if (!_known.TryGetValue(value, out var rounded))
        {
            rounded = Rounded.Parameter(value, Format);
            _known[value] = rounded;
        }

        return rounded;
    }
}
