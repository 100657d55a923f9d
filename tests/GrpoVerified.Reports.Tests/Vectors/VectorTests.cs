using System.Globalization;
using System.Numerics;
using System.Security.Cryptography;
using System.Text.Json;
using GrpoVerified.Arithmetic;
using GrpoVerified.Reports.Vectors;

namespace GrpoVerified.Reports.Tests.Vectors;

public sealed class VectorTests : IClassFixture<VectorFolder>
{
    private readonly VectorFolder _folder;

    public VectorTests(VectorFolder folder) => _folder = folder;

    [Fact]
    public void Every_quantity_has_values()
        => Assert.Equal(
            ["advantages", "bernoulli-kl", "fixed-point", "iterate", "kl-estimate", "loss", "policy", "success-map"],
            _folder.Counts.Where(c => c.Count > 5).Select(c => c.Quantity).Order(StringComparer.Ordinal));

    [Fact]
    public void The_same_version_writes_the_same_bytes()
    {
        var again = Directory.CreateTempSubdirectory("vectors").FullName;
        VectorFiles.Write(again);
        Assert.All(Directory.GetFiles(_folder.Path), f => Assert.Equal(File.ReadAllBytes(f), File.ReadAllBytes(Path.Combine(again, Path.GetFileName(f)))));
    }

