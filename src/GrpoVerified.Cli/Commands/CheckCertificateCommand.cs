using System.CommandLine;
using System.Globalization;
using GrpoVerified.Checking;
using GrpoVerified.Cli.Parameters;
using GrpoVerified.Cli.Reporting;

namespace GrpoVerified.Cli.Commands;

/// <summary><c>check-certificate FILE...</c>: the independent checker on files and folders.</summary>
internal sealed class CheckCertificateCommand
{
    private static readonly string[] Columns = ["file", "claim", "outcome", "statement", "hash", "leaves", "steps", "bytes", "seconds"];

    private readonly CommandContext _context;
    private readonly Argument<string[]> _files = new("file") { Description = "Certificates (*.cert.json), or folders that hold some.", Arity = ArgumentArity.OneOrMore };
    private readonly FormatOption _format;

    private CheckCertificateCommand(Command command, CommandContext context)
    {
        _context = context;
        command.Add(_files);
        _format = new FormatOption(command, withDigits: false);
        command.SetAction(Run);
    }

    /// <summary>The verb.</summary>
    public static Command Build(CommandContext context)
    {
        var command = new Command("check-certificate", "Checks certificates with the independent checker: accepted, or rejected with the reason and the place.");
        _ = new CheckCertificateCommand(command, context);
        return command;
    }

    private int Run(ParseResult parsed)
    {
        var format = _format.Read(parsed);
        var files = parsed.GetValue(_files)!.SelectMany(Files).Distinct(StringComparer.Ordinal).ToList();
        var results = ProgressBar.Run(_context, "certificates", files.Count, (progress, cancellation) => Check(files, progress, cancellation));
        ReportWriter.Write(new Report("check-certificate", [("files", Value.Integer(files.Count))], Sections(results)), format, _context.Output);
        if (results.FirstOrDefault(r => !r.Result.IsReadable) is { File: not null } unreadable)
        {
            throw new UsageException($"{UsageException.Quote(unreadable.File)} is not a certificate: {unreadable.Result.Reason}", string.Empty, "name files of the format in docs/certificate-format.md");
        }

        return results.TrueForAll(r => r.Result.IsAccepted) ? ExitCode.Holds : ExitCode.Refuted;
    }

    // The certificates below a folder in the order of their paths, or the file itself.
    private static IEnumerable<string> Files(string path)
    {
        if (!Directory.Exists(path))
        {
            return File.Exists(path) ? [path] : throw new UsageException($"no file or folder {UsageException.Quote(path)}", "argument 'file'", "check the name and the current directory");
        }

        var files = Directory.EnumerateFiles(path, "*" + CertificateChecker.Extension, SearchOption.AllDirectories).Order(StringComparer.Ordinal).ToList();
        return files.Count > 0 ? files : throw new UsageException($"no *{CertificateChecker.Extension} below {UsageException.Quote(path)}", "argument 'file'", "name a folder with certificates");
    }

    private static List<Checked> Check(List<string> files, IProgress<int>? progress, CancellationToken cancellation)
    {
        var results = new List<Checked>(files.Count);
        foreach (var file in files)
        {
            cancellation.ThrowIfCancellationRequested();
            var before = Environment.CpuUsage.TotalTime;
            var result = CertificateChecker.CheckFile(file, cancellation: cancellation);
            results.Add(new Checked(file, result, Environment.CpuUsage.TotalTime - before));
            progress?.Report(results.Count);
        }

        return results;
    }

    private static IEnumerable<Section> Sections(List<Checked> results)
    {
        yield return new Rows("certificates", "certificates", Columns, results.Select(Row));
        var failed = results.Where(r => !r.Result.IsAccepted).ToList();
        if (failed.Count > 0)
        {
            yield return new Rows("failures", "not accepted", ["file", "place", "reason"], failed.Select(r => (IReadOnlyList<Value>)[Value.Text(r.File), Value.Text(r.Result.Place), Value.Text(r.Result.Reason)]));
        }

        var seconds = results.Aggregate(TimeSpan.Zero, (sum, r) => sum + r.Time);
        var leaves = results.Sum(r => (long)r.Result.Leaves);
        yield return new Field("summary", "summary", Value.Record(
            ("accepted", Value.Integer(results.Count(r => r.Result.IsAccepted))),
            ("rejected", Value.Integer(results.Count(r => r.Result is { IsAccepted: false, IsReadable: true }))),
            ("unreadable", Value.Integer(results.Count(r => !r.Result.IsReadable))),
            ("leaves", Value.Integer(leaves)),
            ("steps", Value.Integer(results.Sum(r => (long)r.Result.Steps))),
            ("bytes", Value.Integer(results.Sum(r => r.Result.Bytes))),
            ("seconds", Seconds(seconds)),
            ("leavesPerSecond", Value.Integer((long)(leaves / Math.Max(seconds.TotalSeconds, 1e-6))))));
    }

    private static IReadOnlyList<Value> Row(Checked r) =>
    [
        Value.Text(r.File),
        Value.Text(r.Result.Claim),
        Value.Text(r.Result.IsAccepted ? "accepted" : r.Result.IsReadable ? "rejected" : "unreadable"),
        Value.Brief(Value.Text(r.Result.Statement), r.Result.Statement.Length <= 80 ? r.Result.Statement : r.Result.Statement[..77] + "..."),
        Value.Brief(Value.Text(r.Result.Hash), r.Result.Hash.Length <= 12 ? r.Result.Hash : r.Result.Hash[..12]),
        Value.Integer(r.Result.Leaves),
        Value.Integer(r.Result.Steps),
        Value.Integer(r.Result.Bytes),
        Seconds(r.Time),
    ];

    private static Value Seconds(TimeSpan time) => Value.Text(time.TotalSeconds.ToString("0.0000", CultureInfo.InvariantCulture));

    private sealed record Checked(string File, CheckResult Result, TimeSpan Time);
}
