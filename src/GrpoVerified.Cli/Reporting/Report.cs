namespace GrpoVerified.Cli.Reporting;

/// <summary>The result of a command: what was asked and, in order, what was found. Writers render it.</summary>
/// <param name="Command">The verb.</param>
/// <param name="Parameters">Parameters as understood, exact.</param>
/// <param name="Sections">The facts in order; read once, so that a long result can be produced while it is written.</param>
internal sealed record Report(string Command, IReadOnlyList<(string Name, Value Value)> Parameters, IEnumerable<Section> Sections)
{
    /// <summary>Version of the JSON contract.</summary>
    public const int SchemaVersion = 1;
}

/// <summary>A named part of a report.</summary>
/// <param name="Name">The field's name in JSON.</param>
/// <param name="Title">Its title for readers.</param>
internal abstract record Section(string Name, string Title);

/// <summary>A single fact.</summary>
internal sealed record Field(string Name, string Title, Value Value) : Section(Name, Title);

/// <summary>A list of records with the same parts; rows are read once.</summary>
/// <param name="Name">The field's name in JSON.</param>
/// <param name="Title">Its title for readers.</param>
/// <param name="Columns">Names of the parts, in order.</param>
/// <param name="Items">The rows, one value per column.</param>
internal sealed record Rows(string Name, string Title, IReadOnlyList<string> Columns, IEnumerable<IReadOnlyList<Value>> Items)
    : Section(Name, Title);

/// <summary>Remarks that every format carries, such as the conventions used.</summary>
internal sealed record Notes(IReadOnlyList<string> Lines) : Section("notes", "Notes");
