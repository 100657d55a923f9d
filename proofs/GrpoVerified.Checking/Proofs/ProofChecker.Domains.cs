using System.Collections.Immutable;

namespace GrpoVerified.Checking.Proofs;

/// <summary>Rules that change the domain.</summary>
internal sealed partial class ProofChecker
{
    private void Cut(Step step, Context context)
    {
        step.Keys("step", "axis", "at", "below", "above");
        var i = context.Domain.Index(step.Text("axis"));
        var at = Rational.Parse(step.Text("at"));
        var range = context.Domain.Axes[i].Range;
        Refusal.If(!range.Contains(at) || range.Lower.At == at || range.Upper.At == at, "the cut is not strictly inside the interval");

        var end = new End(at, true);
        Prove(step, "below", context with { Domain = context.Domain.Set(i, range with { Upper = end }) });
        Prove(step, "above", context with { Domain = context.Domain.Set(i, range with { Lower = end }) });
    }

    // Where e grows with x it is at least its value at the lower end of x; where it falls, at the upper end.
    private void Vary(Step step, Context context)
    {
        step.Keys("step", "axis", "toward", "slope", "then");
        NotEquality(context);
        var i = context.Domain.Index(step.Text("axis"));
        var (name, range) = context.Domain.Axes[i];
        var lower = step.Text("toward") switch { "lower" => true, "upper" => false, _ => throw new Refusal("'toward' is neither lower nor upper") };
        var end = lower ? range.Lower : range.Upper;
        Refusal.If(
            end.At is null || !end.Closed || context.Facts.Exists(f => terms.Contains(f.Term, name)),
            "the end is not closed and finite, or a fact contains the variable");

        DefinedBySigns(context.Goal.Term, context);
        var slope = Derivative.Of(terms, context.Goal.Term, name);
        Prove(step, "slope", context.Proves(lower ? slope : terms.Of(Operation.Neg, slope), Relation.NonNegative));
        Prove(step, "then", context with { Domain = context.Domain.Set(i, RealInterval.Point(end.At.Value)) });
    }

    private void Abstract(Step step, Context context)
    {
        step.Keys("step", "program", "as", "interval", "lower?", "upper?", "then");
        var g = Expression(step, context.Domain);
        var range = RealInterval.Parse(step.Text("interval"));
        Bound("lower", range.Lower, lo => terms.Of(Operation.Sub, g, lo));
        Bound("upper", range.Upper, hi => terms.Of(Operation.Sub, hi, g));
        if (range.Lower.At is null && range.Upper.At is null)
        {
            DefinedBySigns(g, context);
        }

        var domain = context.Domain.With(step.Text("as"), range);
        Prove(step, "then", Replaced(context with { Domain = domain }, g, terms.Var(domain.Axes[^1].Name)));

        void Bound(string key, End end, Func<int, int> goal)
        {
            Refusal.If(step.Has(key) != end.At is not null, $"'{key}' belongs to a finite end, and only to that");

            if (end.At is { } q)
            {
                Prove(step, key, context.Proves(goal(terms.Num(q)), end.Closed ? Relation.NonNegative : Relation.Positive));
            }
        }
    }

    private void Change(Step step, Context context)
    {
        var by = step.Text("by");
        step.Keys(by == "affine" ? ["step", "axis", "to", "by", "scale", "offset", "then"] : ["step", "axis", "to", "by", "then"]);
        var i = context.Domain.Index(step.Text("axis"));
        var (name, range) = context.Domain.Axes[i];
        var to = step.Text("to");
        to = to == name ? name : Domain.Name(to, context.Domain);
        var (image, ends) = by == "affine"
            ? Changes.Affine(terms, terms.Var(to), range, Rational.Parse(step.Text("scale")), Rational.Parse(step.Text("offset")))
            : Changes.Of(by, terms, terms.Var(to), range);
        Prove(step, "then", Replaced(context with { Domain = context.Domain.Set(i, ends, to) }, terms.Var(name), image));
    }

    private Context Replaced(Context context, int part, int by) => context with
    {
        Goal = context.Goal with { Term = terms.Replace(context.Goal.Term, part, by) },
        Facts = context.Facts.Select(f => f with { Term = terms.Replace(f.Term, part, by) }).ToImmutableList(),
    };
}
