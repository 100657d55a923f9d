using GrpoVerified.Checking.Expressions;
using GrpoVerified.Checking.Statements;

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
        switch (term.Operation)
        {
            case Operation.Num or Operation.Var:
                return Leaf(term, domain)!.Value.Signs();
            case Operation.Add or Operation.Sub:
                var table = SignTable.Add(a, term.Operation == Operation.Add ? b : SignTable.Negate(b));
                return Leaf(terms[term.Left], domain) is { } x && Leaf(terms[term.Right], domain) is { } y
                    ? table & (term.Operation == Operation.Add ? x + y : x - y).Signs() : table;
            case Operation.Mul:
                return term.Left == term.Right ? SignTable.Abs(a) : SignTable.Multiply(a, b);
            case Operation.Div:
                return b.HasFlag(Signs.Zero) ? throw new Refusal("a divisor may be 0, as far as signs tell") : SignTable.Multiply(a, b);
            case Operation.Neg:
                return SignTable.Negate(a);
            case Operation.Square or Operation.Abs:
                return SignTable.Abs(a);
            case Operation.Sqrt:
                return a.HasFlag(Signs.Minus) ? throw new Refusal("the operand of a sqrt may be negative, as far as signs tell") : a;
            case Operation.Exp:
                return a == Signs.None ? Signs.None : Signs.Plus;
            case Operation.Log:
                return (a & ~Signs.Plus) != 0 ? throw new Refusal("the operand of a log may be 0 or negative, as far as signs tell") : a == Signs.None ? Signs.None : Signs.All;
            default:
                return term.Operation == Operation.Min ? SignTable.Minimum(a, b) : SignTable.Maximum(a, b);
        }
    }

    // The range of a constant or a variable.
    private static RealInterval? Leaf(in Term term, Domain domain) => term.Operation switch
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
