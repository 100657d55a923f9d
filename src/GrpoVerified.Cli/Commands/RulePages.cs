using GrpoVerified.Cli.Reporting;

namespace GrpoVerified.Cli.Commands;

/// <summary>The pages of the analyzers' rules (docs/rules), which the tool carries with it.</summary>
internal static class RulePages
{
    private const string Prefix = "rules/";

    /// <summary>The rules that have one.</summary>
    public static IEnumerable<string> Names => typeof(RulePages).Assembly.GetManifestResourceNames().Where(n => n.StartsWith(Prefix, StringComparison.Ordinal)).Select(n => Path.GetFileNameWithoutExtension(n[Prefix.Length..])).Where(n => n.StartsWith("GRPO", StringComparison.Ordinal)).Order(StringComparer.Ordinal);

    /// <summary>The page's Markdown, or null when there is no such rule.</summary>
    public static string? Find(string id)
    {
        using var stream = typeof(RulePages).Assembly.GetManifestResourceStream($"{Prefix}{id.ToUpperInvariant()}.md");
        if (stream is null)
        {
            return null;
        }

        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }

    /// <summary>Writes a page: as it stands for people, by sections for programs.</summary>
    public static void Write(string id, string page, ReportFormat format, Stream output)
    {
        if (format == ReportFormat.Json)
        {
            ReportWriter.Write(new Report("explain", [("id", Value.Text(id.ToUpperInvariant()))], Sections(page)), format, output);
        }
        else
        {
            output.Write(System.Text.Encoding.UTF8.GetBytes(page));
            output.Flush();
        }
    }

    private static IEnumerable<Section> Sections(string page)
    {
        var parts = page.Split("\n## ");
        yield return new Field("title", "title", Value.Text(parts[0][(parts[0].IndexOf(": ", StringComparison.Ordinal) + 2)..].Trim()));
        foreach (var part in parts.Skip(1))
        {
            var cut = part.IndexOf('\n', StringComparison.Ordinal);
            var name = part[..cut];
            var key = string.Equals(name, "When to suppress", StringComparison.Ordinal) ? "suppress" : name.ToLowerInvariant();
            yield return new Field(key, key, Value.Text(part[(cut + 1)..].Trim()));
        }
    }
}
