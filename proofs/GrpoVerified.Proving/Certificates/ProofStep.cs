using GrpoVerified.Proving.Statements;

namespace GrpoVerified.Proving.Certificates;

/// <summary>One step of a proof, as data. The rules are those of docs/certificate-format.md, section Proof steps.</summary>
public abstract record ProofStep
{
    private protected ProofStep(string name) => Name = name;

    /// <summary>The step's word in the format.</summary>
    public string Name { get; }

    /// <summary>The sub-proofs, in the order in which they are written.</summary>
    public virtual IEnumerable<ProofStep> Children => [];

    /// <summary>Number of leaves of all trees and of all other end steps below this one.</summary>
    public long LeafCount
    {
        get
        {
            var total = 0L;
            var open = new Stack<ProofStep>([this]);
            while (open.TryPop(out var step))
            {
                total += step.OwnLeaves;
                foreach (var child in step.Children)
                {
                    open.Push(child);
                }
            }

            return total;
        }
    }

    private protected virtual long OwnLeaves => 0;

    private protected static long LeavesOf(string tree) => tree.LongCount(static c => !char.IsAsciiLetterUpper(c));
}

/// <summary>The table of signs decides.</summary>
public sealed record SignStep() : ProofStep("sign")
{
    private protected override long OwnLeaves => 1;
}

/// <summary>The goal is zero in normal form.</summary>
public sealed record IdentityStep() : ProofStep("identity")
{
    private protected override long OwnLeaves => 1;
}

/// <summary>Bisection tree in preorder: capitals split an axis; <c>.</c> natural, <c>*</c> mean value, <c>x</c> a fact is violated.</summary>
/// <param name="Precision">Relative precision of the evaluation, in bits.</param>
/// <param name="Tree">The tree.</param>
public sealed record TreeStep(int Precision, string Tree) : ProofStep("tree")
{
    private protected override long OwnLeaves => LeavesOf(Tree);
}

/// <summary>The domain is cut at a number.</summary>
public sealed record CutStep(string Axis, Rational At, ProofStep Below, ProofStep Above) : ProofStep("cut")
{
    /// <inheritdoc/>
    public override IEnumerable<ProofStep> Children => [Below, Above];
}

/// <summary>A fact is proved, then used.</summary>
public sealed record HaveStep(Condition Fact, ProofStep Proof, ProofStep Then) : ProofStep("have")
{
    /// <inheritdoc/>
    public override IEnumerable<ProofStep> Children => [Proof, Then];
}

/// <summary>The goal is replaced by an expression of the same normal form.</summary>
public sealed record RewriteStep(Expr Expression, ProofStep Then) : ProofStep("rewrite")
{
    /// <inheritdoc/>
    public override IEnumerable<ProofStep> Children => [Then];
}

/// <summary>exp, log or sqrt is taken off both sides.</summary>
public sealed record MonotoneStep(ProofStep Then) : ProofStep("monotone")
{
    /// <inheritdoc/>
    public override IEnumerable<ProofStep> Children => [Then];
}

/// <summary>The goal is monotone in a variable: its worst end is enough.</summary>
/// <param name="Axis">The variable.</param>
/// <param name="TowardLower">Whether the lower end is the worst.</param>
/// <param name="Slope">Proof of the sign of the derivative.</param>
/// <param name="Then">Proof at the end.</param>
public sealed record VaryStep(string Axis, bool TowardLower, ProofStep Slope, ProofStep Then) : ProofStep("vary")
{
    /// <inheritdoc/>
    public override IEnumerable<ProofStep> Children => [Slope, Then];
}

/// <summary>A change of variable.</summary>
/// <param name="Axis">The variable replaced.</param>
/// <param name="To">The new variable.</param>
/// <param name="By">The transformation.</param>
/// <param name="Then">Proof in the new variable.</param>
public sealed record ChangeStep(string Axis, string To, Substitution By, ProofStep Then) : ProofStep("change")
{
    /// <inheritdoc/>
    public override IEnumerable<ProofStep> Children => [Then];
}

