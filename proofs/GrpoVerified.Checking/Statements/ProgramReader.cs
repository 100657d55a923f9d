namespace GrpoVerified.Checking.Statements;

/// <summary>Reads straight-line programs: <c>v3 = mul v0 v2</c>.</summary>
internal sealed class ProgramReader(Terms terms, Budget budget)
{
    private const int MaxLines = 100_000;

    private static readonly Dictionary<string, Operation> Operations = Enum.GetValues<Operation>().ToDictionary(o => o.ToString().ToLowerInvariant(), StringComparer.Ordinal);

    private int _total;

    /// <summary>Whether a line belongs to a program.</summary>
    public static bool IsProgramLine(string line) => line.StartsWith('v') && line.Contains(" = ", StringComparison.Ordinal);

    /// <summary>The terms of the lines, in order; every variable belongs to the domain.</summary>
    public List<int> Read(IReadOnlyList<string> lines, Domain domain)
    {
        var values = new List<int>(lines.Count);
        foreach (var line in lines)
        {
            budget.Spend(100 + line.Length);
            if (++_total > MaxLines)
            {
                throw new Refusal($"more than {MaxLines} program lines");
            }

            values.Add(Line(line, values, domain));
        }

        return values.Count > 0 ? values : throw new Refusal("an empty program");
    }

    /// <summary>The value that an operand such as <c>v12</c> names.</summary>
    public static int Operand(string word, List<int> values)
        => word.Length is >= 2 and <= 8 && word[0] == 'v' && (word[1] != '0' || word.Length == 2)
            && int.TryParse(word.AsSpan(1), NumberStyles.None, CultureInfo.InvariantCulture, out var i) && i < values.Count
            ? values[i] : throw new Refusal($"'{Rational.Short(word)}' is not an earlier step");

    private int Line(string line, List<int> values, Domain domain)
    {
        var words = line.Split(' ');
        Refusal.If(
            words.Length is < 4 or > 5 || words[0] != string.Create(CultureInfo.InvariantCulture, $"v{values.Count}") || words[1] != "=",
            $"'{Rational.Short(line)}' is not step v{values.Count.ToString(CultureInfo.InvariantCulture)} of a program");

        return (words[2], words.Length) switch
        {
            ("num", 4) => terms.Num(Rational.Parse(words[3])),
            ("var", 4) => terms.Var(domain.Axes[domain.Index(words[3])].Name),
            (_, 4) when Named(words[2]) is >= Operation.Neg and <= Operation.Abs and var unary => terms.Of(unary, Operand(words[3], values)),
            (_, 5) when Named(words[2]) is >= Operation.Add and var binary => terms.Of(binary, Operand(words[3], values), Operand(words[4], values)),
            _ => throw new Refusal($"no operation '{Rational.Short(words[2])}' with {(words.Length == 4 ? "one operand" : "two operands")}"),
        };
    }

    private static Operation? Named(string word) => Operations.TryGetValue(word, out var operation) ? operation : null;
}
