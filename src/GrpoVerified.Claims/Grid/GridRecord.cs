namespace GrpoVerified.Claims;

/// <summary>One grid point as named texts, turned into validated parameters.</summary>
internal sealed class GridRecord(string place, IReadOnlyDictionary<string, string> fields)
{
    private static readonly string[] Required = ["p_ref", "beta", "epsilon"];

    /// <summary>Field names that a grid file may use.</summary>
    public static IReadOnlyList<string> Names { get; } =
        [.. Required, "variant", "alpha", "normalisation", "epsilon_placement", "clip_low", "clip_high", "group_size", "std"];

    /// <summary>The parameters.</summary>
    /// <exception cref="GridFormatException">A field is missing, unknown, unreadable, or outside its domain.</exception>
    public GrpoParameters ToParameters()
    {
        foreach (var name in fields.Keys)
        {
            if (!Names.Contains(name, StringComparer.Ordinal))
            {
                throw Fault($"unknown field \"{name}\"; use {string.Join(", ", Names)}");
            }
        }

        foreach (var name in Required)
        {
            if (Text(name) is null)
            {
                throw Fault($"field \"{name}\" is missing; each point needs p_ref, beta and epsilon");
            }
        }

        var parameters = new GrpoParameters
        {
            Reference = Number("p_ref"),
            Beta = Number("beta"),
            Epsilon = Number("epsilon"),
            Regulariser = Choice("variant", ("reference", Regulariser.Reference), ("mirror", Regulariser.Mirror), ("two-kl", Regulariser.TwoKl)),
            Alpha = Text("alpha") is null ? Rational.One : Number("alpha"),
            Normalisation = Choice("normalisation", ("whitened", Normalisation.Whitened), ("mean-only", Normalisation.MeanOnly)),
            Placement = Choice("epsilon_placement", ("inside", EpsilonPlacement.Inside), ("outside", EpsilonPlacement.Outside)),
            Deviation = Choice("std", ("population", GroupDeviation.Population), ("sample", GroupDeviation.Sample)),
            Clip = ClipRange(),
            GroupSize = Size(),
        };
        try
        {
            return parameters.Validated();
        }
        catch (ParameterException e)
        {
            throw Fault(e.Message);
        }
    }

    private ClipRange? ClipRange()
        => (Text("clip_low"), Text("clip_high")) switch
        {
            (null, null) => null,
            (not null, not null) => new ClipRange(Number("clip_low"), Number("clip_high")),
            _ => throw Fault("clip_low and clip_high go together; give both or neither"),
        };

    private int? Size()
    {
        if (Text("group_size") is not { } text)
        {
            return null;
        }

        return int.TryParse(text, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var size)
            ? size
            : throw Fault($"group_size \"{text}\" is not a whole number");
    }

    private T Choice<T>(string name, params (string Text, T Value)[] options)
    {
        if (Text(name) is not { } text)
        {
            return options[0].Value;
        }

        var index = Array.FindIndex(options, o => string.Equals(o.Text, text, StringComparison.Ordinal));
        return index >= 0 ? options[index].Value : throw Fault($"{name} \"{text}\" is unknown; use {string.Join(" or ", options.Select(o => o.Text))}");
    }

    private Rational Number(string name)
        => Rational.TryParse(Text(name)!, out var value, out var error) ? value : throw Fault($"{name}: {error}");

    private string? Text(string name) => fields.TryGetValue(name, out var text) && text.Length > 0 ? text : null;

    private GridFormatException Fault(string message) => new($"{place}: {message}");
}
