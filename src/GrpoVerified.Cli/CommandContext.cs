namespace GrpoVerified.Cli;

/// <summary>What a command may touch of the world: three streams and what is known about them.</summary>
/// <param name="Input">Standard input, bytes.</param>
/// <param name="Output">Standard output, bytes: results only.</param>
/// <param name="Error">Standard error, text: the error line and progress.</param>
/// <param name="ErrorIsTerminal">Whether progress may be drawn on standard error.</param>
internal sealed record CommandContext(Stream Input, Stream Output, TextWriter Error, bool ErrorIsTerminal)
{
    /// <summary>Name of the tool as typed.</summary>
    public const string ToolName = "grpo-verified";
}
