using System.CommandLine;
using GrpoVerified.Arithmetic;
using GrpoVerified.Cli.Reporting;
using GrpoVerified.Theory;

namespace GrpoVerified.Cli.Parameters;

/// <summary>The options that name a point of the theory, the same for every command.</summary>
internal sealed class GrpoOptions
{
    private readonly Option<string?> _reference = ExactOption.Create("--p-ref", "number", "Probability of success of the reference policy, as in 1/10 or 0.1.");
    private readonly Option<string?> _beta = ExactOption.Create("--beta", "number", "KL coefficient, greater than 0.");
    private readonly Option<string?> _epsilon = ExactOption.Create("--epsilon", "number", "Smoothing of the variance, at least 0.");
    private readonly Option<string?> _variant = ExactOption.Create("--variant", "reference|mirror|two-kl", "What the KL term anchors to (default reference).");
    private readonly Option<string?> _alpha = ExactOption.Create("--alpha", "number", "Weight of the reference in two-kl, in (0,1] (two-kl only).");
    private readonly Option<string?> _normalisation = ExactOption.Create("--normalisation", "whitened|mean-only", "Normalisation of the advantage (default whitened).");
    private readonly Option<string?> _clipLow = ExactOption.Create("--clip-low", "number", "The ratio is clipped at 1 - clip-low, in (0,1] (default: no clipping).");
    private readonly Option<string?> _clipHigh = ExactOption.Create("--clip-high", "number", "The ratio is clipped at 1 + clip-high, greater than 0 (default: no clipping).");
    private readonly Option<string?> _groupSize = ExactOption.Create("--group-size", "n", "Rollouts per group, 2 or more (default: the population limit).");
    private readonly Option<string?> _std = ExactOption.Create("--std", "population|sample", "Standard deviation of a finite group (default population).");
    private readonly Option<string?> _placement = ExactOption.Create("--epsilon-placement", "inside|outside", "sqrt(variance + epsilon), the paper's and the default, or std + epsilon.");
    private readonly bool _needsReference;

    /// <summary>Adds the options to a command.</summary>
    /// <param name="command">The command.</param>
    /// <param name="withReference">Whether p_ref is an option (a policy file brings its own).</param>
    /// <param name="withPoint">Whether p_ref, beta and epsilon are options (a sweep has ranges of them).</param>
    public GrpoOptions(Command command, bool withReference = true, bool withPoint = true)
    {
        _needsReference = withReference;
        Option[] options = [_reference, _beta, _epsilon, _variant, _alpha, _normalisation, _clipLow, _clipHigh, _groupSize, _std, _placement];
        foreach (var option in !withPoint ? options[3..] : withReference ? options : options[1..])
        {
            command.Add(option);
        }
    }

    /// <summary>The exact parameters given; p_ref comes from the caller where it is no option.</summary>
    /// <exception cref="UsageException">An option is missing or no number.</exception>
    public GrpoParameters Read(ParseResult parsed, Rational? reference = null)
    {
        var pRef = _needsReference ? ExactOption.Require(parsed, _reference) : reference ?? Rational.Zero;
        var beta = ExactOption.Require(parsed, _beta);
        var epsilon = ExactOption.Require(parsed, _epsilon);
        return ReadConvention(parsed) with { Reference = pRef, Beta = beta, Epsilon = epsilon };
    }

