using GrpoVerified.Proving.Statements;

namespace GrpoVerified.Proving.Certificates;

/// <summary>A statement with its proof.</summary>
/// <param name="Name">The file's name without <c>.cert.json</c>.</param>
/// <param name="Claim">Id in the catalogue such as <c>C7</c>; null for a user's own claim.</param>
/// <param name="Title">One line for people.</param>
/// <param name="Statement">What is proved.</param>
/// <param name="Proof">The proof.</param>
public sealed record Certificate(string Name, string? Claim, string Title, Statement Statement, ProofStep Proof)
{
    /// <summary>The word in the key <c>format</c>.</summary>
    public const string Format = "grpo-verified-certificate";

    /// <summary>The version of the format.</summary>
    public const int Version = 1;

    /// <summary>The ending of the names of certificate files.</summary>
    public const string Extension = ".cert.json";

    /// <summary>SHA-256 of the statement's lines: as this library writes them, or, for a certificate that was read, as its file does.</summary>
    public string StatementHash { get; init; } = Statement.Hash;
}
