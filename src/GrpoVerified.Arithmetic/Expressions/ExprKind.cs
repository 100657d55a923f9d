namespace GrpoVerified.Arithmetic;

/// <summary>What a node of an <see cref="Expr"/> is.</summary>
public enum ExprKind
{
    /// <summary>An exact rational number.</summary>
    Number,

    /// <summary>A named variable.</summary>
    Variable,

    /// <summary>Left + right.</summary>
    Add,

    /// <summary>Left − right.</summary>
    Subtract,

    /// <summary>−left.</summary>
    Negate,

    /// <summary>Left · right.</summary>
    Multiply,

    /// <summary>Left / right.</summary>
    Divide,

    /// <summary>Left².</summary>
    Square,

    /// <summary>Left to a fixed integer power ≥ 0.</summary>
    Pow,

    /// <summary>e^left.</summary>
    Exp,

    /// <summary>Natural logarithm of left.</summary>
    Log,

    /// <summary>√left.</summary>
    Sqrt,

    /// <summary>The smaller of left and right.</summary>
    Min,

    /// <summary>The larger of left and right.</summary>
    Max,

    /// <summary>|left|.</summary>
    Abs,

    /// <summary>1/√left.</summary>
    ReciprocalSqrt,

    /// <summary>e^left − 1.</summary>
    Expm1,

    /// <summary>log(1 + left).</summary>
    Log1p,

    /// <summary>Hyperbolic cosine.</summary>
    Cosh,

    /// <summary>Hyperbolic sine.</summary>
    Sinh,

    /// <summary>Inverse hyperbolic sine.</summary>
    Asinh,

    /// <summary>Inverse hyperbolic tangent.</summary>
    Atanh,

    /// <summary>1/(1 + e^−left).</summary>
    Logistic,
}
