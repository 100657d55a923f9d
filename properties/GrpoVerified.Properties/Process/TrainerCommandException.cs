namespace GrpoVerified.Properties.Process;

/// <summary>An implementation cannot be tried at all: its program does not start, or its description cannot be read.</summary>
public sealed class TrainerCommandException : Exception
{
    /// <summary>With a reason in one line.</summary>
    public TrainerCommandException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    /// <summary>With a reason in one line.</summary>
    public TrainerCommandException(string message)
        : base(message)
    {
    }

    /// <summary>Without a reason.</summary>
    public TrainerCommandException()
        : base("the program cannot be tried")
    {
    }
}
