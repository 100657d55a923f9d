using System.Text;
using System.Text.Json;
using GrpoVerified.Cli.Oracle;

namespace GrpoVerified.Cli.Tests.Oracle;

/// <summary>Lines from nearly right to nonsense, deterministic in the seed; no line holds a line break.</summary>
internal sealed class OracleFuzz(int seed)
{
    private static readonly string[] Good = ["\"1/10\"", "0.1", "0.5", "\"1/2\"", "3", "\"1/3\"", "2", "1e-3"];

    private static readonly string[] Odd =
    [
        "0", "1", "-1", "\"1e-6\"", "\"NaN\"", "\"\"", "\"1/0\"", "1e999999", "1e900", "-1e900", "\"0x1.8p-3\"", "1e300", "true", "null", "[]", "{}",
        "1e-900", "\"" + new string('9', 3000) + "\"", "\"\\ud800\"", "[[1]]", "\"mirror\"", "\"two-kl\"", "\"sample\"",
    ];

    private readonly Random _random = new(seed);

    public byte[] Line()
    {
        var request = Encoding.UTF8.GetBytes(Request());
        switch (_random.Next(100))
        {
            case < 10:
                for (var i = _random.Next(1, 5); i > 0; i--)
                {
                    request[_random.Next(request.Length)] = (byte)_random.Next(256);
                }

                break;
            case < 13:
                request = request[.._random.Next(request.Length)];
                break;
            case 13:
                request = [.. Enumerable.Repeat((byte)'[', _random.Next(1, 50_000))];
                break;
            case 14:
                request = new byte[_random.Next(60)];
                _random.NextBytes(request);
                break;
            case 15 when _random.Next(20) == 0:
                request = [.. Enumerable.Repeat((byte)'x', OracleSession.LongestLine + _random.Next(10))];
                break;
        }

        return [.. request.Select(b => b == '\n' ? (byte)' ' : b)];
    }

    private string Request()
    {
        var quantities = OracleSession.Quantities.Values.ToArray();
        var quantity = quantities[_random.Next(quantities.Length)];
        var fields = new List<string> { "\"quantity\":" + JsonSerializer.Serialize(quantity.Name) };
        fields.Insert(_random.Next(2), "\"id\":" + Pick(["1", "\"a\"", "null", "1e5", "-0"]));
        fields.AddRange(quantity.Required.Select(name => $"\"{name}\":{Value(name)}"));
        fields.AddRange(quantity.Optional.Where(_ => _random.Next(8) == 0).Select(name => $"\"{name}\":{Value(name)}"));
        if (_random.Next(5) == 0)
        {
            fields.Add("\"digits\":" + Pick(["1", "10", "50", "300", "0", "-1", "\"5\"", "1e9", "\"x\""]));
        }

        return "{" + string.Join(',', fields) + "}";
    }

    private string Value(string name) => name switch
    {
        "n" => Pick(["0", "1", "5", "100", "-1", "1e9", "\"x\""]),
        "rewards" or "probabilities" => Pick(["[1,0,0,1]", "[\"1/4\",\"1/4\",\"1/4\",\"1/4\"]", "[]", "[1]", "[\"x\"]", "3", "[0.5,0.5]", "[[1]]"]),
        "group_size" => Pick(["2", "8", "64", "1", "1e9", "\"a\""]),
        "variant" => Pick(["\"reference\"", "\"mirror\"", "\"two-kl\"", "\"x\"", "1"]),
        _ => Pick(_random.Next(10) < 3 ? Odd : Good),
    };

    private string Pick(string[] choices) => choices[_random.Next(choices.Length)];
}
