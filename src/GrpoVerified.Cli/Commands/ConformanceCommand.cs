using System.CommandLine;
using System.Globalization;
using GrpoVerified.Cli.Conformance;
using GrpoVerified.Cli.Parameters;
using GrpoVerified.Cli.Reporting;
using GrpoVerified.Cli.Shards;
using GrpoVerified.Properties.Inference;
using GrpoVerified.Properties.Process;
using GrpoVerified.Properties.Profiles;
using GrpoVerified.Properties.Reporting;
using GrpoVerified.Properties.Suites;

namespace GrpoVerified.Cli.Commands;

/// <summary><c>conformance</c>: tries somebody else's implementation against a profile.</summary>
internal sealed class ConformanceCommand
{
    private readonly CommandContext _context;
    private readonly TrainerOptions _trainer;
    private readonly Option<string?> _profile = ExactOption.Create("--profile", "name|infer", "Convention to judge against, or infer it by probing (default infer).");
    private readonly Option<string?> _rules = ExactOption.Create("--rules", "list", "Rules, as in T101,T2,required (default all).");
    private readonly Option<string?> _cases = ExactOption.Create("--cases", "n", "Cases of each rule (default 100).");
    private readonly Option<string?> _seed = ExactOption.Create("--seed", "n", "Changes the cases of every rule (default 0).");
    private readonly Option<string?> _files = ExactOption.Create("--files", "directory", "Write requests.jsonl there and read answers.jsonl back instead of starting a program.");
    private readonly Option<string?> _shard = Shard.Option();
    private readonly Option<string?> _out = ExactOption.Create("--out", "file", "With --shard: the file beside which the shard is written.");
    private readonly Option<string?> _merged = new("--merged") { Hidden = true };
    private readonly FindingFormat _format;

    private ConformanceCommand(Command command, CommandContext context)
    {
        _context = context;
        ProfileName.Offer(_profile, withInfer: true);
        _trainer = new TrainerOptions(command);
        foreach (var option in new[] { _profile, _rules, _cases, _seed, _files, _shard, _out, _merged })
        {
            command.Add(option);
        }

        _format = new FindingFormat(command);
        command.SetAction(Run);
    }

    /// <summary>The verb.</summary>
    public static Command Build(CommandContext context)
    {
        var command = new Command("conformance", "Values and gradients of your implementation against certified ones: conformance [options] -- <command that runs it>.");
        _ = new ConformanceCommand(command, context);
        command.Add(ConformanceInitCommand.Build(context));
        return command;
    }

    private int Run(ParseResult parsed)
    {
        var format = _format.Read(parsed);
        var settings = Settings(parsed);
        var name = parsed.GetValue(_profile) ?? ProfileName.Infer;
        if (parsed.GetValue(_merged) is { } merged)
        {
            var findings = ConformanceShards.ReadMerged(merged);
            var (was, all) = (findings.Subject, findings.Results);
            Write(parsed, was.Profile, was.ProfileVersion, all, [.. was.Notes, .. Restarted(findings.Restarts)], was.Implementation, format);
            return RuleReport.ExitCode(all);
        }

        if (parsed.GetValue(_files) is { } directory)
        {
            return RunFiles(parsed, directory, name, settings, format);
        }

        var named = name is ProfileName.Infer ? null : ProfileName.Read(name, "option --profile");
        using var trainer = _trainer.Start(parsed);
        var inferred = named is null ? InferProfileCommand.Infer(_context, trainer) : null;
        var profile = named ?? (inferred!.Consistent is [var first, ..] ? first : inferred.Best);
        var chosen = ConformanceSuite.Rules.Count(r => settings.Rules?.Contains(r.Id) ?? true);
        if (Shard.Read(parsed, _shard) is { } shard)
        {
            return RunShard(parsed, shard, trainer, profile, inferred, settings);
        }

        var results = new List<RuleResult>();
        var interrupted = false;
        try
        {
            ProgressBar.Run(_context, "rules", chosen, (progress, cancellation) =>
            {
                foreach (var result in ConformanceSuite.Run(trainer, profile, settings, cancellation))
                {
                    results.Add(result);
                    progress?.Report(results.Count);
                }

                return 0;
            }, keepsWork: true);
        }
        catch (OperationCanceledException)
        {
            interrupted = true;
        }

        var notes = Notes(inferred, profile, trainer, interrupted);
        Write(parsed, profile.Name, profile.Version, results, notes, trainer.Description.Name, format);
        return interrupted ? ExitCode.Interrupted : RuleReport.ExitCode(results);
    }

