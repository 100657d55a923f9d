namespace GrpoVerified.Checking.Expressions;

/// <summary>The derivative exactly as the format defines it, simplifications included.</summary>
internal sealed class Derivative
{
    private readonly Terms _terms;
    private readonly int _zero;
    private readonly int _one;
    private readonly int _two;

    private Derivative(Terms terms)
    {
        _terms = terms;
        (_zero, _one, _two) = (terms.Num(Rational.Zero), terms.Num(Rational.One), terms.Num(new Rational(2, 1)));
    }

    /// <summary>D of the expression with respect to the variable; refuses abs, min, max of parts that contain it.</summary>
    public static int Of(Terms terms, int root, string variable)
    {
        var d = new Derivative(terms);
        var images = new Dictionary<int, int>();
        var containing = new HashSet<int>();
        foreach (var t in terms.Parts(root))
        {
            var term = terms[t];
            var contains = (term.Operation == Operation.Var && term.Name == variable)
                || ((term.IsUnary || term.IsBinary) && containing.Contains(term.Left))
                || (term.IsBinary && containing.Contains(term.Right));
            if (contains)
            {
                containing.Add(t);
            }

            images[t] = !contains ? d._zero : term.Operation == Operation.Var ? d._one : d.Rule(t, term, images);
        }

        return images[root];
    }

    private int Rule(int t, in Term term, Dictionary<int, int> images)
    {
        var (a, b) = (term.Left, term.Right);
        var da = images[a];
        var db = term.IsBinary ? images[b] : _zero;
        return term.Operation switch
        {
            Operation.Add => Add(da, db),
            Operation.Sub => Sub(da, db),
            Operation.Mul => Add(Mul(da, b), Mul(a, db)),
            Operation.Div => Div(Sub(Mul(da, b), Mul(a, db)), _terms.Of(Operation.Square, b)),
            Operation.Neg => Neg(da),
            Operation.Square => Mul(Mul(_two, a), da),
            Operation.Sqrt => Div(da, Mul(_two, t)),
            Operation.Exp => Mul(t, da),
            Operation.Log => Div(da, a),
            _ => throw new Refusal($"{term.Operation.ToString().ToLowerInvariant()} of a part that contains the variable has no derivative"),
        };
    }

    private bool IsZero(int t) => t == _zero;

    private int Add(int a, int b) => IsZero(a) ? b : IsZero(b) ? a : _terms.Of(Operation.Add, a, b);

    private int Sub(int a, int b) => IsZero(b) ? a : IsZero(a) ? Neg(b) : _terms.Of(Operation.Sub, a, b);

    private int Neg(int a) => IsZero(a) ? _zero : _terms.Of(Operation.Neg, a);

    private int Mul(int a, int b) => IsZero(a) || IsZero(b) ? _zero : a == _one ? b : b == _one ? a : _terms.Of(Operation.Mul, a, b);

    private int Div(int a, int b) => IsZero(a) ? _zero : _terms.Of(Operation.Div, a, b);
}
