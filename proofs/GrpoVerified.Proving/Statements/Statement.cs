using System.Security.Cryptography;
using System.Text;

namespace GrpoVerified.Proving.Statements;

/// <summary>What a certificate proves, in the words of docs/certificate-format.md.</summary>
public abstract record Statement
{
    private protected Statement()
    {
    }

    /// <summary>The lines of the statement.</summary>
    public abstract IReadOnlyList<string> Lines { get; }

    /// <summary>SHA-256 of the lines, each followed by a line feed, in UTF-8; 64 lower-case hexadecimal digits.</summary>
    public string Hash => HashOf(Lines);

    /// <summary>SHA-256 of the lines as in a certificate.</summary>
    public static string HashOf(IEnumerable<string> lines)
    {
        ArgumentNullException.ThrowIfNull(lines);
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Concat(lines.Select(l => l + "\n")))));
    }

    /// <inheritdoc/>
    public override string ToString() => string.Join('\n', Lines);
}
