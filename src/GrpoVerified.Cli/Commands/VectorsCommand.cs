using System.CommandLine;
using GrpoVerified.Cli.Parameters;
using GrpoVerified.Cli.Reporting;
using GrpoVerified.Reports.Vectors;

namespace GrpoVerified.Cli.Commands;

/// <summary><c>vectors --out DIR</c>: golden values to pin in a trainer's own tests.</summary>
internal static class VectorsCommand
{
    /// <summary>The verb.</summary>
    public static Command Build(CommandContext context)
    {
        var command = new Command("vectors", "Golden values as JSON and CSV: exact inputs, 60 certified digits, the bits of the nearest double; with a schema, checksums and a reader.");
        var folder = ExactOption.Create("--out", "dir", "The folder to write to; made where it is missing.");
        command.Add(folder);
        var format = new FormatOption(command, withDigits: false);
        command.SetAction(parsed =>
        {
            var path = parsed.GetValue(folder) ?? throw new UsageException("option '--out' is missing", CommandContext.ToolName + " vectors", "add --out <dir>, the folder to write to");
            var counts = ProgressBar.Run(context, "golden values", 2000, (progress, cancellation) => VectorFiles.Write(path, progress, cancellation));
            List<Section> sections =
            [
                new Rows("quantities", "values", ["quantity", "count"], counts.Select(c => (IReadOnlyList<Value>)[Value.Text(c.Quantity), Value.Integer(c.Count)])),
                new Field("total", "total", Value.Integer(counts.Sum(c => c.Count))),
                new Notes(["read_vectors.py in the folder checks the checksums and reads the values"]),
            ];
            ReportWriter.Write(new Report("vectors", [("out", Value.Text(path))], sections), format.Read(parsed), context.Output);
            return ExitCode.Holds;
        });
        return command;
    }
}
