using System.Globalization;
using GrpoVerified.Proving.Certificates;
using GrpoVerified.Proving.Statements;

namespace GrpoVerified.Proving.Coq;

/// <summary>Proof steps as terms of Certificates/Proof.v; the scope numbers the variables of the present domain.</summary>
internal sealed class CoqProof
{
    private int _next;

    /// <param name="variables">How many variables the statement has; new ones are numbered from here.</param>
    public CoqProof(int variables) => _next = variables;

    /// <summary>A root step: a <c>certificate</c>.</summary>
    public string Root(ProofStep step, IReadOnlyDictionary<string, int> scope) => step switch
    {
        WitnessStep s => $"Witness {CoqData.List(s.At.Select(a => $"({CoqData.Variable(scope[a.Key])}, {CoqNumbers.Data(a.Value)})"))} {Step(s.Then, scope)}",
        BracketStep s => $"Bracket {(s.Rising ? "true" : "false")} {Step(s.Defined, scope)} {Step(s.Low, scope)} {Step(s.High, scope)} {Optional(s.Slope, scope)}",
        OrbitStep s => string.Create(
            CultureInfo.InvariantCulture,
            $"OrbitBox (OrbitData {s.Precision}%positive {s.Enter}%nat {Ends(s.Box)} {CoqNumbers.Data(s.Slope)} {CoqData.Tree(s.Tree)})"),
        NewtonStep s => string.Create(CultureInfo.InvariantCulture, $"NewtonCells (NewtonData {s.Precision}%positive {CoqData.Tree(s.Tree)})"),
        _ => $"Direct {Step(step, scope)}",
    };

    /// <summary>The ends of a closed interval, as a pair.</summary>
    public static string Ends(Extent box) => $"({CoqNumbers.Data(box.Lower.Value!.Value)}, {CoqNumbers.Data(box.Upper.Value!.Value)})";

    private static string Change(Substitution by) => by.Kind switch
    {
        SubstitutionKind.Reciprocal => "Reciprocal",
        SubstitutionKind.Odds => "Odds",
        SubstitutionKind.LogOdds => "LogOdds",
        SubstitutionKind.Exp => "Exponential",
        SubstitutionKind.Square => "SquareOf",
        SubstitutionKind.Complement => "Complement",
        _ => $"(Affine {CoqNumbers.Data(by.Scale)} {CoqNumbers.Data(by.Offset)})",
    };

    private static Dictionary<string, int> With(IReadOnlyDictionary<string, int> scope, string name, int number, string? without = null)
    {
        var result = new Dictionary<string, int>(scope, StringComparer.Ordinal);
        if (without is not null)
        {
            result.Remove(without);
        }

        result[name] = number;
        return result;
    }

    private string Optional(ProofStep? step, IReadOnlyDictionary<string, int> scope) => step is null ? "ByAbsurd" : Step(step, scope);

    private string Step(ProofStep step, IReadOnlyDictionary<string, int> scope) => step switch
    {
        SignStep => "BySign",
        IdentityStep => "ByIdentity",
        TreeStep s => string.Create(CultureInfo.InvariantCulture, $"(ByTree {s.Precision}%positive {CoqData.Tree(s.Tree)})"),
        CutStep s => $"(ByCut {CoqData.Variable(scope[s.Axis])} {CoqNumbers.Data(s.At)} {Step(s.Below, scope)} {Step(s.Above, scope)})",
        HaveStep s => $"(ByHave {CoqData.Expression(s.Fact.Expression, scope)} {CoqData.Sign(s.Fact.Relation)} {Step(s.Proof, scope)}\n  {Step(s.Then, scope)})",
        RewriteStep s => $"(ByRewrite {CoqData.Expression(s.Expression, scope)}\n  {Step(s.Then, scope)})",
        MonotoneStep s => $"(ByMonotone {Step(s.Then, scope)})",
        VaryStep s => $"(ByVary {CoqData.Variable(scope[s.Axis])} {(s.TowardLower ? "Lower" : "Upper")} {Step(s.Slope, scope)}\n  {Step(s.Then, scope)})",
        ChangeStep s => ChangeTo(s, scope),
        AbstractStep s => Abstract(s, scope),
        AbsStep s => $"(ByAbs {Step(s.Minus, scope)} {Step(s.Plus, scope)})",
        MinimumStep s => $"(ByMinimum {Step(s.Left, scope)} {Step(s.Right, scope)})",
        MaximumStep s => $"(ByMaximum {(s.LeftSide ? "Left" : "Right")} {Step(s.Then, scope)})",
        SquareStep s => $"(BySquare {Step(s.NonNegative, scope)} {Step(s.Then, scope)})",
        ContradictionStep s => $"(ByContradiction {CoqData.Variable(s.Fact)} {Step(s.Then, scope)})",
        _ => throw new CertificateFormatException($"the step {step.Name} can only stand at the root of a proof"),
    };

    private string ChangeTo(ChangeStep s, IReadOnlyDictionary<string, int> scope)
    {
        var x = scope[s.Axis];
        var t = s.To == s.Axis ? x : _next++;
        return $"(ByChange {CoqData.Variable(x)} {CoqData.Variable(t)} {Change(s.By)}\n  {Step(s.Then, With(scope, s.To, t, s.Axis))})";
    }

    private string Abstract(AbstractStep s, IReadOnlyDictionary<string, int> scope)
    {
        var x = _next++;
        return $"(ByAbstract {CoqData.Expression(s.Part, scope)} {CoqData.Variable(x)} {CoqData.Interval(s.Extent)} "
            + $"{Optional(s.Lower, scope)} {Optional(s.Upper, scope)}\n  {Step(s.Then, With(scope, s.As, x))})";
    }
}
