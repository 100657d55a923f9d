namespace GrpoVerified.Cli.Reporting;

/// <summary>One fact of a result, independent of the format it is written in.</summary>
internal abstract record Value
{
    /// <summary>Nothing: <c>null</c> in JSON, a dash in tables.</summary>
    public static Value None { get; } = new NoValue();

    /// <summary>A text, or <see cref="None"/> for null.</summary>
    public static Value Text(string? text) => text is null ? None : new TextValue(text);

    /// <summary>An integer.</summary>
    public static Value Integer(long number) => new IntegerValue(number);

    /// <summary>A truth value.</summary>
    public static Value Boolean(bool truth) => new BooleanValue(truth);

    /// <summary>A list.</summary>
    public static Value List(IEnumerable<Value> items) => new ListValue(items);

    /// <summary>A record with named parts.</summary>
    public static Value Record(params (string Name, Value Value)[] parts) => new RecordValue(parts);

    /// <summary>A value written in full in JSON and Markdown, in brief in tables.</summary>
    public static Value Brief(Value full, string brief) => new BriefValue(full, brief);

    /// <summary>The absent value.</summary>
    internal sealed record NoValue : Value;

    /// <summary>A text; certified digits are texts too.</summary>
    internal sealed record TextValue(string Plain) : Value;

    /// <summary>An integer.</summary>
    internal sealed record IntegerValue(long Number) : Value;

    /// <summary>A truth value.</summary>
    internal sealed record BooleanValue(bool Truth) : Value;

    /// <summary>A list, read once and possibly long.</summary>
    internal sealed record ListValue(IEnumerable<Value> Items) : Value;

    /// <summary>A value with a short form.</summary>
    internal sealed record BriefValue(Value Full, string Short) : Value;

    /// <summary>A record.</summary>
    internal sealed record RecordValue(IReadOnlyList<(string Name, Value Value)> Parts) : Value;
}
