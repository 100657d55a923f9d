using System.Numerics;
using System.Text.Json;
using GrpoVerified.Arithmetic;
using GrpoVerified.Theory;

namespace GrpoVerified.Cli.Oracle;

/// <summary>The parameters of a request, exact; every reader checks type and domain.</summary>
internal sealed class OracleRequest
{
    /// <summary>Most digits an answer carries.</summary>
    public const int MaxDigits = 10_000;

    private const int MaxNumberLength = 2_000;
    private const int MaxListLength = 4_096;
    private static readonly Rational Largest = Rational.Pow(10, 1_000);
    private static readonly BigInteger LargestDenominator = BigInteger.Pow(10, 2_000);

    private readonly Dictionary<string, JsonElement> _fields;

    /// <summary>A request with the given fields beside id and quantity.</summary>
    public OracleRequest(Dictionary<string, JsonElement> fields) => _fields = fields;

    /// <summary>Significant digits asked for.</summary>
    public int Digits => Has("digits") ? Integer("digits", 1, MaxDigits) : 30;

    /// <summary>Whether a field is given.</summary>
    public bool Has(string name) => _fields.ContainsKey(name);

    /// <summary>An exact number in the domain of the name.</summary>
    public Rational Exact(string name) => OracleDomains.Check(name, Number(Field(name), name));

    /// <summary>The number as a ball.</summary>
    public Ball Ball(string name, BallContext context) => context.Enclose(Exact(name));

    /// <summary>A probability with its complement.</summary>
    public Probability<Ball> Probability(string name, BallContext context) => Probability<Ball>.FromRational(Exact(name), context);

    /// <summary>An integer between bounds.</summary>
    public int Integer(string name, int lowest, int highest)
    {
        var value = Number(Field(name), name);
        return value.IsInteger && value >= lowest && value <= highest
            ? (int)value.Numerator
            : throw new OracleException(OracleException.Domain, $"{name} is not an integer from {lowest} to {highest}");
    }

    /// <summary>One of a few words; the first if the field is absent.</summary>
    public string Word(string name, params string[] words)
    {
        if (!Has(name))
        {
            return words[0];
        }

        return Field(name) is { ValueKind: JsonValueKind.String } text && words.Contains(text.GetString(), StringComparer.Ordinal)
            ? text.GetString()!
            : throw new OracleException(OracleException.BadParameter, $"{name} is not one of {string.Join(", ", words)}");
    }

    /// <summary>A list of exact numbers.</summary>
    public IReadOnlyList<Rational> List(string name)
    {
        var field = Field(name);
        if (field.ValueKind != JsonValueKind.Array || field.GetArrayLength() is 0 or > MaxListLength)
        {
            throw new OracleException(OracleException.BadParameter, $"{name} is not an array of 1 to {MaxListLength} numbers");
        }

        return [.. field.EnumerateArray().Select(item => Number(item, name))];
    }

    /// <summary>The point of the theory: p_ref, beta, epsilon and the optional conventions.</summary>
    public GrpoParameters Parameters(bool withReference = true)
    {
        var regulariser = Word("variant", "reference", "mirror", "two-kl") switch
        {
            "mirror" => Regulariser.Mirror,
            "two-kl" => Regulariser.TwoKl,
            _ => Regulariser.Reference,
        };
        return new GrpoParameters
        {
            Reference = withReference ? Exact("p_ref") : new Rational(1, 2),
            Beta = Exact("beta"),
            Epsilon = Exact("epsilon"),
            Regulariser = regulariser,
            Alpha = regulariser == Regulariser.TwoKl ? Exact("alpha") : Rational.One,
            Normalisation = Word("normalisation", "whitened", "mean-only") is "mean-only" ? Normalisation.MeanOnly : Normalisation.Whitened,
            Placement = Placement(),
            Clip = Has("clip_low") || Has("clip_high") ? new ClipRange(Exact("clip_low"), Exact("clip_high")) : null,
            GroupSize = Has("group_size") ? Integer("group_size", 2, 1024) : null,
            Deviation = Deviation(),
        }.Validated();
    }

    /// <summary>Where the smoothing stands.</summary>
    public EpsilonPlacement Placement() => Word("epsilon_placement", "inside", "outside") is "outside" ? EpsilonPlacement.Outside : EpsilonPlacement.Inside;

    /// <summary>The deviation of a finite group.</summary>
    public GroupDeviation Deviation() => Word("std", "population", "sample") is "sample" ? GroupDeviation.Sample : GroupDeviation.Population;

    private JsonElement Field(string name)
        => _fields.TryGetValue(name, out var field) ? field : throw new OracleException(OracleException.MissingParameter, $"{name} is missing");

    private static Rational Number(JsonElement field, string name)
    {
        var text = field.ValueKind switch
        {
            JsonValueKind.Number => field.GetRawText(),
            JsonValueKind.String => field.GetString()!,
            _ => throw new OracleException(OracleException.BadParameter, $"{name} is neither a number nor a text"),
        };
        if (text.Length > MaxNumberLength)
        {
            throw new OracleException(OracleException.BadParameter, $"{name} is written with more than {MaxNumberLength} characters");
        }

        if (!Rational.TryParse(text, out var value, out var error))
        {
            throw new OracleException(OracleException.BadParameter, $"{name}: {error}");
        }

        // Larger numbers are numbers, but nothing of the theory is asked there.
        return value.Abs() <= Largest && value.Denominator <= LargestDenominator
            ? value
            : throw new OracleException(OracleException.BadParameter, $"{name} is beyond the range of the oracle, 10^1000 with a denominator of at most 10^2000");
    }
}
