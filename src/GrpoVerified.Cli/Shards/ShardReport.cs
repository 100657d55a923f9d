using System.CommandLine;
using GrpoVerified.Cli.Parameters;
using GrpoVerified.Cli.Reporting;

namespace GrpoVerified.Cli.Shards;

/// <summary>Does a shard and says where it is.</summary>
internal static class ShardReport
{
    /// <summary>Does a shard's work, or finds it done.</summary>
    /// <param name="context">Where the report goes.</param>
    /// <param name="parsed">The command line.</param>
    /// <param name="shard">The part.</param>
    /// <param name="whole">The file of the whole, from --out.</param>
    /// <param name="fact">What the verb wants to know when the parts are put together.</param>
    /// <param name="work">See <see cref="ShardFile.Complete"/>.</param>
    /// <param name="format">How to write the report.</param>
    public static int Run(CommandContext context, ParseResult parsed, Shard shard, string? whole, string fact, Func<string, IReadOnlyList<string>> work, ReportFormat format)
    {
        if (whole is null)
        {
            throw new UsageException("no file for the shard", "option --shard", "name the file of the whole with --out FILE; the shard is written beside it");
        }

        OutputFolder.Require(whole, "option --out");
        var (path, wasThere) = ShardFile.Complete(ShardHeader.Create(parsed, shard, fact), shard, whole, work);
        ReportWriter.Write(
            new Report(parsed.CommandResult.Command.Name, [("shard", Value.Text(shard.ToString()))], [new Field("file", "file", Value.Text(path)), new Field("finished", "finished", Value.Text(wasThere ? "before" : "now"))]), format, context.Output);
        return ExitCode.Holds;
    }
}
