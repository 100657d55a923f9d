namespace GrpoVerified.Arithmetic;

/// <summary>Which of the two neighbours of given precision represents an exact result between them.</summary>
public enum RoundingMode
{
    /// <summary>The nearest; of two equally near, the one with an even last bit.</summary>
    Nearest,

    /// <summary>Toward −∞.</summary>
    Down,

    /// <summary>Toward +∞.</summary>
    Up,

    /// <summary>Toward zero.</summary>
    TowardZero,

    /// <summary>Away from zero.</summary>
    AwayFromZero,
}
