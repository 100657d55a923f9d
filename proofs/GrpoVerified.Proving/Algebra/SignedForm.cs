using GrpoVerified.Proving.Statements;

namespace GrpoVerified.Proving.Algebra;

/// <summary>
/// Writes a polynomial as a sum of products of parts of known sign, all with coefficients of one sign: an atom y with the bounds a and
/// b becomes y − a, or b − y, or both (Bernstein form, also of raised degree).
/// </summary>
internal sealed class SignedForm
{
    private const int MaxRaise = 6;
    private const int MaxChoices = 800;

    // Forms tried times terms of the polynomial.
    private const long MaxWork = 40_000;

    private readonly IReadOnlyList<Atom> _atoms;
    private readonly IReadOnlyList<Extent> _bounds;

    public SignedForm(IReadOnlyList<Atom> atoms, IReadOnlyList<Extent> bounds)
    {
        _atoms = atoms;
        _bounds = bounds;
    }

    // Terms that the attempts on one polynomial may write together: where it is spent, branch and bound is the better way.
    private const long MaxTerms = 60_000;

    private long _written;

    private enum Basis
    {
        Plain,
        Lower,
        Upper,
        Both,
        Each,
    }

    /// <summary>The forms found, the simplest first.</summary>
    public IEnumerable<Expr> Of(Polynomial p)
    {
        var atoms = p.Atoms.ToArray();
        var choices = atoms.Select(Choices).ToArray();
        var total = choices.Aggregate(1L, (n, c) => Math.Min(MaxChoices, n * c.Count));
        total = Math.Max(1, Math.Min(total, MaxWork / Math.Max(1, p.Count)));
        _written = 0;
        for (var raise = 0; raise <= (p.Count > 200 ? 0 : MaxRaise); raise += raise == 0 ? 1 : raise)
        {
            for (var n = 0L; n < total && _written < MaxTerms; n++)
            {
                var rest = n;
                var chosen = choices.Select(c =>
                {
                    var basis = c[(int)(rest % c.Count)];
                    rest /= c.Count;
                    return basis;
                }).ToArray();
                if (raise > 0 && !chosen.Contains(Basis.Both) && !chosen.Contains(Basis.Each))
                {
                    continue;
                }

                if (Write(p, atoms, chosen, raise) is { } form)
                {
                    yield return form;
                }
            }
        }
    }

    private List<Basis> Choices(int atom)
    {
        var (lower, upper) = (_bounds[atom].Lower.Value, _bounds[atom].Upper.Value);
        var result = new List<Basis>();
        if (lower is null || lower == Rational.Zero)
        {
            result.Add(Basis.Plain);
        }

        if (lower is { } a && a != Rational.Zero)
        {
            result.Add(Basis.Lower);
        }

        if (upper is not null)
        {
            result.Add(Basis.Upper);
        }

        if (lower is not null && upper is not null && lower != upper)
        {
            result.Add(Basis.Each);
            result.Add(Basis.Both);
        }

        return result;
    }

    // Each atom y becomes the parts u (number 2k) and w (number 2k + 1).
    private Expr? Write(Polynomial p, int[] atoms, Basis[] chosen, int raise)
    {
        try
        {
            var result = p;
            var offset = _atoms.Count;
            for (var k = 0; k < atoms.Length; k++)
            {
                result = Transform(result, atoms[k], chosen[k], raise, offset + (2 * k));
                _written += result.Count;
                if (_written > MaxTerms)
                {
                    return null;
                }
            }

            var signs = result.Terms.Select(t => t.Value.Sign).Distinct().ToList();
            if (signs.Count != 1)
            {
                return null;
            }

            var form = PolynomialText.Write(signs[0] > 0 ? result : -result, i => Part(i, atoms, offset));
            return signs[0] > 0 ? form : -form;
        }
        catch (AlgebraLimitException)
        {
            return null;
        }
    }

    private Polynomial Transform(Polynomial p, int atom, Basis basis, int raise, int part)
    {
        var coefficients = p.Coefficients(atom);
        var (u, w) = (Polynomial.Atom(part), Polynomial.Atom(part + 1));
        var a = _bounds[atom].Lower.Value ?? Rational.Zero;
        var b = _bounds[atom].Upper.Value ?? Rational.Zero;
        switch (basis)
        {
            case Basis.Plain:
                return p;
            case Basis.Lower:
                return Compose(coefficients, u + Polynomial.Constant(a), Polynomial.One, 0);
            case Basis.Upper:
                return Compose(coefficients, Polynomial.Constant(b) - w, Polynomial.One, 0);
            case Basis.Each:
                return EachCoefficient(p, atom, raise, part);
            default:
                // y = (a w + b u)/(b − a) and 1 = (u + w)/(b − a).
                var scale = (b - a).Reciprocal();
                return Compose(coefficients, (w.Scale(a) + u.Scale(b)).Scale(scale), (u + w).Scale(scale), coefficients.Length - 1 + raise);
        }
    }

    // The polynomial in y beside each monomial of the other atoms, in Bernstein form of its own degree.
    private Polynomial EachCoefficient(Polynomial p, int atom, int raise, int part)
    {
        var groups = new Dictionary<Monomial, Polynomial>();
        foreach (var (m, c) in p.Terms)
        {
            var rest = m.With(atom, 0);
            groups[rest] = groups.GetValueOrDefault(rest, Polynomial.Zero) + Polynomial.Of(Monomial.One.With(atom, m[atom]), c);
        }

        return groups.Aggregate(Polynomial.Zero, (sum, g) => sum + (Polynomial.Of(g.Key, 1) * (g.Value.IsConstant ? g.Value : Transform(g.Value, atom, Basis.Both, raise, part))));
    }

    private static Polynomial Compose(Polynomial[] coefficients, Polynomial y, Polynomial one, int degree)
    {
        var sum = Polynomial.Zero;
        for (var i = 0; i < coefficients.Length; i++)
        {
            sum += coefficients[i] * Polynomial.Power(y, i) * Polynomial.Power(one, Math.Max(0, degree - i));
        }

        return sum;
    }

    private Expr Part(int i, int[] atoms, int offset)
    {
        if (i < offset)
        {
            return _atoms[i].Expression;
        }

        var atom = atoms[(i - offset) / 2];
        var y = _atoms[atom].Expression;
        return (i - offset) % 2 != 0 ? Expr.FromRational(_bounds[atom].Upper.Value!.Value) - y
            : _bounds[atom].Lower.Value is { } a && a != Rational.Zero ? y - Expr.FromRational(a)
            : y;
    }
}