/// <summary>A part of the goal becomes a variable of known range.</summary>
/// <param name="Part">The part.</param>
/// <param name="As">The new variable's name.</param>
/// <param name="Extent">Its range.</param>
/// <param name="Lower">Proof of the lower end; null if infinite.</param>
/// <param name="Upper">Proof of the upper end; null if infinite.</param>
/// <param name="Then">Proof with the variable.</param>
public sealed record AbstractStep(Expr Part, string As, Extent Extent, ProofStep? Lower, ProofStep? Upper, ProofStep Then) : ProofStep("abstract")
{
    /// <inheritdoc/>
    public override IEnumerable<ProofStep> Children => new[] { Lower, Upper, Then }.OfType<ProofStep>();
}

/// <summary>b − |a| from b − a and b + a.</summary>
public sealed record AbsStep(ProofStep Minus, ProofStep Plus) : ProofStep("abs")
{
    /// <inheritdoc/>
    public override IEnumerable<ProofStep> Children => [Minus, Plus];
}

/// <summary>A minimum: both operands.</summary>
public sealed record MinimumStep(ProofStep Left, ProofStep Right) : ProofStep("minimum")
{
    /// <inheritdoc/>
    public override IEnumerable<ProofStep> Children => [Left, Right];
}

/// <summary>A maximum: one operand.</summary>
public sealed record MaximumStep(bool LeftSide, ProofStep Then) : ProofStep("maximum")
{
    /// <inheritdoc/>
    public override IEnumerable<ProofStep> Children => [Then];
}

/// <summary>a − b from a ≥ 0 and a² − b².</summary>
public sealed record SquareStep(ProofStep NonNegative, ProofStep Then) : ProofStep("square")
{
    /// <inheritdoc/>
    public override IEnumerable<ProofStep> Children => [NonNegative, Then];
}

/// <summary>The facts contradict each other.</summary>
public sealed record ContradictionStep(int Fact, ProofStep Then) : ProofStep("contradiction")
{
    /// <inheritdoc/>
    public override IEnumerable<ProofStep> Children => [Then];
}

/// <summary>Values for the <c>exists</c> variables.</summary>
public sealed record WitnessStep(IReadOnlyList<KeyValuePair<string, Rational>> At, ProofStep Then) : ProofStep("witness")
{
    /// <inheritdoc/>
    public override IEnumerable<ProofStep> Children => [Then];
}

/// <summary>A change of sign brackets a zero; a slope of one sign makes it the only one.</summary>
public sealed record BracketStep(bool Rising, ProofStep Defined, ProofStep Low, ProofStep High, ProofStep? Slope) : ProofStep("bracket")
{
    /// <inheritdoc/>
    public override IEnumerable<ProofStep> Children => new[] { Defined, Low, High, Slope }.OfType<ProofStep>();
}

/// <summary>Newton's method for a point of a cycle: slopes along the orbits of the leaves, and the image of the centre.</summary>
/// <param name="Precision">Relative precision of the evaluation, in bits.</param>
/// <param name="Tree">The tree over the interval; its leaves are <c>.</c>.</param>
public sealed record NewtonStep(int Precision, string Tree) : ProofStep("newton")
{
    private protected override long OwnLeaves => LeavesOf(Tree);
}

/// <summary>An orbit enters a box that an iterate maps into itself and contracts.</summary>
/// <param name="Precision">Relative precision of the evaluation, in bits.</param>
/// <param name="Enter">The step at which the orbit is in the box.</param>
/// <param name="Box">The box.</param>
/// <param name="Slope">A bound, below 1, of the slopes of the iterate on the box.</param>
/// <param name="Tree">The tree over the box; its leaves are <c>.</c>.</param>
public sealed record OrbitStep(int Precision, int Enter, Extent Box, Rational Slope, string Tree) : ProofStep("orbit")
{
    private protected override long OwnLeaves => LeavesOf(Tree);
}
