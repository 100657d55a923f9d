using System.CommandLine;
using GrpoVerified.Cli.Conformance;
using GrpoVerified.Cli.Parameters;
using GrpoVerified.Cli.PhaseMaps;
using GrpoVerified.Cli.Proofs;
using GrpoVerified.Cli.Shards;

namespace GrpoVerified.Cli.Commands;

/// <summary><c>merge</c>: puts the shards of a sweep together. The verb itself then goes on from the finished work, so that its result is that of one run.</summary>
internal static class MergeCommand
{
    /// <summary>The verb.</summary>
    public static Command Build(CommandContext context)
    {
        var command = new Command("merge", "The parts that 'phase-map', 'prove' or 'conformance' wrote with --shard, put together: the bytes of one run.");
        var files = new Argument<string[]>("files") { Description = "All files FILE.shard-i-of-n of one command.", Arity = ArgumentArity.OneOrMore };
        var output = ExactOption.Create("--out", "file", "As of the verb; needed for phase-map and prove.");
        var format = ExactOption.Create("--format", "word", "As of the verb.");
        var plot = ExactOption.Create("--plot", "file", "As of phase-map.");
        var coq = ExactOption.Create("--emit-coq", "file", "As of prove.");
        command.Add(files);
        foreach (var option in (Option<string?>[])[output, format, plot, coq])
        {
            command.Add(option);
        }

        command.SetAction(parsed =>
        {
            var set = ShardSet.Read(parsed.GetValue(files)!);
            var path = parsed.GetValue(output);
            var passed = new[] { format, plot, coq }.Where(o => parsed.GetValue(o) is not null).SelectMany(o => (string[])[o.Name, parsed.GetValue(o)!]);
            if (path is not null)
            {
                OutputFolder.Require(path, "option --out");
            }

            if (set.Header.Verb is "conformance")
            {
                return ConformanceShards.Merge(set, merged => Again(context, set, path, [.. passed, "--merged", merged]));
            }

            if (path is null)
            {
                throw new UsageException("no file for the result", "option --out", "name it");
            }

            return set.Header.Verb switch
            {
                "phase-map" => PhaseShards.Merge(set, path, () => Again(context, set, path, [.. passed, "--resume"])),
                "prove" => ProofShards.Merge(set, path, () => Again(context, set, path, [.. passed, "--resume"])),
                _ => throw new UsageException($"no verb {UsageException.Quote(set.Header.Verb)} has shards", set.Files[0].Path, "merge files that --shard wrote"),
            };
        });
        return command;
    }

    private static int Again(CommandContext context, ShardSet set, string? path, IReadOnlyList<string> more)
    {
        var separator = set.Header.Arguments.ToList().IndexOf("--");
        var (options, rest) = separator < 0 ? (set.Header.Arguments, []) : (set.Header.Arguments.Take(separator), set.Header.Arguments.Skip(separator));
        string[] line = [set.Header.Verb, .. options, .. path is null ? (string[])[] : ["--out", path], .. more, .. rest];
        return Application.Dispatch(line, context);
    }
}
