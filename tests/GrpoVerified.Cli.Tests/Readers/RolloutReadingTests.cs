using System.Text;
using System.Text.Json;

namespace GrpoVerified.Cli.Tests.Readers;

public sealed class RolloutReadingTests
{
    [Fact]
    public void Byte_order_mark_crlf_and_empty_lines_are_passed_over()
    {
        const string text = "\uFEFF{\"group\":\"a\",\"reward\":1}\r\n\r\n{\"reward\":0,\"group\":\"a\",\"text\":\"x\\ny\",\"more\":{\"reward\":[]}}";
        var groups = CommandLine.RunWith(text, "advantages", "-", "--format", "json", "--epsilon", "0").Json().GetProperty("groups");
        Assert.Equal("""[{"group":"a","n":2,"mean":"0.500000000000000000000000000000","std":"0.500000000000000000000000000000","advantages":["1.00000000000000000000000000000","-1.00000000000000000000000000000"]}]""", Compact(groups));
    }

    [Fact]
    public void Csv_and_json_give_the_same_groups()
    {
        var json = CommandLine.RunWith(
            "{\"id\":\"p, \\\"1\\\"\",\"score\":0.25}\n{\"id\":\"p, \\\"1\\\"\",\"score\":-1e-3}\n{\"id\":7,\"score\":2}\n",
            "advantages", "-", "--format", "json", "--group-field", "id", "--reward-field", "score");
        var csv = CommandLine.RunWith(
            "other,score,id\n\"line\nbreak\",0.250,\"p, \"\"1\"\"\"\n,-0.001,\"p, \"\"1\"\"\"\nx, 2 ,7\n",
            "advantages", "-", "--format", "json", "--group-field", "id", "--reward-field", "score", "--input", "csv");
        Assert.Equal(Compact(json.Json().GetProperty("groups")), Compact(csv.Json().GetProperty("groups")));
    }

    [Theory]
    [InlineData(64)]
    [InlineData(5_000)]
    [InlineData(1 << 22)]
    public void Unsorted_groups_come_in_order_of_first_appearance_with_their_lines(int inMemory)
    {
        var random = new Random(5);
        var expected = new Dictionary<string, List<(int Reward, long Line)>>(StringComparer.Ordinal);
        var order = new List<string>();
        var text = new StringBuilder();
        for (var line = 1; line <= 20_000; line++)
        {
            // A third of all rollouts fall into one group, which no partition can split.
            var id = random.Next(3) == 0 ? "big" : "g" + random.Next(1500);
            var reward = random.Next(-3, 4);
            text.Append("{\"group\":\"" + id + "\",\"reward\":" + reward + "}\n");
            if (!expected.TryGetValue(id, out var list))
            {
                expected.Add(id, list = []);
                order.Add(id);
            }

            list.Add((reward, line));
        }

        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(text.ToString()));
        var rollouts = Cli.Readers.RolloutReader.Open(stream, "test", csv: false, "group", "reward");
        var at = 0;
        foreach (var group in new Cli.Readers.UnsortedGroups(Path.GetTempPath(), inMemory).Read(rollouts))
        {
            Assert.Equal(order[at], group.IdText);
            Assert.Equal(expected[order[at]].Select(r => (Arithmetic.Rational)r.Reward), group.Rewards().Select(r => r.ToRational()));
            Assert.Equal(expected[order[at]].Select(r => r.Line), group.Lines());
            at++;
        }

        Assert.Equal(order.Count, at);
    }

    [Fact]
    public void Temporary_files_are_gone_after_success_and_after_an_error()
    {
        var directory = Directory.CreateTempSubdirectory("grpo-verified-spill-").FullName;
        try
        {
            var text = new StringBuilder();
            for (var line = 0; line < 300_000; line++)
            {
                text.Append("{\"group\":\"group-number-" + (line % 1000) + "\",\"reward\":1}\n");
            }

            Assert.Equal(ExitCode.Holds, CommandLine.RunWith(text.ToString(), "advantages", "-", "--unsorted", "--temp-dir", directory).ExitCode);
            Assert.Empty(Directory.GetFileSystemEntries(directory));
            CommandLine.RunWith(text + "broken", "advantages", "-", "--unsorted", "--temp-dir", directory).IsOneLineUsageError("line 300001");
            Assert.Empty(Directory.GetFileSystemEntries(directory));
        }
        finally
        {
            Directory.Delete(directory, recursive: true);
        }
    }

    [Fact]
    public void A_directory_that_cannot_be_written_is_one_line()
    {
        if (!OperatingSystem.IsLinux())
        {
            return;
        }

        var text = string.Concat(Enumerable.Range(0, 300_000).Select(line => "{\"group\":\"group-number-" + (line % 1000) + "\",\"reward\":1}\n"));
        CommandLine.RunWith(text, "advantages", "-", "--unsorted", "--temp-dir", "/proc").IsOneLineUsageError("no temporary file", "/proc", "--temp-dir");
    }

    private static string Compact(JsonElement element) => JsonSerializer.Serialize(element);
}
