namespace GrpoVerified.Arithmetic;

/// <content>What does not need straight-line code.</content>
internal readonly partial struct ThirteenDigits : IDigitWidth
{
    /// <inheritdoc/>
    public static int Digits => 13;

    /// <inheritdoc/>
    public static int SeriesDegree => 14;

    /// <inheritdoc/>
    public static int RootError => 30;

    /// <inheritdoc/>
    public static int InverseError => 28;

    /// <inheritdoc/>
    public static int ExpError => 384;
}
