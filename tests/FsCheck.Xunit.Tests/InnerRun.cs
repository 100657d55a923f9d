using System.Collections.Concurrent;
using Xunit.Abstractions;
using Xunit.Sdk;

namespace FsCheck.Xunit.Tests;

/// <summary>Discovers and runs one class of samples with xunit's own framework, inside this process.</summary>
/// <remarks>The samples are internal: the outer run does not see them, and may contain failing ones.</remarks>
internal sealed class InnerRun : LongLivedMarshalByRefObject, IMessageSink, IDisposable
{
    private readonly ConcurrentQueue<IMessageSinkMessage> _messages = new();
    private readonly ManualResetEventSlim _finished = new();

    private InnerRun()
    {
    }

    public IReadOnlyList<ITestCase> Discovered { get; private set; } = [];

    public IEnumerable<ITestPassed> Passed => _messages.OfType<ITestPassed>();

    public IEnumerable<ITestFailed> Failed => _messages.OfType<ITestFailed>();

    public IEnumerable<ITestSkipped> Skipped => _messages.OfType<ITestSkipped>();

    public static InnerRun Of<TSamples>()
    {
        using var run = new InnerRun();
        using var framework = new XunitTestFramework(run);
        using var sources = new NoSources();
        framework.SourceInformationProvider = sources;
        using var discoverer = framework.GetDiscoverer(Reflector.Wrap(typeof(TSamples).Assembly));
        discoverer.Find(typeof(TSamples).FullName!, includeSourceInformation: false, run, new Options());
        run.Wait();
        run.Discovered = [.. run._messages.OfType<ITestCaseDiscoveryMessage>().Select(m => m.TestCase)];
        var options = new Options();
        options.SetValue("xunit.execution.SynchronousMessageReporting", (bool?)true);
        options.SetValue("xunit.execution.DisableParallelization", (bool?)true);
        using var executor = framework.GetExecutor(typeof(TSamples).Assembly.GetName());
        executor.RunTests(run.Discovered, run, options);
        run.Wait();
        return run;
    }

    /// <summary>The one failure of the method with this name.</summary>
    public string FailureOf(string method) => string.Join('\n', Assert.Single(Failed, f => f.TestMethod.Method.Name == method).Messages);

    /// <summary>What the passing method printed.</summary>
    public string OutputOf(string method) => Assert.Single(Passed, p => p.TestMethod.Method.Name == method).Output;

    /// <inheritdoc/>
    public bool OnMessage(IMessageSinkMessage message)
    {
        _messages.Enqueue(message);
        if (message is IDiscoveryCompleteMessage or ITestAssemblyFinished)
        {
            _finished.Set();
        }

        return true;
    }

    /// <inheritdoc/>
    public void Dispose() => _finished.Dispose();

    private void Wait()
    {
        Assert.True(_finished.Wait(TimeSpan.FromMinutes(5)), "the inner run does not end");
        _finished.Reset();
    }

    private sealed class NoSources : LongLivedMarshalByRefObject, ISourceInformationProvider
    {
        public ISourceInformation GetSourceInformation(ITestCase testCase) => new SourceInformation();

        public void Dispose()
        {
            // Holds nothing.
        }
    }

    private sealed class Options : LongLivedMarshalByRefObject, ITestFrameworkDiscoveryOptions, ITestFrameworkExecutionOptions
    {
        private readonly Dictionary<string, object?> _values = [];

        public TValue GetValue<TValue>(string name) => _values.TryGetValue(name, out var value) ? (TValue)value! : default!;

        public void SetValue<TValue>(string name, TValue value) => _values[name] = value;
    }
}
