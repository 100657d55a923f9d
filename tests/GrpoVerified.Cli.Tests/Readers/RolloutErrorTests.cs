using System.Text;

namespace GrpoVerified.Cli.Tests.Readers;

public sealed class RolloutErrorTests
{
    private const string Good = "{\"group\":\"a\",\"reward\":1}\n";

    [Theory]
    [InlineData("{\"group\":\"a\",\"reward\":NaN}\n", "NaN")]
    [InlineData("{\"group\":\"a\",\"reward\":-Infinity}\n", "Infinity")]
    [InlineData("{\"group\":\"a\",\"reward\":\"NaN\"}\n", "NaN")]
    [InlineData("{\"group\":\"a\",\"reward\":\"1\"}\n", "is a text, not a number")]
    [InlineData("{\"group\":\"a\",\"reward\":true}\n", "is true or false")]
    [InlineData("{\"group\":\"a\",\"reward\":null}\n", "is null")]
    [InlineData("{\"group\":\"a\",\"reward\":[1]}\n", "is an array")]
    [InlineData("{\"group\":\"a\",\"reward\":1e999999999}\n", "exponent")]
    [InlineData("{\"group\":\"a\"}\n", "no field 'reward'")]
    [InlineData("{\"reward\":1}\n", "no field 'group'")]
    [InlineData("{}\n", "no field 'group'")]
    [InlineData("{\"group\":{},\"reward\":1}\n", "group field 'group' is an object")]
    [InlineData("{\"group\":\"a\",\"reward\":1,\"reward\":0}\n", "field 'reward' occurs twice")]
    [InlineData("{\"group\":\"a\",\"group\":\"a\",\"reward\":0}\n", "field 'group' occurs twice")]
    [InlineData("{\"group\":\"\\ud800\",\"reward\":0}\n", "\\u")]
    [InlineData("[1,2]\n", "is an array, not a JSON object")]
    [InlineData("nonsense\n", "not one JSON object")]
    [InlineData("{\"group\":\"a\",\"reward\":1} {}\n", "not one JSON object")]
    [InlineData("{\"group\":\"a\",\"rew", "truncated")]
    [InlineData("{\"group\":\"a\",\"reward\":1,}\n", "not one JSON object")]
    [InlineData("{'group':'a','reward':1}\n", "not one JSON object")]
    public void A_bad_line_is_named(string line, string fact)
    {
        foreach (var flags in new string[][] { [], ["--unsorted"] })
        {
            CommandLine.RunWith(Good + Good + line, ["advantages", "-", .. flags]).IsOneLineUsageError(fact, "standard input line 3");
        }
    }

    [Fact]
    public void A_deeply_nested_line_is_named()
        => CommandLine.RunWith("{\"x\":" + new string('[', 100_000) + "\n", "advantages", "-").IsOneLineUsageError("depth", "line 1");

    [Fact]
    public void Invalid_utf8_is_named_with_its_byte()
    {
        byte[] bytes = [.. Encoding.UTF8.GetBytes(Good), .. "{\"group\":\""u8, 0xC3, 0x28, .. "\",\"reward\":1}\n"u8];
        CommandLine.RunWith(bytes, "advantages", "-").IsOneLineUsageError("not valid UTF-8 (byte 11)", "line 2");
    }

    [Fact]
    public void Utf16_and_gzip_are_recognised()
    {
        CommandLine.RunWith(Encoding.Unicode.GetPreamble().Concat(Encoding.Unicode.GetBytes(Good)).ToArray(), "advantages", "-").IsOneLineUsageError("UTF-16");
        CommandLine.RunWith([0x1F, 0x8B, 8, 0, 0, 0], "advantages", "-").IsOneLineUsageError("gzip");
    }

    [Fact]
    public void An_empty_input_is_an_error()
    {
        CommandLine.RunWith(string.Empty, "advantages", "-").IsOneLineUsageError("no rollout");
        CommandLine.RunWith("\n\r\n  \n", "advantages", "-").IsOneLineUsageError("no rollout");
    }

    [Fact]
    public void A_group_that_reappears_is_named_with_both_lines()
    {
        using var file = new TemporaryInput(Good + "{\"group\":\"b\",\"reward\":1}\n\n" + Good);
        CommandLine.Run("advantages", file.Path).IsOneLineUsageError("group 'a' reappears after line 1", "rollouts.jsonl line 4", "--unsorted");
    }

    [Fact]
    public void A_group_that_reappears_on_standard_input_is_named()
        => CommandLine.RunWith(Good + "{\"group\":\"b\",\"reward\":1}\n" + Good, "advantages", "-")
            .IsOneLineUsageError("group 'a' reappears after another group", "line 3");

    [Fact]
    public void Missing_files_and_directories_are_one_line()
    {
        CommandLine.Run("advantages", "no-such-file.jsonl").IsOneLineUsageError("no file 'no-such-file.jsonl'");
        CommandLine.Run("advantages", ".").IsOneLineUsageError("is a directory");
        CommandLine.Run("advantages", "-", "--temp-dir", "no-such-directory").IsOneLineUsageError("no directory");
    }

    [Theory]
    [InlineData("a,b\n1,2\n", "no field 'group'")]
    [InlineData("group,reward,reward\na,1,2\n", "occurs twice in the header")]
    [InlineData("group,reward\na\n", "has 1 fields, the header 2")]
    [InlineData("group,reward\na,1,2\n", "has 3 fields, the header 2")]
    [InlineData("group,reward\na,\n", "is empty")]
    [InlineData("group,reward\na,x\n", "is 'x', not a decimal number")]
    [InlineData("group,reward\na,nan\n", "is NaN")]
    [InlineData("group,reward\n\"a\"x,1\n", "misplaced double quote")]
    [InlineData("group,reward\n\"a,1\n", "ends inside a quoted field")]
    public void A_bad_csv_record_is_named(string csv, string fact)
        => CommandLine.RunWith(csv, "advantages", "-", "--input", "csv").IsOneLineUsageError(fact, "line ");
}
