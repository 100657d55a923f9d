using System.Globalization;
using System.Text;

namespace GrpoVerified.Proving.Search;

/// <summary>
/// A file of finished work: for each branch and bound, by the hash of its goal, the decisions taken, in breadth-first order.
/// </summary>
/// <remarks>Decisions depend on the goal alone, so a resumed run ends in the certificate of an uninterrupted one. A damaged line is ignored.</remarks>
internal sealed class Checkpoint
{
    private const string Header = "grpo-verified-checkpoint 1";
    private readonly string _path;
    private readonly Dictionary<string, byte[]> _old = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _written = new(StringComparer.Ordinal);

    public Checkpoint(string path, bool resume)
    {
        _path = path;
        if (resume && File.Exists(path))
        {
            // A line that was cut off by a kill must not swallow the next one.
            var text = File.ReadAllText(path);
            if (!text.EndsWith('\n'))
            {
                File.WriteAllText(path, text[..(text.LastIndexOf('\n') + 1)]);
            }

            var lines = File.ReadAllLines(path);
            if (lines.Length == 0)
            {
                File.WriteAllText(path, Header + "\n");
            }

            foreach (var line in lines.Length > 0 && lines[0] == Header ? lines.Skip(1) : [])
            {
                Read(line);
            }
        }
        else
        {
            File.WriteAllText(path, Header + "\n");
        }
    }

    public byte[]? Recall(string key) => _old.GetValueOrDefault(key);

    /// <summary>All decisions that a file holds, by key.</summary>
    public static IReadOnlyDictionary<string, string> ReadAll(string path)
        => new Checkpoint(path, resume: true)._old.ToDictionary(x => x.Key, x => Encoding.ASCII.GetString(x.Value), StringComparer.Ordinal);

    /// <summary>Writes a file that holds the given decisions.</summary>
    public static void WriteAll(string path, IEnumerable<KeyValuePair<string, string>> decisions)
        => File.WriteAllText(path, Header + "\n" + string.Concat(decisions.Select(Line)));

    /// <summary>One line of a file: everything that was decided for a key.</summary>
    public static string Line(KeyValuePair<string, string> decisions) => FormattableString.Invariant($"{decisions.Key} 0 {decisions.Value} {decisions.Value.Length}\n");

    /// <summary>Appends what is new since the last call.</summary>
    public void Remember(string key, List<byte> decisions)
    {
        var done = Math.Max(_written.GetValueOrDefault(key), _old.GetValueOrDefault(key)?.Length ?? 0);
        if (decisions.Count > done)
        {
            var text = Encoding.ASCII.GetString([.. decisions.Skip(done)]);
            File.AppendAllText(_path, FormattableString.Invariant($"{key} {done} {text} {text.Length}\n"));
            _written[key] = decisions.Count;
        }
    }

    private void Read(string line)
    {
        var words = line.Split(' ');
        if (words.Length == 4 && int.TryParse(words[1], NumberStyles.None, CultureInfo.InvariantCulture, out var start)
            && int.TryParse(words[3], NumberStyles.None, CultureInfo.InvariantCulture, out var length) && length == words[2].Length
            && words[2].All(c => char.IsAsciiLetterUpper(c) || c is '.' or '*' or 'x' or '?'))
        {
            var known = _old.GetValueOrDefault(words[0]) ?? [];
            if (start == known.Length)
            {
                _old[words[0]] = [.. known, .. Encoding.ASCII.GetBytes(words[2])];
            }
        }
    }
}
