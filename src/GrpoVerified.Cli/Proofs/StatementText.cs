using GrpoVerified.Proving.Statements;

namespace GrpoVerified.Cli.Proofs;

/// <summary>A statement of the certificate format in one line of mathematics.</summary>
internal static class StatementText
{
    /// <summary>For all …, there is …: assumptions ⇒ conclusion, with formulas written out.</summary>
    public static string Of(QuantifiedStatement statement)
    {
        var parts = new List<string>();
        Add("for all ", string.Join(", ", statement.ForAll));
        Add("with ", string.Join(" and ", statement.Assumptions));
        Add("there is ", string.Join(", ", statement.Exists));
        return string.Join(" ", parts) + (parts.Count > 0 ? ": " : string.Empty) + Conclude(statement);

        void Add(string word, string text)
        {
            if (text.Length > 0)
            {
                parts.Add(word + text);
            }
        }
    }

    private static string Conclude(QuantifiedStatement statement) => statement.Relation is { } relation
        ? $"{statement.Expression} {RelationText.Of(relation)} 0"
        : $"{statement.Expression} == 0{(statement.Conclusion == Conclusion.UniqueRoot ? " (exactly one)" : string.Empty)}";
}
