using System.ComponentModel;
using System.Reflection;
using System.Text;
using Xunit.Abstractions;
using Xunit.Sdk;

namespace FsCheck.Xunit;

/// <summary>A property as a test case: one instance of the test class, every generated case through FsCheck, one verdict.</summary>
public sealed class PropertyTestCase : XunitTestCase
{
    /// <summary>For deserialisation.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    [Obsolete("Called by the deserialiser")]
    public PropertyTestCase()
    {
    }

    /// <summary>A property.</summary>
    public PropertyTestCase(IMessageSink diagnosticMessageSink, TestMethodDisplay display, TestMethodDisplayOptions options, ITestMethod testMethod)
        : base(diagnosticMessageSink, display, options, testMethod)
    {
    }

    /// <inheritdoc/>
    public override Task<RunSummary> RunAsync(
        IMessageSink diagnosticMessageSink, IMessageBus messageBus, object[] constructorArguments, ExceptionAggregator aggregator, CancellationTokenSource cancellationTokenSource)
        => new CaseRunner(this, constructorArguments, messageBus, aggregator, cancellationTokenSource).RunAsync();

    private sealed class CaseRunner(
        PropertyTestCase property, object[] constructorArguments, IMessageBus bus, ExceptionAggregator aggregator, CancellationTokenSource cancellation)
        : XunitTestCaseRunner(property, property.DisplayName, property.SkipReason, constructorArguments, Placeholders(property), bus, aggregator, cancellation)
    {
        protected override XunitTestRunner CreateTestRunner(
            ITest test, IMessageBus messageBus, Type testClass, object[] constructorArguments, MethodInfo testMethod, object[] testMethodArguments,
            string skipReason, IReadOnlyList<BeforeAfterTestAttribute> beforeAfterAttributes, ExceptionAggregator aggregator, CancellationTokenSource cancellationTokenSource)
            => new Runner(test, messageBus, testClass, constructorArguments, testMethod, testMethodArguments, skipReason, beforeAfterAttributes, aggregator, cancellationTokenSource);

        // xunit counts arguments before it calls; FsCheck supplies the real ones.
        private static object[] Placeholders(PropertyTestCase property) => new object[property.TestMethod.Method.GetParameters().Count()];
    }

    private sealed class Runner(
        ITest test, IMessageBus bus, Type testClass, object[] constructorArguments, MethodInfo testMethod, object[] testMethodArguments,
        string skipReason, IReadOnlyList<BeforeAfterTestAttribute> beforeAfter, ExceptionAggregator aggregator, CancellationTokenSource cancellation)
        : XunitTestRunner(test, bus, testClass, constructorArguments, testMethod, testMethodArguments, skipReason, beforeAfter, aggregator, cancellation)
    {
        private readonly StringBuilder _report = new();

        protected override async Task<Tuple<decimal, string>> InvokeTestAsync(ExceptionAggregator aggregator)
        {
            var (time, output) = await base.InvokeTestAsync(aggregator);
            return Tuple.Create(time, output + _report);
        }

        protected override Task<decimal> InvokeTestMethodAsync(ExceptionAggregator aggregator)
            => new Invoker(_report, Test, MessageBus, TestClass, ConstructorArguments, TestMethod, TestMethodArguments, BeforeAfterAttributes, aggregator, CancellationTokenSource).RunAsync();
    }

    private sealed class Invoker(
        StringBuilder report, ITest test, IMessageBus bus, Type testClass, object[] constructorArguments, MethodInfo testMethod, object[] testMethodArguments,
        IReadOnlyList<BeforeAfterTestAttribute> beforeAfter, ExceptionAggregator aggregator, CancellationTokenSource cancellation)
        : XunitTestInvoker(test, bus, testClass, constructorArguments, testMethod, testMethodArguments, beforeAfter, aggregator, cancellation)
    {
        // Runs every case on this thread; a failure leaves as an exception, as from any test method.
        protected override object CallTestMethod(object testClassInstance)
        {
            PropertyRun.Check(Test.DisplayName, TestMethod, testClassInstance, PropertySettings.Of(TestMethod, TestClass), report);
            return null!;
        }
    }
}
