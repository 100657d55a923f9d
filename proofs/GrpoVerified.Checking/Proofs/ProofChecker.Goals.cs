namespace GrpoVerified.Checking.Proofs;

/// <summary>Rules that change the goal or the facts, on the same domain.</summary>
internal sealed partial class ProofChecker
{
    private void Sign(Step step, Context context)
    {
        step.Keys("step");
        var signs = SignEvaluation.Of(terms, context.Goal.Term, context);
        Refusal.If((signs & ~SignTable.Of(context.Goal.Relation)) != 0, $"the signs of the goal are only known to be among {{{signs}}}");
    }

    private void Have(Step step, Context context)
    {
        step.Keys("step", "program", "sign", "proof", "then");
        var fact = new Judgement(Expression(step, context.Domain), Statement.RelationOf(step.Text("sign")));
        Prove(step, "proof", context with { Goal = fact });
        Prove(step, "then", context with { Facts = context.Facts.Add(fact) });
    }

    private void Rewrite(Step step, Context context)
    {
        step.Keys("step", "program", "then");
        var e = Expression(step, context.Domain);
        DefinedBySigns(context.Goal.Term, context);
        Refusal.If(!new NormalForm(terms, budget).Same(context.Goal.Term, e), "the goal and its rewritten form have different normal forms");

        Prove(step, "then", context.Proves(e, context.Goal.Relation));
    }

    private void Identity(Step step, Context context)
    {
        step.Keys("step");
        DefinedBySigns(context.Goal.Term, context);
        Refusal.If(
            context.Goal.Relation == Relation.Positive || !new NormalForm(terms, budget).IsZero(context.Goal.Term),
            "the goal is not an identity: its normal form is not 0, or its sign is >");
    }

    // f(a) - f(b) has the sign of a - b for an increasing f.
    private void Monotone(Step step, Context context)
    {
        step.Keys("step", "then");
        NotEquality(context);
        var (left, right) = Operands(context.Goal.Term, Operation.Sub, "sub (f a) (f b)");
        var f = terms[left].Operation;
        Refusal.If(
            f is not (Operation.Exp or Operation.Log or Operation.Sqrt) || terms[right].Operation != f,
            "the goal is not of the form sub (f a) (f b) with f one of exp, log, sqrt");

        var (a, b) = (terms[left].Left, terms[right].Left);
        var outside = f == Operation.Log ? ~Signs.Plus : f == Operation.Sqrt ? Signs.Minus : Signs.None;
        Refusal.If(
            f != Operation.Exp && (SignEvaluation.Of(terms, b, context) & outside) != 0,
            "the smaller operand may leave the domain of the function, as far as signs tell");

        Prove(step, "then", context.Proves(terms.Of(Operation.Sub, a, b), context.Goal.Relation));
    }

    private void Abs(Step step, Context context)
    {
        step.Keys("step", "minus", "plus");
        NotEquality(context);
        var (b, abs) = Operands(context.Goal.Term, Operation.Sub, "sub b (abs a)");
        var (a, _) = Operands(abs, Operation.Abs, "sub b (abs a)");
        Prove(step, "minus", context.Proves(terms.Of(Operation.Sub, b, a), context.Goal.Relation));
        Prove(step, "plus", context.Proves(terms.Of(Operation.Add, b, a), context.Goal.Relation));
    }

    private void Minimum(Step step, Context context)
    {
        step.Keys("step", "left", "right");
        NotEquality(context);
        var (a, b) = Operands(context.Goal.Term, Operation.Min, "min a b");
        Prove(step, "left", context.Proves(a, context.Goal.Relation));
        Prove(step, "right", context.Proves(b, context.Goal.Relation));
    }

    private void Maximum(Step step, Context context)
    {
        step.Keys("step", "side", "then");
        NotEquality(context);
        var (a, b) = Operands(context.Goal.Term, Operation.Max, "max a b");
        var left = step.Text("side") switch { "left" => true, "right" => false, _ => throw new Refusal("'side' is neither left nor right") };
        DefinedBySigns(left ? b : a, context);
        Prove(step, "then", context.Proves(left ? a : b, context.Goal.Relation));
    }

    // a >= 0 and a² > b² give a > |b| >= b.
    private void Square(Step step, Context context)
    {
        step.Keys("step", "nonnegative", "then");
        NotEquality(context);
        var (a, b) = Operands(context.Goal.Term, Operation.Sub, "sub a b");
        Prove(step, "nonnegative", context.Proves(a, Relation.NonNegative));
        var difference = terms.Of(Operation.Sub, terms.Of(Operation.Square, a), terms.Of(Operation.Square, b));
        Prove(step, "then", context.Proves(difference, context.Goal.Relation));
    }

    // The other facts refute one fact, so that they never hold together.
    private void Contradiction(Step step, Context context)
    {
        step.Keys("step", "fact", "then");
        var i = step.Whole("fact", 0, 1_000_000);
        var fact = i < context.Facts.Count ? context.Facts[i] : throw new Refusal($"there is no fact {i}");
        var relation = fact.Relation switch
        {
            Relation.Positive => Relation.NonNegative,
            Relation.NonNegative => Relation.Positive,
            _ => throw new Refusal("an equality is not refuted by a sign"),
        };
        Prove(step, "then", (context with { Facts = context.Facts.RemoveAt(i) }).Proves(terms.Of(Operation.Neg, fact.Term), relation));
    }
}
