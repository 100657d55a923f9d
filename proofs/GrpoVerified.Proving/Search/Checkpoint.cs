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
            var lines = File.ReadAllLines(path);
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
