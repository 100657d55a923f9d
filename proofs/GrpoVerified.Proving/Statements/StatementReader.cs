using System.Globalization;

namespace GrpoVerified.Proving.Statements;

/// <summary>Reads the lines of a statement.</summary>
public static class StatementReader
{
    /// <summary>The statement that the lines write.</summary>
    /// <exception cref="CertificateFormatException">The lines are not a statement of the format.</exception>
    public static Statement Read(IReadOnlyList<string> lines)
    {
        ArgumentNullException.ThrowIfNull(lines);
        return lines.Count == 0 ? ReadQuantified(lines)
            : lines[0].StartsWith("orbit ", StringComparison.Ordinal) ? ReadOrbit(lines)
            : lines[0].StartsWith("iterate ", StringComparison.Ordinal) ? ReadUniqueCycle(lines)
            : ReadQuantified(lines);
    }

    private static QuantifiedStatement ReadQuantified(IReadOnlyList<string> lines)
    {
        var position = 0;
        var forAll = Axes("forall ");
        var exists = Axes("exists ");
        var first = position;
        while (position < lines.Count && lines[position].StartsWith('v'))
        {
            position++;
        }

        var values = ProgramReader.Read(lines.Skip(first).Take(position - first));
        var assumptions = new List<Condition>();
        while (position < lines.Count && lines[position].StartsWith("assume ", StringComparison.Ordinal))
        {
            assumptions.Add(ReadCondition(lines[position++], values));
        }

        if (position != lines.Count - 1)
        {
            throw new CertificateFormatException($"the statement does not end in one line show, root or unique-root (line {position + 1} of {lines.Count})");
        }

        var last = lines[position];
        var words = last.Split(' ');
        if (words[0] == "show")
        {
            var condition = ReadCondition(last, values);
            return new(forAll, exists, assumptions, QuantifiedStatement.ConclusionOf(condition.Relation), condition.Expression);
        }

        return words is ["root" or "unique-root", _]
            ? new(forAll, exists, assumptions, words[0] == "root" ? Conclusion.Root : Conclusion.UniqueRoot, values[ProgramReader.Index(words[1], values.Count, last)])
            : throw new CertificateFormatException($"the line \"{last}\" is no conclusion; write show v3 > 0, root v3 or unique-root v3");

        List<Axis> Axes(string word)
        {
            var result = new List<Axis>();
            while (position < lines.Count && lines[position].StartsWith(word, StringComparison.Ordinal))
            {
                result.Add(ReadAxis(lines[position++], word));
            }

            return result;
        }
    }

    private static OrbitStatement ReadOrbit(IReadOnlyList<string> lines)
    {
        var head = lines[0].Split(' ');
        if (head is not ["orbit", var name, "from", var from] || !Rational.TryParse(from, out var start, out _) || lines.Count < 4)
        {
            throw new CertificateFormatException($"the line \"{lines[0]}\" is not of the form: orbit x from 1/2");
        }

        return ReadMap(lines) is { } map && lines[^1].Split(' ', 5) is ["show", "cycle", var k, "in", var box] && ReadPeriod(k) is { } period
            ? new(name, start, map, period, Extent.Parse(box))
            : throw new CertificateFormatException("an orbit statement ends in the lines: map v3, show cycle 2 in [1/10, 1/9]");
    }

    private static UniqueCycleStatement ReadUniqueCycle(IReadOnlyList<string> lines)
        => lines.Count >= 4 && lines[0].Split(' ') is ["iterate", var name] && ReadMap(lines) is { } map
            && lines[^1].Split(' ') is ["show", "unique-cycle", var k, "in", var a, var b, "slope", var c, var d] && ReadPeriod(k) is { } period
                ? new(name, map, period, Extent.Parse($"{a} {b}"), Extent.Parse($"{c} {d}"))
                : throw new CertificateFormatException("a statement about a map has the lines: iterate x, a program, map v3, show unique-cycle 2 in [1/10, 1/9] slope [-3, -2]");

    // The map of the line before the last, from the program between it and the first line.
    private static Expr? ReadMap(IReadOnlyList<string> lines)
    {
        var values = ProgramReader.Read(lines.Skip(1).Take(lines.Count - 3));
        return lines[^2].Split(' ') is ["map", var index] ? values[ProgramReader.Index(index, values.Count, lines[^2])] : null;
    }

    private static int? ReadPeriod(string text)
        => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var period) && period >= 1 ? period : null;

    private static Axis ReadAxis(string line, string word)
    {
        var rest = line[word.Length..];
        var cut = rest.IndexOf(" in ", StringComparison.Ordinal);
        return cut > 0 && Extent.Parse(rest[(cut + 4)..]) is var extent && extent.ToString() == rest[(cut + 4)..]
            ? new(rest[..cut], extent)
            : throw new CertificateFormatException($"the line \"{line}\" is not of the form: {word}x in [0, 1]");
    }

    private static Condition ReadCondition(string line, IReadOnlyList<Expr> values)
    {
        var words = line.Split(' ');
        return words.Length == 4 && words[3] == "0" && RelationText.Parse(words[2]) is { } relation
            ? new(values[ProgramReader.Index(words[1], values.Count, line)], relation)
            : throw new CertificateFormatException($"the line \"{line}\" is not of the form: {words[0]} v3 >= 0");
    }
}
