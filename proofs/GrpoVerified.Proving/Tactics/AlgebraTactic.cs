using GrpoVerified.Proving.Algebra;
using GrpoVerified.Proving.Certificates;
using GrpoVerified.Proving.Goals;
using GrpoVerified.Proving.Statements;

namespace GrpoVerified.Proving.Tactics;

/// <summary>
/// A goal as a quotient of polynomials over atoms, common divisors cancelled, split into factors; the sign of each factor is read off a
/// form with coefficients of one sign or proved for itself.
/// </summary>
internal sealed class AlgebraTactic
{
    // Larger quotients are left to branch and bound: their factors would take longer to find than they are worth.
    private const int MaxAtoms = 8;
    private const int MaxTerms = 1200;

    private readonly Func<Goal, int, ProofStep?> _prove;
    private readonly Func<Goal, int?> _sampleSign;

    /// <summary>A tactic.</summary>
    /// <param name="prove">Proves goals about factors, given the depth.</param>
    /// <param name="sampleSign">The sign of the goal's expression at samples of its domain: 1, −1, 0 if mixed, null if unknown.</param>
    public AlgebraTactic(Func<Goal, int, ProofStep?> prove, Func<Goal, int?> sampleSign)
    {
        _prove = prove;
        _sampleSign = sampleSign;
    }

    public ProofStep? Prove(Goal goal, int depth)
    {
        if (goal.Relation == Relation.Zero || !SignAnalysis.Defines(goal, goal.Expression))
        {
            return null;
        }

        try
        {
            return Factors(goal, depth);
        }
        catch (AlgebraLimitException)
        {
            return null;
        }
    }

    private ProofStep? Factors(Goal goal, int depth)
    {
        var forms = new NormalForm();
        var whole = forms.Of(goal.Expression);
        if (forms.Atoms.Count > MaxAtoms || whole.Numerator.Count > MaxTerms || whole.Denominator.Count > MaxTerms)
        {
            return null;
        }

        var (n, d) = forms.Cancelled(whole);
        if (n.IsZero)
        {
            return Proofs.Identity(goal);
        }

        var facts = new List<HaveStep>();
        var bounds = forms.Atoms.Select(a => BoundsOf(goal, a, facts)).ToList();
        var context = facts.Aggregate(goal, (g, f) => g.With(f.Fact));
        var candidates = Candidates(forms.Atoms, bounds);
        var numerator = Factoring.Split(n, candidates);
        var denominator = Factoring.Split(d, candidates);
        var trivial = numerator.Factors.Count <= 1 && denominator.Factors.Count == 0 && numerator.Factors.All(f => f.Multiplicity == 1);
        var writer = new SignedForm(forms.Atoms, bounds);

        Expr product = Expr.FromRational(numerator.Constant / denominator.Constant);
        foreach (var (factor, power, below) in numerator.Factors.Select(f => (f.Factor, f.Multiplicity, false)).Concat(denominator.Factors.Select(f => (f.Factor, f.Multiplicity, true))))
        {
            var needed = below || (power % 2 != 0) || goal.Relation == Relation.Positive;
            if (FactorForm(ref context, facts, factor, writer, forms.Atoms, needed, below || goal.Relation == Relation.Positive, trivial, depth) is not { } form)
            {
                return null;
            }

            var raised = PolynomialText.Power(form, power);
            product = below ? product / raised : IsOne(product) ? raised : product * raised;
        }

        if (Rules.Rewrite(context, product) is not { } rewritten || !SignAnalysis.Proves(rewritten))
        {
            return null;
        }

        ProofStep proof = new RewriteStep(product, new SignStep());
        for (var i = facts.Count - 1; i >= 0; i--)
        {
            proof = facts[i] with { Then = proof };
        }

        return proof;
    }

