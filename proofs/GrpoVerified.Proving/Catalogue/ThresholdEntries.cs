using GrpoVerified.Proving.Certificates;
using GrpoVerified.Proving.Statements;
using GrpoVerified.Theory;
using GrpoVerified.Theory.Formulas;
using static GrpoVerified.Proving.Catalogue.Vocabulary;
using static GrpoVerified.Proving.Tactics.Proofs;

namespace GrpoVerified.Proving.Catalogue;

/// <summary>Contraction, universal thresholds, the unsmoothed case (claims F3, F8, F9, F14, G).</summary>
internal static class ThresholdEntries
{
    private static readonly Expr M = Stability.LipschitzConstant(Eps);
    private static readonly Expr Slope = D(SuccessMap.NextLogOdds(X, Expr.Variable("x0"), Beta, Eps), "x");

    public static IEnumerable<CatalogueEntry> All() => Contraction().Concat(Universal()).Concat(Unsmoothed());

    private static IEnumerable<CatalogueEntry> Contraction()
    {
        var large = new Condition(Beta - M, Relation.NonNegative);
        yield return new("F03-contraction", "F3", "beta >= M_eps implies |F'| <= 1", NonNegative(LogOdds(), Expr.One - Expr.Abs(Slope), large))
        {
            Script = auto => Have((M / Beta) - Expr.Abs(Slope), Relation.NonNegative, auto, Have(Expr.One - (M / Beta), Relation.NonNegative, Rewrite((Beta - M) / Beta, Sign),
                Rewrite((Expr.One - (M / Beta)) + ((M / Beta) - Expr.Abs(Slope)), Sign))),
        };
        yield return new("F14-order", "F14", "beta >= M_eps implies dx_1/dx_0 = 1 + G'/beta >= 0", NonNegative(LogOdds(), Expr.One + Slope, large))
        {
            Script = auto => Have((M / Beta) + Slope, Relation.NonNegative, auto, Have(Expr.One - (M / Beta), Relation.NonNegative, Rewrite((Beta - M) / Beta, Sign),
                Rewrite((Expr.One - (M / Beta)) + ((M / Beta) + Slope), Sign))),
        };
    }

    private static IEnumerable<CatalogueEntry> Universal()
    {
        // At a flip-unstable point p < 1/2 the reference lies below logit p − 2/(1−2p); its maximum is −4.59117….
        var flip = Success.LogOdds - (Integer(2) * (Success.Variance + Eps) / (Success.Variance * (Integer(2) * (Number("1/2") - P))));
        var bound = Number("-459/100") - flip;
        yield return new("F08-universal-threshold", "F8", "logit p - 2(s+eps)/(s(1-2p)) < -4.59 for 0 < p < 1/2 and all eps >= 0", Positive(
            [In("p", "(0, 1/2)"), In("eps", "[0, inf)")], bound))
        {
            Script = auto => Vary("eps", towardLower: true, auto, Cut("p", new(7, 50), Vary("p", towardLower: false, auto, auto),
                Cut("p", new(3, 20), auto, Vary("p", towardLower: true, auto, auto)))),
        };

        // No jump: the larger of b − c and, times sinh(b/2), of 2 coth(b/2) − b − c is positive for every b.
        var b = Expr.Variable("b");
        var c = Number("1.5434");
        var margin = (Integer(2) * Expr.Cosh(b / Integer(2))) - ((b + c) * Expr.Sinh(b / Integer(2)));
        yield return new("F09-no-jump", "F9", "min(-b, b - 2 coth(b/2)) < -1.5434 for all b > 0, so a jump needs logit p_ref < -1.5434", Positive(
            [In("b", "(0, inf)")], Expr.Max(b - c, margin)))
        {
            Script = auto => Cut("b", Rational.Parse("1.543402"),
                Maximum(leftSide: false, auto), Maximum(leftSide: true, Sign)),
        };
        foreach (var (name, claim, title, f, box) in new[]
        {
            ("F09-b1", "F9", "b tanh(b/2) = 1 has exactly one root in [1,2]: 1.5434…", Tangent(X, Integer(2)), "[1, 2]"),
            ("G05-laplace", "G5", "z tanh z = 1 has exactly one root in [1,2]: 1.1996…", Tangent(X, Expr.One), "[1, 2]"),
            ("G07-beta1", "G7", "2 b asinh b = sqrt(1+b^2) has exactly one root in [1/2,1]: 0.8506…", (Integer(2) * X * Expr.Asinh(X)) - Expr.Sqrt(Expr.One + Expr.Square(X)), "[1/2, 1]"),
            ("G06-beta2", "G6", "2 sinh(w)(w + coth w) = cosh(w + coth w) has exactly one root in [0.9, 1]", NonConvergence(X), "[9/10, 1]"),
        })
        {
            yield return new(name, claim, title, new QuantifiedStatement([], [In("x", box)], [], Conclusion.UniqueRoot, f));
        }
    }

