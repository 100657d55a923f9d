namespace GrpoVerified.Checking.Tests;

/// <summary>The source tree the tests were built from.</summary>
internal static class Repository
{
    /// <summary>The folder of GrpoVerified.sln, found upwards from the test's output folder.</summary>
    public static string Root { get; } = Find(AppContext.BaseDirectory);

    private static string Find(string folder)
        => File.Exists(Path.Combine(folder, "GrpoVerified.sln"))
            ? folder
            : Find(Path.GetDirectoryName(folder) ?? throw new DirectoryNotFoundException("GrpoVerified.sln is not above the test's folder; run the tests inside a clone"));
}