    /// <summary>The convention given, with p_ref, beta and epsilon left at 1/2, 1 and 1.</summary>
    /// <exception cref="UsageException">An option is no number or contradicts another.</exception>
    public GrpoParameters ReadConvention(ParseResult parsed)
    {
        var regulariser = ExactOption.ReadWord(parsed, _variant, "reference", "mirror", "two-kl") switch
        {
            "mirror" => Regulariser.Mirror,
            "two-kl" => Regulariser.TwoKl,
            _ => Regulariser.Reference,
        };
        return new GrpoParameters
        {
            Reference = new Rational(1, 2),
            Beta = Rational.One,
            Epsilon = Rational.One,
            Regulariser = regulariser,
            Alpha = ReadAlpha(parsed, regulariser),
            Normalisation = ExactOption.ReadWord(parsed, _normalisation, "whitened", "mean-only") is "mean-only" ? Normalisation.MeanOnly : Normalisation.Whitened,
            Clip = ReadClip(parsed),
            GroupSize = parsed.GetValue(_groupSize) is null ? null : ExactOption.ReadInteger(parsed, _groupSize, 2, GrpoParameters.MaximumGroupSize, null),
            Deviation = ExactOption.ReadWord(parsed, _std, "population", "sample") is "sample" ? GroupDeviation.Sample : GroupDeviation.Population,
            Placement = ExactOption.ReadWord(parsed, _placement, "inside", "outside") is "outside" ? EpsilonPlacement.Outside : EpsilonPlacement.Inside,
        };
    }

    /// <summary>The parameters as a report states them.</summary>
    public static List<(string Name, Value Value)> Describe(GrpoParameters parameters)
    {
        var text = new List<(string, Value)>
        {
            ("p_ref", Exact(parameters.Reference)),
            ("beta", Exact(parameters.Beta)),
            ("epsilon", Exact(parameters.Epsilon)),
            ("variant", Value.Text(Word(parameters.Regulariser))),
            ("normalisation", Value.Text(parameters.Normalisation == Normalisation.Whitened ? "whitened" : "mean-only")),
        };
        if (parameters.Regulariser == Regulariser.TwoKl)
        {
            text.Add(("alpha", Exact(parameters.Alpha)));
        }

        if (parameters.Clip is { } clip)
        {
            text.Add(("clip_low", Exact(clip.Low)));
            text.Add(("clip_high", Exact(clip.High)));
        }

        if (parameters.GroupSize is { } size)
        {
            text.Add(("group_size", Value.Integer(size)));
            text.Add(("std", Value.Text(parameters.Deviation == GroupDeviation.Sample ? "sample" : "population")));
        }

        text.Add(("epsilon_placement", Value.Text(parameters.Placement == EpsilonPlacement.Inside ? "inside" : "outside")));
        return text;
    }

    /// <summary>The word of the option for a regulariser.</summary>
    public static string Word(Regulariser regulariser) => regulariser switch
    {
        Regulariser.Mirror => "mirror",
        Regulariser.TwoKl => "two-kl",
        _ => "reference",
    };

    private static Value Exact(Rational value) => Value.Text(value.ToString());

    private Rational ReadAlpha(ParseResult parsed, Regulariser regulariser)
    {
        var alpha = ExactOption.Read(parsed, _alpha);
        if (regulariser == Regulariser.TwoKl)
        {
            return alpha ?? throw new UsageException(
                "two-kl without alpha", "option --alpha", "give the weight of the reference KL, in (0,1], as in --alpha 1/2");
        }

        return alpha is null
            ? Rational.One
            : throw new UsageException("alpha without two-kl", "option --alpha", "add --variant two-kl, or leave alpha out");
    }

    private ClipRange? ReadClip(ParseResult parsed)
    {
        var low = ExactOption.Read(parsed, _clipLow);
        var high = ExactOption.Read(parsed, _clipHigh);
        if (low is null && high is null)
        {
            return null;
        }

        if (low is { } l && (l.Sign <= 0 || l > Rational.One))
        {
            throw new UsageException($"clip-low is {l}, outside (0,1]", "option --clip-low", "the ratio is kept above 1 - clip-low; give a number such as 1/5");
        }

        if (high is { } h && h.Sign <= 0)
        {
            throw new UsageException($"clip-high is {h}, not positive", "option --clip-high", "the ratio is kept below 1 + clip-high; give a number such as 1/5");
        }

        // e_lo = 1 leaves the ratio free below: a one-sided clip is exact.
        return high is { } upper
            ? new ClipRange(low ?? Rational.One, upper)
            : throw new UsageException("clip-low without clip-high", "option --clip-high", "give both, as in --clip-low 1/5 --clip-high 1/5");
    }
}
