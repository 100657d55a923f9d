namespace GrpoVerified.Checking.Statements;

/// <summary>One end of a range: a rational, or infinite (null).</summary>
internal readonly record struct End(Rational? At, bool Closed);

/// <summary>A non-empty interval of real numbers with rational or infinite ends, each closed or open.</summary>
internal readonly record struct RealInterval(End Lower, End Upper)
{
    public bool IsBounded => Lower.At is not null && Upper.At is not null;

    public bool IsClosedAndBounded => Lower is { At: not null, Closed: true } && Upper is { At: not null, Closed: true };

    /// <summary>Both ends of a bounded interval.</summary>
    public (Rational Lower, Rational Upper) Ends => (Lower.At!.Value, Upper.At!.Value);

    /// <summary>The single point.</summary>
    public static RealInterval Point(Rational q) => Between(q, q);

    /// <summary>The closed interval between two numbers.</summary>
    public static RealInterval Between(Rational a, Rational b) => Of(new End(a, true), new End(b, true));

    /// <summary>Reads an interval that must be closed and bounded.</summary>
    public static RealInterval Closed(string text)
        => Parse(text) is { IsClosedAndBounded: true } interval ? interval : throw new Refusal("the intervals of a cycle are closed and bounded");

    /// <summary>The interval between two ends; refused when it is empty.</summary>
    public static RealInterval Of(End lower, End upper)
    {
        var order = lower.At is { } a && upper.At is { } b ? a.CompareTo(b) : -1;
        return order < 0 || (order == 0 && lower.Closed && upper.Closed)
            ? new RealInterval(lower, upper)
            : throw new Refusal("an empty interval: it needs a < b, or a = b with both ends closed");
    }

    /// <summary>Reads <c>[0, 1)</c> or <c>(-inf, inf)</c>.</summary>
    public static RealInterval Parse(string text)
    {
        var comma = text.IndexOf(", ", StringComparison.Ordinal);
        Refusal.If(
            text.Length < 6 || comma < 2 || text[0] is not ('[' or '(') || text[^1] is not (']' or ')'),
            $"'{Rational.Short(text)}' is not an interval such as [0, 1)");

        var (lower, upper) = (text[1..comma], text[(comma + 2)..^1]);
        var first = new End(lower == "-inf" ? null : Rational.Parse(lower), text[0] == '[');
        var second = new End(upper == "inf" ? null : Rational.Parse(upper), text[^1] == ']');
        return (first.At is null && first.Closed) || (second.At is null && second.Closed)
            ? throw new Refusal("an infinite end is open")
            : Of(first, second);
    }

    /// <summary>Whether a number lies in it.</summary>
    public bool Contains(Rational q)
        => (Lower.At is not { } a || a.CompareTo(q) is < 0 || (Lower.Closed && a == q))
        && (Upper.At is not { } b || q.CompareTo(b) is < 0 || (Upper.Closed && b == q));

    /// <summary>The signs of its members.</summary>
    public Signs Signs()
    {
        var low = Lower.At?.Sign ?? -1;
        var high = Upper.At?.Sign ?? 1;
        return SignTable.Between(low, high, (low < 0 || (low == 0 && Lower.Closed)) && (high > 0 || (high == 0 && Upper.Closed)));
    }

    /// <summary>All differences of members of two ranges.</summary>
    public static RealInterval operator -(RealInterval a, RealInterval b) => new(Combine(a.Lower, b.Upper, -1), Combine(a.Upper, b.Lower, -1));

    /// <summary>All sums of members of two ranges.</summary>
    public static RealInterval operator +(RealInterval a, RealInterval b) => new(Combine(a.Lower, b.Lower, 1), Combine(a.Upper, b.Upper, 1));

    // An end of a sum is attained only where both ends are.
    private static End Combine(End a, End b, int sign)
        => new(a.At is { } x && b.At is { } y ? (sign > 0 ? x + y : x - y) : null, a.Closed && b.Closed);
}
