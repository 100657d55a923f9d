namespace GrpoVerified.Cli.Conformance;

/// <summary>One checked statement, for the formats that other tools read (SARIF, JUnit).</summary>
/// <param name="Id">Id of the rule.</param>
/// <param name="Name">The rule in words.</param>
/// <param name="IsBinding">Whether a violation fails the run.</param>
/// <param name="State">What came of it.</param>
/// <param name="Message">The fact in one line; the reason where it was skipped.</param>
/// <param name="Detail">The whole report.</param>
/// <param name="File">File it is about, or null.</param>
/// <param name="Line">Line in the file, from 1, or 0.</param>
internal sealed record Finding(string Id, string Name, bool IsBinding, FindingState State, string Message, string Detail, string? File = null, long Line = 0);

/// <summary>What came of a check.</summary>
internal enum FindingState
{
    /// <summary>It holds on every case tried.</summary>
    Passed,

    /// <summary>A case contradicts it.</summary>
    Failed,

    /// <summary>It was not tried.</summary>
    Skipped,
}
