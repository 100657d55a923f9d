namespace GrpoVerified.Cli.Tests.Certificates;

public sealed class CheckCertificateTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("grpo-verified-certificates");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void An_accepted_certificate_ends_with_exit_code_0_and_its_facts()
    {
        var run = CommandLine.Run("check-certificate", Write("good"), "--format", "json");
        Assert.Equal(0, run.ExitCode);
        var row = run.Json().GetProperty("certificates")[0];
        Assert.Equal("accepted", row.GetProperty("outcome").GetString());
        Assert.Equal("D1", row.GetProperty("claim").GetString());
        Assert.Equal("for all x in [0, 1]: x >= 0", row.GetProperty("statement").GetString());
        Assert.Equal(64, row.GetProperty("hash").GetString()!.Length);
        Assert.Equal(1, row.GetProperty("steps").GetInt32());
        Assert.Equal(1, run.Json().GetProperty("summary").GetProperty("accepted").GetInt32());
    }

    [Fact]
    public void A_rejected_certificate_ends_with_exit_code_1_and_the_reason_with_its_place()
    {
        Write("good");
        var bad = Write("bad", text => text.Replace("{\"step\":\"sign\"}", "{\"step\":\"have\",\"program\":[\"v0 = num -1\"],\"sign\":\">\",\"proof\":{\"step\":\"sign\"},\"then\":{\"step\":\"sign\"}}", StringComparison.Ordinal));
        var run = CommandLine.Run("check-certificate", _folder.FullName, "--format", "json");
        Assert.Equal(1, run.ExitCode);
        var failure = run.Json().GetProperty("failures")[0];
        Assert.Equal(bad, failure.GetProperty("file").GetString());
        Assert.Equal("proof.proof", failure.GetProperty("place").GetString());
        Assert.Equal(2, run.Json().GetProperty("certificates").GetArrayLength());
    }

    [Theory]
    [InlineData("table")]
    [InlineData("markdown")]
    public void Other_formats_show_the_same_facts(string format)
    {
        var run = CommandLine.Run("check-certificate", Write("good"), "--format", format);
        Assert.Equal(0, run.ExitCode);
        Assert.Contains("accepted", run.Output, StringComparison.Ordinal);
        Assert.Contains("for all x in", run.Output, StringComparison.Ordinal);
        Assert.Equal(string.Empty, run.Error);
    }

    [Fact]
    public void What_is_not_a_certificate_ends_with_exit_code_2_and_one_line()
    {
        var path = Path.Combine(_folder.FullName, "nonsense.cert.json");
        File.WriteAllText(path, "{\"format\":\n");
        CommandLine.Run("check-certificate", path).IsOneLineUsageError("nonsense.cert.json", "is not a certificate", "certificate-format.md");
        CommandLine.Run("check-certificate", Path.Combine(_folder.FullName, "absent.cert.json")).IsOneLineUsageError("no file or folder", "absent");
        var empty = _folder.CreateSubdirectory("empty");
        CommandLine.Run("check-certificate", empty.FullName).IsOneLineUsageError("no *.cert.json below");
    }

    private string Write(string name, Func<string, string>? change = null)
    {
        var text = $$$"""
            {"format":"grpo-verified-certificate","version":1,"name":"{{{name}}}","claim":"D1","title":"x is not negative","statement":["forall x in [0, 1]","v0 = var x","show v0 >= 0"],"hash":"1c14b81c804397b0b41eb78f0e4f60f1332be380e22d732413056bee5c8f4e4b","proof":{"step":"sign"}}
            """;
        var path = Path.Combine(_folder.FullName, name + ".cert.json");
        File.WriteAllText(path, change?.Invoke(text) ?? text);
        return path;
    }
}
