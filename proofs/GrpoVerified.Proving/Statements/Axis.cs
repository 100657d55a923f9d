namespace GrpoVerified.Proving.Statements;

/// <summary>A variable and its range.</summary>
/// <param name="Name">The variable's name.</param>
/// <param name="Extent">Its range.</param>
public readonly record struct Axis(string Name, Extent Extent)
{
    /// <inheritdoc/>
    public override string ToString() => $"{Name} in {Extent}";
}
