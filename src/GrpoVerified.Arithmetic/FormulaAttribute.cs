namespace GrpoVerified.Arithmetic;

/// <summary>
/// Marks a formula: an expression of the theory that is written once over an arithmetic. In marked code the analyzers accept no
/// platform mathematics and no floating literal (rule GRPO2004), as in every generic formula over <see cref="IArithmetic{T}"/>.
/// </summary>
[AttributeUsage(AttributeTargets.Method | AttributeTargets.Property | AttributeTargets.Class | AttributeTargets.Struct)]
public sealed class FormulaAttribute : Attribute;
