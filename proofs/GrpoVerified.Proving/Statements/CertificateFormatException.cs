namespace GrpoVerified.Proving.Statements;

/// <summary>A text that is not of the certificate format, or a statement that it cannot hold. The message is one line.</summary>
public sealed class CertificateFormatException : FormatException
{
    /// <summary>An exception without details.</summary>
    public CertificateFormatException()
    {
    }

    /// <summary>An exception with a one-line message.</summary>
    public CertificateFormatException(string message)
        : base(message)
    {
    }

    /// <summary>An exception with a one-line message and its cause.</summary>
    public CertificateFormatException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
