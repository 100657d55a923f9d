using System.Text.RegularExpressions;

namespace GrpoVerified.TestKit;

/// <summary>The source tree the tests were built from.</summary>
public static partial class Repository
{
    /// <summary>The folder of GrpoVerified.sln, found upwards from the test's output folder: sources compiled in CI do not know their true path.</summary>
    public static string Root { get; } = Find(AppContext.BaseDirectory);

    /// <summary>Absolute path of a file given from the root, with forward slashes.</summary>
    public static string PathOf(string relative) => Path.Combine(Root, relative.Replace('/', Path.DirectorySeparatorChar));

    /// <summary>Path of a file with forward slashes, from the root.</summary>
    public static string Relative(string path) => Path.GetRelativePath(Root, path).Replace('\\', '/');

    /// <summary>Files below a folder that belong to the repository: no build output.</summary>
    public static IEnumerable<string> Files(string folder, string pattern)
    {
        var path = PathOf(folder);
        return !Directory.Exists(path)
            ? []
            : Directory.EnumerateFiles(path, pattern, SearchOption.AllDirectories)
                .Where(f => !BuildOutput().IsMatch(Relative(f)))
                .Order(StringComparer.Ordinal);
    }

    private static string Find(string folder)
        => File.Exists(Path.Combine(folder, "GrpoVerified.sln"))
            ? folder
            : Find(Path.GetDirectoryName(folder) ?? throw new DirectoryNotFoundException("GrpoVerified.sln is not above the test's folder; run the tests inside a clone"));

    [GeneratedRegex("(^|/)(bin|obj)/", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex BuildOutput();
}
