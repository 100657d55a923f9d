using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace GrpoVerified.Cli.Shards;

/// <summary>A finished shard: a header, one line for each item, and a last line with the SHA-256 of everything before it.</summary>
/// <param name="Path">The file.</param>
/// <param name="Header">What it belongs to.</param>
/// <param name="Lines">The items.</param>
internal sealed record ShardFile(string Path, ShardHeader Header, IReadOnlyList<string> Lines)
{
    private const string Seal = "sha256 ";

    /// <summary>Does the work of a shard, unless its file is there and finished; what is unfinished is kept beside it.</summary>
    /// <param name="header">What it belongs to.</param>
    /// <param name="shard">The part.</param>
    /// <param name="whole">The file of the whole.</param>
    /// <param name="work">Does the work into the given file, or goes on with what that holds, and returns the items.</param>
    /// <returns>The shard's file, and whether it was there before.</returns>
    public static (string Path, bool WasThere) Complete(ShardHeader header, Shard shard, string whole, Func<string, IReadOnlyList<string>> work)
    {
        var path = shard.PathOf(whole);
        if (File.Exists(path))
        {
            return string.Equals(Read(path).Header.Line(), header.Line(), StringComparison.Ordinal)
                ? (path, true)
                : throw new UsageException("the file there belongs to another command or another build", path, "give another --out, or delete it");
        }

        var unfinished = path + ".partial-" + header.Digest();
        var lines = work(unfinished);
        var text = new StringBuilder().Append(header.Line()).Append('\n');
        foreach (var line in lines)
        {
            text.Append(line).Append('\n');
        }

        var body = text.ToString();
        var written = path + ".new-" + header.Digest();
        File.WriteAllText(written, body + SealOf(body) + "\n");
        File.Move(written, path, overwrite: true);
        File.Delete(unfinished);
        return (path, false);
    }

    /// <summary>Reads a finished shard.</summary>
    /// <exception cref="UsageException">The file is none, is cut off, or was changed.</exception>
    public static ShardFile Read(string path)
    {
        if (!File.Exists(path))
        {
            throw new UsageException("there is no such file", path, "run its shard first");
        }

        var text = File.ReadAllText(path);
        var end = text.IndexOf('\n', StringComparison.Ordinal);
        if (end < 0 || ShardHeader.Read(text[..end]) is not { } header)
        {
            throw new UsageException("the file is no finished shard of this format", path, "give the files FILE.shard-i-of-n that --shard i/n wrote");
        }

        var seal = text.EndsWith('\n') ? text.LastIndexOf('\n', text.Length - 2) + 1 : 0;
        return seal > 0 && string.Equals(text[seal..].TrimEnd('\n'), SealOf(text[..seal]), StringComparison.Ordinal)
            ? new(path, header, text[..seal].Split('\n')[1..^1])
            : throw new UsageException("the file is cut off or was changed: its checksum is not that of its contents", path, "delete it and run its shard again");
    }

    private static string SealOf(string body) => string.Create(CultureInfo.InvariantCulture, $"{Seal}{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(body)))}");
}
