namespace GrpoVerified.Conjectures.Refutation;

/// <summary>The value of a formula at a point: exact, enclosed, certainly undefined, or not known at this precision.</summary>
/// <param name="Exact">The value, where it is known exactly.</param>
/// <param name="Enclosure">An enclosure of the value, where it is not.</param>
/// <param name="Fault">Why the value does not exist, where that is certain.</param>
internal readonly record struct PointValue(Rational? Exact, Ball? Enclosure, string? Fault)
{
    /// <summary>Nothing is known.</summary>
    public static PointValue Unknown => default;

    /// <summary>Whether the formula is certainly not defined at the point.</summary>
    public bool IsUndefined => Fault is not null;

    /// <summary>Whether the formula is certainly defined at the point.</summary>
    public bool IsDefined => Exact is not null || Enclosure is not null;

    /// <summary>−1, 0, 1, or null where the sign is not certain.</summary>
    public int? Sign => Exact is { } exact ? exact.Sign
        : Enclosure is { } ball ? (ball.IsPositive ? 1 : ball.IsNegative ? -1 : null)
        : null;

    /// <summary>An exact value.</summary>
    public static PointValue Of(Rational value) => new(value, null, null);

    /// <summary>An enclosed value; nothing is known if the enclosure is unbounded.</summary>
    public static PointValue Of(Ball value) => value.IsFinite ? new(null, value, null) : Unknown;

    /// <summary>A value that does not exist.</summary>
    public static PointValue Undefined(string fault) => new(null, null, fault);

    /// <summary>The value as a ball; it must be defined.</summary>
    public Ball At(int precision) => Exact is { } exact ? Ball.FromRational(exact, precision) : Enclosure!.Value;

    /// <summary>Whether the value certainly has a sign, certainly has not, or neither; undefined is "certainly not".</summary>
    public Truth Has(ClaimedSign sign)
    {
        if (IsUndefined)
        {
            return Truth.False;
        }

        return (sign, Sign) switch
        {
            (_, null) => Truth.Undecided,
            (ClaimedSign.Positive, { } s) => Truth.Of(s > 0),
            (ClaimedSign.NonNegative, { } s) => Truth.Of(s >= 0),
            (_, { } s) => Truth.Of(s == 0),
        };
    }
}
