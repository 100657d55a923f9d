namespace GrpoVerified.Checking.Proofs;

/// <summary>One side of a box: exact ends Low/Denominator and High/Denominator.</summary>
internal readonly record struct Side(BigInteger Low, BigInteger High, BigInteger Denominator)
{
    public static Side Of(RealInterval range)
    {
        var (a, b) = (range.Lower.At!.Value, range.Upper.At!.Value);
        return new(a.Numerator * b.Denominator, b.Numerator * a.Denominator, a.Denominator * b.Denominator);
    }

    public Side LowerHalf() => new(Low * 2, Low + High, Denominator * 2);

    public Side UpperHalf() => new(Low + High, High * 2, Denominator * 2);

    public Enclosure Enclosure(int bits) => Quotient(Low, High, Denominator, bits);

    /// <summary>Encloses the exact midpoint.</summary>
    public Enclosure Midpoint(int bits) => Quotient(Low + High, Low + High, Denominator * 2, bits);

    private static Enclosure Quotient(in BigInteger low, in BigInteger high, in BigInteger denominator, int bits)
        => Numbers.Enclosure.Of(
            Dyadic.Divide(new Dyadic(low, 0), new Dyadic(denominator, 0), bits, Toward.Lower),
            Dyadic.Divide(new Dyadic(high, 0), new Dyadic(denominator, 0), bits, Toward.Upper));
}

/// <summary>A leaf of a bisection tree.</summary>
/// <param name="Kind">Its letter.</param>
/// <param name="Box">Its sides, in the order of the domain.</param>
/// <param name="Place">Its place in the tree's text, from 0.</param>
internal readonly record struct Leaf(char Kind, Side[] Box, int Place);

/// <summary>Walks a bisection tree in preorder: a capital letter halves that side, everything else is a leaf. The leaves cover the box by construction.</summary>
internal sealed class Bisection(Budget budget)
{
    private const int MaxLetters = 2_000_000;
    private const int MaxDepth = 1000;
    private const int MaxAxes = 26;

    private int _letters;

    /// <summary>Leaves met so far.</summary>
    public int Leaves { get; private set; }

    /// <summary>The leaves of a tree over the closure of a bounded domain.</summary>
    public IEnumerable<Leaf> Walk(string tree, Domain domain, string leaves)
    {
        _letters += tree.Length;
        Refusal.If(domain.Axes.Length > MaxAxes || domain.Axes.Any(a => !a.Range.IsBounded), $"a tree needs a bounded domain with at most {MaxAxes} variables");
        Refusal.If(_letters > MaxLetters, $"more than {MaxLetters} letters in trees");

        var open = new Stack<(Side[] Box, int Depth)>([([.. domain.Axes.Select(a => Side.Of(a.Range))], 0)]);
        for (var i = 0; i < tree.Length; i++)
        {
            if (!open.TryPop(out var node))
            {
                throw new Refusal($"letter {i} of the tree comes after its end");
            }

            var axis = tree[i] - 'A';
            if (axis >= 0 && axis < node.Box.Length)
            {
                budget.SpendBits(node.Box[axis].Denominator.GetBitLength());
                if (node.Depth >= MaxDepth)
                {
                    throw new Refusal($"a bisection tree deeper than {MaxDepth}");
                }

                var (low, high) = (node.Box.ToArray(), node.Box.ToArray());
                low[axis] = low[axis].LowerHalf();
                high[axis] = high[axis].UpperHalf();
                open.Push((high, node.Depth + 1));
                open.Push((low, node.Depth + 1));
            }
            else if (leaves.Contains(tree[i], StringComparison.Ordinal))
            {
                Leaves++;
                yield return new Leaf(tree[i], node.Box, i);
            }
            else
            {
                throw new Refusal($"letter {i} of the tree is neither a leaf nor a variable of the domain");
            }
        }

        Refusal.If(open.Count > 0, "the tree ends before all its boxes are closed");
    }
}
