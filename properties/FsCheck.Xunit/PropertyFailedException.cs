namespace FsCheck.Xunit;

/// <summary>A property was falsified or exhausted; the message is FsCheck's report with a line that replays the case.</summary>
#pragma warning disable CA1032 // made by the runner only
public class PropertyFailedException : Exception
#pragma warning restore CA1032
{
    internal PropertyFailedException(string report, Exception? cause)
        : base(Environment.NewLine + report, cause)
    {
    }
}
