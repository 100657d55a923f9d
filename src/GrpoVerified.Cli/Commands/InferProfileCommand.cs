using System.CommandLine;
using GrpoVerified.Cli.Conformance;
using GrpoVerified.Cli.Parameters;
using GrpoVerified.Cli.Reporting;
using GrpoVerified.Properties.Inference;

namespace GrpoVerified.Cli.Commands;

/// <summary><c>infer-profile</c>: which convention an implementation follows, by probing it.</summary>
internal static class InferProfileCommand
{
    /// <summary>The verb.</summary>
    public static Command Build(CommandContext context)
    {
        var command = new Command("infer-profile", "Which GRPO do you run? Probes an implementation: infer-profile -- <command that runs it>.");
        var trainer = new TrainerOptions(command);
        var format = new FormatOption(command, withDigits: false);
        command.SetAction(Run);
        return command;

        int Run(ParseResult parsed)
        {
            var asked = format.Read(parsed);
            using var child = trainer.Start(parsed);
            var inferred = ProfileInference.Infer(child);
            ReportWriter.Write(new Report("infer-profile", [("implementation", Value.Text(child.Description.Name))], Sections(inferred)), asked, context.Output);
            return inferred.Consistent.Count > 0 ? ExitCode.Holds : ExitCode.Inconclusive;
        }
    }

    private static IEnumerable<Section> Sections(InferredProfile inferred)
    {
        // The likeliest value of each axis; null where nothing that was tried fits.
        yield return new Field("profile", "likeliest", Value.Record([.. inferred.Axes.GroupBy(a => a.Area, StringComparer.Ordinal)
            .Select(area => (area.Key, Value.Record([.. area.Select(a => (a.Name, a.Values.Count > 0 ? Value.Text(a.Values[0]) : Value.None))])))]));
        yield return new Field("names", "named profiles that fit", Value.List(inferred.Consistent.Select(p => Value.Text(p.Name))));
        yield return new Rows("axes", "axes", ["area", "axis", "certain", "values"], inferred.Axes.Select(a => (IReadOnlyList<Value>)
        [
            Value.Text(a.Area), Value.Text(a.Name), Value.Boolean(a.IsCertain), Value.List(a.Values.Select(Value.Text)),
        ]));
        yield return new Field("undetermined", "undetermined", Value.List(inferred.Undetermined.Select(Value.Text)));
        yield return new Field("probes", "probes", Value.Integer(inferred.Probes));
        yield return new Field("format", "format of the probes", Value.Text(inferred.Format));
        yield return new Notes(["certain means: the only value, among those tried, that fits every answer within rounding"]);
    }
}
