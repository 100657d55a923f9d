namespace GrpoVerified.Arithmetic;

/// <summary>A text that is not a number this library reads. The message is one line: what is wrong, where, what to do.</summary>
public sealed class RationalFormatException : FormatException
{
    /// <summary>An exception without details.</summary>
    public RationalFormatException()
    {
    }

    /// <summary>An exception with the given one-line message.</summary>
    public RationalFormatException(string message)
        : base(message)
    {
    }

    /// <summary>An exception with the given one-line message and its cause.</summary>
    public RationalFormatException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
