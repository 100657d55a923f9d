using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace GrpoVerified.Checking;

/// <summary>Checks certificates, format version 1 (docs/certificate-format.md). It never throws on any input, and its work is bounded.</summary>
public static class CertificateChecker
{
    /// <summary>What a file's name ends in.</summary>
    public const string Extension = ".cert.json";

    /// <summary>Work granted by default, in units of a few nanoseconds: a few minutes at most.</summary>
    public const long DefaultWork = 100_000_000_000;

    /// <summary>How the reason begins when the checker itself is at fault.</summary>
    internal const string InternalError = "internal error of the checker: ";

    private const int MaxBytes = 64 << 20;
    private const int StackBytes = 64 << 20;

    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private static readonly JsonDocumentOptions Strict = new() { MaxDepth = 4100, AllowDuplicateProperties = false };

    /// <summary>Checks a file; its name without <see cref="Extension"/> must be the certificate's name.</summary>
    /// <exception cref="IOException">The file cannot be read.</exception>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public static CheckResult CheckFile(string path, long work = DefaultWork, CancellationToken cancellation = default)
    {
        var name = Path.GetFileName(path);
        name = name.EndsWith(Extension, StringComparison.Ordinal) ? name[..^Extension.Length] : name;
        if (new FileInfo(path).Length > MaxBytes)
        {
            return new CheckResult { Bytes = new FileInfo(path).Length, Reason = "a file over 64 MiB", Place = "file", IsReadable = false };
        }

        return Check(File.ReadAllBytes(path), name, work, cancellation);
    }

    /// <summary>Checks the bytes of a certificate (UTF-8). When a name is given, the certificate must have it.</summary>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public static CheckResult Check(ReadOnlyMemory<byte> utf8, string? name = null, long work = DefaultWork, CancellationToken cancellation = default)
    {
        // On a thread of its own: steps nest up to 2,000 deep.
        var result = new CheckResult();
        var cancelled = false;
        var thread = new Thread(() => (result, cancelled) = Run(utf8, name, work, cancellation), StackBytes);
        thread.Start();
        thread.Join();
        return cancelled ? throw new OperationCanceledException(cancellation) : result;
    }

    private static (CheckResult Result, bool Cancelled) Run(ReadOnlyMemory<byte> utf8, string? name, long work, CancellationToken cancellation)
    {
        var result = new CheckResult { Bytes = utf8.Length };
        var budget = new Budget(work, cancellation);
        var bisection = new Bisection(budget);
        ProofChecker? proof = null;
        try
        {
            using var json = Document(utf8);
            var file = new Step(json.RootElement, new Place(null, "file"));
            var lines = Header(file, name, ref result);
            var terms = new Terms(budget);
            var programs = new ProgramReader(terms, budget);
            var statement = Read("statement", () => Statement.Parse(lines, terms, programs));
            result = result with { Statement = Wording.Of(statement, terms) };
            proof = new ProofChecker(terms, programs, statement, bisection, budget);
            proof.Check(new Step(file.Child("proof").Element, new Place(null, "proof")));
            result = result with { IsAccepted = true };
        }
        catch (Refusal e)
        {
            result = result with { Reason = e.Message, Place = e.Place.Length > 0 ? e.Place : "file", IsReadable = !e.Unreadable };
        }
        catch (OperationCanceledException)
        {
            return (result, true);
        }
#pragma warning disable CA1031 // whatever is left is a defect of this program: it proves nothing, and must not end the caller's process
        catch (Exception e)
#pragma warning restore CA1031
        {
            result = result with { Reason = InternalError + e.GetType().Name, Place = "file" };
        }

        return (result with { Leaves = bisection.Leaves, Steps = proof?.Steps ?? 0 }, false);
    }

    private static JsonDocument Document(ReadOnlyMemory<byte> utf8)
    {
        try
        {
            if (utf8.Length > MaxBytes)
            {
                throw new Refusal("a file over 64 MiB") { Unreadable = true };
            }

            _ = Utf8.GetCharCount(utf8.Span);
            var json = JsonDocument.Parse(utf8, Strict);
            return json.RootElement.ValueKind == JsonValueKind.Object ? json : throw new Refusal("not a JSON object") { Unreadable = true };
        }
        catch (Exception e) when (e is JsonException or DecoderFallbackException or InvalidOperationException)
        {
            throw new Refusal($"not JSON in UTF-8: {e.Message.ReplaceLineEndings(" ")}") { Unreadable = true };
        }
    }

    // The lines of the statement, after everything about the file is right.
    private static IReadOnlyList<string> Header(Step file, string? name, ref CheckResult result)
    {
        if (!file.Has("format") || Read("format", () => file.Text("format")) != "grpo-verified-certificate")
        {
            throw new Refusal("not a certificate: no \"format\":\"grpo-verified-certificate\"", "file") { Unreadable = true };
        }

        file.Keys("format", "version", "name", "claim", "title", "statement", "hash", "proof");
        _ = file.Whole("version", 1, 1);
        _ = file.Text("title");
        var claim = file.Element.GetProperty("claim").ValueKind == JsonValueKind.Null ? null : file.Text("claim");
        var lines = file.Texts("statement");
        var hash = Convert.ToHexStringLower(SHA256.HashData(Utf8.GetBytes(string.Concat(lines.Select(l => l + "\n")))));
        result = result with { Name = file.Text("name"), Claim = claim, Hash = hash };
        Refusal.If(
            claim is not null && (claim.Length is < 2 or > 5 || !char.IsAsciiLetterUpper(claim[0]) || !claim.Skip(1).All(char.IsAsciiDigit)),
            "'claim' is neither null nor an id such as C7",
            "claim");
        Refusal.If(file.Text("hash") != hash, $"the statement has the hash {hash}, not the stated one", "hash");
        Refusal.If(name is not null && result.Name != name, $"the certificate is named '{Rational.Short(result.Name)}', its file '{Rational.Short(name ?? string.Empty)}'", "name");
        return lines;
    }

    private static T Read<T>(string place, Func<T> read)
    {
        try
        {
            return read();
        }
        catch (Refusal e)
        {
            throw e.At(place);
        }
    }
}
