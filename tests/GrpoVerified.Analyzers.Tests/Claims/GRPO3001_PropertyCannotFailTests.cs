using GrpoVerified.Analyzers.Claims;

namespace GrpoVerified.Analyzers.Tests.Claims;

public sealed class PropertyCannotFailTests
{
    private const string FsCheck = "namespace FsCheck.Xunit { public sealed class PropertyAttribute : System.Attribute; }\n";

    [Theory]
    [InlineData("bool [|P|](int x) => true;", "always true")]
    [InlineData("bool [|P|](int x) { var y = x + 1; return true; }", "always true")]
    [InlineData("bool [|P|](int x) { if (x > 0) { return true; } return true; }", "always true")]
    [InlineData("bool [|P|](int x) => x switch { < 0 => true, 0 => true, _ => true };", "always true")]
    [InlineData("bool [|P|](int x) => x > 0 ? true : true;", "always true")]
    [InlineData("bool [|P|](int x) => x > 0 || true;", "always true")]
    [InlineData("bool [|P|](int x, int y) => x + y == x + y;", "always true")]
    [InlineData("bool [|P|](string s) => (s) == (s);", "always true")]
    [InlineData("bool [|P|](int x) => DateTime.Now.Year > 2000;", "none of its generated arguments")]
    [InlineData("void [|P|](int x) { Console.WriteLine(x); }", "asserts nothing")]
    [InlineData("bool [|P|](int x) { try { return Code(x) > 0; } catch (Exception) { return true; } }", "catches Exception")]
    [InlineData("bool [|P|](int x) { try { return Code(x) > 0; } catch { return true; } }", "catches everything")]
    [InlineData("void [|P|](int x) { try { Assert.Equal(x, Code(x)); } catch (Exception) { } }", "catches Exception")]
    public async Task Fires_on_a_property_that_holds_for_every_implementation(string method, string reason)
        => Assert.Contains(reason, Assert.Single(await Verify.Fires<PropertyCannotFailAnalyzer>(Class(method))));

    [Theory]
    [InlineData("bool P(int x) => Code(x) == x;")]
    [InlineData("void P(int x) => Assert.Equal(x, Code(x));")]
    [InlineData("bool P(int x) { if (x == 0) { return true; } return Code(x) != 0; }")]
    [InlineData("bool P(int x) { if (Code(x) < 0) { throw new InvalidOperationException(); } return true; }")]
    [InlineData("bool P(int x) { Assert.Equal(x, Code(x)); return true; }")]
    [InlineData("bool P(int x) { try { return Code(x) > 0; } catch (Exception) { return false; } }")]
    [InlineData("bool P(int x) { try { return Code(x) > 0; } catch (ArgumentException) { return true; } }")]
    [InlineData("bool P(int x) { try { return Code(x) > 0; } catch (Exception) { throw; } }")]
    [InlineData("bool P(int x) { Exception? seen = null; try { Code(x); } catch (Exception e) { seen = e; } return seen is null; }")]
    [InlineData("object P(int x) => Code(x) > 0;")]
    [InlineData("bool P(int x) => Code(x) == Code(x);")]
    [InlineData("bool P(double x) => x == x;")]
    [InlineData("bool P(Rational x) => x == x;")]
    [InlineData("bool P(int x, int y) => x + y == y + x;")]
    [InlineData("bool P(int x) => x != x;")]
    [InlineData("bool P(int x) => x < 0 ? Code(x) == x : true;")]
    [InlineData("bool P(int x) => x switch { 0 => true, _ => Code(x) == x };")]
    [InlineData("bool P(int x) => false;")]
    [InlineData("async System.Threading.Tasks.Task<bool> P(int x) { await System.Threading.Tasks.Task.Delay(1); return false; }")]
    [InlineData("bool P() => Code(1) == 1;")]
    [InlineData("void P(int x) => throw new InvalidOperationException();")]
    public Task Is_silent_on_a_property_that_can_fail(string method) => Verify.Silent<PropertyCannotFailAnalyzer>(Class(method));

    [Fact]
    public Task Is_silent_on_other_attributes_of_that_name()
        => Verify.Silent<PropertyCannotFailAnalyzer>("namespace N { sealed class PropertyAttribute : Attribute; class C { [Property] bool P(int x) => true; } }");

    // The framework's attribute, as the compiler sees it.
    private static string Class(string method)
        => $"class C {{ static int Code(int x) => x; [FsCheck.Xunit.Property] public {method} }}\n{FsCheck}";
}
