using System.Globalization;

namespace GrpoVerified.Proving.Statements;

/// <summary>Reads the lines of a straight-line program of the certificate format.</summary>
public static class ProgramReader
{
    private static readonly Dictionary<string, ExprKind> Words = Enum.GetValues<ExprKind>()
        .Where(Lowering.IsBasic)
        .ToDictionary(Word, k => k, StringComparer.Ordinal);

    /// <summary>The value of each line.</summary>
    /// <exception cref="CertificateFormatException">A line is not a step of a program.</exception>
    public static IReadOnlyList<Expr> Read(IEnumerable<string> lines)
    {
        ArgumentNullException.ThrowIfNull(lines);
        var values = new List<Expr>();
        foreach (var line in lines)
        {
            values.Add(ReadLine(line, values));
        }

        return values;
    }

    /// <summary>Index of the step that <c>v12</c> names.</summary>
    /// <exception cref="CertificateFormatException">The word is not the name of an earlier step.</exception>
    public static int Index(string word, int count, string line)
    {
        ArgumentNullException.ThrowIfNull(word);
        return word.Length > 1 && word[0] == 'v' && (word.Length == 2 || word[1] != '0')
            && int.TryParse(word.AsSpan(1), NumberStyles.None, CultureInfo.InvariantCulture, out var index) && index < count
                ? index
                : throw new CertificateFormatException($"\"{word}\" in the line \"{line}\" is not an earlier step; steps are v0, v1, …");
    }

    private static Expr ReadLine(string line, List<Expr> values)
    {
        var words = line.Split(' ');
        if (words.Length < 4 || words[1] != "=" || words[0] != string.Create(CultureInfo.InvariantCulture, $"v{values.Count}"))
        {
            throw new CertificateFormatException($"the line \"{line}\" is not a step; step {values.Count} is written v{values.Count} = operation operands");
        }

        if (!Words.TryGetValue(words[2], out var kind) || words.Length != Length(kind))
        {
            throw new CertificateFormatException($"the line \"{line}\" has no operation of the format with its number of operands");
        }

        return kind switch
        {
            ExprKind.Number => Expr.FromRational(Number(words[3], line)),
            ExprKind.Variable => Name(words[3], line),
            _ => Lowering.Node(
                new(kind, 0, 0, default, null, 0),
                values[Index(words[3], values.Count, line)],
                words.Length == 5 ? values[Index(words[4], values.Count, line)] : null),
        };
    }

    private static Rational Number(string word, string line)
        => Rational.TryParse(word, out var value, out _) && value.ToString() == word
            ? value
            : throw new CertificateFormatException($"\"{word}\" in the line \"{line}\" is not a reduced fraction such as -7/3");

    private static Expr Name(string word, string line)
    {
        try
        {
            return Expr.Variable(word);
        }
        catch (ArgumentException fault)
        {
            throw new CertificateFormatException($"\"{word}\" in the line \"{line}\" cannot name a variable", fault);
        }
    }

    private static int Length(ExprKind kind)
        => kind is ExprKind.Add or ExprKind.Subtract or ExprKind.Multiply or ExprKind.Divide or ExprKind.Min or ExprKind.Max ? 5 : 4;

    private static string Word(ExprKind kind) => kind switch
    {
        ExprKind.Number => "num",
        ExprKind.Variable => "var",
        ExprKind.Subtract => "sub",
        ExprKind.Negate => "neg",
        ExprKind.Multiply => "mul",
        ExprKind.Divide => "div",
#pragma warning disable CA1308 // The words of the format are lower case.
        _ => kind.ToString().ToLowerInvariant(),
#pragma warning restore CA1308
    };
}
