using GrpoVerified.Proving.Statements;
using GrpoVerified.Proving.Tactics;
using GrpoVerified.Theory;
using GrpoVerified.Theory.Formulas;
using static GrpoVerified.Proving.Catalogue.Vocabulary;
using static GrpoVerified.Proving.Tactics.Proofs;

namespace GrpoVerified.Proving.Catalogue;

/// <summary>
/// The clipped update against the unclipped one (claims J4, J8), in odds of failure, on the whole domain. The outer min and max of the
/// update are written with roots, max(a,b) = (a+b+√((a−b)²))/2: the format has rules for a root inside a sum, and for a maximum only as a whole goal.
/// </summary>
internal static class ClippedEntries
{
    private static readonly Expr Low = Expr.Variable("clip_low");
    private static readonly Expr High = Expr.Variable("clip_high");
    private static readonly Axis[] Box = [.. Whole("(0, 1)"), In("clip_low", "(0, 1)"), In("clip_high", "(0, inf)")];
    private static readonly Probability<Expr> Reference = Probability<Expr>.FromSuccess(Ref);
    private static readonly Expr Plus = Whitening.WeightPlus(Success, Eps);
    private static readonly Expr Minus = Whitening.WeightMinus(Success, Eps);
    private static readonly Expr Odds = Lowering.Lower(Clipping.NextFailureOdds(Success, Reference.FailureOdds, Plus, Minus, Beta, Low, High));

    public static IEnumerable<CatalogueEntry> All()
    {
        // Odds = max(first, second), first = max(free, min(kink, …)).
        var first = Root(Odds.Left!);
        var whole = Larger(first, Root(Odds.Right!));
        var free = Odds.Left!.Left!;
        yield return new("J04-below-unclipped", "J4", "The clipped update is at most the unclipped one: its odds of failure are at least r exp(-Omega/beta)", NonNegative(Box, whole - free))
        {
            Script = _ => Have(first - free, Relation.NonNegative, AboveLeft, Have(whole - first, Relation.NonNegative, AboveLeft, Rewrite((whole - first) + (first - free), Sign))),
        };

        var bounded = Atop(Odds);
        yield return new("J04-above-reference", "J4", "The clipped update is at least p_ref: its odds of failure are at most p_ref's", NonNegative(Box, Lowering.Lower(Reference.FailureOdds) - bounded))
        {
            Script = auto => AtMost(bounded, Lowering.Lower(Reference.FailureOdds), auto),
        };

        yield return new("J05-kinks-above", "J5", "Both kinks of the clipped update lie above p_old, so it is free at a fixed point", Positive(
            Box, Expr.Min(Success.FailureOdds - UpperKink(), Success.FailureOdds - Clipping.LowerKink(Success, Low))));

        // Any t below both bounds is below the update: R ≥ min(kink, minus only).
        var t = Expr.Variable("t");
        var kink = Odds.Left!.Right!.Left!;
        var middle = Odds.Left!.Right!.Right!;
        var inner = Larger(middle.Left!, middle.Right!);
        var smaller = Smaller(kink, inner);
        var clamp = Larger(free, smaller);
        var update = Larger(clamp, Root(Odds.Right!));
        yield return new("J08-bound", "J8", "p_n <= max((1+e_hi) p_old, sigma(x0 + w-(p_old)/beta)): odds of failure that are at most those of both are at most those of the update", NonNegative(
            [.. Box, In("t", "(-inf, inf)")], update - t, new Condition(kink - t, Relation.NonNegative), new Condition(middle.Left! - t, Relation.NonNegative)))
        {
            Script = _ => Have(inner - middle.Left!, Relation.NonNegative, AboveLeft,
                Have(inner - t, Relation.NonNegative, Rewrite((inner - middle.Left!) + (middle.Left! - t), Sign),
                    Have(smaller - t, Relation.NonNegative, BelowBoth(kink - t, inner - t, kink - inner),
                        Have(clamp - smaller, Relation.NonNegative, AboveRight(smaller, free),
                            Have(update - clamp, Relation.NonNegative, AboveLeft, Rewrite((update - clamp) + (clamp - smaller) + (smaller - t), Sign)))))),
        };
    }

