using System.Diagnostics;
using System.Text.Json;
using GrpoVerified.TestKit;

namespace FsCheck.Xunit.Tests.StandIn;

public sealed class PackageSwitchTests
{
    [Theory]
    [InlineData("", "PackageReference")]
    [InlineData("-p:UseFsCheckXunitPackage=false", "ProjectReference")]
    public void One_switch_decides_between_the_stand_in_and_the_package(string option, string kind)
    {
        var project = Path.Combine(Repository.Root, "tests", "GrpoVerified.Theory.Tests", "GrpoVerified.Theory.Tests.csproj");
        using var items = JsonDocument.Parse(Evaluate(project, option));
        var users = new[] { "ProjectReference", "PackageReference" }.Where(k => items.RootElement.GetProperty("Items").GetProperty(k).EnumerateArray()
            .Any(i => Path.GetFileName(i.GetProperty("Identity").GetString()!.Replace('\\', '/')) is "FsCheck.Xunit" or "FsCheck.Xunit.csproj"));
        Assert.Equal([kind], users);
    }

    // The project is evaluated, not restored: a feed without the package can still tell.
    private static string Evaluate(string project, string option)
    {
        using var process = Process.Start(new ProcessStartInfo("dotnet", ["msbuild", project, "-getItem:ProjectReference", "-getItem:PackageReference", "-nologo", "-p:UsesFsCheckXunit=true", .. option.Length > 0 ? [option] : Array.Empty<string>()])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        var errors = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        Assert.True(process.ExitCode == 0, output + errors.Result);
        return output;
    }
}
