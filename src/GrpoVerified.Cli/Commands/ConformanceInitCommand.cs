using System.CommandLine;
using GrpoVerified.Cli.Parameters;
using GrpoVerified.Cli.Reporting;

namespace GrpoVerified.Cli.Commands;

/// <summary><c>conformance init</c>: writes what stands between your code and the protocol.</summary>
internal static class ConformanceInitCommand
{
    private static readonly (string Language, string[] Files, string[] Next)[] Templates =
    [
        ("python", ["grpo_shim.py", "my_trainer.py"], ["infer-profile -- python3 my_trainer.py", "conformance -- python3 my_trainer.py"]),
        ("csharp", ["my-trainer.csproj", "Program.cs"], ["infer-profile -- dotnet out/my-trainer.dll", "conformance -- dotnet out/my-trainer.dll"]),
    ];

    /// <summary>The verb.</summary>
    public static Command Build(CommandContext context)
    {
        var command = new Command("init", "Writes a shim that speaks the protocol, and functions to call your code from.");
        var language = ExactOption.Create("--language", "python|csharp", "Language of your code (default python).");
        var output = ExactOption.Create("--output", "directory", "Where to write (default the current directory).");
        var force = new Option<bool>("--force") { Description = "Overwrite files that exist." };
        command.Add(language);
        command.Add(output);
        command.Add(force);
        var format = new FormatOption(command, withDigits: false);
        command.SetAction(Run);
        return command;

        int Run(ParseResult parsed)
        {
            var template = Templates[Array.IndexOf(["python", "csharp"], ExactOption.ReadWord(parsed, language, "python", "csharp"))];
            var directory = parsed.GetValue(output) ?? ".";
            var files = template.Files.Select(f => Path.Combine(directory, f)).ToList();
            if (files.Find(File.Exists) is { } existing && !parsed.GetValue(force))
            {
                throw new UsageException($"file {UsageException.Quote(existing)} exists", CommandContext.ToolName + " conformance init", "choose another --output, or overwrite with --force");
            }

            Directory.CreateDirectory(directory);
            foreach (var (name, path) in template.Files.Zip(files))
            {
                using var resource = typeof(ConformanceInitCommand).Assembly.GetManifestResourceStream($"Templates/{template.Language}/{name}")
                    ?? throw new InvalidOperationException($"the template {name} is not in the assembly");
                using var target = File.Create(path);
                resource.CopyTo(target);
            }

            List<string> next = [.. template.Language is "csharp" ? ["dotnet build -c Release -o out"] : Array.Empty<string>(), .. template.Next.Select(n => $"{CommandContext.ToolName} {n}")];
            ReportWriter.Write(
                new Report("conformance init", [("language", Value.Text(template.Language))],
                [
                    new Field("files", "written", Value.List(files.Select(Value.Text))),
                    new Field("next", "next", Value.Brief(Value.List(next.Select(Value.Text)), string.Join("; then ", next))),
                ]),
                format.Read(parsed), context.Output);
            return ExitCode.Holds;
        }
    }
}