    private static Expr Larger(Expr a, Expr b) => Lowering.Lower((a + b + Expr.Sqrt(Expr.Square(a - b))) / Integer(2));

    private static Expr Smaller(Expr a, Expr b) => Lowering.Lower((a + b - Expr.Sqrt(Expr.Square(a - b))) / Integer(2));

    // max(0, ·)/· with a root.
    private static Expr UpperKink()
    {
        var kink = Lowering.Lower(Clipping.UpperKink(Success, High));
        return Root(kink.Left!) / kink.Right!;
    }

    // The outermost max with a root.
    private static Expr Root(Expr e) => e.Kind == ExprKind.Max ? Larger(e.Left!, e.Right!) : e;

    // All min and max with roots.
    private static Expr Atop(Expr e) => e.Kind switch
    {
        ExprKind.Max => Larger(Atop(e.Left!), Atop(e.Right!)),
        ExprKind.Min => Smaller(Atop(e.Left!), Atop(e.Right!)),
        _ => e,
    };

    // (a+b+√((a−b)²))/2 − a from √u ≥ a − b.
    private static Certificates.ProofStep? AboveLeft(Goals.Goal goal)
    {
        var (sum, root) = (goal.Expression.Left!.Left!, goal.Expression.Left!.Left!.Right!);
        var (a, b) = (sum.Left!.Left!, sum.Left!.Right!);
        return Have(root - (a - b), Relation.NonNegative, Square(Sign, Identity), Rewrite((root - (a - b)) / Integer(2), Sign))(goal);
    }

    private static Tactic AboveRight(Expr b, Expr a) => goal =>
    {
        var root = goal.Expression.Left!.Left!.Right!;
        return Have(root - (b - a), Relation.NonNegative, Square(Sign, Identity), Rewrite((root - (b - a)) / Integer(2), Sign))(goal);
    };

    // ((x+t)+(y+t)−√((x−y)²))/2 − t for x, y ≥ 0: (x+y)² − (x−y)² = 4xy.
    private static Tactic BelowBoth(Expr x, Expr y, Expr difference)
    {
        var root = Expr.Sqrt(Expr.Square(difference));
        var margin = x + y - root;
        return Have(margin, Relation.NonNegative, Square(Sign, Rewrite(Integer(4) * x * y, Sign)), Rewrite(margin / Integer(2), Sign));
    }

    // c − e where e is built by min and max with roots from parts of which each max has all below c and each min its right one.
    private static Tactic AtMost(Expr e, Expr c, Tactic leaf)
    {
        if (e is not { Kind: ExprKind.Divide, Left: { Kind: ExprKind.Add or ExprKind.Subtract, Left: { Kind: ExprKind.Add, Left: { } a, Right: { } b }, Right.Kind: ExprKind.Sqrt } sum })
        {
            return leaf;
        }

        // The parts are named, so that what they are made of does not enter the algebra.
        var (x, y) = (Expr.Variable("first"), b.Equals(c) ? c : Expr.Variable("second"));
        var apart = Expr.Sqrt(Expr.Square(x - y));
        var both = (c - x) + (c - y) - apart;
        Tactic Name(Expr part, Expr name, Tactic then) => name.Kind == ExprKind.Variable ? Abstract(part, name.Name!, Extent.Line, Sign, Sign, then) : then;
        Tactic Named(Tactic then) => a.Program.Instructions.Count > b.Program.Instructions.Count ? Name(a, x, Name(b, y, then)) : Name(b, y, Name(a, x, then));

        Tactic bounded = Have(c - b, Relation.NonNegative, AtMost(b, c, leaf), sum.Kind == ExprKind.Add
            ? Have(c - a, Relation.NonNegative, AtMost(a, c, leaf), Named(
                Have(both, Relation.NonNegative, Square(Sign, Rewrite(Integer(4) * (c - x) * (c - y), Sign)), Rewrite(both / Integer(2), Sign))))
            : Named(Have(apart - (x - y), Relation.NonNegative, Square(Sign, Identity), Rewrite((c - y) + ((apart - (x - y)) / Integer(2)), Sign))));
        return goal => Sign(goal) ?? bounded(goal);
    }
}
