namespace GrpoVerified.Cli.Tests.Shards;

/// <summary>Shards of a conformance run, put together, are the report of one run.</summary>
public sealed class ConformanceShardTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("grpo-shards-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [ToolFact("python3")]
    public void Four_shards_report_what_one_run_reports()
    {
        Assert.Equal(0, CommandLine.Run("conformance", "init", "--language", "python", "--output", _folder).ExitCode);
        string[] run = ["conformance", "--profile", "trl", "--cases", "30"], trainer = ["--", "python3", Path.Combine(_folder, "my_trainer.py")];
        var whole = CommandLine.Run([.. run, "--format", "json", .. trainer]);
        var files = Enumerable.Range(1, 4).Select(i =>
        {
            Assert.Equal(0, CommandLine.Run([.. run, "--shard", $"{i}/4", "--out", Path.Combine(_folder, "c"), .. trainer]).ExitCode);
            return Path.Combine(_folder, $"c.shard-{i}-of-4");
        }).ToList();
        var merged = CommandLine.Run(["merge", .. files, "--format", "json"]);
        Assert.Equal((whole.ExitCode, whole.Output), (merged.ExitCode, merged.Output));
    }
}
