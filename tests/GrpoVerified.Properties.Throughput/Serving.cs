using System.Text.Json.Nodes;
using GrpoVerified.Properties.Contract;

namespace GrpoVerified.Properties.Throughput;

/// <summary>A trainer behind the protocol, as a user's C# program would be: advantages and KL estimates of finite float64 numbers.</summary>
internal static class Serving
{
    public static void Run(ITrainer trainer, TextReader input, TextWriter output)
    {
        while (input.ReadLine() is { } line)
        {
            var request = JsonNode.Parse(line)!;
            var answer = (string)request["operation"]! switch
            {
                "describe" => new JsonObject
                {
                    ["name"] = trainer.Description.Name,
                    ["capabilities"] = new JsonArray("advantages", "ragged-groups", "interleaved-groups", "kl", "kl-gradient"),
                    ["dtypes"] = new JsonArray("float64"),
                },
                "advantages" => new() { ["advantages"] = List(((AdvantageAnswer)trainer.Answer(new AdvantageRequest(DType.Float64, Numbers(request["rewards"]), [.. request["groups"]!.AsArray().Select(x => (int)x!)]))).Advantages) },
                "kl" => Kl((KlAnswer)trainer.Answer(new KlRequest(DType.Float64, Numbers(request["logp"]), Numbers(request["ref_logp"])))),
                _ => new() { ["error"] = "not answered here" },
            };
            answer["id"] = request["id"]!.DeepClone();
            output.WriteLine(answer.ToJsonString());
            output.Flush();
        }
    }

    private static JsonObject Kl(KlAnswer answer) => new() { ["values"] = List(answer.Values), ["gradient"] = List(answer.Gradient!) };

    private static double[] Numbers(JsonNode? list) => [.. list!.AsArray().Select(x => (double)x!)];

    private static JsonArray List(IReadOnlyList<double> values)
        => [.. values.Select(x => double.IsFinite(x) ? JsonValue.Create(x) : (JsonNode)JsonValue.Create(x.ToString(System.Globalization.CultureInfo.InvariantCulture)))];
}
