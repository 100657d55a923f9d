namespace GrpoVerified.Theory;

/// <summary>
/// States that code relies on an invariant of the iteration. Where its parameters are constants for which the invariant certainly
/// fails, the analyzers say so at compile time (rule GRPO1002).
/// </summary>
/// <param name="invariant">What the code relies on.</param>
[AttributeUsage(AttributeTargets.Method | AttributeTargets.Constructor | AttributeTargets.Property | AttributeTargets.Class | AttributeTargets.Struct | AttributeTargets.Parameter, AllowMultiple = true)]
public sealed class RequiresAttribute(Invariant invariant) : Attribute
{
    /// <summary>What the code relies on.</summary>
    public Invariant Invariant { get; } = invariant;
}

/// <summary>A property of the orbit p_0 = p_ref, p_n = h(p_{n−1}).</summary>
public enum Invariant
{
    /// <summary>p_0 &lt; p_1 &lt; … and p_n converges. A theorem for p_ref ≥ 1/2 (claim F1), false in general (claim F5).</summary>
    MonotoneConvergence,

    /// <summary>p_n converges. A theorem for p_ref ≥ 0.01004 (claim F8) and for β ≥ M_ε (claim F6), false in general (claim F10).</summary>
    Convergence,

    /// <summary>Every iterate exceeds p_ref. A theorem for 0 &lt; p_ref &lt; 1 (claim C5); 0 and 1 are absorbing (claim B7).</summary>
    Amplification,
}
