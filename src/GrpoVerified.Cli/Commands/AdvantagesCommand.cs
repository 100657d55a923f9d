using System.CommandLine;
using GrpoVerified.Arithmetic;
using GrpoVerified.Cli.Advantages;
using GrpoVerified.Cli.Parameters;
using GrpoVerified.Cli.Readers;
using GrpoVerified.Cli.Reporting;
using GrpoVerified.Theory;
using GrpoVerified.Theory.Groups;

namespace GrpoVerified.Cli.Commands;

/// <summary><c>advantages</c>: certified advantages of groups of rewards.</summary>
internal sealed class AdvantagesCommand
{
    private readonly CommandContext _context;
    private readonly Argument<string?> _file = new("file")
    {
        Description = "Rollouts, JSON Lines or CSV (by the name's ending); '-' reads standard input.",
        Arity = ArgumentArity.ZeroOrOne,
    };

    private readonly Option<string?> _rewards = ExactOption.Create("--rewards", "list", "The rewards of one group, as in 1,0,0,1 or 1/3,-0.5.");
    private readonly Option<string?> _std = ExactOption.Create("--std", "population|sample|none", "Standard deviation that divides (default population, the paper's).");
    private readonly Option<string?> _baseline = ExactOption.Create("--baseline", "mean|leave-one-out|none", "What is subtracted (default mean).");
    private readonly Option<string?> _epsilon = ExactOption.Create("--epsilon", "number", "Smoothing, at least 0 (default 1/10000).");
    private readonly Option<string?> _placement = ExactOption.Create("--epsilon-placement", "inside|outside", "sqrt(variance + epsilon), the paper's and the default, or std + epsilon.");
    private readonly Option<string?> _groupField = ExactOption.Create("--group-field", "name", "Field with the id of the group (default group).");
    private readonly Option<string?> _rewardField = ExactOption.Create("--reward-field", "name", "Field with the reward (default reward).");
    private readonly Option<string?> _input = ExactOption.Create("--input", "auto|jsonl|csv", "Format of the file (default auto: csv if the name ends so).");
    private readonly Option<string?> _temporary = ExactOption.Create("--temp-dir", "directory", "Where to spill (default the system's temporary directory).");
    private readonly Option<bool> _unsorted = new("--unsorted") { Description = "Rollouts of a group need not stand together." };
    private readonly FormatOption _format;

    private AdvantagesCommand(Command command, CommandContext context)
    {
        _context = context;
        command.Add(_file);
        Option[] options = [_rewards, _std, _baseline, _epsilon, _placement, _groupField, _rewardField, _input, _unsorted, _temporary];
        foreach (var option in options)
        {
            command.Add(option);
        }

        _format = new FormatOption(command, withDigits: true, withLines: true);
        command.SetAction(Run);
    }

    /// <summary>The verb.</summary>
    public static Command Build(CommandContext context)
    {
        var command = new Command("advantages", "Certified advantages of groups of rewards, from the command line or a file of any size.");
        _ = new AdvantagesCommand(command, context);
        return command;
    }

    private int Run(ParseResult parsed)
    {
        var convention = ReadConvention(parsed);
        var digits = _format.ReadDigits(parsed);
        var format = _format.Read(parsed);
        var file = parsed.GetValue(_file);
        var list = parsed.GetValue(_rewards);
        if (file is null == list is null)
        {
            throw new UsageException(
                file is null ? "no rewards" : "both a file and --rewards",
                CommandContext.ToolName + " advantages",
                "give either --rewards 1,0,0,1 or one file ('-' for standard input)");
        }

        var parameters = new List<(string, Value)>
        {
            ("baseline", Value.Text(ConventionText.Word(convention.Baseline))),
            ("std", Value.Text(ConventionText.Word(convention.Deviation))),
            ("epsilon", Value.Text(convention.Epsilon.ToString())),
            ("epsilon_placement", Value.Text(convention.Placement == EpsilonPlacement.Inside ? "inside" : "outside")),
            ("digits", Value.Integer(digits)),
        };
        var rows = new AdvantageRows(convention, digits);
        if (list is not null)
        {
            var rewards = RewardList.Parse(list, _rewards.Name);
            Write(parameters, convention, rows, AdvantageRows.Columns(withLines: false), rows.Of(rewards), format);
            return ExitCode.Holds;
        }

        var unsorted = parsed.GetValue(_unsorted);
        parameters.Add(("unsorted", Value.Boolean(unsorted)));
        using var source = new RolloutSource(_context, file!, IsCsv(parsed, file!), Name(parsed, _groupField, "group"), Name(parsed, _rewardField, "reward"), TemporaryDirectory(parsed));
        Write(parameters, convention, rows, AdvantageRows.Columns(unsorted), rows.Of(source.Groups(unsorted)), format);
        return ExitCode.Holds;
    }

    private void Write(
        List<(string Name, Value Value)> parameters,
        AdvantageConvention convention,
        AdvantageRows counts,
        IReadOnlyList<string> columns,
        IEnumerable<IReadOnlyList<Value>> rows,
        ReportFormat format)
    {
        IEnumerable<Section> Sections()
        {
            yield return new Field("profile", "profile", Value.Text(ConventionText.Describe(convention)));
            yield return new Field("rules", "rules", Value.List(ConventionText.Rules(convention).Select(Value.Text)));
            yield return new Rows("groups", "groups", columns, rows);
            yield return new Field(
                "summary", "summary", Value.Record(("groups", Value.Integer(counts.Groups)), ("rollouts", Value.Integer(counts.Rollouts))));
        }

        ReportWriter.Write(new Report("advantages", parameters, Sections()), format, _context.Output);
    }

    private AdvantageConvention ReadConvention(ParseResult parsed)
    {
        var epsilon = ExactOption.Read(parsed, _epsilon) ?? new Rational(1, 10_000);
        if (epsilon.Sign < 0)
        {
            throw new UsageException($"epsilon is {epsilon}, below 0", "option --epsilon", "give a smoothing of at least 0");
        }

        return new(
            ExactOption.ReadWord(parsed, _baseline, "mean", "leave-one-out", "none") switch
            {
                "mean" => Baseline.Mean,
                "leave-one-out" => Baseline.LeaveOneOut,
                _ => Baseline.None,
            },
            ExactOption.ReadWord(parsed, _std, "population", "sample", "none") switch
            {
                "population" => GroupDeviation.Population,
                "sample" => GroupDeviation.Sample,
                _ => null,
            },
            epsilon,
            ExactOption.ReadWord(parsed, _placement, "inside", "outside") is "inside" ? EpsilonPlacement.Inside : EpsilonPlacement.Outside);
    }

    private bool IsCsv(ParseResult parsed, string file)
        => ExactOption.ReadWord(parsed, _input, "auto", "jsonl", "csv") switch
        {
            "csv" => true,
            "jsonl" => false,
            _ => file.EndsWith(".csv", StringComparison.OrdinalIgnoreCase),
        };

    private string TemporaryDirectory(ParseResult parsed)
    {
        var directory = parsed.GetValue(_temporary) ?? Path.GetTempPath();
        return Directory.Exists(directory)
            ? directory
            : throw new UsageException($"no directory {UsageException.Quote(directory)}", "option --temp-dir", "name a directory that exists");
    }

    private static string Name(ParseResult parsed, Option<string?> option, string byDefault)
    {
        var name = parsed.GetValue(option) ?? byDefault;
        return name.Length > 0 ? name : throw new UsageException("the name is empty", "option " + option.Name, "name a field of the records");
    }
}
