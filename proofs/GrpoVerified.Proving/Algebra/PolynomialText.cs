using static GrpoVerified.Arithmetic.Expr;

namespace GrpoVerified.Proving.Algebra;

/// <summary>Polynomials as expressions.</summary>
internal static class PolynomialText
{
    /// <summary>A sum of products of the atoms in a fixed order, positive terms first.</summary>
    public static Expr Write(Polynomial p, Func<int, Expr> atom)
    {
        Expr? sum = null;
        // A positive term first, so that a difference of two terms is written as one.
        foreach (var (m, c) in p.Terms.OrderBy(t => t.Value.Sign < 0 ? 1 : 0))
        {
            var term = Term(m, c.Abs(), atom);
            sum = sum is null ? (c.Sign < 0 ? -term : term) : c.Sign < 0 ? sum - term : sum + term;
        }

        return sum ?? Zero;
    }

    /// <summary>x^n by squares and products.</summary>
    public static Expr Power(Expr x, int n)
        => n == 0 ? One : n == 1 ? x : (n & 1) == 0 ? Square(Power(x, n / 2)) : Power(x, n - 1) * x;

    private static Expr Term(Monomial m, Rational c, Func<int, Expr> atom)
    {
        Expr? product = c == Rational.One && m.Degree > 0 ? null : FromRational(c);
        for (var i = 0; i < m.Length; i++)
        {
            if (m[i] > 0)
            {
                var power = Power(atom(i), m[i]);
                product = product is null ? power : product * power;
            }
        }

        return product!;
    }
}
