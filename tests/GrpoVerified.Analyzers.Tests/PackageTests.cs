using System.Diagnostics;
using System.IO.Compression;
using GrpoVerified.TestKit;

namespace GrpoVerified.Analyzers.Tests;

/// <summary>What is in the package.</summary>
public sealed class PackageTests
{
    [Fact]
    public async Task The_package_holds_both_assemblies_the_profiles_and_no_library()
    {
        var output = Directory.CreateTempSubdirectory("grpo-package-");
        try
        {
            var configuration = AppContext.BaseDirectory.Contains($"{Path.DirectorySeparatorChar}Release{Path.DirectorySeparatorChar}", StringComparison.Ordinal) ? "Release" : "Debug";
            var project = Path.Combine(Repository.Root, "src", "GrpoVerified.Analyzers.CodeFixes");
            using var pack = Process.Start(new ProcessStartInfo("dotnet", ["pack", project, "--no-build", "-c", configuration, "-o", output.FullName, "--nologo"]) { RedirectStandardOutput = true, UseShellExecute = false })!;
            var log = await pack.StandardOutput.ReadToEndAsync();
            await pack.WaitForExitAsync();
            Assert.True(pack.ExitCode == 0, log);
            using var package = ZipFile.OpenRead(Assert.Single(Directory.GetFiles(output.FullName, "*.nupkg")));
            Assert.Equal(
                [
                    "GrpoVerified.Analyzers.nuspec",
                    "README.md",
                    "analyzers/dotnet/cs/GrpoVerified.Analyzers.CodeFixes.dll",
                    "analyzers/dotnet/cs/GrpoVerified.Analyzers.dll",
                    "buildTransitive/GrpoVerified.Analyzers.props",
                    "buildTransitive/recommended.globalconfig",
                    "buildTransitive/strict.globalconfig",
                    "icon.png",
                ],
                package.Entries.Select(e => e.FullName)
                    .Where(e => !e.StartsWith("_rels/", StringComparison.Ordinal) && !e.StartsWith("package/", StringComparison.Ordinal) && e is not "[Content_Types].xml")
                    .Order(StringComparer.Ordinal));
        }
        finally
        {
            output.Delete(recursive: true);
        }
    }
}
