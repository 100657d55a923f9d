namespace GrpoVerified.Theory;

/// <summary>A parameter lies outside the domain of the theory. The message is one line: what, where, what to do.</summary>
public sealed class ParameterException : ArgumentException
{
    /// <summary>Creates the exception for a parameter.</summary>
    public ParameterException(string parameter, string message)
        : base(message)
        => Parameter = parameter;

    /// <summary>Creates the exception.</summary>
    public ParameterException()
        => Parameter = string.Empty;

    /// <summary>Creates the exception.</summary>
    public ParameterException(string message)
        : base(message)
        => Parameter = string.Empty;

    /// <summary>Creates the exception.</summary>
    public ParameterException(string message, Exception innerException)
        : base(message, innerException)
        => Parameter = string.Empty;

    /// <summary>Name of the parameter, as in <see cref="GrpoParameters"/>.</summary>
    public string Parameter { get; }
}
