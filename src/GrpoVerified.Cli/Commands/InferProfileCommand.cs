using System.CommandLine;
using GrpoVerified.Cli.Conformance;
using GrpoVerified.Cli.Parameters;
using GrpoVerified.Cli.Reporting;
using GrpoVerified.Properties.Inference;
using GrpoVerified.Properties.Process;

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
            var inferred = Infer(context, child);
            ReportWriter.Write(new Report("infer-profile", [("implementation", Value.Text(child.Description.Name))], Sections(inferred)), asked, context.Output);
            return inferred.Consistent.Count > 0 ? ExitCode.Holds : ExitCode.Inconclusive;
        }
    }

    /// <summary>Probes an implementation; Ctrl-C ends it between two probes.</summary>
    public static InferredProfile Infer(CommandContext context, ProcessTrainer trainer)
        => ProgressBar.Run(context, "probing", 1, (_, cancellation) => ProfileInference.Infer(trainer, cancellation: cancellation), keepsWork: true);

    private static IEnumerable<Section> Sections(InferredProfile inferred)
    {
        // The likeliest value of each axis; null where nothing that was tried fits.
        var areas = inferred.Axes.GroupBy(a => a.Area, StringComparer.Ordinal).ToList();
        yield return new Field("profile", "likeliest", Value.Brief(
            Value.Record([.. areas.Select(area => (area.Key, Value.Record([.. area.Select(a => (a.Name, a.Values.Count > 0 ? Value.Text(a.Values[0]) : Value.None))])))]),
            string.Join("; ", areas.Select(area => $"{area.Key}: {string.Join(", ", area.Select(a => $"{a.Name} {(a.Values.Count > 0 ? a.Values[0] : "unknown")}"))}"))));
        yield return new Field("names", "named profiles that fit", Value.List(inferred.Consistent.Select(p => Value.Text(p.Name))));
        yield return new Rows("axes", "axes", ["area", "axis", "certain", "values"], inferred.Axes.Select(a => (IReadOnlyList<Value>)
        [
            Value.Text(a.Area), Value.Text(a.Name), Value.Boolean(a.IsCertain), Value.List(a.Values.Select(Value.Text)),
        ]));
        yield return new Field("undetermined", "undetermined", Value.Brief(Value.List(inferred.Undetermined.Select(Value.Text)), inferred.Undetermined.Count > 0 ? string.Join("; ", inferred.Undetermined) : "nothing"));
        yield return new Field("probes", "probes", Value.Integer(inferred.Probes));
        yield return new Field("format", "format of the probes", Value.Text(inferred.Format));
        yield return new Notes(["certain means: the only value, among those tried, that fits every answer within rounding"]);
    }
}
