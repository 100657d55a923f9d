using GrpoVerified.Proving.Statements;

namespace GrpoVerified.Proving.Algebra;

/// <summary>A quotient of polynomials over atoms; nothing is cancelled.</summary>
internal readonly record struct Fraction(Polynomial Numerator, Polynomial Denominator)
{
    public static Fraction One { get; } = new(Polynomial.One, Polynomial.One);
}

/// <summary>A function value that the algebra does not look into.</summary>
/// <param name="Kind">The operation; <see cref="ExprKind.Variable"/> for a variable.</param>
/// <param name="Expression">The atom as an expression.</param>
/// <param name="Left">Normal form of the first operand.</param>
/// <param name="Right">Normal form of the second operand.</param>
internal sealed record Atom(ExprKind Kind, Expr Expression, Fraction Left, Fraction Right);

/// <summary>Normal forms of docs/certificate-format.md, section Normal form, over one list of atoms.</summary>
internal sealed class NormalForm
{
    private readonly List<Atom> _atoms = [];

    public IReadOnlyList<Atom> Atoms => _atoms;

    /// <summary>Whether two expressions have the same normal form.</summary>
    public static bool AreEqual(Expr a, Expr b)
    {
        try
        {
            var forms = new NormalForm();
            return forms.Equal(forms.Of(a), forms.Of(b));
        }
        catch (AlgebraLimitException)
        {
            return false;
        }
    }

    /// <summary>Whether an expression is zero in normal form.</summary>
    public static bool IsZero(Expr e)
    {
        try
        {
            var forms = new NormalForm();
            return forms.ReducesToZero(forms.Of(e).Numerator);
        }
        catch (AlgebraLimitException)
        {
            return false;
        }
    }

    /// <summary>The normal form of an expression in the operations of the format.</summary>
    public Fraction Of(Expr expression)
    {
        var steps = expression.Program.Instructions;
        var nodes = new Expr[steps.Count];
        var values = new Fraction[steps.Count];
        for (var i = 0; i < values.Length; i++)
        {
            var step = steps[i];
            nodes[i] = Lowering.Node(step, step.Left < 0 ? null : nodes[step.Left], step.Right < 0 ? null : nodes[step.Right]);
            values[i] = Step(step, nodes, values, nodes[i]);
        }

        return values[^1];
    }

    public bool Equal(Fraction a, Fraction b)
        => ReducesToZero((a.Numerator * b.Denominator) - (b.Numerator * a.Denominator));

    public bool ReducesToZero(Polynomial p) => Reduce(p).Reduced.IsZero;

    /// <summary>The polynomial with even powers of square roots replaced, and the factor it was multiplied by.</summary>
    public (Polynomial Reduced, Polynomial Factor) Reduce(Polynomial p)
    {
        var factor = Polynomial.One;
        for (var i = _atoms.Count - 1; i >= 0; i--)
        {
            if (_atoms[i].Kind != ExprKind.Sqrt || p.DegreeIn(i) < 2)
            {
                continue;
            }

            var (n, d) = (_atoms[i].Left.Numerator, _atoms[i].Left.Denominator);
            var powers = p.Coefficients(i);
            var m = (powers.Length - 1) / 2;
            var parts = new[] { Polynomial.Zero, Polynomial.Zero };
            for (var k = 0; k < powers.Length; k++)
            {
                parts[k & 1] += powers[k] * Polynomial.Power(n, k / 2) * Polynomial.Power(d, m - (k / 2));
            }

            p = parts[0] + (parts[1] * Polynomial.Atom(i));
            factor *= Polynomial.Power(d, m);
        }

        return (p, factor);
    }

    /// <summary>The same quotient with square roots to the first power at most and without common divisors (as far as they are found).</summary>
    public Fraction Cancelled(Fraction form)
    {
        var (n, d) = (form.Numerator, form.Denominator);
        for (var pass = 0; pass < 4; pass++)
        {
            var (n1, fn) = Reduce(n);
            var (d1, fd) = Reduce(d);
            (n, d) = (n1 * fd, d1 * fn);
            var common = PolynomialDivision.Gcd(n, d);
            if (!common.IsConstant)
            {
                (n, d) = (PolynomialDivision.Divide(n, common)!, PolynomialDivision.Divide(d, common)!);
            }
        }

        return new(n, d);
    }

