namespace GrpoVerified.Checking.Proofs;

/// <summary>A quotient of polynomials; where an expression is defined its denominator is not 0.</summary>
internal readonly record struct Quotient(Polynomial Numerator, Polynomial Denominator);

/// <summary>Normal forms: expressions as quotients of polynomials over atoms. Equal normal forms mean equal values wherever both expressions are defined.</summary>
internal sealed class NormalForm(Terms terms, Budget budget)
{
    private const int MaxAtoms = 1000;
    private const long MaxBits = 1L << 31;

    private readonly Dictionary<int, Quotient> _quotients = [];
    private readonly List<(Operation Operation, string Name, Quotient Left, Quotient Right)> _atoms = [];
    private readonly Quotient _one = new(Polynomial.Constant(Rational.One), Polynomial.Constant(Rational.One));
    private readonly Quotient _zero = new(new Polynomial(), Polynomial.Constant(Rational.One));
    private long _bits;

    /// <summary>Whether the expression has normal form 0.</summary>
    public bool IsZero(int root) => Vanishes(Of(root).Numerator);

    /// <summary>Whether two expressions have the same normal form.</summary>
    public bool Same(int a, int b) => Same(Of(a), Of(b));

    private Quotient Of(int root)
    {
        foreach (var t in terms.Parts(root))
        {
            if (!_quotients.ContainsKey(t))
            {
                var q = Part(t);
                _bits += q.Numerator.Bits() + q.Denominator.Bits();
                _quotients[t] = _bits <= MaxBits ? q : throw new Refusal("a normal form takes too much memory");
            }
        }

        return _quotients[root];
    }

    private Quotient Part(int t)
    {
        var term = terms[t];
        var a = _quotients.GetValueOrDefault(term.Left);
        var b = _quotients.GetValueOrDefault(term.Right);
        return term.Operation switch
        {
            Operation.Num => new(Polynomial.Constant(term.Value), _one.Denominator),
            Operation.Neg => Negate(a),
            Operation.Square => Multiply(a, a),
            Operation.Add => Add(a, b),
            Operation.Sub => Add(a, Negate(b)),
            Operation.Mul => Multiply(a, b),
            Operation.Div => Multiply(a, Invert(b)),
            Operation.Exp => Exp(term.Left),
            Operation.Log when terms[term.Left].Operation == Operation.Exp => _quotients[terms[term.Left].Left],
            Operation.Log when Same(a, _one) => _zero,
            Operation.Sqrt when Vanishes(a.Numerator) => _zero,
            Operation.Sqrt when Same(a, _one) => _one,
            Operation.Var => Atom(Operation.Var, term.Name, _zero, _zero),
            Operation.Min or Operation.Max => Atom(term.Operation, string.Empty, a, b),
            _ => Atom(term.Operation, string.Empty, a, _zero),
        };
    }

    // exp of sums and differences is a product or quotient, exp(-a) is 1/exp(a), exp(log a) is a. Iterative: the parts of a long sum are many.
    private Quotient Exp(int operand)
    {
        var result = _one;
        var open = new Stack<(int Term, bool Inverse)>([(operand, false)]);
        while (open.TryPop(out var next))
        {
            budget.Spend(2000);
            var term = terms[next.Term];
            switch (term.Operation)
            {
                case Operation.Add or Operation.Sub:
                    open.Push((term.Left, next.Inverse));
                    open.Push((term.Right, next.Inverse != (term.Operation == Operation.Sub)));
                    break;
                case Operation.Neg:
                    open.Push((term.Left, !next.Inverse));
                    break;
                default:
                    var factor = term.Operation == Operation.Log ? _quotients[term.Left] : ExpAtom(_quotients[next.Term]);
                    result = Multiply(result, next.Inverse ? Invert(factor) : factor);
                    break;
            }
        }

        return result;
    }

    // 1 for exp 0; the inverse of exp u where the operand is -u for an atom exp u that is there already.
    private Quotient ExpAtom(Quotient operand)
        => Vanishes(operand.Numerator) ? _one
            : _atoms.Exists(x => x.Operation == Operation.Exp && Same(x.Left, Negate(operand))) ? Invert(Atom(Operation.Exp, string.Empty, Negate(operand), _zero))
            : Atom(Operation.Exp, string.Empty, operand, _zero);

    // Two atoms are one when operation, name and operands are the same. Operands' atoms have smaller numbers.
    private Quotient Atom(Operation operation, string name, Quotient left, Quotient right)
    {
        var i = _atoms.FindIndex(x => x.Operation == operation && x.Name == name && Same(x.Left, left) && Same(x.Right, right));
        if (i < 0)
        {
            i = _atoms.Count;
            _atoms.Add((operation, name, left, right));
        }

        return i < MaxAtoms ? new(Polynomial.Atom(i), _one.Denominator) : throw new Refusal($"more than {MaxAtoms} atoms in a normal form");
    }

    private bool Same(Quotient a, Quotient b)
        => Vanishes(Polynomial.Add(Times(a.Numerator, b.Denominator), Negate(Times(b.Numerator, a.Denominator)), budget));

    // A polynomial vanishes when it is 0 after every s = sqrt(n/d), the last atom first, has been eliminated by s² = n/d. (Multiplying by powers of d, not 0, changes nothing.)
    private bool Vanishes(Polynomial p)
    {
        for (var i = _atoms.Count - 1; i >= 0 && !p.IsZero; i--)
        {
            if (_atoms[i].Operation == Operation.Sqrt)
            {
                p = p.Eliminate(i, _atoms[i].Left.Numerator, _atoms[i].Left.Denominator, budget);
            }
        }

        return p.IsZero;
    }

    private Quotient Add(Quotient a, Quotient b)
        => ReferenceEquals(a.Denominator, b.Denominator)
            ? new(Polynomial.Add(a.Numerator, b.Numerator, budget), a.Denominator)
            : new(Polynomial.Add(Times(a.Numerator, b.Denominator), Times(b.Numerator, a.Denominator), budget), Times(a.Denominator, b.Denominator));

    private Quotient Multiply(Quotient a, Quotient b) => new(Times(a.Numerator, b.Numerator), Times(a.Denominator, b.Denominator));

    private Polynomial Times(Polynomial a, Polynomial b)
        => ReferenceEquals(a, _one.Denominator) ? b : ReferenceEquals(b, _one.Denominator) ? a : Polynomial.Multiply(a, b, budget);

    private Polynomial Negate(Polynomial a) => Polynomial.Multiply(a, Polynomial.Constant(-Rational.One), budget);

    private Quotient Negate(Quotient a) => new(Negate(a.Numerator), a.Denominator);

    private static Quotient Invert(Quotient a) => new(a.Denominator, a.Numerator);
}
