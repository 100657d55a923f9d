using System.Globalization;
using GrpoVerified.Arithmetic;

namespace GrpoVerified.Differential;

/// <summary>One evaluation: exact points, the enclosures given to the operation that contain them, and its result.</summary>
internal abstract record Case(string Arithmetic, Operation Operation, int Precision, BigFloat[] Points)
{
    /// <summary>The question to a reference program, at the result's precision and so many bits more.</summary>
    public string Question(int guard)
        => string.Create(CultureInfo.InvariantCulture, $"{Operation.Name} {Precision + guard} {string.Join(' ', Points.Select(Reference.Format))}");

    /// <summary>Whether the result contains [lower, upper].</summary>
    public abstract bool Contains(BigFloat lower, BigFloat upper);

    /// <summary>Whether the result and [lower, upper] have no point in common.</summary>
    public abstract bool IsDisjoint(BigFloat lower, BigFloat upper);

    /// <summary>Whether the result says something.</summary>
    public abstract bool IsBounded { get; }
}

/// <summary>An evaluation in balls.</summary>
internal sealed record BallCase(string Arithmetic, Operation Operation, int Precision, BigFloat[] Points, Ball[] Arguments, Ball Result)
    : Case(Arithmetic, Operation, Precision, Points)
{
    /// <inheritdoc/>
    public override bool IsBounded => Result.IsFinite;

    /// <inheritdoc/>
    public override bool Contains(BigFloat lower, BigFloat upper) => Result.Contains(lower) && Result.Contains(upper);

    /// <inheritdoc/>
    public override bool IsDisjoint(BigFloat lower, BigFloat upper)
        => Ball.Less(Result, Ball.FromBigFloat(lower)).IsCertain || Ball.Less(Ball.FromBigFloat(upper), Result).IsCertain;

    /// <inheritdoc/>
    public override string ToString() => $"{Operation.Name} in {Arithmetic} at {Precision} bits of {string.Join(", ", Arguments)} gave {Result}";
}

/// <summary>An evaluation in intervals of doubles.</summary>
internal sealed record IntervalCase(string Arithmetic, Operation Operation, BigFloat[] Points, Interval[] Arguments, Interval Result)
    : Case(Arithmetic, Operation, 53, Points)
{
    /// <inheritdoc/>
    public override bool IsBounded => double.IsFinite(Result.Lower) && double.IsFinite(Result.Upper);

    /// <inheritdoc/>
    public override bool Contains(BigFloat lower, BigFloat upper)
        => !Result.IsEmpty
        && (double.IsInfinity(Result.Lower) || BigFloat.FromDouble(Result.Lower) <= lower)
        && (double.IsInfinity(Result.Upper) || upper <= BigFloat.FromDouble(Result.Upper));

    /// <inheritdoc/>
    public override bool IsDisjoint(BigFloat lower, BigFloat upper)
        => Result.IsEmpty
        || (double.IsFinite(Result.Lower) && upper < BigFloat.FromDouble(Result.Lower))
        || (double.IsFinite(Result.Upper) && lower > BigFloat.FromDouble(Result.Upper));

    /// <inheritdoc/>
    public override string ToString() => $"{Operation.Name} of {string.Join(", ", Arguments)} gave {Result}";
}
