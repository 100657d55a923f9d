namespace GrpoVerified.Cli;

/// <summary>Exit codes of the tool. They are a contract: scripts branch on them.</summary>
internal static class ExitCode
{
    /// <summary>The command did its job and nothing it checked is contradicted.</summary>
    public const int Holds = 0;

    /// <summary>Something checked is refuted or fails.</summary>
    public const int Refuted = 1;

    /// <summary>Wrong usage or unreadable input; one line on stderr says what, where and what to do.</summary>
    public const int Usage = 2;

    /// <summary>Undecided, or a budget was spent.</summary>
    public const int Inconclusive = 3;

    /// <summary>A defect of the tool itself.</summary>
    public const int Internal = 4;

    /// <summary>Interrupted from the keyboard (128 + SIGINT).</summary>
    public const int Interrupted = 130;

    /// <summary>The reader of stdout went away, as in <c>| head</c> (128 + SIGPIPE).</summary>
    public const int BrokenPipe = 141;
}
