using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace GrpoVerified.Reports.PhaseMaps;

/// <summary>
/// The finished cells of a sweep or of one shard of it, one line each, behind a line that says what they belong to. A run that was stopped
/// goes on where the file ends.
/// </summary>
internal sealed class CellFile : IDisposable
{
    private const string Format = "grpo-verified-phase-map-cells";

    private readonly StreamWriter _writer;

    private CellFile(string path, FileMode mode)
        => _writer = new StreamWriter(new FileStream(path, mode, FileAccess.Write, FileShare.Read), new UTF8Encoding(false)) { NewLine = "\n" };

    /// <summary>Opens the file: new, or to go on with what it holds.</summary>
    /// <param name="path">The file.</param>
    /// <param name="grid">What the cells belong to.</param>
    /// <param name="indices">The cells that the file is to hold, in order.</param>
    /// <param name="resume">Whether to go on; without a file there, the run starts anew.</param>
    /// <param name="finished">How many of them it holds already.</param>
    /// <exception cref="FormatException">The file belongs to another sweep.</exception>
    public static CellFile Open(string path, PhaseGrid grid, IReadOnlyList<int> indices, bool resume, out int finished)
    {
        finished = 0;
        if (resume && File.Exists(path))
        {
            finished = Keep(path, grid, indices);
            if (finished >= 0)
            {
                return new CellFile(path, FileMode.Append);
            }

            finished = 0;
        }

        var file = new CellFile(path, FileMode.Create);
        file._writer.WriteLine(Header(grid, indices));
        file._writer.Flush();
        return file;
    }

    /// <summary>Appends a cell; it is on the disk's way when this returns.</summary>
    public void Append(PhaseCell cell)
    {
        _writer.WriteLine(CellLine.Write(cell));
        _writer.Flush();
    }

    /// <summary>The cells of a file, in its order.</summary>
    public static IEnumerable<PhaseCell> Read(string path)
        => File.ReadLines(path).Skip(1).Select(CellLine.Read).TakeWhile(c => c is not null).Select(c => c!);

    /// <inheritdoc/>
    public void Dispose() => _writer.Dispose();

    /// <summary>The first line of a file: what its cells belong to.</summary>
    public static string Header(PhaseGrid grid, IReadOnlyList<int> indices)
        => new JsonObject { ["format"] = Format, ["version"] = 1, ["key"] = grid.Key, ["cells"] = grid.Count, ["first"] = indices.Count == 0 ? 0 : indices[0], ["count"] = indices.Count }
            .ToJsonString(JsonSerializerOptions.Default);

    // Cuts the file behind its last whole and expected line; -1 if not even the header is whole.
    private static int Keep(string path, PhaseGrid grid, IReadOnlyList<int> indices)
    {
        var bytes = File.ReadAllBytes(path);
        var end = Array.IndexOf(bytes, (byte)'\n');
        if (end < 0)
        {
            return -1;
        }

        if (!string.Equals(Encoding.UTF8.GetString(bytes, 0, end), Header(grid, indices), StringComparison.Ordinal))
        {
            throw new FormatException("the cells kept there belong to another command");
        }

        var kept = end + 1;
        var count = 0;
        while (count < indices.Count && Array.IndexOf(bytes, (byte)'\n', kept) is var next and >= 0
            && CellLine.Read(Encoding.UTF8.GetString(bytes, kept, next - kept)) is { } cell && cell.Index == indices[count])
        {
            kept = next + 1;
            count++;
        }

        using var file = new FileStream(path, FileMode.Open, FileAccess.Write);
        file.SetLength(kept);
        return count;
    }

    /// <summary>One line on how far a stopped run came.</summary>
    public static string Progress(int finished, int all) => string.Create(CultureInfo.InvariantCulture, $"{finished} of {all} cells are kept");
}
