using System.Security.Cryptography;
using System.Text;
using GrpoVerified.Properties.Contract;

namespace GrpoVerified.Properties.Process;

/// <summary>A request has no answer yet: it was written down, and the case goes on in the next round.</summary>
#pragma warning disable CA1032, CA1064 // thrown and caught here only
internal sealed class AnswerPendingException : Exception
#pragma warning restore CA1032, CA1064
{
}

/// <summary>An implementation that is reached through files: requests are written to requests.jsonl, answers are read from answers.jsonl.</summary>
/// <remarks>An answer is found by the id of its request, a fingerprint of the request itself, so that answers stay good from round to round.</remarks>
internal sealed class FileTrainer : ITrainer
{
    private const string DescribeId = "describe";

    private readonly Dictionary<string, string> _answers = new(StringComparer.Ordinal);
    private readonly HashSet<string> _asked = new(StringComparer.Ordinal);
    private readonly List<(string Id, string Line)> _order = [];
    private readonly Dictionary<string, int> _written = new(StringComparer.Ordinal);
    private int _lastAnswered = -1;

    private FileTrainer(string directory) => Directory = directory;

    /// <summary>File that requests are written to.</summary>
    public string RequestsFile => Path.Combine(Directory, "requests.jsonl");

    /// <summary>File that answers are read from.</summary>
    public string AnswersFile => Path.Combine(Directory, "answers.jsonl");

    /// <summary>The folder.</summary>
    public string Directory { get; }

    /// <inheritdoc/>
    public TrainerDescription Description { get; private set; } = new("not described yet", new HashSet<Capability>(), new HashSet<DType>(), new HashSet<string>(StringComparer.Ordinal));

    /// <summary>Whether the description has been answered.</summary>
    public bool IsDescribed { get; private set; }

    /// <summary>Requests without an answer that were not in the file of the last round.</summary>
    public int Pending { get; private set; }

    /// <summary>All requests known.</summary>
    public int Count => _order.Count;

    /// <summary>Opens a folder, which is made if it does not exist.</summary>
    /// <exception cref="TrainerCommandException">The answer to 'describe' cannot be read.</exception>
    public static FileTrainer Open(string directory)
    {
        System.IO.Directory.CreateDirectory(directory);
        var trainer = new FileTrainer(directory);
        trainer.Note(DescribeId, RequestJson.Describe(DescribeId));
        foreach (var line in Lines(trainer.AnswersFile))
        {
            // The last answer of an id counts; a line without one answers nothing.
            if (TryId(line) is { } id)
            {
                trainer._answers[id] = line;
            }
        }

        foreach (var line in Lines(trainer.RequestsFile))
        {
            if (TryId(line) is { } id && trainer._written.TryAdd(id, trainer._written.Count) && trainer._answers.ContainsKey(id))
            {
                trainer._lastAnswered = trainer._written[id];
            }
        }

        if (trainer._answers.TryGetValue(DescribeId, out var description))
        {
            try
            {
                trainer.Description = AnswerJson.Description(AnswerJson.Open(description, DescribeId));
                trainer.IsDescribed = true;
            }
            catch (TrainerFaultException e)
            {
                throw new TrainerCommandException($"{trainer.AnswersFile}: the answer to 'describe' cannot be used: {e.Message}", e);
            }
        }
        else if (trainer._answers.Count > 0)
        {
            throw new TrainerCommandException($"{trainer.AnswersFile} has no answer with the id 'describe'; answer every line of {trainer.RequestsFile}");
        }

        return trainer;
    }

    /// <inheritdoc/>
    public TrainerAnswer Answer(TrainerRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        var id = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(RequestJson.Body(request))).AsSpan(0, 12));
        Note(id, RequestJson.Write(request, id));
        if (_answers.TryGetValue(id, out var line))
        {
            return AnswerJson.Answer(AnswerJson.Open(line, id), request);
        }

        // Answers have come for requests behind it in the file: this one was left out.
        if (_written.TryGetValue(id, out var place) && place < _lastAnswered)
        {
            throw new TrainerFaultException(TrainerFault.Timeout, $"{AnswersFile} has no answer with the id {id}");
        }

        Pending++;
        throw new AnswerPendingException();
    }

    /// <summary>Writes every request of this run, answered or not; those of earlier rounds stay where they stood, new ones follow.</summary>
    public void WriteRequests() => File.WriteAllLines(RequestsFile, _order.OrderBy(r => _written.GetValueOrDefault(r.Id, int.MaxValue)).Select(r => r.Line));

    private void Note(string id, string line)
    {
        if (_asked.Add(id))
        {
            _order.Add((id, line));
        }
    }

    private static IEnumerable<string> Lines(string file) => File.Exists(file) ? File.ReadLines(file).Where(l => l.Trim().Length > 0) : [];

    private static string? TryId(string line)
    {
        try
        {
            using var document = System.Text.Json.JsonDocument.Parse(line);
            return document.RootElement.ValueKind == System.Text.Json.JsonValueKind.Object && document.RootElement.TryGetProperty("id", out var id) && id.ValueKind == System.Text.Json.JsonValueKind.String
                ? id.GetString()
                : null;
        }
        catch (System.Text.Json.JsonException)
        {
            return null;
        }
    }
}
