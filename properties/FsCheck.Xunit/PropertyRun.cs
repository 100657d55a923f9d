using System.Reflection;
using System.Text;
using Microsoft.FSharp.Collections;
using Microsoft.FSharp.Core;

namespace FsCheck.Xunit;

/// <summary>One run of a property through FsCheck.</summary>
internal static class PropertyRun
{
    /// <summary>Checks the method on generated arguments.</summary>
    /// <param name="name">What the report calls the property.</param>
    /// <param name="method">The property.</param>
    /// <param name="target">Instance of the test class, or null for a static method.</param>
    /// <param name="settings">Complete settings.</param>
    /// <param name="output">Takes what a passing or verbose run prints.</param>
    /// <exception cref="PropertyFailedException">Falsified or exhausted.</exception>
    public static void Check(string name, MethodInfo method, object? target, PropertySettings settings, StringBuilder output)
    {
        var runner = new Recorder(output);
        FsCheck.Check.Method(
            settings.ToConfig(name, runner), method, target is null ? FSharpOption<object>.None : FSharpOption<object>.Some(target));
        switch (runner.Result)
        {
            case TestResult.Passed passed:
                // What a property is about to say of its cases (labels, distribution) is kept even where the rest is quiet.
                if (!settings.QuietOnSuccess!.Value || passed.Item1.Stamps.Any())
                {
                    output.AppendLine(Runner.onFinishedToString(name, passed).TrimEnd());
                }

                break;
            case TestResult.Failed failed:
                var cause = (failed.Item4 as Outcome.Failed)?.Item;
                throw new PropertyFailedException(Runner.onFinishedToString(name, failed).TrimEnd() + Environment.NewLine + ReplayLine(failed), Inner(cause));
            case { } exhausted:
                throw new PropertyFailedException(Runner.onFinishedToString(name, exhausted).TrimEnd(), cause: null);
            default:
                throw new PropertyFailedException($"{name}: FsCheck reported nothing.", cause: null);
        }
    }

    // The seed of the failing case alone: it is run first, at its size.
    private static string ReplayLine(TestResult.Failed failed)
        => FormattableString.Invariant($"Replay this case: [Property(Replay = \"{failed.Item6.Seed},{failed.Item6.Gamma},{failed.Item7}\")]");

    private static Exception? Inner(Exception? cause) => cause is TargetInvocationException { InnerException: { } inner } ? inner : cause;

    private sealed class Recorder(StringBuilder output) : IRunner
    {
        public TestResult? Result { get; private set; }

        public void OnStartFixture(Type t)
        {
            // Only whole classes have one.
        }

        public void OnArguments(int ntest, FSharpList<object> args, FSharpFunc<int, FSharpFunc<FSharpList<object>, string>> every)
            => output.Append(every.Invoke(ntest).Invoke(args));

        public void OnShrink(FSharpList<object> args, FSharpFunc<FSharpList<object>, string> everyShrink)
            => output.Append(everyShrink.Invoke(args));

        public void OnFinished(string name, TestResult testResult) => Result = testResult;
    }
}