    private Fraction Step(in ExprInstruction step, Expr[] nodes, Fraction[] values, Expr node)
    {
        var a = step.Left < 0 ? Fraction.One : values[step.Left];
        var b = step.Right < 0 ? Fraction.One : values[step.Right];
        return step.Kind switch
        {
            ExprKind.Number => new(Polynomial.Constant(step.Number), Polynomial.One),
            ExprKind.Variable => AtomOf(ExprKind.Variable, node, Fraction.One, Fraction.One),
            ExprKind.Add => Sum(a, b),
            ExprKind.Subtract => Sum(a, new(-b.Numerator, b.Denominator)),
            ExprKind.Multiply => Product(a, b),
            ExprKind.Divide => Product(a, new(b.Denominator, b.Numerator)),
            ExprKind.Negate => new(-a.Numerator, a.Denominator),
            ExprKind.Square => Product(a, a),
            ExprKind.Exp => Exp(nodes[step.Left]),
            ExprKind.Log => nodes[step.Left].Kind == ExprKind.Exp ? Of(nodes[step.Left].Left!)
                : Equal(a, Fraction.One) ? new(Polynomial.Zero, Polynomial.One)
                : AtomOf(ExprKind.Log, node, a, Fraction.One),
            ExprKind.Sqrt => ReducesToZero(a.Numerator) ? new(Polynomial.Zero, Polynomial.One)
                : Equal(a, Fraction.One) ? Fraction.One
                : AtomOf(ExprKind.Sqrt, node, a, Fraction.One),
            _ => AtomOf(step.Kind, node, a, b),
        };
    }

    private Fraction Exp(Expr a)
    {
        switch (a.Kind)
        {
            case ExprKind.Negate:
                var inner = Exp(a.Left!);
                return new(inner.Denominator, inner.Numerator);
            case ExprKind.Add:
                return Product(Exp(a.Left!), Exp(a.Right!));
            case ExprKind.Subtract:
                var right = Exp(a.Right!);
                return Product(Exp(a.Left!), new(right.Denominator, right.Numerator));
            case ExprKind.Log:
                return Of(a.Left!);
            default:
                var form = Of(a);
                return ReducesToZero(form.Numerator) ? Fraction.One : AtomOf(ExprKind.Exp, Expr.Exp(a), form, Fraction.One);
        }
    }

    private Fraction AtomOf(ExprKind kind, Expr node, Fraction left, Fraction right)
    {
        for (var i = 0; i < _atoms.Count; i++)
        {
            var atom = _atoms[i];
            if (atom.Kind == kind && (kind == ExprKind.Variable
                ? atom.Expression.Name == node.Name
                : Equal(atom.Left, left) && Equal(atom.Right, right)))
            {
                return new(Polynomial.Atom(i), Polynomial.One);
            }
        }

        _atoms.Add(new(kind, node, left, right));
        return new(Polynomial.Atom(_atoms.Count - 1), Polynomial.One);
    }

    // Common denominators are not multiplied twice when they are the same polynomial: equal as fractions.
    private static Fraction Sum(Fraction a, Fraction b)
        => ReferenceEquals(a.Denominator, b.Denominator)
            ? new(a.Numerator + b.Numerator, a.Denominator)
            : new((a.Numerator * b.Denominator) + (b.Numerator * a.Denominator), a.Denominator * b.Denominator);

    private static Fraction Product(Fraction a, Fraction b) => new(Times(a.Numerator, b.Numerator), Times(a.Denominator, b.Denominator));

    private static Polynomial Times(Polynomial a, Polynomial b)
        => ReferenceEquals(a, Polynomial.One) ? b : ReferenceEquals(b, Polynomial.One) ? a : a * b;
}
