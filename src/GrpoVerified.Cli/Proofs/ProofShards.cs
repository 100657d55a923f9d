using System.Globalization;
using GrpoVerified.Cli.Shards;
using GrpoVerified.Conjectures;
using GrpoVerified.Proving.Search;

namespace GrpoVerified.Cli.Proofs;

/// <summary>Shards of a proof: the boxes of the branch and bound over the whole domain are shared out.</summary>
internal static class ProofShards
{
    /// <summary>What the shards' headers say of the whole: how many conclusions there are.</summary>
    public static string Fact(Conjecture conjecture)
        => conjecture.Existential.Count == 0
            ? conjecture.Conclusions.Count.ToString(CultureInfo.InvariantCulture)
            : throw new UsageException("a claim with 'there is' is not shared out", "option --shard", "leave it out");

    /// <summary>Does a shard's part into a checkpoint, or what is missing of it.</summary>
    public static IReadOnlyList<string> Run(CommandContext context, Conjecture conjecture, ProofSettings settings, Shard shard, string checkpoint)
    {
        new ProofRun(context, conjecture, settings).Explore(new Share(shard.Number - 1, shard.Count), checkpoint);
        return File.Exists(checkpoint) ? [.. Checkpoint.ReadAll(checkpoint).OrderBy(x => x.Key, StringComparer.Ordinal).Select(x => Checkpoint.Line(x).TrimEnd('\n'))] : [];
    }

    /// <summary>Puts the decisions together as the checkpoint of an interrupted run, and lets the verb go on from there.</summary>
    public static int Merge(ShardSet set, string path, Func<int> goOn)
    {
        IReadOnlyDictionary<string, string> whole;
        try
        {
            whole = Share.Together([.. set.Files.Select(Decisions)]);
        }
        catch (FormatException e)
        {
            throw new UsageException(e.Message, set.Files[0].Path, "delete the shards and run them again with one build");
        }

        var settings = new ProofSettings(path, null, 1, 1, Resume: true);
        var count = int.Parse(set.Header.Fact, CultureInfo.InvariantCulture);
        var checkpoints = Enumerable.Range(0, count).Select(i => settings.CertificatePath(string.Empty, i, count) + ProofRun.Unfinished).ToList();
        foreach (var checkpoint in checkpoints)
        {
            Checkpoint.WriteAll(checkpoint, whole);
        }

        var code = goOn();
        foreach (var checkpoint in code == ExitCode.Inconclusive ? [] : checkpoints)
        {
            File.Delete(checkpoint);
        }

        return code;
    }

    private static Dictionary<string, string> Decisions(ShardFile file)
        => file.Lines.Select(l => l.Split(' ')).ToDictionary(w => w[0], w => w[2], StringComparer.Ordinal);
}
