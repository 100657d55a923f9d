using GrpoVerified.Conjectures.Functions;
using GrpoVerified.Conjectures.Refutation;
using GrpoVerified.Proving.Certificates;
using GrpoVerified.Proving.Statements;

namespace GrpoVerified.Conjectures;

/// <summary>
/// A conclusion that is linear in fixed points follows from the same conclusion about their images: D(x) = D(h(x)) − c (h(x) − x),
/// and h(x) − x = 0 is a hypothesis.
/// </summary>
public sealed class FixedPointProof
{
    private readonly Condition _image;
    private readonly Expr _rewritten;

    private FixedPointProof(QuantifiedStatement statement, Condition image, Expr rewritten)
    {
        ImageStatement = statement;
        _image = image;
        _rewritten = rewritten;
    }

    /// <summary>The statement about the images, to be proved first.</summary>
    public QuantifiedStatement ImageStatement { get; }

    /// <summary>The way through the images, or null if the claim has no fixed points or the conclusion is not linear in them.</summary>
    public static FixedPointProof? Of(Conjecture conjecture, Comparison conclusion)
    {
        ArgumentNullException.ThrowIfNull(conjecture);
        ArgumentNullException.ThrowIfNull(conclusion);
        if (conjecture.FixedPoints.Count == 0)
        {
            return null;
        }

        var statement = ConjectureStatements.Of(conjecture, conclusion);
        var images = conjecture.FixedPoints.ToDictionary(f => f.Name, f => SuccessMaps.Reference(Expr.Variable(f.Name)), StringComparer.Ordinal);
        var image = Lowering.Lower(conclusion.Difference.Substitute(images));
        var rewritten = image;
        foreach (var (name, mapped) in images)
        {
            if (Slope(conclusion.Difference, name) is not { } slope)
            {
                return null;
            }

            // The same expression as the hypothesis h(x) - x == 0, so that the table of signs knows it.
            var hypothesis = Lowering.Lower(mapped - Expr.Variable(name));
            rewritten = slope.IsZero ? rewritten : rewritten - (Expr.FromRational(slope) * hypothesis);
        }

        return new(
            new QuantifiedStatement(statement.ForAll, [], statement.Assumptions, statement.Conclusion, image),
            new Condition(image, statement.Relation!.Value),
            rewritten);
    }

    /// <summary>The proof of the claim from the proof of <see cref="ImageStatement"/>.</summary>
    public ProofStep Conclude(ProofStep imageProof) => new HaveStep(_image, imageProof, new RewriteStep(_rewritten, new SignStep()));

    // The constant slope in a variable, or null where the slope is not constant.
    private static Rational? Slope(Expr expression, string variable)
    {
        if (Differentiation.Kink(expression, variable) is not null)
        {
            return null;
        }

        var slope = Lowering.Lower(Differentiation.Of(expression, variable));
        return slope.FreeVariables.Count > 0
            ? null
            : PointProgram.Evaluate(slope.Program.Instructions, new Dictionary<string, PointValue>(StringComparer.Ordinal), 64)[^1].Exact;
    }
}
