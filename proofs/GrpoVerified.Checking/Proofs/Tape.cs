namespace GrpoVerified.Checking.Proofs;

/// <summary>Natural evaluation of a few expressions on many boxes: each shared part once, constants enclosed beforehand.</summary>
internal sealed class Tape
{
    private readonly List<int> _parts;
    private readonly Operation[] _operations;
    private readonly (int Left, int Right)[] _operands;
    private readonly Enclosure[] _values;
    private readonly int[] _roots;
    private readonly int _bits;
    private readonly Budget _budget;
    private readonly long _cost;

    public Tape(Terms terms, Domain domain, int bits, Budget budget, params int[] roots)
    {
        (_bits, _budget) = (bits, budget);
        _parts = terms.Parts(roots);
        var places = _parts.Select((t, i) => (t, i)).ToDictionary(x => x.t, x => x.i);
        _roots = [.. roots.Select(r => places[r])];
        _operations = [.. _parts.Select(t => terms[t].Operation)];
        _operands = new (int, int)[_parts.Count];
        _values = new Enclosure[_parts.Count];
        for (var i = 0; i < _parts.Count; i++)
        {
            var term = terms[_parts[i]];
            _operands[i] = term.Operation == Operation.Var ? (domain.Index(term.Name), 0)
                : (places.GetValueOrDefault(term.Left), places.GetValueOrDefault(term.Right));
            _values[i] = term.Operation == Operation.Num ? Enclosure.Of(term.Value, term.Value, bits) : Enclosure.None;
            budget.SpendBits(term.Operation == Operation.Num ? term.Value.Bits : 0);
            _cost += Cost(term.Operation);
        }
    }

    /// <summary>The enclosure of a root after a successful evaluation.</summary>
    public Enclosure this[int root] => _values[_roots[root]];

    /// <summary>The enclosure of a part after a successful evaluation.</summary>
    public Enclosure Part(int term) => _values[_parts.BinarySearch(term)];

    /// <summary>Evaluates on a box, one enclosure for each variable of the domain; false when a part is not defined there.</summary>
    public bool Evaluate(ReadOnlySpan<Enclosure> box)
    {
        _budget.Spend(_cost);
        for (var i = 0; i < _operations.Length; i++)
        {
            var (left, right) = _operands[i];
            if (_operations[i] == Operation.Var)
            {
                _values[i] = box[left];
                continue;
            }

            ref readonly var a = ref _values[left];
            ref readonly var b = ref _values[right];
            _values[i] = _operations[i] switch
            {
                Operation.Num => _values[i],
                Operation.Neg => Enclosure.Negate(a),
                Operation.Square => Enclosure.Square(a, _bits),
                Operation.Sqrt => Enclosure.Sqrt(a, _bits),
                Operation.Exp => Enclosure.Exp(a, _bits),
                Operation.Log => Enclosure.Log(a, _bits),
                Operation.Abs => Enclosure.Abs(a),
                Operation.Add => Enclosure.Add(a, b, _bits),
                Operation.Sub => Enclosure.Subtract(a, b, _bits),
                Operation.Mul => Enclosure.Multiply(a, b, _bits),
                Operation.Div => Enclosure.Divide(a, b, _bits),
                Operation.Min => Enclosure.Minimum(a, b),
                _ => Enclosure.Maximum(a, b),
            };
            if (!_values[i].IsDefined)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>
    /// The image of an interval under the first root, a map of the one variable, and its slopes: f(r) - f(s) = m (r - s) for any r, s in the
    /// interval and some m in the slope. Where f or a slope is not defined the slope is None.
    /// </summary>
    public (Enclosure Range, Enclosure Slope) Image(in Enclosure x)
    {
        if (!x.IsDefined || !Evaluate([x]))
        {
            return default;
        }

        var (range, slope, centre) = (this[0], Slope(), x.Midpoint(_bits));
        return (Evaluate([centre]) ? Enclosure.Meet(range, Enclosure.Add(this[0], Enclosure.Multiply(slope, Enclosure.Subtract(x, centre, _bits), _bits), _bits)) : range, slope);
    }

    /// <summary>The map iterated from a number, step by step; None where an iterate is not defined.</summary>
    public Enclosure Iterate(Rational start, int steps)
    {
        var x = Enclosure.Of(start, start, _bits);
        for (var n = 0; n < steps && x.IsDefined; n++)
        {
            x = Evaluate([x]) ? this[0] : Enclosure.None;
        }

        return x;
    }

    // The slopes of the first root, after an evaluation on an interval of the one variable.
    private Enclosure Slope()
    {
        _budget.Spend(_cost);
        var slopes = new Enclosure[_operations.Length];
        for (var i = 0; i < slopes.Length; i++)
        {
            var (left, right) = _operands[i];
            var (a, b, da, db) = (_values[left], _values[right], slopes[left], slopes[right]);
            slopes[i] = _operations[i] switch
            {
                Operation.Num => Enclosure.Zero,
                Operation.Var => Enclosure.One,
                Operation.Neg => Enclosure.Negate(da),
                Operation.Square => Enclosure.Multiply(Enclosure.Add(a, a, _bits), da, _bits),
                Operation.Sqrt => Enclosure.Divide(da, Enclosure.Add(_values[i], _values[i], _bits), _bits),
                Operation.Exp => Enclosure.Multiply(_values[i], da, _bits),
                Operation.Log => Enclosure.Divide(da, a, _bits),
                Operation.Abs => Smaller(Enclosure.Negate(a), a, da, Enclosure.Negate(da)),
                Operation.Add => Enclosure.Add(da, db, _bits),
                Operation.Sub => Enclosure.Subtract(da, db, _bits),
                Operation.Mul => Enclosure.Add(Enclosure.Multiply(da, b, _bits), Enclosure.Multiply(a, db, _bits), _bits),
                Operation.Div => Enclosure.Divide(Enclosure.Subtract(da, Enclosure.Multiply(_values[i], db, _bits), _bits), b, _bits),
                Operation.Min => Smaller(a, b, da, db),
                _ => Smaller(b, a, da, db),
            };
            if (!slopes[i].IsDefined)
            {
                return Enclosure.None;
            }
        }

        return slopes[_roots[0]];
    }

    // The slope that belongs to the smaller of two enclosures, the hull of both where they overlap.
    private static Enclosure Smaller(in Enclosure a, in Enclosure b, in Enclosure ofA, in Enclosure ofB)
        => Dyadic.Compare(a.Upper, b.Lower) <= 0 ? ofA : Dyadic.Compare(b.Upper, a.Lower) <= 0 ? ofB : Enclosure.Hull(ofA, ofB);

    // Units of work of one operation: products of whole numbers of so many words, in series as many as they have terms.
    private long Cost(Operation operation)
    {
        long words = (_bits / 32) + 2;
        return operation switch
        {
            Operation.Exp => (20 + (_bits / 16)) * (20 + (words * words)),
            Operation.Log => (20 + (_bits / 4)) * (20 + (2 * words * words)),
            Operation.Sqrt => 20 * (20 + (words * words)),
            _ => 40 + (words * words),
        };
    }
}
