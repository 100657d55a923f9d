using GrpoVerified.Proving.Statements;

namespace GrpoVerified.Proving.Search;

/// <summary>Bisection of a box into leaves whose images, k of them one after the other, leave the box before the last; with the slopes of the iterate.</summary>
/// <param name="map">f.</param>
/// <param name="period">k.</param>
/// <param name="box">The box.</param>
/// <param name="accepts">What the slope and the last image of a leaf must satisfy.</param>
/// <param name="token">Cancellation.</param>
internal sealed class CycleTree(LeafMap map, int period, Extent box, Func<Interval, Interval, bool> accepts, CancellationToken token)
{
    private const int MaxDepth = 12;

    private readonly double _first = box.Lower.Value!.Value.ToDoubleDown();
    private readonly double _last = box.Upper.Value!.Value.ToDoubleUp();

    /// <summary>The slopes of the iterate over all leaves of the tree.</summary>
    public Interval Slopes { get; private set; } = Interval.Empty;

    /// <summary>The tree with the fewest halvings; null where some leaf is not accepted at any depth.</summary>
    public string? Find() => Find(box.Lower.Value!.Value, box.Upper.Value!.Value, 0);

    private string? Find(Rational low, Rational high, int depth)
    {
        token.ThrowIfCancellationRequested();
        if (Along(low, high) is var (slope, image) && accepts(slope, image))
        {
            Slopes = Interval.Hull(Slopes, slope);
            return ".";
        }

        var middle = (low + high) / 2;
        return depth < MaxDepth && Find(low, middle, depth + 1) is { } left && Find(middle, high, depth + 1) is { } right ? $"A{left}{right}" : null;
    }

    private (Interval Slope, Interval Image)? Along(Rational low, Rational high)
    {
        var x = Interval.Hull(Interval.FromRational(low), Interval.FromRational(high));
        var product = Interval.One;
        for (var j = 1; j <= period; j++)
        {
            if (map.Image(x) is not var (image, slope) || (j < period && !(image.Lower > _last || image.Upper < _first)))
            {
                return null;
            }

            product *= slope;
            x = image;
        }

        return (product, x);
    }
}
