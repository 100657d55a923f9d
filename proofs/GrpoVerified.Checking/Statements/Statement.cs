namespace GrpoVerified.Checking.Statements;

/// <summary>What is claimed of the goal.</summary>
internal enum Conclusion
{
    Show,
    Root,
    UniqueRoot,
    Cycle,
    UniqueCycle,
}

/// <summary>The statement of a certificate.</summary>
/// <param name="Domain">The <c>forall</c> variables, then the <c>exists</c> variables; the one variable of a map (its range is the whole line).</param>
/// <param name="Universal">How many of them are <c>forall</c>.</param>
/// <param name="Assumptions">In order.</param>
/// <param name="Conclusion">Its kind.</param>
/// <param name="Goal">The expression and relation shown; the map.</param>
/// <param name="Start">The start of an orbit.</param>
/// <param name="Period">The period of a cycle.</param>
/// <param name="Target">Where the cycle is claimed.</param>
/// <param name="Slopes">The slopes of the iterate there.</param>
internal sealed record Statement(
    Domain Domain,
    int Universal,
    IReadOnlyList<Judgement> Assumptions,
    Conclusion Conclusion,
    Judgement Goal,
    Rational Start = default,
    int Period = 0,
    RealInterval Target = default,
    RealInterval Slopes = default)
{
    private const int MaxAssumptions = 1000;
    private const int MaxPeriod = 1000;

    /// <summary>Reads the lines of a statement.</summary>
    public static Statement Parse(IReadOnlyList<string> lines, Terms terms, ProgramReader programs)
    {
        var at = 0;
        var domain = Domain.Empty;
        var head = lines.Count > 0 ? lines[0].Split(' ') : [];
        var map = head is ["orbit", _, "from", _] or ["iterate", _];
        if (map)
        {
            at++;
            domain = domain.With(head[1], new RealInterval(default, default));
        }

        domain = map ? domain : Quantified("forall ", lines, ref at, domain);
        var universal = domain.Axes.Length;
        domain = map ? domain : Quantified("exists ", lines, ref at, domain);
        var first = at;
        while (at < lines.Count && ProgramReader.IsProgramLine(lines[at]))
        {
            at++;
        }

        var program = programs.Read(lines.Skip(first).Take(at - first).ToList(), domain);
        var assumptions = new List<Judgement>();
        for (; at < lines.Count && lines[at].StartsWith("assume ", StringComparison.Ordinal); at++)
        {
            var fact = Judge(lines[at]["assume ".Length..].Split(' '), program, lines[at]);
            var bound = domain.Axes.Skip(universal).FirstOrDefault(a => terms.Contains(fact.Term, a.Name));
            Refusal.If(
                bound.Name is not null || map || assumptions.Count >= MaxAssumptions,
                $"'{lines[at]}': an assumption speaks of 'forall' variables only, and there are at most {MaxAssumptions}");

            assumptions.Add(fact);
        }

        var rest = lines.Skip(at).Select(l => l.Split(' ')).ToList();
        return rest switch
        {
            [["map", var f], ["show", "cycle", var k, "in", var a, var b]] when head is ["orbit", ..]
                => Of(Conclusion.Cycle, f) with { Start = Rational.Parse(head[3]), Period = ReadPeriod(k), Target = RealInterval.Closed(a + " " + b) },
            [["map", var f], ["show", "unique-cycle", var k, "in", var a, var b, "slope", var c, var d]] when head is ["iterate", _]
                => Of(Conclusion.UniqueCycle, f) with { Period = ReadPeriod(k), Target = RealInterval.Closed(a + " " + b), Slopes = RealInterval.Closed(c + " " + d) },
            [["show", _, _, "0"] and var words] when !map
                => new(domain, universal, assumptions, Conclusion.Show, Judge(words[1..], program, lines[at])),
            [["root" or "unique-root", var e]] when !map && domain.Axes.Length == universal + 1
                => Of(rest[0][0] == "root" ? Conclusion.Root : Conclusion.UniqueRoot, e),
            _ => throw new Refusal(at < lines.Count ? $"'{Rational.Short(lines[at])}' and what follows is not a conclusion of this kind of statement" : "the statement has no conclusion"),
        };

        Statement Of(Conclusion conclusion, string operand) => new(domain, universal, assumptions, conclusion, new(ProgramReader.Operand(operand, program), Relation.Zero));
    }

    private static Domain Quantified(string word, IReadOnlyList<string> lines, ref int at, Domain domain)
    {
        for (; at < lines.Count && lines[at].StartsWith(word, StringComparison.Ordinal); at++)
        {
            var words = lines[at].Split(' ');
            domain = words.Length == 5 && words[2] == "in"
                ? domain.With(words[1], RealInterval.Parse(words[3] + " " + words[4]))
                : throw new Refusal($"'{Rational.Short(lines[at])}' is not a line such as '{word}x in [0, 1)'");
        }

        return domain;
    }

    /// <summary>Reads <c>vK &gt; 0</c>, <c>vK &gt;= 0</c> or <c>vK == 0</c>.</summary>
    private static Judgement Judge(string[] words, List<int> program, string line)
        => words is [var v, var sign, "0"] ? new(ProgramReader.Operand(v, program), RelationOf(sign)) : throw new Refusal($"'{Rational.Short(line)}' does not end in a comparison with 0");

    /// <summary>Reads a relation.</summary>
    public static Relation RelationOf(string sign) => sign switch
    {
        ">" => Relation.Positive,
        ">=" => Relation.NonNegative,
        "==" => Relation.Zero,
        _ => throw new Refusal($"'{Rational.Short(sign)}' is not one of >, >=, =="),
    };

    private static int ReadPeriod(string text)
        => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var k) && k is >= 1 and <= MaxPeriod && text[0] != '0'
            ? k : throw new Refusal($"'{Rational.Short(text)}' is not a period from 1 to {MaxPeriod}");
}
