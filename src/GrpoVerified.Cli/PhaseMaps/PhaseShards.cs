using GrpoVerified.Cli.Shards;
using GrpoVerified.Reports.PhaseMaps;

namespace GrpoVerified.Cli.PhaseMaps;

/// <summary>Shards of a sweep: every n-th cell.</summary>
internal static class PhaseShards
{
    /// <summary>What the shards' headers say of the whole: the first line of its file of cells.</summary>
    public static string Fact(PhaseGrid grid) => CellFile.Header(grid, PhaseRun.All(grid));

    /// <summary>Computes a shard's cells into a file, or what is missing of them.</summary>
    public static IReadOnlyList<string> Run(CommandContext context, PhaseGrid grid, Shard shard, string path)
    {
        PhaseRun.Compute(context, grid, path, [.. PhaseRun.All(grid).Where(shard.Has)], resume: true);
        return [.. File.ReadLines(path).Skip(1)];
    }

    /// <summary>Puts the cells together as the file of a run that was stopped after its last cell, and lets the verb go on from there.</summary>
    public static int Merge(ShardSet set, string path, Func<int> goOn)
    {
        var count = (int)System.Text.Json.Nodes.JsonNode.Parse(set.Header.Fact)!["cells"]!;
        var lines = new string?[count];
        for (var i = 0; i < set.Files.Count; i++)
        {
            var shard = new Shard(i + 1, set.Files.Count);
            foreach (var line in set.Files[i].Lines)
            {
                if (CellLine.Read(line) is not { } cell || cell.Index < 0 || cell.Index >= count || !shard.Has(cell.Index) || lines[cell.Index] is not null)
                {
                    throw new UsageException("a cell that is not of this shard, or is there twice", set.Files[i].Path, "delete the file and run its shard again");
                }

                lines[cell.Index] = line;
            }
        }

        var gap = Array.IndexOf(lines, null);
        if (gap >= 0)
        {
            throw new UsageException($"cell {gap} is missing", set.Files[gap % set.Files.Count].Path, "delete the file and run its shard again");
        }

        File.WriteAllText(path + PhaseRun.CellsExtension, string.Join('\n', [set.Header.Fact, .. lines]) + "\n");
        return goOn();
    }
}