    [Fact]
    public void The_checksums_are_those_of_the_files()
    {
        var lines = File.ReadAllLines(Path.Combine(_folder.Path, "SHA256SUMS"));
        Assert.Equal(Directory.GetFiles(_folder.Path).Length - 1, lines.Length);
        Assert.All(lines, l => Assert.Equal(l[..64], Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(Path.Combine(_folder.Path, l[66..]))))));
    }

    [Fact]
    public void Csv_and_json_say_the_same()
    {
        var csv = File.ReadAllLines(Path.Combine(_folder.Path, "vectors.csv"))[1..];
        Assert.Equal(_folder.Vectors.Count, csv.Length);
        Assert.All(_folder.Vectors.Zip(csv), pair =>
        {
            Assert.StartsWith(pair.First.GetProperty("id").GetString()! + ",", pair.Second, StringComparison.Ordinal);
            Assert.EndsWith($",{pair.First.GetProperty("value").GetString()},{pair.First.GetProperty("bits").GetString()},{pair.First.GetProperty("hex").GetString()}", pair.Second, StringComparison.Ordinal);
        });
    }

    [Fact]
    public void Ids_are_unique()
        => Assert.Equal(_folder.Vectors.Count, _folder.Vectors.Select(v => v.GetProperty("id").GetString()).Distinct(StringComparer.Ordinal).Count());

    // A second way: the 60 digits as an exact fraction, rounded to double by integer division.
    [Fact]
    public void The_bits_are_the_nearest_double_of_the_digits()
        => Assert.All(_folder.Vectors, v =>
        {
            var exact = Rational.Parse(v.GetProperty("value").GetString()!);
            var bits = BitConverter.UInt64BitsToDouble(ulong.Parse(v.GetProperty("bits").GetString()!, NumberStyles.HexNumber, CultureInfo.InvariantCulture));
            Assert.True(IsNearest(exact, bits), v.ToString());
            Assert.Equal(bits, Hexadecimal(v.GetProperty("hex").GetString()!));
        });

    // A third way for the success map: doubles and the platform's exponential, to a few units of the last place.
    [Fact]
    public void The_success_map_agrees_with_doubles()
    {
        var checkedCases = 0;
        foreach (var v in _folder.Vectors.Where(v => v.GetProperty("quantity").GetString() is "success-map" && v.GetProperty("output").GetString() is "next" or "complement"))
        {
            double Input(string name) => Rational.Parse(v.GetProperty("inputs").GetProperty(name).GetString()!).ToDouble();
            var (p, r, beta, eps) = (Input("p"), Input("p_ref"), Input("beta"), Input("epsilon"));
            var odds = (1 - r) / r * Math.Exp(-(1 / Math.Sqrt((p * (1 - p)) + eps)) / beta);
            var expected = v.GetProperty("output").GetString() is "next" ? 1 / (1 + odds) : odds / (1 + odds);
            var value = double.Parse(v.GetProperty("value").GetString()!, CultureInfo.InvariantCulture);
            Assert.Equal(expected, value, Math.Abs(value) * 1e-12);
            checkedCases++;
        }

        Assert.Equal(80, checkedCases);
    }

    // Without a deviation the advantage is a fraction: exact arithmetic on the rewards.
    [Fact]
    public void Advantages_of_mean_only_profiles_are_the_exact_fractions()
    {
        var cases = _folder.Vectors.Where(v => v.GetProperty("quantity").GetString() is "advantages" && v.GetProperty("inputs").GetProperty("profile").GetString() is "trl-dr-grpo").ToList();
        Assert.Equal(24, cases.Count);
        foreach (var v in cases)
        {
            var rewards = v.GetProperty("inputs").GetProperty("rewards").EnumerateArray().Select(r => Rational.Parse(r.GetString()!)).ToList();
            var groups = v.GetProperty("inputs").GetProperty("groups").EnumerateArray().Select(r => r.GetString()!).ToList();
            var index = int.Parse(v.GetProperty("output").GetString()!["advantage[".Length..^1], CultureInfo.InvariantCulture);
            var group = rewards.Where((_, i) => string.Equals(groups[i], groups[index], StringComparison.Ordinal)).ToList();
            var mean = group.Aggregate(Rational.Zero, (a, b) => a + b) / group.Count;
            Assert.Equal(rewards[index] - mean, Rational.Parse(v.GetProperty("value").GetString()!));
        }
    }

    [Fact]
    public void The_schema_names_every_quantity_that_occurs()
    {
        using var schema = JsonDocument.Parse(File.ReadAllText(Path.Combine(_folder.Path, "vectors.schema.json")));
        var named = schema.RootElement.GetProperty("properties").GetProperty("vectors").GetProperty("items").GetProperty("properties").GetProperty("quantity").GetProperty("enum").EnumerateArray().Select(e => e.GetString());
        Assert.Equal(_folder.Counts.Select(c => c.Quantity).Order(StringComparer.Ordinal), named.Order(StringComparer.Ordinal));
    }

    private static bool IsNearest(Rational exact, double candidate)
    {
        var distance = (exact - Rational.FromDouble(candidate)).Abs();
        return distance <= (exact - Rational.FromDouble(Math.BitIncrement(candidate))).Abs() && distance <= (exact - Rational.FromDouble(Math.BitDecrement(candidate))).Abs();
    }

    private static double Hexadecimal(string text)
    {
        var negative = text[0] == '-';
        var parts = text.TrimStart('-')["0x".Length..].Split('p');
        var digits = parts[0].Split('.');
        var mantissa = BigInteger.Parse("0" + digits[0] + digits[1], NumberStyles.HexNumber, CultureInfo.InvariantCulture);
        var value = Math.ScaleB((double)mantissa, int.Parse(parts[1], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture) - (4 * digits[1].Length));
        return negative ? -value : value;
    }
}

/// <summary>The files, written once for all tests.</summary>
public sealed class VectorFolder
{
    public VectorFolder()
    {
        Path = Directory.CreateTempSubdirectory("vectors").FullName;
        Counts = VectorFiles.Write(Path);
        Vectors = [.. JsonDocument.Parse(File.ReadAllText(System.IO.Path.Combine(Path, "vectors.json"))).RootElement.GetProperty("vectors").EnumerateArray()];
    }

    public string Path { get; }

    public IReadOnlyList<(string Quantity, int Count)> Counts { get; }

    public IReadOnlyList<JsonElement> Vectors { get; }
}
