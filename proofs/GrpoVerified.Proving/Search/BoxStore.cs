namespace GrpoVerified.Proving.Search;

/// <summary>Boxes by enclosures of their exact ends, one after the other in one array.</summary>
internal sealed class BoxStore(int dimension)
{
    private Interval[] _ends = new Interval[2 * dimension * 64];

    /// <summary>Number of boxes.</summary>
    public int Count { get; private set; }

    /// <summary>Number of axes.</summary>
    public int Dimension => dimension;

    /// <summary>The exact middle of two ends, enclosed.</summary>
    public static Interval Middle(Interval lower, Interval upper) => (lower + upper) / new Interval(2);

    /// <summary>Enclosures of the ends of an axis of a box.</summary>
    public (Interval Lower, Interval Upper) Ends(int box, int axis)
    {
        var at = 2 * ((box * dimension) + axis);
        return (_ends[at], _ends[at + 1]);
    }

    /// <summary>Appends a box.</summary>
    public void Add(ReadOnlySpan<(Interval Lower, Interval Upper)> ends)
    {
        var at = Grow();
        foreach (var (lower, upper) in ends)
        {
            (_ends[at], _ends[at + 1]) = (lower, upper);
            at += 2;
        }
    }

    /// <summary>Appends the halves of a box of another store.</summary>
    public void AddHalves(BoxStore from, int box, int axis)
    {
        var (lower, upper) = from.Ends(box, axis);
        var middle = Middle(lower, upper);
        var source = from._ends.AsSpan(2 * box * dimension, 2 * dimension);
        var first = Grow();
        source.CopyTo(_ends.AsSpan(first));
        _ends[first + (2 * axis) + 1] = middle;
        var second = Grow();
        source.CopyTo(_ends.AsSpan(second));
        _ends[second + (2 * axis)] = middle;
    }

    /// <summary>Every n-th box, from a first one on.</summary>
    public BoxStore Every(int n, int first)
    {
        var some = new BoxStore(dimension);
        for (var box = first; box < Count; box += n)
        {
            var at = some.Grow();
            _ends.AsSpan(2 * box * dimension, 2 * dimension).CopyTo(some._ends.AsSpan(at));
        }

        return some;
    }

    private int Grow()
    {
        var at = 2 * Count * dimension;
        if (at + (2 * dimension) > _ends.Length)
        {
            Array.Resize(ref _ends, 2 * _ends.Length);
        }

        Count++;
        return at;
    }
}
