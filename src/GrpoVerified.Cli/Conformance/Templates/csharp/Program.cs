// What grpo-verified tries: call YOUR code from these functions.
//   dotnet build -c Release -o out && grpo-verified conformance -- dotnet out/my-trainer.dll
using System.Globalization;
using System.Text.Json.Nodes;

while (Console.In.ReadLine() is { } line)
{
    var request = JsonNode.Parse(line)!;
    JsonObject answer = (string)request["operation"]! switch
    {
        "describe" => new()
        {
            ["name"] = "my trainer",
            ["capabilities"] = new JsonArray("advantages", "ragged-groups", "interleaved-groups"),
            ["dtypes"] = new JsonArray("float64"),
        },
        "advantages" => new() { ["advantages"] = new JsonArray([.. Advantages(Numbers(request["rewards"]!), Groups(request["groups"]!)).Select(Number)]) },
        _ => new() { ["error"] = "not answered here" },
    };
    answer["id"] = request["id"]!.DeepClone();
    Console.Out.WriteLine(answer.ToJsonString());
    Console.Out.Flush();
}

// Replace the body by a call of your own code. It is the convention of TRL's defaults: (r - mean)/(std + 1e-4), sample std.
static IEnumerable<double> Advantages(double[] rewards, int[] groups)
{
    for (var i = 0; i < rewards.Length; i++)
    {
        var own = rewards.Where((_, j) => groups[j] == groups[i]).ToArray();
        var mean = own.Sum() / own.Length;
        var std = own.Length > 1 ? Math.Sqrt(own.Sum(r => (r - mean) * (r - mean)) / (own.Length - 1)) : 0;
        yield return (rewards[i] - mean) / (std + 1e-4);
    }
}

// Non-finite numbers travel as the texts NaN, Infinity and -Infinity.
static double[] Numbers(JsonNode list) => [.. list.AsArray().Select(x => x!.GetValueKind() == System.Text.Json.JsonValueKind.String
    ? double.Parse((string)x!, CultureInfo.InvariantCulture)
    : (double)x!)];

static int[] Groups(JsonNode list) => [.. list.AsArray().Select(x => (int)x!)];

static JsonNode? Number(double x) => double.IsFinite(x) ? JsonValue.Create(x) : JsonValue.Create(x.ToString(CultureInfo.InvariantCulture));
