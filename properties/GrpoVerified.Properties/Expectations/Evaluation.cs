using GrpoVerified.Arithmetic;
using GrpoVerified.Properties.Rounding;

namespace GrpoVerified.Properties.Expectations;

/// <summary>How expected values are computed: exactly (balls) or as what rounding in a format may give.</summary>
/// <typeparam name="T">The arithmetic.</typeparam>
internal sealed class Evaluation<T>
    where T : IEnclosure<T>
{
    private readonly IArithmeticContext<T> _context;
    private readonly Func<double, T> _input;

    public Evaluation(IArithmeticContext<T> context, Func<double, T> input, bool isExact)
    {
        _context = context;
        _input = input;
        IsExact = isExact;
    }

    /// <summary>Whether decisions are those of exact arithmetic; otherwise a decision that rounding could turn gives the hull of both sides.</summary>
    public bool IsExact { get; }

    /// <summary>A number of the request.</summary>
    public T Input(double value) => _input(value);

    /// <summary>A parameter of the profile.</summary>
    public T Parameter(Rational value) => _context.Enclose(value);

    /// <summary>Every number of a list.</summary>
    public T[] Inputs(IEnumerable<double> values) => [.. values.Select(_input)];
}

/// <summary>The two evaluations in use.</summary>
internal static class Evaluations
{
    /// <summary>What rounding in the format may give. Not to be shared between threads.</summary>
    public static Evaluation<Rounded> In(NumberFormat format)
        => new(new RoundedContext(format), x => Rounded.Exactly(x, format), isExact: false);

    /// <summary>Exact values, enclosed with the given precision.</summary>
    public static Evaluation<Ball> Exact(int precision = 256)
        => new(new BallContext(precision), x => double.IsFinite(x) ? Ball.FromRational(Rational.FromDouble(x), precision) : Ball.WholeLine, isExact: true);
}
