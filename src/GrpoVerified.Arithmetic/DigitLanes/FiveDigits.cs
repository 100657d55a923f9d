namespace GrpoVerified.Arithmetic;

/// <content>What does not need straight-line code.</content>
internal readonly partial struct FiveDigits : IDigitWidth
{
    /// <inheritdoc/>
    public static int Digits => 5;

    /// <inheritdoc/>
    public static int SeriesDegree => 5;

    /// <inheritdoc/>
    public static int RootError => 18;

    /// <inheritdoc/>
    public static int InverseError => 16;

    /// <inheritdoc/>
    public static int ExpError => 128;
}
