using System.CommandLine;
using GrpoVerified.Arithmetic;

namespace GrpoVerified.Cli.Parameters;

/// <summary>Options whose values are read as exact text; every error names the option.</summary>
internal static class ExactOption
{
    /// <summary>An option with one value, kept as text until it is read.</summary>
    public static Option<string?> Create(string name, string valueName, string description)
        => new(name) { HelpName = valueName, Description = description, Arity = ArgumentArity.ExactlyOne };

    /// <summary>The exact number given, or null if the option is absent.</summary>
    public static Rational? Read(ParseResult parsed, Option<string?> option)
    {
        if (parsed.GetValue(option) is not { } text)
        {
            return null;
        }

        return Rational.TryParse(text, out var value, out var error)
            ? value
            : throw new UsageException(error, "option " + option.Name, "run with --help for the options");
    }

    /// <summary>The exact number given; an error if the option is absent.</summary>
    public static Rational Require(ParseResult parsed, Option<string?> option)
        => Read(parsed, option) ?? throw Missing(parsed, option);

    /// <summary>An integer between two bounds, or the default.</summary>
    public static int ReadInteger(ParseResult parsed, Option<string?> option, int lowest, int highest, int? ifAbsent)
    {
        if (Read(parsed, option) is not { } value)
        {
            return ifAbsent ?? throw Missing(parsed, option);
        }

        if (!value.IsInteger || value < lowest || value > highest)
        {
            throw new UsageException(
                $"{UsageException.Quote(parsed.GetValue(option)!)} is not an integer from {lowest} to {highest}",
                "option " + option.Name,
                "give an integer in that range");
        }

        return (int)value.Numerator;
    }

    /// <summary>One of a few words, or the first of them if the option is absent.</summary>
    public static string ReadWord(ParseResult parsed, Option<string?> option, params string[] words)
    {
        if (parsed.GetValue(option) is not { } text)
        {
            return words[0];
        }

        if (words.Contains(text, StringComparer.Ordinal))
        {
            return text;
        }

        var near = NearestName.Of(text, words);
        throw new UsageException(
            $"{UsageException.Quote(text)} is not one of {string.Join(", ", words)}",
            "option " + option.Name,
            near is null ? "choose one of them" : $"did you mean '{near}'?");
    }

    private static UsageException Missing(ParseResult parsed, Option<string?> option)
        => new(
            $"option '{option.Name}' is missing",
            CommandContext.ToolName + " " + parsed.CommandResult.Command.Name,
            $"add {option.Name} <{option.HelpName}>; {option.Description}");
}
