using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using GrpoVerified.Properties.Contract;
using GrpoVerified.TestKit;
using Json.Schema;

namespace GrpoVerified.Cli.Tests.Conformance;

/// <summary>docs/conformance-protocol.schema.json, held against lines that really went to and fro.</summary>
public sealed partial class SchemaTests : IDisposable
{
    private static readonly string Text = File.ReadAllText(Repository.PathOf("docs/conformance-protocol.schema.json"));

    private static readonly JsonSchema Whole = JsonSchema.FromText(Text);

    private readonly string _folder = Directory.CreateTempSubdirectory("grpo-schema-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [PythonTheory("json")]
    [InlineData("dr-grpo", "passing.py", "describe advantages aggregation")]
    public void Lines_of_a_run_in_plain_Python_are_valid(string profile, string program, string operations) => Exchange("json", profile, operations, program);

    [PythonTheory("torch")]
    [InlineData("trl", "torch_conventions.py", "describe advantages kl ratio loss aggregation")]
    public void Lines_of_a_run_in_torch_are_valid(string profile, string program, string operations) => Exchange("torch", profile, operations, program, profile);

    [Theory]
    [InlineData("""{"id":"1","operation":"advantages","rewards":[1.0],"groups":[0]}""")] // no dtype
    [InlineData("""{"id":"1","operation":"advantages","dtype":"double","rewards":[1.0],"groups":[0]}""")]
    [InlineData("""{"id":"1","operation":"advantages","dtype":"float64","rewards":["nan"],"groups":[0]}""")]
    [InlineData("""{"id":"1","operation":"advantages","dtype":"float64","rewards":[1.0],"groups":[0.5]}""")]
    [InlineData("""{"id":"1","operation":"advantage","dtype":"float64","rewards":[1.0],"groups":[0]}""")]
    [InlineData("""{"id":"1","operation":"kl","dtype":"float64","logp":[[1.0]],"ref_logp":[1.0]}""")]
    [InlineData("""{"id":"1","operation":"ratio","dtype":"float64","logp":[[1.0]],"old_logp":[[1.0]],"mask":[[1]]}""")]
    [InlineData("""{"id":"1","operation":"aggregation","dtype":"float64","values":[[1.0]],"mask":[[true]],"groups":[0],"max_length":1,"totals":{"tokens":1}}""")]
    [InlineData("""{"id":"1","operation":"describe"}""")]
    [InlineData("""{"id":"1","capabilities":["advantage"],"dtypes":["float64"]}""")]
    [InlineData("""{"id":"1","capabilities":["advantages"],"dtypes":[]}""")]
    [InlineData("""{"id":"1","advantages":["0.5"]}""")]
    [InlineData("""{"id":"1","advantages":[null]}""")]
    [InlineData("""{"advantages":[0.5]}""")]
    [InlineData("""{"id":"1","value":[0.5]}""")]
    public void Lines_that_break_the_protocol_are_not(string line) => Assert.False(IsValid(line), line);

    [Fact]
    public void The_schema_knows_every_word_of_the_contract()
    {
        using var document = JsonDocument.Parse(Text);
        var defs = document.RootElement.GetProperty("$defs");
        static string[] Words(JsonElement element) => [.. element.GetProperty("enum").EnumerateArray().Select(w => w.GetString()!).Order(StringComparer.Ordinal)];
        static string Kebab(string name) => string.Concat(name.Select((c, i) => char.IsUpper(c) ? (i > 0 ? "-" : string.Empty) + char.ToLowerInvariant(c) : c.ToString()));
        var answer = defs.GetProperty("describeAnswer").GetProperty("properties");
        Assert.Equal(Enum.GetNames<Capability>().Select(Kebab).Order(StringComparer.Ordinal), Words(answer.GetProperty("capabilities").GetProperty("items")));
        Assert.Equal(OptionNames.All.Order(StringComparer.Ordinal), Words(answer.GetProperty("options").GetProperty("items")));
        Assert.Equal(Enum.GetNames<DType>().Select(n => n.ToLowerInvariant()).Order(StringComparer.Ordinal), Words(defs.GetProperty("dtype")));
    }

    // Both directions pass through tee on their way.
    private void Exchange(string module, string profile, string operations, params string[] program)
    {
        var (requests, answers) = (Path.Combine(_folder, "requests"), Path.Combine(_folder, "answers"));
        var run = CommandLine.Run(
            "conformance", "--profile", profile, "--cases", "4", "--format", "json", "--timeout", "120", "--start-timeout", "300", "--", "sh", "-c",
            $"tee '{requests}' | '{Python.With(module)}' '{Repository.PathOf("properties/examples/python/" + program[0])}' {string.Join(' ', program[1..])} | tee '{answers}'");
        Assert.True(run.ExitCode == ExitCode.Holds, run.Output + run.Error);
        var sent = File.ReadAllLines(requests);
        Assert.Equal(operations.Split(' ').Order(StringComparer.Ordinal), sent.Select(l => (string)JsonNode.Parse(l)!["operation"]!).Distinct().Order(StringComparer.Ordinal));
        Assert.Equal(sent.Length, File.ReadAllLines(answers).Length);
        Assert.All(sent.Concat(File.ReadAllLines(answers)), line => Assert.True(IsValid(line), line));
    }

    // The library reads numbers as decimals, which end at 8e28: exponents are made small first.
    private static bool IsValid(string line) => Whole.Evaluate(JsonNode.Parse(Exponent().Replace(line, "e1"))).IsValid;

    [GeneratedRegex("(?<=[0-9])[eE][-+]?[0-9]+(?=[],}])", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Exponent();
}