    private Expr? FactorForm(
        ref Goal context, List<HaveStep> facts, Polynomial factor, SignedForm writer, IReadOnlyList<Atom> atoms, bool needed, bool strict, bool trivial, int depth)
    {
        var plain = PolynomialText.Write(factor, i => atoms[i].Expression);
        if (!needed)
        {
            return plain;
        }

        Expr? weak = null;
        foreach (var form in writer.Of(factor).Prepend(plain))
        {
            if (SignAnalysis.Of(context, form) is not { } s)
            {
                continue;
            }

            if (s.Within(Signs.Plus) || s.Within(Signs.Minus))
            {
                return form;
            }

            weak ??= s.Within(Signs.Plus | Signs.Zero) || s.Within(Signs.Minus | Signs.Zero) ? form : null;
        }

        if (weak is not null && !strict)
        {
            return weak;
        }

        if (trivial || _sampleSign(context.Of(plain)) is not { } sign || sign == 0)
        {
            return null;
        }

        var signed = sign > 0 ? plain : PolynomialText.Write(-factor, i => atoms[i].Expression);
        foreach (var relation in strict ? new[] { Relation.Positive } : [Relation.Positive, Relation.NonNegative])
        {
            if (_prove(context.Of(signed, relation), depth + 1) is { } proof)
            {
                var fact = new Condition(signed, relation);
                facts.Add(new(fact, proof, new SignStep()));
                context = context.With(fact);
                return sign > 0 ? signed : -signed;
            }
        }

        return null;
    }

    // The range of an atom by signs; an exponential knows on which side of 1 it lies.
    private static Extent BoundsOf(Goal goal, Atom atom, List<HaveStep> facts)
    {
        if (atom.Kind == ExprKind.Variable)
        {
            return goal.IndexOf(atom.Expression.Name!) is >= 0 and var i ? goal.Domain[i].Extent : Extent.Line;
        }

        if (atom.Kind == ExprKind.Exp && SignAnalysis.Of(goal, atom.Expression.Left!) is { } s)
        {
            foreach (var (signs, negative, relation) in new[]
            {
                (Signs.Plus, false, Relation.Positive), (Signs.Minus, true, Relation.Positive),
                (Signs.Plus | Signs.Zero, false, Relation.NonNegative), (Signs.Minus | Signs.Zero, true, Relation.NonNegative),
            })
            {
                if (s.Within(signs))
                {
                    var one = Endpoint.Open(1) with { IsClosed = relation == Relation.NonNegative };
                    facts.Add(ExponentialFact(atom.Expression, negative, relation));
                    return negative ? new(Endpoint.Open(0), one) : new(one, Endpoint.Infinite);
                }
            }
        }

        return SignAnalysis.Of(goal, atom.Expression) switch
        {
            Signs.Plus => Extent.Positive,
            Signs.Plus | Signs.Zero => new(Endpoint.Closed(0), Endpoint.Infinite),
            _ => Extent.Line,
        };
    }

    // exp u − 1 > 0 from u > 0, or 1 − exp u > 0 from u < 0: 1 is exp 0.
    private static HaveStep ExponentialFact(Expr exponential, bool negative, Relation relation)
    {
        var one = Expr.Exp(Expr.Zero);
        var rewritten = negative ? one - exponential : exponential - one;
        var fact = negative ? Expr.One - exponential : exponential - Expr.One;
        return new(new(fact, relation), new RewriteStep(rewritten, new MonotoneStep(new SignStep())), new SignStep());
    }

    private static List<Polynomial> Candidates(IReadOnlyList<Atom> atoms, List<Extent> bounds)
    {
        var result = new List<Polynomial>();
        for (var i = 0; i < atoms.Count; i++)
        {
            var y = Polynomial.Atom(i);
            result.Add(y);
            foreach (var end in new[] { bounds[i].Lower, bounds[i].Upper })
            {
                if (end.Value is { } v && v != Rational.Zero)
                {
                    result.Add((y - Polynomial.Constant(v)).Normalised().Primitive);
                }
            }

            if (bounds[i] is { Lower.Value: { } a, Upper.Value: { } b })
            {
                result.Add((y - Polynomial.Constant((a + b) / 2)).Normalised().Primitive);
            }

            for (var k = 0; k < i; k++)
            {
                result.Add(y - Polynomial.Atom(k));
                result.Add(y + Polynomial.Atom(k));
            }
        }

        return result;
    }

    private static bool IsOne(Expr e) => e.Kind == ExprKind.Number && e.Number == Rational.One;
}