    // (x tanh(x/k) − 1) times a positive number, in exponentials.
    private static Expr Tangent(Expr x, Expr k) => (x * Expr.Sinh(x / k)) - Expr.Cosh(x / k);

    private static Expr NonConvergence(Expr w)
    {
        var t = w + (Expr.Cosh(w) / Expr.Sinh(w));
        return (Integer(2) * Expr.Sinh(w) * t) - Expr.Cosh(t);
    }

    private static IEnumerable<CatalogueEntry> Unsmoothed()
    {
        var y = Expr.Variable("y");
        var next = SuccessMap.Next(Success, Probability<Expr>.FromSuccess(Ref), Beta, Expr.Zero).Failure;
        var odds = Probability<Expr>.FromSuccess(Ref).FailureOdds;
        var bound = Expr.Exp(-(Expr.One / (Beta * Expr.Sqrt(Expr.One - P))));
        var exact = Expr.Exp(-(Whitening.Omega(Success, Expr.Zero) / Beta));
        yield return new("G02-superattracting", "G2", "1-h(p) <= ((1-p_ref)/p_ref) exp(-1/(beta sqrt(1-p))) at eps = 0", NonNegative(
            [In("p", "(0, 1)"), In("p_ref", "(0, 1)"), In("beta", "(0, inf)")], (odds * bound) - next))
        {
            Script = auto => Have(bound - exact, Relation.NonNegative, auto,
                Rewrite((odds * (bound - exact)) + (Expr.Square(odds * exact) / (Expr.One + (odds * exact))), Sign)),
        };
        yield return new("G05-escape", "G5", "cosh(y/2) > 3y/4 for all y >= 0: below beta_c = 0.7544… everything escapes", Positive(
            [In("y", "[0, inf)")], Theory.Formulas.Unsmoothed.EscapeMargin(y, Number("3/4"))))
        {
            Script = auto => Cut("y", 8, auto, Vary("y", towardLower: true, LargeExponential(y), auto)),
        };
        yield return new("G08-sinh", "G8", "sinh(y) >= y for y >= 0", NonNegative([In("y", "[0, inf)")], Expr.Sinh(y) - y));
        yield return new("G08-multiplier", "G8", "The multiplier of a 2-cycle is at most q^2", NonNegative(
            [In("d", "(0, inf)"), In("beta", "(0, inf)")],
            Expr.Square(Theory.Formulas.Unsmoothed.CycleShape(Expr.Variable("d"))) - Theory.Formulas.Unsmoothed.CycleMultiplier(Expr.Variable("d"), Beta)));
        yield return new("G01-lower-fixed-point", "G1", "At S5 exactly one fixed point in [45/100, 46/100]", new QuantifiedStatement(
            [], [In("p", "[45/100, 46/100]")], [], Conclusion.UniqueRoot, P - H(P, "1/10", "1", "0")));
        yield return new("G01-upper-fixed-point", "G1", "At S5 exactly one fixed point in [96/100, 97/100]", new QuantifiedStatement(
            [], [In("p", "[96/100, 97/100]")], [], Conclusion.UniqueRoot, P - H(P, "1/10", "1", "0")));
    }

    // For y ≥ 8: exp(y/4) ≥ 7, as 7 = exp(log 7), and the slope is a rational function of it.
    private static Tactics.Tactic LargeExponential(Expr y)
    {
        var large = Expr.Exp(y / Integer(4));
        return goal =>
        {
            var part = goal.Expression.Program.Instructions.Any(s => s.Kind == ExprKind.Exp) ? FirstExponential(goal.Expression) : large;
            var seven = Expr.Exp(Expr.Log(Integer(7)));
            return Abstract(part, "t", new(Endpoint.Closed(7), Endpoint.Infinite), Rewrite(part - seven, Monotone(g => Vary("y", towardLower: true, Sign, WitnessPoint)(g))), Sign,
                g => new Tactics.Automatic(new(new(), default)).Prove(g))(goal);
        };
    }

    private static ProofStep? WitnessPoint(Goals.Goal goal) => Search.WitnessSearch.Point(goal);

    private static Expr FirstExponential(Expr e)
    {
        var open = new Stack<Expr>([e]);
        while (open.TryPop(out var node))
        {
            if (node.Kind == ExprKind.Exp && node.Left!.Kind != ExprKind.Negate)
            {
                return node;
            }

            foreach (var child in new[] { node.Right, node.Left }.OfType<Expr>())
            {
                open.Push(child);
            }
        }

        throw new ArgumentException("The expression has no exponential.", nameof(e));
    }
}
