namespace GrpoVerified.Properties.Rules;

/// <summary>What a case shows to be wrong.</summary>
/// <param name="Message">The fact, in one line.</param>
/// <param name="Place">Which value of the answer.</param>
/// <param name="Expected">What was expected, in words or digits.</param>
internal sealed record Finding(string Message, string Place, string Expected)
{
    public double? Lower { get; init; }

    public double? Upper { get; init; }

    public double? Observed { get; init; }

    public double? Ulps { get; init; }

    /// <summary>Single changes of the profile under which the answer fits.</summary>
    public IReadOnlyList<string> Fits { get; init; } = [];
}
