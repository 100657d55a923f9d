namespace GrpoVerified.Checking.Expressions;

/// <summary>One operation with its operands (numbers of earlier terms), its constant or its variable.</summary>
internal readonly record struct Term(Operation Operation, int Left, int Right, Rational Value, string Name)
{
    public bool IsUnary => Operation is >= Operation.Neg and <= Operation.Abs;

    public bool IsBinary => Operation >= Operation.Add;
}

/// <summary>All expressions of one certificate. The same tree always has the same number, and operands have smaller numbers than what they are part of.</summary>
/// <remarks>So "the same expression" is equality of numbers, and no walk over an expression needs recursion.</remarks>
internal sealed class Terms(Budget budget)
{
    private const int MaxTerms = 1_000_000;

    private readonly List<Term> _terms = [];
    private readonly Dictionary<Term, int> _numbers = [];
    private readonly List<int> _stamps = [];
    private int _stamp;

    public Term this[int term] => _terms[term];

    public int Num(Rational q) => Add(new Term(Operation.Num, 0, 0, q, string.Empty));

    public int Var(string name) => Add(new Term(Operation.Var, 0, 0, default, name));

    public int Of(Operation operation, int left, int right = 0) => Add(new Term(operation, left, right, default, string.Empty));

    /// <summary>Whether the term is this constant.</summary>
    public bool IsNum(int term, Rational q) => _terms[term].Operation == Operation.Num && _terms[term].Value == q;

    /// <summary>All parts of the expressions, operands first.</summary>
    public List<int> Parts(params ReadOnlySpan<int> roots)
    {
        _stamp++;
        var parts = new List<int>();
        var open = new Stack<int>();
        foreach (var root in roots)
        {
            Visit(root, parts, open);
        }

        while (open.TryPop(out var t))
        {
            if (_terms[t].IsUnary || _terms[t].IsBinary)
            {
                Visit(_terms[t].Left, parts, open);
            }

            if (_terms[t].IsBinary)
            {
                Visit(_terms[t].Right, parts, open);
            }
        }

        budget.Spend(20L * parts.Count);
        parts.Sort();
        return parts;
    }

    /// <summary>Whether the variable occurs in the expression.</summary>
    public bool Contains(int root, string variable) => Parts(root).Exists(t => _terms[t].Operation == Operation.Var && _terms[t].Name == variable);

    /// <summary>The expression with one part (everywhere it occurs) replaced.</summary>
    public int Replace(int root, int part, int by)
    {
        var images = new Dictionary<int, int>();
        foreach (var t in Parts(root))
        {
            var term = _terms[t];
            images[t] = t == part ? by
                : term.IsUnary ? Of(term.Operation, images[term.Left])
                : term.IsBinary ? Of(term.Operation, images[term.Left], images[term.Right])
                : t;
        }

        return images[root];
    }

    private void Visit(int t, List<int> parts, Stack<int> open)
    {
        if (_stamps[t] != _stamp)
        {
            _stamps[t] = _stamp;
            parts.Add(t);
            open.Push(t);
        }
    }

    private int Add(in Term term)
    {
        if (_numbers.TryGetValue(term, out var number))
        {
            return number;
        }

        budget.Spend(100);
        if (_terms.Count >= MaxTerms)
        {
            throw new Refusal($"more than {MaxTerms} distinct expressions");
        }

        _terms.Add(term);
        _stamps.Add(0);
        _numbers.Add(term, _terms.Count - 1);
        return _terms.Count - 1;
    }
}
