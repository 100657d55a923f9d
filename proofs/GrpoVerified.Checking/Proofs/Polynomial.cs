namespace GrpoVerified.Checking.Proofs;

/// <summary>Polynomials with rational coefficients over numbered atoms. A monomial is a text of pairs (atom, exponent), atoms increasing.</summary>
internal sealed class Polynomial
{
    private const int MaxMonomials = 20_000;
    private const int MaxDegree = 200;
    private const int MaxBits = 20_000;

    private readonly Dictionary<string, Rational> _terms = new(StringComparer.Ordinal);

    public bool IsZero => _terms.Count == 0;

    public static Polynomial Constant(Rational q) => new Polynomial().Plus(string.Empty, q);

    /// <summary>The atom itself.</summary>
    public static Polynomial Atom(int atom) => new Polynomial().Plus($"{(char)atom}\u0001", Rational.One);

    public static Polynomial Add(Polynomial a, Polynomial b, Budget budget)
    {
        budget.Spend(50L * (a._terms.Count + b._terms.Count));
        var sum = new Polynomial();
        foreach (var (monomial, c) in a._terms.Concat(b._terms))
        {
            budget.SpendBits(c.Bits);
            sum.Plus(monomial, c);
        }

        return sum;
    }

    public static Polynomial Multiply(Polynomial a, Polynomial b, Budget budget)
    {
        var product = new Polynomial();
        foreach (var (m, c) in a._terms)
        {
            foreach (var (n, d) in b._terms)
            {
                budget.Spend(200 + m.Length + n.Length);
                budget.SpendBits(c.Bits + d.Bits);
                product.Plus(Multiply(m, n), c * d);
            }
        }

        return product;
    }

    /// <summary>Bits that the coefficients take.</summary>
    public long Bits() => _terms.Sum(t => 400 + t.Value.Bits + (16L * t.Key.Length));

    /// <summary>Replaces s² by n/d and multiplies all by the power of d that clears it: the result is this polynomial times a power of d.</summary>
    public Polynomial Eliminate(int s, Polynomial n, Polynomial d, Budget budget)
    {
        var highest = _terms.Keys.Select(m => Exponent(m, s) / 2).DefaultIfEmpty().Max();
        if (highest == 0)
        {
            return this;
        }

        var result = new Polynomial();
        foreach (var group in _terms.GroupBy(t => Exponent(t.Key, s) / 2))
        {
            var part = new Polynomial();
            foreach (var (monomial, c) in group)
            {
                part.Plus(Multiply(Without(monomial, s), Exponent(monomial, s) % 2 == 0 ? string.Empty : $"{(char)s}\u0001"), c);
            }

            for (var i = 0; i < highest; i++)
            {
                part = Multiply(part, i < group.Key ? n : d, budget);
            }

            result = Add(result, part, budget);
        }

        return result;
    }

    private static int Exponent(string monomial, int atom)
    {
        for (var i = 0; i < monomial.Length; i += 2)
        {
            if (monomial[i] == atom)
            {
                return monomial[i + 1];
            }
        }

        return 0;
    }

    private static string Without(string monomial, int atom)
        => Exponent(monomial, atom) == 0 ? monomial : string.Concat(monomial.Chunk(2).Where(p => p[0] != atom).Select(p => new string(p)));

    private static string Multiply(string a, string b)
    {
        Span<char> product = stackalloc char[a.Length + b.Length];
        var (i, j, k, degree) = (0, 0, 0, 0);
        while (i < a.Length || j < b.Length)
        {
            var fromA = j >= b.Length || (i < a.Length && a[i] <= b[j]);
            var fromB = i >= a.Length || (j < b.Length && b[j] <= a[i]);
            var exponent = (fromA ? a[i + 1] : 0) + (fromB ? b[j + 1] : 0);
            (product[k], product[k + 1]) = (fromA ? a[i] : b[j], (char)exponent);
            (i, j, k, degree) = (fromA ? i + 2 : i, fromB ? j + 2 : j, k + 2, degree + exponent);
        }

        return degree <= MaxDegree ? new string(product[..k]) : throw new Refusal($"a polynomial of degree over {MaxDegree}");
    }

    private Polynomial Plus(string monomial, Rational c)
    {
        var sum = _terms.TryGetValue(monomial, out var old) ? old + c : c;
        if (sum.Sign == 0)
        {
            _terms.Remove(monomial);
        }
        else
        {
            _terms[monomial] = sum.Bits <= MaxBits ? sum : throw new Refusal($"a coefficient of a polynomial over {MaxBits} bits");
        }

        return _terms.Count <= MaxMonomials ? this : throw new Refusal($"a polynomial over {MaxMonomials} monomials");
    }
}
