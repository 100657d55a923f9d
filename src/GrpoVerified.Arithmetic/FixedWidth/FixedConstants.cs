namespace GrpoVerified.Arithmetic;

/// <summary>Constants and proved error bounds of one width; theorems BX2 to BX5 in docs/formulas.md.</summary>
/// <typeparam name="T">The width.</typeparam>
internal static class FixedConstants<T>
    where T : struct, IFixedWidth<T>
{
    /// <summary>log 2, too small by less than one ulp.</summary>
    public static readonly T Log2 = FixedWidth.FromScaled<T>(FixedLog2.Scaled(64 * T.Limbs));

    /// <summary>2^(−64n).</summary>
    public static readonly double Ulp = Math.ScaleB(1, -64 * T.Limbs);

    /// <summary>Bound of the error of the half reciprocal root.</summary>
    public static readonly double RootError = Math.ScaleB(1, T.Limbs switch { 3 => -175, 4 => -233, _ => -360 });

    /// <summary>Bound of the error of the quarter inverse.</summary>
    public static readonly double InverseError = Math.ScaleB(1, T.Limbs switch { 3 => -173, 4 => -231, _ => -360 });

    /// <summary>Bound of the error of e^t/4.</summary>
    public static readonly double ExpError = 128 * Ulp;
}
