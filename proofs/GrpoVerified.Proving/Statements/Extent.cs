using System.Diagnostics.CodeAnalysis;

namespace GrpoVerified.Proving.Statements;

/// <summary>A non-empty interval of real numbers with exact ends, open or closed, finite or not: the range of one variable.</summary>
/// <param name="Lower">The lower end; infinite means −∞.</param>
/// <param name="Upper">The upper end; infinite means +∞.</param>
public readonly record struct Extent(Endpoint Lower, Endpoint Upper)
{
    /// <summary>[lower, upper].</summary>
    public static Extent Closed(Rational lower, Rational upper) => new(Endpoint.Closed(lower), Endpoint.Closed(upper));

    /// <summary>(lower, upper).</summary>
    public static Extent Open(Rational lower, Rational upper) => new(Endpoint.Open(lower), Endpoint.Open(upper));

    /// <summary>(−∞, ∞).</summary>
    public static Extent Line => default;

    /// <summary>(0, ∞).</summary>
    public static Extent Positive => new(Endpoint.Open(0), Endpoint.Infinite);

    /// <summary>Whether the interval has a member: lower &lt; upper, or equal and both closed.</summary>
    public bool IsValid => Lower.Value is not { } a || Upper.Value is not { } b || a < b || (a == b && Lower.IsClosed && Upper.IsClosed);

    /// <summary>Whether both ends are numbers.</summary>
    public bool IsBounded => Lower.IsFinite && Upper.IsFinite;

    /// <summary>Whether both ends are the same number.</summary>
    public bool IsPoint => Lower.Value is { } a && Upper.Value == a;

    /// <summary>Whether the number is a member.</summary>
    public bool Contains(Rational x)
        => (Lower.Value is not { } a || a < x || (a == x && Lower.IsClosed))
            && (Upper.Value is not { } b || x < b || (x == b && Upper.IsClosed));

    /// <summary>The interval <c>[a, b)</c>, <c>(-inf, 1/2]</c>, … that the text writes.</summary>
    /// <exception cref="CertificateFormatException">The text is not an interval; the message says what is wrong.</exception>
    public static Extent Parse(string text)
        => TryParse(text, out var extent, out var error) ? extent : throw new CertificateFormatException(error);

    /// <summary>Reads an interval; the error is one line.</summary>
    public static bool TryParse(string text, out Extent extent, [NotNullWhen(false)] out string? error)
    {
        ArgumentNullException.ThrowIfNull(text);
        extent = default;
        var t = text.Trim();
        var comma = t.IndexOf(',', StringComparison.Ordinal);
        if (t.Length < 5 || t[0] is not ('[' or '(') || t[^1] is not (']' or ')') || comma < 0)
        {
            error = $"\"{text}\" is not an interval; write [a, b], (a, b), (0, inf) or the like";
            return false;
        }

        if (!TryEnd(t[1..comma], t[0] == '[', "-inf", out var lower, out error)
            || !TryEnd(t[(comma + 1)..^1], t[^1] == ']', "inf", out var upper, out error))
        {
            error = $"in the interval \"{text}\": {error}";
            return false;
        }

        extent = new(lower, upper);
        error = extent.IsValid ? null : $"the interval \"{text}\" is empty; its lower end must be below its upper end, or equal with [ ]";
        return error is null;
    }

    /// <inheritdoc/>
    public override string ToString()
        => $"{(Lower.IsClosed ? '[' : '(')}{Lower.Value?.ToString() ?? "-inf"}, {Upper.Value?.ToString() ?? "inf"}{(Upper.IsClosed ? ']' : ')')}";

    private static bool TryEnd(string text, bool closed, string infinity, out Endpoint end, [NotNullWhen(false)] out string? error)
    {
        var word = text.Trim();
        end = default;
        error = null;
        if (word == infinity)
        {
            error = closed ? "an infinite end is open; write ( or )" : null;
            return error is null;
        }

        if (!Rational.TryParse(word, out var value, out error))
        {
            return false;
        }

        end = new(value, closed);
        return true;
    }
}
