using System.Diagnostics;
using System.Globalization;

namespace GrpoVerified.Cli.Tests.Shards;

/// <summary>Shards of a sweep, put together, are the bytes of one run.</summary>
public sealed class ShardTests : IDisposable
{
    private static readonly string[] Map = ["phase-map", "--p-ref", "1/1000:1/2:9:log", "--beta", "1/2:4:7", "--digits", "12"];
    private static readonly string[] Tight = ["prove", "exp(x*y) + exp(-x*y) + square(z - x*y*w) > 2 - 1/40", "--for", "x in [-1,1], y in [-1,1], z in [-1,1], w in [-1,1]", "--budget", "400000"];

    private readonly string _folder = Directory.CreateTempSubdirectory("grpo-shards-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private string At(string name) => Path.Combine(_folder, name);

    private string[] Shards(string[] command, string name, int count, params string[] after)
        => [.. Enumerable.Range(1, count).Select(i =>
        {
            var done = CommandLine.Run([.. command, "--out", At(name), "--shard", $"{i}/{count}", .. after]);
            Assert.True(done.ExitCode == 0, done.Error);
            return At($"{name}.shard-{i}-of-{count}");
        })];

    private static void Same(string expected, string actual) => Assert.Equal(File.ReadAllBytes(expected), File.ReadAllBytes(actual));

    [Fact]
    public async Task Sixteen_shards_of_a_map_with_three_killed_and_started_again_are_one_run()
    {
        var whole = CommandLine.Run([.. Map, "--out", At("map"), "--format", "json"]);
        File.Move(At("map"), At("whole"));
        var killed = new[] { 2, 7, 16 };
        foreach (var i in killed)
        {
            using var process = Process.Start(new ProcessStartInfo("dotnet", [typeof(ExitCode).Assembly.Location, .. Map, "--out", At("map"), "--shard", $"{i}/16"]) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true })!;
            while (!process.HasExited && Directory.GetFiles(_folder, $"map.shard-{i}-of-16.partial-*").All(f => new FileInfo(f).Length == 0))
            {
                await Task.Delay(1);
            }

            process.Kill();
            await process.WaitForExitAsync();
        }

        var files = Shards(Map, "map", 16);
        var merged = CommandLine.Run(["merge", .. files.Reverse(), "--out", At("map"), "--format", "json"]);
        Same(At("whole"), At("map"));
        Assert.Equal((whole.ExitCode, whole.Output), (merged.ExitCode, merged.Output));
        Assert.Equal([.. files.Concat([At("map"), At("whole")]).Order(StringComparer.Ordinal)], Directory.GetFiles(_folder).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("400000", 0)]
    [InlineData("9000", 3)]
    public void Shards_of_a_proof_are_the_certificate_and_the_report_of_one_run(string budget, int code)
    {
        string[] claim = [.. Tight[..^1], budget];
        var whole = CommandLine.Run([.. claim, "--out", At("a.cert.json"), "--format", "json"]);
        Assert.Equal(code, whole.ExitCode);
        var certificate = File.Exists(At("a.cert.json")) ? File.ReadAllBytes(At("a.cert.json")) : null;
        File.Delete(At("a.cert.json"));
        File.Delete(At("a.cert.json.partial"));
        var merged = CommandLine.Run(["merge", .. Shards(claim, "a.cert.json", 5), "--out", At("a.cert.json"), "--format", "json"]);
        Assert.Equal((whole.ExitCode, whole.Output, whole.Error), (merged.ExitCode, merged.Output, merged.Error));
        Assert.Equal(certificate, File.Exists(At("a.cert.json")) ? File.ReadAllBytes(At("a.cert.json")) : null);
    }

    [Fact]
    public void The_boxes_of_a_proof_are_shared_out()
    {
        var sizes = Shards(Tight, "a.cert.json", 4).Select(f => new FileInfo(f).Length).ToList();
        var alone = new FileInfo(Shards(Tight, "b.cert.json", 1)[0]).Length;
        Assert.All(sizes, s => Assert.True(s < alone, string.Create(CultureInfo.InvariantCulture, $"{s} of {alone}")));
    }

    [Fact]
    public void A_refuted_claim_is_refuted_by_its_shards()
    {
        string[] claim = ["prove", "h(p) >= p", "--for", "p in [0,1], p_ref in (0,1), beta in (0,inf), eps in (0,inf)"];
        var whole = CommandLine.Run([.. claim, "--out", At("f.cert.json")]);
        var merged = CommandLine.Run(["merge", .. Shards(claim, "f.cert.json", 3), "--out", At("f.cert.json")]);
        Assert.Equal((whole.ExitCode, whole.Output), (merged.ExitCode, merged.Output));
    }

    [Fact]
    public void A_finished_shard_is_not_done_again()
        => Assert.Contains("before", CommandLine.Run([.. Map, "--out", At("map"), "--shard", "1/2", .. Shards(Map, "map", 2).Take(0)]).Output, StringComparison.Ordinal);

    [Fact]
    public void A_bad_merge_is_one_clear_line()
    {
        var files = Shards(Map, "map", 3);
        string[] To(params string[] shards) => ["merge", .. shards, "--out", At("map")];
        CommandLine.Run(To(files[0], files[2])).IsOneLineUsageError("1 of 3 shards missing: 2", "run them");
        CommandLine.Run(To(files[0], files[1], files[1], files[2])).IsOneLineUsageError("shard 2 is there twice", "once");
        var other = Shards([.. Map[..^1], "13"], "other", 3);
        CommandLine.Run(To(files[0], other[1], files[2])).IsOneLineUsageError("another command");
        CommandLine.Run(To(files[0], Shards(Map, "two", 2)[1])).IsOneLineUsageError("one of 2 shards");
        CommandLine.Run(To(files[0], files[1], At("nothing"))).IsOneLineUsageError("no such file", "nothing");
        var text = File.ReadAllText(files[1]);
        File.WriteAllText(files[1], text[..(text.Length / 2)]);
        CommandLine.Run(To(files)).IsOneLineUsageError("cut off", "shard-2-of-3");
        File.WriteAllText(files[1], text.Replace("\"Build\":\"", "\"Build\":\"0", StringComparison.Ordinal));
        CommandLine.Run(To(files)).IsOneLineUsageError("checksum");
        Assert.False(File.Exists(At("map")));
    }

    [Theory]
    [InlineData("0/3")]
    [InlineData("4/3")]
    [InlineData("3")]
    [InlineData("a/b")]
    public void A_bad_shard_is_one_clear_line(string shard)
        => CommandLine.Run([.. Map, "--out", At("map"), "--shard", shard]).IsOneLineUsageError("option --shard", "3/16");

    [Fact]
    public void A_shard_needs_a_file() => CommandLine.Run([.. Map, "--shard", "1/2"]).IsOneLineUsageError("--out");
}
