namespace GrpoVerified.Claims;

/// <summary>A grid file cannot be read. The message is one line: what, where (line or entry), what to do.</summary>
public sealed class GridFormatException : FormatException
{
    /// <summary>Creates the exception.</summary>
    public GridFormatException()
    {
    }

    /// <summary>Creates the exception.</summary>
    public GridFormatException(string message)
        : base(message)
    {
    }

    /// <summary>Creates the exception.</summary>
    public GridFormatException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
