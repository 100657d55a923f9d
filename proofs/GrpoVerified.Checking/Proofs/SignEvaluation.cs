namespace GrpoVerified.Checking.Proofs;

/// <summary>The signs an expression can have where the facts hold, by the table of signs.</summary>
internal static class SignEvaluation
{
    /// <summary>A set that contains every sign the expression takes; refuses when it is not defined by signs. An empty set: the facts contradict each other.</summary>
    public static Signs Of(Terms terms, int root, Context context)
    {
        var facts = Known(terms, context);
        var signs = new Dictionary<int, Signs>();
        foreach (var t in terms.Parts(root))
        {
            signs[t] = Part(terms, t, signs, context.Domain) & facts.GetValueOrDefault(t, Signs.All);
        }

        return signs[root];
    }

    private static Signs Part(Terms terms, int t, Dictionary<int, Signs> signs, Domain domain)
    {
        var term = terms[t];
        var a = signs.GetValueOrDefault(term.Left);
        var b = signs.GetValueOrDefault(term.Right);
        return term.Operation switch
        {
            Operation.Num or Operation.Var => Range(term, domain)!.Value.Signs(),
            Operation.Add => SignTable.Add(a, b) & Ends((x, y) => x + y),
            Operation.Sub => SignTable.Add(a, SignTable.Negate(b)) & Ends((x, y) => x - y),
            Operation.Mul when term.Left == term.Right => SignTable.Abs(a),
            Operation.Mul => SignTable.Multiply(a, b),
            Operation.Div when b.HasFlag(Signs.Zero) => throw new Refusal("a divisor may be 0, as far as signs tell"),
            Operation.Div => SignTable.Multiply(a, b),
            Operation.Neg => SignTable.Negate(a),
            Operation.Square or Operation.Abs => SignTable.Abs(a),
            Operation.Sqrt when a.HasFlag(Signs.Minus) => throw new Refusal("the operand of a sqrt may be negative, as far as signs tell"),
            Operation.Sqrt => a,
            Operation.Exp => a == Signs.None ? Signs.None : Signs.Plus,
            Operation.Log when (a & ~Signs.Plus) != 0 => throw new Refusal("the operand of a log may be 0 or negative, as far as signs tell"),
            Operation.Log => a == Signs.None ? Signs.None : Signs.All,
            Operation.Min => SignTable.Minimum(a, b),
            _ => SignTable.Maximum(a, b),
        };

        // The signs that the exact ends of two constants or variables leave to their sum or difference.
        Signs Ends(Func<RealInterval, RealInterval, RealInterval> combine)
            => Range(terms[term.Left], domain) is { } x && Range(terms[term.Right], domain) is { } y ? combine(x, y).Signs() : Signs.All;
    }

    // The range of a constant or a variable.
    private static RealInterval? Range(in Term term, Domain domain) => term.Operation switch
    {
        Operation.Num => RealInterval.Point(term.Value),
        Operation.Var => domain.Axes[domain.Index(term.Name)].Range,
        _ => null,
    };

    // What the facts say of expressions, also of e from a fact on -e, and of a - b from a fact on b - a.
    private static Dictionary<int, Signs> Known(Terms terms, Context context)
    {
        var known = new Dictionary<int, Signs>();
        foreach (var fact in context.Facts)
        {
            var signs = SignTable.Of(fact.Relation);
            var term = terms[fact.Term];
            Meet(fact.Term, signs);
            if (term.Operation is Operation.Neg or Operation.Sub)
            {
                Meet(term.Operation == Operation.Neg ? term.Left : terms.Of(Operation.Sub, term.Right, term.Left), SignTable.Negate(signs));
            }
        }

        return known;

        void Meet(int t, Signs signs) => known[t] = known.GetValueOrDefault(t, Signs.All) & signs;
    }
}
