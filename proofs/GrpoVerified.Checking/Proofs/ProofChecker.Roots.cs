namespace GrpoVerified.Checking.Proofs;

/// <summary>Rules at the root of statements about existence.</summary>
internal sealed partial class ProofChecker
{
    private void Witness(Step step, Context context)
    {
        step.Keys("step", "at", "then");
        var at = step.Child("at");
        var names = statement.Domain.Axes.Skip(statement.Universal).Select(a => a.Name).ToArray();
        at.Keys(names);
        foreach (var name in names)
        {
            var i = context.Domain.Index(name);
            var value = Rational.Parse(at.Text(name));
            Refusal.If(!context.Domain.Axes[i].Range.Contains(value), $"the witness of '{name}' is not in its interval");

            context = context with { Domain = context.Domain.Set(i, RealInterval.Point(value)) };
        }

        Prove(step, "then", context);
    }

    // A continuous e with e(a) <= 0 <= e(b) has a zero in [a, b]; one only, if e' > 0.
    private void Bracket(Step step, Context context)
    {
        var unique = statement.Conclusion == Conclusion.UniqueRoot;
        step.Keys(unique ? ["step", "rising", "defined", "low", "high", "slope"] : ["step", "rising", "defined", "low", "high"]);
        var i = context.Domain.Axes.Length - 1;
        var (name, range) = context.Domain.Axes[i];
        Refusal.If(!range.IsClosedAndBounded, "a bracket needs a closed bounded interval");

        var e = context.Goal.Term;
        var rising = step.Truth("rising");
        Prove(step, "defined", context.Proves(terms.Of(Operation.Square, e), Relation.NonNegative));
        Prove(step, "low", AtEnd(range.Lower, negative: rising));
        Prove(step, "high", AtEnd(range.Upper, negative: !rising));
        if (unique)
        {
            var slope = Derivative.Of(terms, e, name);
            Prove(step, "slope", context.Proves(rising ? slope : terms.Of(Operation.Neg, slope), Relation.Positive));
        }

        Context AtEnd(End end, bool negative)
            => (context with { Domain = context.Domain.Set(i, RealInterval.Point(end.At!.Value)) }).Proves(negative ? terms.Of(Operation.Neg, e) : e, Relation.NonNegative);
    }
}
