using GrpoVerified.Analyzers.Claims;

namespace GrpoVerified.Analyzers.Tests.Claims;

public sealed class TestWithoutAssertionTests
{
    [Theory]
    [InlineData("[Fact] public void [|T|]() { var x = Rational.Parse(\"1/2\"); }")]
    [InlineData("[Fact] public void [|T|]() => Console.WriteLine(1);")]
    [InlineData("[Theory] [InlineData(1)] public void [|T|](int x) { Helper(x); }")]
    [InlineData("[Fact] public async System.Threading.Tasks.Task [|T|]() => await System.Threading.Tasks.Task.Delay(1);")]
    [InlineData("[Fact] public void [|T|]() { void Local() => Assert.True(false); }")]
    [InlineData("[Fact] public void [|T|]() { void Local(int n) { Assert.True(false); if (n > 0) { Local(n - 1); } } }")]
    [InlineData("[Fact] public void [|T|]() { var thread = new System.Threading.Thread(Run); thread.Start(); static void Run() => Console.WriteLine(1); }")]
    [InlineData("[Fact] public void [|T|]() { }")]
    public async Task Fires_on_a_test_that_only_runs(string method)
        => Assert.Contains("asserts nothing", Assert.Single(await Verify.Fires<TestWithoutAssertionAnalyzer>(Class(method))));

    [Theory]
    [InlineData("[Fact] public void T() => Assert.Equal(1, 1);")]
    [InlineData("[Fact] public void T() { if (1 > 2) { throw new Exception(); } }")]
    [InlineData("[Fact] public void T() => Assert.Null(Record.Exception(() => Helper(1)));")]
    [InlineData("[Fact] public void T() => Deep(1);")]
    [InlineData("[Fact] public void T() { void Local() => Assert.True(true); Local(); }")]
    [InlineData("[Fact] public void T() => new List<int> { 1 }.ForEach(x => Assert.Equal(1, x));")]
    [InlineData("[Fact(Skip = \"no tool\")] public void T() { }")]
    [InlineData("[Fact] public void T() => VerifyAll();")]
    [InlineData("[Fact] public void T() { Action<int> run = Deep; run(1); }")]
    [InlineData("[Fact] public void T() { var thread = new System.Threading.Thread(Run); thread.Start(); thread.Join(); static void Run() => Assert.True(true); }")]
    [InlineData("[Fact] public void T() => new List<int> { 1 }.ForEach(Deep);")]
    [InlineData("[Fact] public void T() { void Local() => Assert.True(true); Action run = Local; run(); }")]
    [InlineData("[Fact] public void T() { void Outer() => Inner(); void Inner() => Assert.True(true); Outer(); }")]
    [InlineData("public void T() { }")]
    [InlineData("[Fact] public void T() { System.Diagnostics.Debug.Assert(true); }")]
    [InlineData("[Fact] public void T() => Elsewhere.Run();")]
    [InlineData("[Fact] public void T() { dynamic d = 1; d.Something(); }")]
    public Task Is_silent_on_a_test_that_can_fail(string method) => Verify.Silent<TestWithoutAssertionAnalyzer>(Class(method));

    [Theory]
    [InlineData("class Data { [Fact] public void T() { } }")]
    [InlineData("public class Outer { class Data { [Fact] public void T() { } } }")]
    [InlineData("public class Outer { internal class Data { [Theory] [InlineData(1)] public void T(int x) { } } }")]
    public Task Is_silent_on_classes_that_xunit_does_not_run(string source) => Verify.Silent<TestWithoutAssertionAnalyzer>(source);

    [Fact]
    public async Task Sees_a_call_of_this_library_by_its_full_name()
        => Assert.Single(await Verify.Fires<TestWithoutAssertionAnalyzer>("public class C { [Fact] public void [|T|]() => GrpoVerified.Arithmetic.Rational.Parse(\"1\"); }"));

    [Fact]
    public async Task Looks_into_helpers_of_other_files_by_name()
    {
        const string test = "public class C { [Xunit.Fact] public void T() => Helpers.Run(1); }";
        Assert.Empty(await Verify.Over<TestWithoutAssertionAnalyzer>([test, "static class Helpers { public static void Run(int x) => Xunit.Assert.Equal(1, x); }"], withLibrary: true));
        Assert.Single(await Verify.Over<TestWithoutAssertionAnalyzer>([test, "static class Helpers { public static int Run(int x) => x; }"], withLibrary: true));
    }

    private static string Class(string method)
        => $$"""
            public class C
            {
                static int Helper(int x) => x + 1;
                static void Deep(int x) => Deeper(x);
                static void Deeper(int x) { if (x != 1) { Assert.Fail("no"); } }
                static void VerifyAll() { }
                {{method}}
            }
            static class Elsewhere { public static void Run() => Assert.NotNull(new object()); }
            """;
}
