namespace GrpoVerified.Arithmetic;

/// <content>What does not need straight-line code.</content>
internal readonly partial struct SevenDigits : IDigitWidth
{
    /// <inheritdoc/>
    public static int Digits => 7;

    /// <inheritdoc/>
    public static int SeriesDegree => 7;

    /// <inheritdoc/>
    public static int RootError => 25;

    /// <inheritdoc/>
    public static int InverseError => 16;

    /// <inheritdoc/>
    public static int ExpError => 192;
}
