namespace GrpoVerified.Reports;

/// <summary>Texts carried in the assembly.</summary>
internal static class EmbeddedText
{
    /// <summary>The text of a name.</summary>
    public static string Read(string name)
    {
        using var stream = typeof(EmbeddedText).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"{name} is not embedded in the assembly.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }
}
