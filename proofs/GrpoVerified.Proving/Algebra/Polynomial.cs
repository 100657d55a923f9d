using System.Numerics;

namespace GrpoVerified.Proving.Algebra;

/// <summary>A polynomial with rational coefficients over numbered atoms.</summary>
internal sealed class Polynomial
{
    /// <summary>The most monomials a polynomial may have, as in the limits of the certificate format.</summary>
    public const int MaxTerms = 20_000;

    /// <summary>The highest degree, as in the limits of the certificate format.</summary>
    public const int MaxDegree = 200;

    private readonly Dictionary<Monomial, Rational> _terms;

    private Polynomial(Dictionary<Monomial, Rational> terms) => _terms = terms;

    public static Polynomial Zero { get; } = new([]);

    public static Polynomial One { get; } = Constant(1);

    public IEnumerable<KeyValuePair<Monomial, Rational>> Terms => _terms.OrderBy(t => t.Key, Comparer<Monomial>.Create(Monomial.Compare));

    public int Count => _terms.Count;

    public bool IsZero => _terms.Count == 0;

    public bool IsConstant => _terms.Count == 0 || (_terms.Count == 1 && _terms.ContainsKey(Monomial.One));

    public Rational ConstantTerm => _terms.GetValueOrDefault(Monomial.One);

    /// <summary>The numbers of the atoms that occur, ascending.</summary>
    public IEnumerable<int> Atoms
    {
        get
        {
            var seen = new SortedSet<int>();
            foreach (var m in _terms.Keys)
            {
                for (var i = 0; i < m.Length; i++)
                {
                    if (m[i] > 0)
                    {
                        seen.Add(i);
                    }
                }
            }

            return seen;
        }
    }

    public static Polynomial Constant(Rational value)
        => value.IsZero ? Zero : new(new() { [Monomial.One] = value });

    public static Polynomial Atom(int atom) => new(new() { [Monomial.Atom(atom)] = Rational.One });

    public static Polynomial Of(Monomial m, Rational coefficient) => coefficient.IsZero ? Zero : new(new() { [m] = coefficient });

    public static Polynomial operator +(Polynomial a, Polynomial b) => Combine(a, b, 1);

    public static Polynomial operator -(Polynomial a, Polynomial b) => Combine(a, b, -1);

    public static Polynomial operator -(Polynomial a) => a.Scale(-1);

    public static Polynomial operator *(Polynomial a, Polynomial b)
    {
        if (a.IsZero || b.IsZero)
        {
            return Zero;
        }

        var terms = new Dictionary<Monomial, Rational>();
        foreach (var (m, c) in a._terms)
        {
            foreach (var (n, d) in b._terms)
            {
                Accumulate(terms, m * n, c * d);
            }

            if (terms.Count > MaxTerms)
            {
                throw new AlgebraLimitException();
            }
        }

        return new(terms);
    }

    public static Polynomial Power(Polynomial a, int n)
    {
        var result = One;
        for (; n > 0; n >>= 1, a = n > 0 ? a * a : a)
        {
            result = (n & 1) != 0 ? result * a : result;
        }

        return result;
    }

    public Polynomial Scale(Rational factor)
        => factor.IsZero ? Zero : new(_terms.ToDictionary(t => t.Key, t => t.Value * factor));

    public int DegreeIn(int atom) => _terms.Count == 0 ? 0 : _terms.Keys.Max(m => m[atom]);

    /// <summary>Coefficients of the powers of one atom, from the lowest.</summary>
    public Polynomial[] Coefficients(int atom)
    {
        var parts = new Dictionary<Monomial, Rational>[DegreeIn(atom) + 1];
        for (var i = 0; i < parts.Length; i++)
        {
            parts[i] = [];
        }

        foreach (var (m, c) in _terms)
        {
            parts[m[atom]][m.With(atom, 0)] = c;
        }

        return [.. parts.Select(p => new Polynomial(p))];
    }

    public static Polynomial FromCoefficients(IReadOnlyList<Polynomial> coefficients, int atom)
    {
        var terms = new Dictionary<Monomial, Rational>();
        for (var i = 0; i < coefficients.Count; i++)
        {
            foreach (var (m, c) in coefficients[i]._terms)
            {
                terms[m.With(atom, m[atom] + i)] = c;
            }
        }

        return new(terms);
    }

    public Polynomial Derivative(int atom)
    {
        var terms = new Dictionary<Monomial, Rational>();
        foreach (var (m, c) in _terms)
        {
            if (m[atom] > 0)
            {
                terms[m.With(atom, m[atom] - 1)] = c * m[atom];
            }
        }

        return new(terms);
    }

    /// <summary>The same polynomial times a positive number, with coprime integer coefficients; the number that was divided out.</summary>
    public (Polynomial Primitive, Rational Content) Normalised()
    {
        if (IsZero)
        {
            return (this, Rational.One);
        }

        var denominator = BigInteger.One;
        foreach (var c in _terms.Values)
        {
            denominator *= c.Denominator / BigInteger.GreatestCommonDivisor(denominator, c.Denominator);
        }

        var divisor = BigInteger.Zero;
        foreach (var c in _terms.Values)
        {
            divisor = BigInteger.GreatestCommonDivisor(divisor, c.Numerator * (denominator / c.Denominator));
        }

        var content = new Rational(divisor, denominator);
        return (Scale(content.Reciprocal()), content);
    }

    public bool Same(Polynomial other) => (this - other).IsZero;

    private static Polynomial Combine(Polynomial a, Polynomial b, int sign)
    {
        var terms = new Dictionary<Monomial, Rational>(a._terms);
        foreach (var (m, c) in b._terms)
        {
            Accumulate(terms, m, sign > 0 ? c : -c);
        }

        return terms.Count > MaxTerms ? throw new AlgebraLimitException() : new(terms);
    }

    private static void Accumulate(Dictionary<Monomial, Rational> terms, Monomial m, Rational c)
    {
        if (!terms.TryGetValue(m, out var old))
        {
            terms.Add(m, c);
            return;
        }

        var sum = old + c;
        if (sum.IsZero)
        {
            terms.Remove(m);
        }
        else
        {
            terms[m] = sum;
        }
    }
}
