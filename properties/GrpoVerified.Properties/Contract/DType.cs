namespace GrpoVerified.Properties.Contract;

/// <summary>The floating-point format a trainer is asked to compute in.</summary>
public enum DType
{
    /// <summary>IEEE double, 53 significant bits.</summary>
    Float64,

    /// <summary>IEEE single, 24 significant bits.</summary>
    Float32,

    /// <summary>bfloat16: 8 significant bits and the exponents of single.</summary>
    BFloat16,

    /// <summary>IEEE half, 11 significant bits.</summary>
    Float16,
}
