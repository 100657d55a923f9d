namespace GrpoVerified.Proving.Algebra;

/// <summary>Exact division and greatest common divisors of polynomials in several atoms.</summary>
internal static class PolynomialDivision
{
    // Beyond this size a common divisor is not looked for: the search gains nothing from it and takes long.
    private const int SizeLimit = 400;

    /// <summary>The quotient, or null where the division leaves a remainder.</summary>
    public static Polynomial? Divide(Polynomial a, Polynomial b)
    {
        var (lead, coefficient) = Leading(b);
        var quotient = Polynomial.Zero;
        while (!a.IsZero)
        {
            var (m, c) = Leading(a);
            if (Quotient(m, lead) is not { } q)
            {
                return null;
            }

            var term = Polynomial.Of(q, c / coefficient);
            quotient += term;
            a -= term * b;
        }

        return quotient;
    }

    /// <summary>A greatest common divisor with coprime integer coefficients; 1 where the search is too large.</summary>
    public static Polynomial Gcd(Polynomial a, Polynomial b)
    {
        try
        {
            return Common(a, b);
        }
        catch (AlgebraLimitException)
        {
            return Polynomial.One;
        }
    }

    /// <summary>The common divisor of the coefficients of the powers of an atom.</summary>
    public static Polynomial Content(Polynomial p, int atom) => p.Coefficients(atom).Aggregate(Polynomial.Zero, Gcd);

    private static Polynomial Common(Polynomial a, Polynomial b)
    {
        if (a.IsZero || b.IsZero)
        {
            return Positive(a + b);
        }

        if (a.IsConstant || b.IsConstant)
        {
            return Polynomial.One;
        }

        if (a.Count > SizeLimit || b.Count > SizeLimit)
        {
            throw new AlgebraLimitException();
        }

        var atom = a.Atoms.Concat(b.Atoms).Min();
        if (a.DegreeIn(atom) == 0 || b.DegreeIn(atom) == 0)
        {
            return a.DegreeIn(atom) == 0 ? Common(a, ContentOf(b, atom)) : Common(ContentOf(a, atom), b);
        }

        var (ca, cb) = (ContentOf(a, atom), ContentOf(b, atom));
        var (x, y) = (Divide(a, ca)!, Divide(b, cb)!);
        if (x.DegreeIn(atom) < y.DegreeIn(atom))
        {
            (x, y) = (y, x);
        }

        while (!y.IsZero)
        {
            var r = Remainder(x, y, atom);
            x = y;
            y = r.IsZero ? r : r.DegreeIn(atom) == 0 ? Polynomial.One : Divide(r, ContentOf(r, atom))!.Normalised().Primitive;
            if (y.IsConstant && !y.IsZero)
            {
                x = Polynomial.One;
                break;
            }
        }

        return Positive(Common(ca, cb) * x);
    }

    private static Polynomial ContentOf(Polynomial p, int atom) => p.Coefficients(atom).Aggregate(Polynomial.Zero, Common);

    // Pseudo-remainder in one atom.
    private static Polynomial Remainder(Polynomial a, Polynomial b, int atom)
    {
        var degree = b.DegreeIn(atom);
        var lead = b.Coefficients(atom)[^1];
        while (!a.IsZero && a.DegreeIn(atom) >= degree)
        {
            var top = a.Coefficients(atom)[^1];
            var shift = Polynomial.Of(Monomial.One.With(atom, a.DegreeIn(atom) - degree), 1);
            a = ((a * lead) - (b * top * shift)).Normalised().Primitive;
            if (a.Count > SizeLimit)
            {
                throw new AlgebraLimitException();
            }
        }

        return a;
    }

    private static Polynomial Positive(Polynomial p)
    {
        var q = p.Normalised().Primitive;
        return !q.IsZero && Leading(q).Coefficient.Sign < 0 ? -q : q;
    }

    private static (Monomial Monomial, Rational Coefficient) Leading(Polynomial p)
    {
        var (m, c) = p.Terms.First();
        return (m, c);
    }

    private static Monomial? Quotient(Monomial a, Monomial b)
    {
        var e = new int[Math.Max(a.Length, b.Length)];
        for (var i = 0; i < e.Length; i++)
        {
            e[i] = a[i] - b[i];
            if (e[i] < 0)
            {
                return null;
            }
        }

        return new(e);
    }
}
