namespace GrpoVerified.Properties.Process;

/// <summary>How to start an implementation that speaks the protocol.</summary>
/// <param name="File">The program.</param>
/// <param name="Arguments">Its arguments.</param>
public sealed record TrainerCommand(string File, IReadOnlyList<string> Arguments)
{
    /// <summary>Longest time for one answer; the first one, which includes the start of the program, has <see cref="StartTimeout"/>.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>Longest time from the start of the program to its description.</summary>
    public TimeSpan StartTimeout { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>How often the program is started again after a crash, a hang or garbage; after that every request is a fault.</summary>
    public int MaxRestarts { get; init; } = 20;

    /// <summary>The command as it is shown.</summary>
    public override string ToString() => string.Join(' ', Arguments.Prepend(File));
}
