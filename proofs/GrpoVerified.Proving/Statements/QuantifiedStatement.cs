using System.Globalization;

namespace GrpoVerified.Proving.Statements;

/// <summary>What a quantified statement claims of its expression.</summary>
public enum Conclusion
{
    /// <summary>It is positive.</summary>
    Positive,

    /// <summary>It is at least zero.</summary>
    NonNegative,

    /// <summary>It is zero.</summary>
    Zero,

    /// <summary>It has a zero in the range of the one <c>exists</c> variable.</summary>
    Root,

    /// <summary>It has exactly one zero there.</summary>
    UniqueRoot,
}

/// <summary>
/// For all points of a box at which the assumptions hold there are values of the <c>exists</c> variables such that the expression is
/// defined and has the sign.
/// </summary>
public sealed record QuantifiedStatement : Statement
{
    /// <summary>A statement; its expressions are lowered to the operations of the format.</summary>
    public QuantifiedStatement(
        IEnumerable<Axis> forAll, IEnumerable<Axis> exists, IEnumerable<Condition> assumptions, Conclusion conclusion, Expr expression)
    {
        ForAll = [.. forAll];
        Exists = [.. exists];
        Assumptions = [.. assumptions.Select(a => a with { Expression = Lowering.Lower(a.Expression) })];
        Conclusion = conclusion;
        Expression = Lowering.Lower(expression);
        Validate();
        Lines = [.. Write()];
    }

    /// <summary>For all points of the box: the expression has the sign.</summary>
    public static QuantifiedStatement Show(IEnumerable<Axis> forAll, Expr expression, Relation relation, params IEnumerable<Condition> assumptions)
        => new(forAll, [], assumptions, ConclusionOf(relation), expression);

    /// <summary>The universally quantified variables, in order.</summary>
    public IReadOnlyList<Axis> ForAll { get; }

    /// <summary>The existentially quantified variables, in order.</summary>
    public IReadOnlyList<Axis> Exists { get; }

    /// <summary>The assumptions.</summary>
    public IReadOnlyList<Condition> Assumptions { get; }

    /// <summary>What is claimed.</summary>
    public Conclusion Conclusion { get; }

    /// <summary>The expression it is claimed of.</summary>
    public Expr Expression { get; }

    /// <summary>The sign that is claimed; null for roots.</summary>
    public Relation? Relation => Conclusion switch
    {
        Conclusion.Positive => Statements.Relation.Positive,
        Conclusion.NonNegative => Statements.Relation.NonNegative,
        Conclusion.Zero => Statements.Relation.Zero,
        _ => null,
    };

    /// <inheritdoc/>
    public override IReadOnlyList<string> Lines { get; }

    /// <summary>The claim of a sign.</summary>
    public static Conclusion ConclusionOf(Relation relation) => relation switch
    {
        Statements.Relation.Positive => Conclusion.Positive,
        Statements.Relation.NonNegative => Conclusion.NonNegative,
        _ => Conclusion.Zero,
    };

    /// <inheritdoc/>
    public bool Equals(QuantifiedStatement? other) => other is not null && Lines.SequenceEqual(other.Lines, StringComparer.Ordinal);

    /// <inheritdoc/>
    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(Hash);

    /// <inheritdoc/>
    public override string ToString() => base.ToString();

    private IEnumerable<string> Write()
    {
        foreach (var axis in ForAll)
        {
            yield return $"forall {axis}";
        }

        foreach (var axis in Exists)
        {
            yield return $"exists {axis}";
        }

        var program = new SharedProgram([.. Assumptions.Select(a => a.Expression), Expression]);
        foreach (var line in program.Lines)
        {
            yield return line;
        }

        for (var i = 0; i < Assumptions.Count; i++)
        {
            yield return string.Create(CultureInfo.InvariantCulture, $"assume v{program.Roots[i]} {RelationText.Of(Assumptions[i].Relation)} 0");
        }

        var index = program.Roots[^1];
        yield return Relation is { } relation
            ? string.Create(CultureInfo.InvariantCulture, $"show v{index} {RelationText.Of(relation)} 0")
            : string.Create(CultureInfo.InvariantCulture, $"{(Conclusion == Conclusion.Root ? "root" : "unique-root")} v{index}");
    }

    private void Validate()
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var axis in ForAll.Concat(Exists))
        {
            Require(names.Add(axis.Name), $"the variable {axis.Name} is quantified twice");
            Require(axis.Extent.IsValid, $"the range {axis.Extent} of {axis.Name} is empty");
        }

        var inner = Exists.Select(a => a.Name).ToHashSet(StringComparer.Ordinal);
        foreach (var name in Expression.FreeVariables.Concat(Assumptions.SelectMany(a => a.Expression.FreeVariables)))
        {
            Require(names.Contains(name), $"the variable {name} has no range; give it one, such as {name} in [0, 1]");
        }

        Require(
            !Assumptions.Any(a => a.Expression.FreeVariables.Any(inner.Contains)),
            "an assumption contains an existentially quantified variable; assumptions are about the forall variables");
        Require(Relation is not null || Exists.Count == 1, "a root needs exactly one exists variable");
    }

    private static void Require(bool condition, string message)
    {
        if (!condition)
        {
            throw new CertificateFormatException(message);
        }
    }
}