    private int RunFiles(ParseResult parsed, string directory, string name, SuiteSettings settings, string format)
    {
        if (_trainer.IsGiven(parsed))
        {
            throw new UsageException("both --files and a command", CommandContext.ToolName + " conformance", "give one of them");
        }

        if (name is ProfileName.Infer)
        {
            throw new UsageException("--files needs a named profile", "option --profile", $"choose one of {string.Join(", ", NamedProfiles.Names)}");
        }

        var profile = ProfileName.Read(name, "option --profile");
        FileRound round;
        try
        {
            round = FileExchange.Run(directory, profile, settings);
        }
        catch (TrainerCommandException e)
        {
            throw new UsageException(e.Message, "option --files", "the protocol is in docs/conformance-protocol.md");
        }

        if (round.Pending > 0)
        {
            Write(parsed, profile.Name, profile.Version, [], [
                string.Create(CultureInfo.InvariantCulture, $"{round.Requests} requests are in {round.RequestsFile}, {round.Pending} cases wait for answers"),
                $"answer each line with a line in {round.AnswersFile}, then run this command again",
            ], directory, format);
            return ExitCode.Inconclusive;
        }

        Write(parsed, profile.Name, profile.Version, round.Results, [], directory, format);
        return RuleReport.ExitCode(round.Results);
    }

    private void Write(ParseResult parsed, string profile, string version, IReadOnlyList<RuleResult> results, List<string> notes, string subject, string format)
    {
        List<(string, Value)> parameters =
        [
            ("profile", Value.Text(parsed.GetValue(_profile) ?? ProfileName.Infer)),
            ("rules", Value.Text(parsed.GetValue(_rules) ?? "all")),
            ("cases", Value.Text(parsed.GetValue(_cases) ?? "100")),
            ("seed", Value.Text(parsed.GetValue(_seed) ?? "0")),
        ];
        List<Section> sections =
        [
            new Field("profile", "profile", Value.Text(profile)),
            new Field("profileVersion", "describes", Value.Text(version)),
            new Field("implementation", "implementation", Value.Text(subject)),
            .. RuleReport.Sections(results, forPeople: format is not "json"),
        ];
        if (notes.Count > 0)
        {
            sections.Add(new Notes(notes));
        }

        FindingFormat.Write(format, new Report("conformance", parameters, sections), RuleReport.Findings(results), $"{subject} against {profile}", _context.Output);
    }

    private static List<string> Notes(InferredProfile? inferred, TrainerProfile profile, ProcessTrainer trainer, bool interrupted)
    {
        var notes = new List<string>();
        if (inferred is { Consistent.Count: 0 })
        {
            notes.Add("no named profile fits the probes: judged against the likeliest value of every axis; run infer-profile to see them");
        }
        else if (inferred is { Consistent.Count: > 1 })
        {
            notes.Add($"the probes fit {string.Join(", ", inferred.Consistent.Select(p => p.Name))}: judged against {profile.Name}");
        }

        notes.AddRange(Restarted(trainer.Restarts));

        if (interrupted)
        {
            notes.Add("interrupted: rules that are not listed were not tried");
        }

        return notes;
    }

    private static IEnumerable<string> Restarted(int times)
        => times > 0 ? [string.Create(CultureInfo.InvariantCulture, $"the program was started again {times} times after it failed to answer")] : [];

    private int RunShard(ParseResult parsed, Shard shard, ProcessTrainer trainer, TrainerProfile profile, InferredProfile? inferred, SuiteSettings settings)
    {
        if (settings.Replay is not null)
        {
            throw new UsageException($"{SuiteSettings.ReplayVariable} asks for one case", "option --shard", "unset it, or leave --shard out");
        }

        var subject = new ConformanceSubject(trainer.Description.Name, profile.Name, profile.Version, Notes(inferred, profile, trainer, interrupted: false), settings.Cases, settings.Seed);
        var chosen = ConformanceSuite.Rules.Where(r => settings.Rules?.Contains(r.Id) ?? true).Select(r => r.Id).ToList();
        var own = settings with { Block = shard.BlockOf(settings.Cases) };
        try
        {
            return ShardReport.Run(
                _context, parsed, shard, parsed.GetValue(_out), ConformanceShards.Fact(subject),
                file => ProgressBar.Run(
                    _context, "rules", chosen.Count,
                    (_, cancellation) => ConformanceShards.Run(file, done => ConformanceSuite.Run(trainer, profile, own with { Rules = chosen.Skip(done).ToHashSet(StringComparer.Ordinal) }, cancellation), () => trainer.Restarts),
                    keepsWork: true),
                ReportFormat.Table);
        }
        catch (OperationCanceledException)
        {
            throw new InterruptedException("interrupted; finished rules are kept; the same command goes on");
        }
    }

    private SuiteSettings Settings(ParseResult parsed)
    {
        SuiteSettings settings;
        try
        {
            settings = SuiteSettings.FromEnvironment();
        }
        catch (FormatException e)
        {
            throw new UsageException(e.Message, "environment", "set it right, or unset it");
        }

        return settings with
        {
            Cases = parsed.GetValue(_cases) is null ? settings.Cases : ExactOption.ReadInteger(parsed, _cases, 1, 1_000_000, 100),
            Seed = parsed.GetValue(_seed) is null ? settings.Seed : (ulong)ExactOption.ReadInteger(parsed, _seed, 0, int.MaxValue, 0),
            Rules = RuleSelection.Read(parsed.GetValue(_rules), "option --rules"),
        };
    }
}
