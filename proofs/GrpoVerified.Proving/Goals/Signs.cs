using GrpoVerified.Proving.Statements;

namespace GrpoVerified.Proving.Goals;

/// <summary>A set of signs.</summary>
[Flags]
public enum Signs
{
    /// <summary>No sign: the facts contradict each other.</summary>
    None = 0,

    /// <summary>Negative.</summary>
    Minus = 1,

    /// <summary>Zero.</summary>
    Zero = 2,

    /// <summary>Positive.</summary>
    Plus = 4,

    /// <summary>Any.</summary>
    All = 7,
}

/// <summary>The table of signs.</summary>
internal static class SignTable
{
    private static readonly Signs[] Single = [Signs.Minus, Signs.Zero, Signs.Plus];

    public static Signs Of(int sign) => Single[sign + 1];

    public static Signs Of(Relation relation) => relation switch
    {
        Relation.Positive => Signs.Plus,
        Relation.NonNegative => Signs.Plus | Signs.Zero,
        _ => Signs.Zero,
    };

    public static bool Within(this Signs signs, Signs allowed) => (signs & ~allowed) == Signs.None;

    public static Signs Negate(Signs a)
        => (a & Signs.Zero) | ((a & Signs.Minus) != Signs.None ? Signs.Plus : Signs.None) | ((a & Signs.Plus) != Signs.None ? Signs.Minus : Signs.None);

    public static Signs Add(Signs a, Signs b) => Pairs(a, b, static (x, y) => x * y < 0 ? Signs.All : Of(Math.Sign(x + y)));

    public static Signs Multiply(Signs a, Signs b) => Pairs(a, b, static (x, y) => Of(x * y));

    public static Signs Min(Signs a, Signs b) => Pairs(a, b, static (x, y) => Of(Math.Min(x, y)));

    public static Signs Max(Signs a, Signs b) => Pairs(a, b, static (x, y) => Of(Math.Max(x, y)));

    public static Signs Abs(Signs a) => Multiply(a, a) & (Signs.Plus | Signs.Zero);

    /// <summary>The signs of the members of (or, closed, up to the ends of) an interval.</summary>
    public static Signs Of(Extent x)
        => (x.Lower.Value is { Sign: >= 0 } ? Signs.None : Signs.Minus)
            | (x.Contains(0) ? Signs.Zero : Signs.None)
            | (x.Upper.Value is { Sign: <= 0 } ? Signs.None : Signs.Plus);

    private static Signs Pairs(Signs a, Signs b, Func<int, int, Signs> f)
    {
        var result = Signs.None;
        for (var x = -1; x <= 1; x++)
        {
            for (var y = -1; y <= 1; y++)
            {
                if ((a & Of(x)) != Signs.None && (b & Of(y)) != Signs.None)
                {
                    result |= f(x, y);
                }
            }
        }

        return result;
    }
}
