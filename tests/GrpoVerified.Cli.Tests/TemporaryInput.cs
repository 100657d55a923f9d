namespace GrpoVerified.Cli.Tests;

/// <summary>A file that exists for the length of a test.</summary>
internal sealed class TemporaryInput : IDisposable
{
    private readonly string _directory = Directory.CreateTempSubdirectory("grpo-verified-tests-").FullName;

    public TemporaryInput(string content, string name = "rollouts.jsonl")
        : this(System.Text.Encoding.UTF8.GetBytes(content), name)
    {
    }

    public TemporaryInput(byte[] content, string name = "rollouts.jsonl")
    {
        Path = System.IO.Path.Combine(_directory, name);
        File.WriteAllBytes(Path, content);
    }

    public string Path { get; }

    public void Dispose() => Directory.Delete(_directory, recursive: true);
}
