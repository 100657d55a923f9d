namespace GrpoVerified.Cli.Oracle;

/// <summary>A request that cannot be answered with a value; becomes an error answer.</summary>
internal sealed class OracleException(string code, string message) : Exception(UsageException.OneLine(message))
{
    /// <summary>Not one JSON object on one line.</summary>
    public const string Syntax = "syntax";

    /// <summary>The line is longer than the limit.</summary>
    public const string TooLong = "too-long";

    /// <summary>No such quantity.</summary>
    public const string UnknownQuantity = "unknown-quantity";

    /// <summary>A field that the quantity does not take.</summary>
    public const string UnknownParameter = "unknown-parameter";

    /// <summary>A parameter that the quantity needs.</summary>
    public const string MissingParameter = "missing-parameter";

    /// <summary>A parameter of the wrong type, or no number.</summary>
    public const string BadParameter = "bad-parameter";

    /// <summary>A number outside the domain of the quantity.</summary>
    public const string Domain = "domain";

    /// <summary>The digits could not be certified.</summary>
    public const string Undecided = "undecided";

    /// <summary>A defect of the oracle.</summary>
    public const string Internal = "internal";

    /// <summary>One of the codes above; a contract.</summary>
    public string Code { get; } = code;
}
