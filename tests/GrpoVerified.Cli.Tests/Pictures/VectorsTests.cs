using GrpoVerified.TestKit;

namespace GrpoVerified.Cli.Tests.Pictures;

public sealed class VectorsTests
{
    [Fact]
    public void The_folder_is_named_or_the_error_says_so()
        => CommandLine.Run("vectors").IsOneLineUsageError("--out", "folder");

    [ToolFact("python3")]
    public void The_reader_reads_and_Python_decimals_recompute_the_values()
    {
        var folder = Path.Combine(Directory.CreateTempSubdirectory("vectors").FullName, "golden");
        var run = CommandLine.Run("vectors", "--out", folder, "--format", "json").Json();
        var total = run.GetProperty("total").GetInt32();
        Assert.True(total > 1000);
        Assert.True(File.ReadLines(Path.Combine(folder, "read_vectors.py")).Count() <= 20);
        Assert.Equal($"{total} values read; each double is the nearest to its digits", Python(Path.Combine(folder, "read_vectors.py"), folder));
        var compared = Python(Path.Combine(Repository.Root, "tests", "GrpoVerified.Reports.Tests", "reference", "second_way.py"), folder);
        Assert.EndsWith(" values of every quantity agree", compared, StringComparison.Ordinal);
        Assert.InRange(int.Parse(compared.Split(' ')[0], System.Globalization.CultureInfo.InvariantCulture), 300, total);
    }

    [Fact]
    public void A_report_has_to_be_an_html_file_in_a_folder_that_is_there()
    {
        CommandLine.Run("report").IsOneLineUsageError("--out", "report");
        CommandLine.Run("report", "--out", "report.pdf").IsOneLineUsageError("report.pdf", ".html");
        CommandLine.Run("report", "--out", "/no/such/folder/report.html").IsOneLineUsageError("create it first");
        CommandLine.Run("report", "--out", "report.html", "--p-ref", "2").IsOneLineUsageError("p_ref = 2");
    }

    private static string Python(params string[] arguments) => Programs.Succeed(Path.GetTempPath(), null, "python3", arguments).TrimEnd();
}
