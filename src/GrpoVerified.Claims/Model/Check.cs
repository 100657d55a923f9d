namespace GrpoVerified.Claims;

/// <summary>How a pointwise form is decided at one grid point.</summary>
public enum CheckKind
{
    /// <summary>An inequality or separation of enclosures: certified or refuted.</summary>
    Separation,

    /// <summary>An equation between real numbers: enclosures agree to some decimal place, or are certainly apart.</summary>
    Agreement,

    /// <summary>A computation in exact rational arithmetic.</summary>
    Exact,
}

/// <summary>One pointwise form of a claim, evaluated at each grid point to which it applies.</summary>
public sealed class Check
{
    private readonly Func<GridPoint, Truth>? _separation;
    private readonly Func<GridPoint, IEnumerable<(Ball Left, Ball Right)>>? _agreement;
    private readonly Func<GridPoint, bool> _applies;

    private Check(
        string text, CheckKind kind, Func<GridPoint, Truth>? separation, Func<GridPoint, IEnumerable<(Ball Left, Ball Right)>>? agreement, Func<GridPoint, bool>? applies)
    {
        Text = text;
        Kind = kind;
        _separation = separation;
        _agreement = agreement;
        _applies = applies ?? (static _ => true);
    }

    /// <summary>The form in one line of plain text.</summary>
    public string Text { get; }

    /// <summary>How it is decided.</summary>
    public CheckKind Kind { get; }

    /// <summary>An inequality, decided by enclosures at rising precision.</summary>
    /// <param name="text">The form in plain text.</param>
    /// <param name="holds">The comparison at the point's working precision.</param>
    /// <param name="applies">The hypotheses, decided exactly or by certified comparison; null if it always applies.</param>
    public static Check Holds(string text, Func<GridPoint, Truth> holds, Func<GridPoint, bool>? applies = null)
        => new(text, CheckKind.Separation, holds, null, applies);

    /// <summary>An equation between two enclosures, or several of the same form.</summary>
    public static Check Agree(string text, Func<GridPoint, IEnumerable<(Ball Left, Ball Right)>> sides, Func<GridPoint, bool>? applies = null)
        => new(text, CheckKind.Agreement, null, sides, applies);

    /// <summary>An exact computation.</summary>
    public static Check Exactly(string text, Func<GridPoint, bool> holds, Func<GridPoint, bool>? applies = null)
        => new(text, CheckKind.Exact, point => Truth.Of(holds(point)), null, applies);

    /// <summary>Whether the hypotheses hold at a point.</summary>
    public bool AppliesAt(GridPoint point) => _applies(point);

    /// <summary>Evaluates the form at a point, raising the precision until it is decided.</summary>
    public CheckResult Evaluate(GridPoint point)
    {
        ArgumentNullException.ThrowIfNull(point);
        if (!_applies(point))
        {
            return CheckResult.Inapplicable;
        }

        return Kind switch
        {
            CheckKind.Exact => CheckResult.Of(_separation!(point)),
            CheckKind.Separation => Separate(point),
            _ => Compare(point),
        };
    }

    private CheckResult Separate(GridPoint point)
    {
        foreach (var precision in GridPoint.Precisions)
        {
            var answer = _separation!(point.At(precision));
            if (!answer.IsUndecided)
            {
                return CheckResult.Of(answer);
            }
        }

        return CheckResult.Undecided;
    }

    private CheckResult Compare(GridPoint point)
    {
        foreach (var precision in GridPoint.Precisions)
        {
            var places = int.MaxValue;
            foreach (var (left, right) in _agreement!(point.At(precision)))
            {
                var difference = left - right;
                if (difference.IsFinite && !Ball.ContainsZero(difference))
                {
                    return CheckResult.Refuted;
                }

                places = Math.Min(places, difference.IsFinite ? DecimalPlaces(difference, left) : 0);
            }

            if (places >= MinimumPlaces)
            {
                return CheckResult.Agrees(places);
            }
        }

        return CheckResult.Undecided;
    }

    /// <summary>An agreement of fewer relative decimal places counts as undecided.</summary>
    public const int MinimumPlaces = 20;

    // Decimal places of the larger of 1 and |left| to which the two sides agree, from an upper bound of |left − right|.
    private static int DecimalPlaces(Ball difference, Ball left)
    {
        if (difference.IsExact)
        {
            return MaximumPlaces;
        }

        var size = Math.Max(0, left.Midpoint.Exponent);
        return (int)Math.Clamp((size - difference.Radius.Exponent) * 30103 / 100000, 0, MaximumPlaces);
    }

    // Both sides are the same exact number.
    private const int MaximumPlaces = 1000;
}
