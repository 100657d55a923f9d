using System.Globalization;

namespace GrpoVerified.Cli.Shards;

/// <summary>All shards of one whole, each once, in order.</summary>
internal sealed record ShardSet(IReadOnlyList<ShardFile> Files)
{
    /// <summary>What the shards have in common.</summary>
    public ShardHeader Header => Files[0].Header;

    /// <summary>Reads the files and checks that they are the parts of one whole.</summary>
    /// <exception cref="UsageException">A part is missing, there twice, or of another command or build.</exception>
    public static ShardSet Read(IReadOnlyList<string> paths)
    {
        var files = paths.Select(ShardFile.Read).ToList();
        var first = files[0];
        foreach (var file in files)
        {
            var (a, b) = (first.Header, file.Header);
            var different = a.Of != b.Of ? $"it is one of {b.Of} shards, {first.Path} one of {a.Of}"
                : !string.Equals(a.Verb, b.Verb, StringComparison.Ordinal) || !a.Arguments.SequenceEqual(b.Arguments, StringComparer.Ordinal) ? $"it was made by another command than {first.Path}"
                : !string.Equals(a.Build, b.Build, StringComparison.Ordinal) ? $"it was made by another build of the program than {first.Path}"
                : !string.Equals(a.Fact, b.Fact, StringComparison.Ordinal) ? $"it found other circumstances than {first.Path}"
                : null;
            if (different is not null)
            {
                throw new UsageException(different, file.Path, "merge the shards of one command, made by one build");
            }
        }

        if (files.GroupBy(f => f.Header.Shard).FirstOrDefault(g => g.Count() > 1) is { } twice)
        {
            throw new UsageException(string.Create(CultureInfo.InvariantCulture, $"shard {twice.Key} is there twice"), string.Join(", ", twice.Select(f => f.Path)), "give each shard once");
        }

        var missing = Enumerable.Range(1, first.Header.Of).Except(files.Select(f => f.Header.Shard)).ToList();
        return missing.Count == 0
            ? new([.. files.OrderBy(f => f.Header.Shard)])
            : throw new UsageException(
                string.Create(CultureInfo.InvariantCulture, $"{missing.Count} of {first.Header.Of} shards missing: {string.Join(", ", missing.Take(10))}{(missing.Count > 10 ? ", ..." : string.Empty)}"), first.Path, "run them, then merge again");
    }
}
