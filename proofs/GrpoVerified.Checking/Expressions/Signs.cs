namespace GrpoVerified.Checking.Expressions;

/// <summary>A set of signs.</summary>
[Flags]
internal enum Signs
{
    None = 0,
    Minus = 1,
    Zero = 2,
    Plus = 4,
    All = 7,
}

/// <summary>The table of signs: the signs of a result over all members of the operands' sets.</summary>
internal static class SignTable
{
    private static readonly Signs[] Each = [Signs.Minus, Signs.Zero, Signs.Plus];

    /// <summary>The signs between two ends, by the signs of the ends and whether 0 is a member.</summary>
    public static Signs Between(int lower, int upper, bool zero)
        => (lower < 0 ? Signs.Minus : 0) | (upper > 0 ? Signs.Plus : 0) | (zero ? Signs.Zero : 0);

    /// <summary>What a fact leaves of its expression.</summary>
    public static Signs Of(Relation relation) => relation switch
    {
        Relation.Positive => Signs.Plus,
        Relation.NonNegative => Signs.Zero | Signs.Plus,
        _ => Signs.Zero,
    };

    public static Signs Negate(Signs a) => (a & Signs.Zero) | (a.HasFlag(Signs.Minus) ? Signs.Plus : 0) | (a.HasFlag(Signs.Plus) ? Signs.Minus : 0);

    public static Signs Abs(Signs a) => (a & ~Signs.Minus) | (a.HasFlag(Signs.Minus) ? Signs.Plus : 0);

    public static Signs Add(Signs a, Signs b) => Pairs(a, b, (x, y) => x == y || y == Signs.Zero ? x : x == Signs.Zero ? y : Signs.All);

    /// <summary>Products; quotients too, when the divisor's set lacks 0.</summary>
    public static Signs Multiply(Signs a, Signs b) => Pairs(a, b, (x, y) => x == Signs.Zero || y == Signs.Zero ? Signs.Zero : x == y ? Signs.Plus : Signs.Minus);

    public static Signs Minimum(Signs a, Signs b) => Pairs(a, b, (x, y) => x < y ? x : y);

    public static Signs Maximum(Signs a, Signs b) => Pairs(a, b, (x, y) => x > y ? x : y);

    private static Signs Pairs(Signs a, Signs b, Func<Signs, Signs, Signs> table)
    {
        var result = Signs.None;
        foreach (var x in Each)
        {
            foreach (var y in Each)
            {
                result |= a.HasFlag(x) && b.HasFlag(y) ? table(x, y) : Signs.None;
            }
        }

        return result;
    }
}
