namespace GrpoVerified.Checking.Proofs;

/// <summary>Walks a proof. Each rule turns a goal into the goals of its sub-proofs; a rule that does not apply refuses.</summary>
internal sealed partial class ProofChecker(Terms terms, ProgramReader programs, Statement statement, Bisection bisection, Budget budget)
{
    private const int MaxNesting = 2000;

    private int _nesting;

    /// <summary>Steps met so far.</summary>
    public int Steps { get; private set; }

    /// <summary>Checks the proof of the statement.</summary>
    public void Check(Step root) => At(root, () =>
    {
        var context = new Context(statement.Domain, [.. statement.Assumptions], statement.Goal);
        switch (statement.Conclusion)
        {
            case Conclusion.Cycle:
                Rule(root, "orbit", () => new CycleSteps(root, statement, terms, bisection, budget).Orbit());
                break;
            case Conclusion.UniqueCycle:
                Rule(root, "newton", () => new CycleSteps(root, statement, terms, bisection, budget).Newton());
                break;
            case Conclusion.Root or Conclusion.UniqueRoot:
                Rule(root, "bracket", () => Bracket(root, context));
                break;
            case Conclusion.Show when statement.Domain.Axes.Length > statement.Universal:
                Rule(root, "witness", () => Witness(root, context));
                break;
            default:
                Prove(root, context);
                break;
        }
    });

    private void Rule(Step step, string kind, Action check)
    {
        Steps++;
        Refusal.If(step.Kind != kind, $"a statement of this kind is proved by the step '{kind}'");

        check();
    }

    private static void At(Step step, Action check)
    {
        try
        {
            check();
        }
        catch (Refusal e) when (e.Place.Length == 0)
        {
            throw e.At(step.Place.ToString());
        }
    }

    private void Prove(Step parent, string child, Context context) => Prove(parent.Child(child), context);

    private void Prove(Step step, Context context)
    {
        Steps++;
        budget.Spend(500 + (20L * (context.Facts.Count + context.Domain.Axes.Length)));
        if (++_nesting > MaxNesting)
        {
            throw new Refusal($"more than {MaxNesting} steps inside each other", step.Place.ToString());
        }

        At(step, () => Apply(step, context));
        _nesting--;
    }

    private void Apply(Step step, Context context)
    {
        switch (step.Kind)
        {
            case "sign": Sign(step, context); break;
            case "tree": TreeStep.Check(step, context, terms, bisection, budget); break;
            case "cut": Cut(step, context); break;
            case "have": Have(step, context); break;
            case "rewrite": Rewrite(step, context); break;
            case "identity": Identity(step, context); break;
            case "monotone": Monotone(step, context); break;
            case "vary": Vary(step, context); break;
            case "change": Change(step, context); break;
            case "abstract": Abstract(step, context); break;
            case "abs": Abs(step, context); break;
            case "minimum": Minimum(step, context); break;
            case "maximum": Maximum(step, context); break;
            case "square": Square(step, context); break;
            case "contradiction": Contradiction(step, context); break;
            default: throw new Refusal($"no step '{Rational.Short(step.Kind)}' here");
        }
    }

    // The operands of a goal that must have this operation.
    private (int Left, int Right) Operands(int term, Operation operation, string form)
        => terms[term].Operation == operation ? (terms[term].Left, terms[term].Right) : throw new Refusal($"the goal is not of the form {form}");

    // Rules about inequalities prove nothing of equalities.
    private static void NotEquality(Context context)
    {
        Refusal.If(context.Goal.Relation == Relation.Zero, "this step does not prove an equality");
    }

    private void DefinedBySigns(int term, Context context) => SignEvaluation.Of(terms, term, context);

    // The last line of a program over the present domain.
    private int Expression(Step step, Domain domain) => programs.Read(step.Texts("program"), domain)[^1];
}
