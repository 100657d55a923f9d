namespace GrpoVerified.Cli;

/// <summary>The user stopped a command that kept what it had finished; the message says how to go on.</summary>
internal sealed class InterruptedException(string message) : OperationCanceledException(message);
