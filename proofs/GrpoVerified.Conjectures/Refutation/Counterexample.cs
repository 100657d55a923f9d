namespace GrpoVerified.Conjectures.Refutation;

/// <summary>A point at which every hypothesis certainly holds and a conclusion certainly does not.</summary>
public sealed class Counterexample
{
    private readonly Func<int, Ball>? _left;
    private readonly Func<int, Ball>? _right;
    private readonly Func<int, Ball>? _difference;

    internal Counterexample(
        Comparison conclusion, IReadOnlyList<(string Name, Rational Value)> point, IReadOnlyList<(string Name, Func<int, Ball> Value)> fixedPoints, string? fault,
        Func<int, Ball>? left, Func<int, Ball>? right, Func<int, Ball>? difference)
    {
        Conclusion = conclusion;
        Point = point;
        FixedPoints = fixedPoints;
        Fault = fault;
        _left = left;
        _right = right;
        _difference = difference;
    }

    /// <summary>The conclusion that fails.</summary>
    public Comparison Conclusion { get; }

    /// <summary>The exact point.</summary>
    public IReadOnlyList<(string Name, Rational Value)> Point { get; }

    /// <summary>Fixed points that the claim speaks of, enclosed at any precision.</summary>
    public IReadOnlyList<(string Name, Func<int, Ball> Value)> FixedPoints { get; }

    /// <summary>Why the conclusion is not defined at the point, or null if it is defined and false.</summary>
    public string? Fault { get; }

    /// <summary>The left side, enclosed at any precision; null where it is not defined.</summary>
    public Func<int, Ball>? Left => _left;

    /// <summary>The right side, enclosed at any precision; null where it is not defined.</summary>
    public Func<int, Ball>? Right => _right;

    /// <summary>Left − right, enclosed at any precision; null where it is not defined.</summary>
    public Func<int, Ball>? Difference => _difference;
}
