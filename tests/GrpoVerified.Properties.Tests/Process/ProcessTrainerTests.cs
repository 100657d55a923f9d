using GrpoVerified.Properties.Contract;
using GrpoVerified.Properties.Process;
using static GrpoVerified.Properties.Tests.Process.ShellTrainer;

namespace GrpoVerified.Properties.Tests.Process;

/// <summary>Whatever a program does, it is a fault with one clear sentence, and never our crash or hang.</summary>
public sealed class ProcessTrainerTests
{
    private static readonly TimeSpan Short = TimeSpan.FromMilliseconds(300);

    public static TheoryData<string, string, TrainerFault, string> Faults => new()
    {
        { "crash", "echo last words >&2; exit 3", TrainerFault.Crash, "the program ended with exit code 3; it last said 'last words'" },
        { "end without a word", "exit 0", TrainerFault.Crash, "the program ended with exit code 0" },
        { "garbage", "echo hello", TrainerFault.Garbage, "the answer is no JSON: 'hello'; print one JSON object a line on stdout, and everything else on stderr" },
        { "a list", "echo '[1]'", TrainerFault.Garbage, "the answer is no JSON object: '[1]'" },
        { "no id", """echo '{"advantages":[0,0]}'""", TrainerFault.Garbage, "the answer has no id" },
        { "another id", """echo '{"id":"77","advantages":[0,0]}'""", TrainerFault.Garbage, "the answer has the id '77', not " },
        { "partial answer", "printf '{\"id\":\"%s\",\"adv' \"$id\"; exit 0", TrainerFault.Crash, "in the middle of a line: '{\"id\":" },
        { "refusal", Answers(""" "error":"groups of one are\\nnot allowed" """), TrainerFault.Rejected, "groups of one are not allowed" },
        { "no list", Answers(""" "advantages":1 """), TrainerFault.WrongShape, "advantages is '1', no list" },
        { "another name", Answers(""" "advantage":[0,0] """), TrainerFault.WrongShape, "the answer has no advantages; it has 'id, advantage'" },
        { "a decimal in quotes", Answers(""" "advantages":["0.5",0] """), TrainerFault.WrongShape, "advantages[0] is '\"0.5\"', no number" },
        { "null", Answers(""" "advantages":[null,0] """), TrainerFault.WrongShape, "advantages[0] is 'null', no number" },
        { "metrics that are no object", Answers(""" "advantages":[0,0],"metrics":[1] """), TrainerFault.WrongShape, "metrics is '[1]', no object" },
    };

    [Theory]
    [MemberData(nameof(Faults))]
    public void A_fault_is_named_in_one_line(string what, string each, TrainerFault fault, string says)
    {
        Assert.NotEmpty(what);
        using var trainer = ProcessTrainer.Start(Command(each));
        var exception = Assert.Throws<TrainerFaultException>(() => trainer.Answer(Request));
        Assert.Equal(fault, exception.Fault);
        Assert.Contains(says, exception.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', exception.Message);
    }

    [Fact]
    public void A_hang_ends_after_the_time_allowed()
    {
        using var trainer = ProcessTrainer.Start(Command("sleep 1000") with { Timeout = Short });
        var exception = Assert.Throws<TrainerFaultException>(() => trainer.Answer(Request));
        Assert.Equal(TrainerFault.Timeout, exception.Fault);
        Assert.Equal("no answer within 0.3 s", exception.Message);
    }

    [Fact]
    public void A_program_that_does_not_read_ends_after_the_time_allowed()
    {
        using var trainer = ProcessTrainer.Start(Command("sleep 1000") with { Timeout = Short });
        var large = new AdvantageRequest(DType.Float64, new double[300_000], new int[300_000]);
        Assert.Throws<TrainerFaultException>(() => trainer.Answer(Request));
        Assert.Equal(TrainerFault.Timeout, Assert.Throws<TrainerFaultException>(() => trainer.Answer(large)).Fault);
    }

    [Fact]
    public void After_a_fault_the_program_is_started_again_up_to_a_limit()
    {
        using var trainer = ProcessTrainer.Start(Command("exit 1") with { MaxRestarts = 2 });
        for (var i = 0; i < 3; i++)
        {
            Assert.Contains("exit code 1", Assert.Throws<TrainerFaultException>(() => trainer.Answer(Request)).Message, StringComparison.Ordinal);
        }

        Assert.Equal(2, trainer.Restarts);
        Assert.Equal("the program failed 3 times and is not started again", Assert.Throws<TrainerFaultException>(() => trainer.Answer(Request)).Message);
    }

    [Fact]
    public void A_refusal_and_a_wrong_shape_need_no_new_start()
    {
        using var trainer = ProcessTrainer.Start(Command(Answers(""" "error":"no" """)));
        Assert.Throws<TrainerFaultException>(() => trainer.Answer(Request));
        Assert.Throws<TrainerFaultException>(() => trainer.Answer(Request));
        Assert.Equal(0, trainer.Restarts);
    }

    [Fact]
    public void Non_finite_and_hexadecimal_numbers_are_read()
    {
        using var trainer = ProcessTrainer.Start(Command(Answers(""" "advantages":["NaN","Infinity","-Infinity","0x1.8p-3","-0x0p0",1e400] """)));
        var values = Assert.IsType<AdvantageAnswer>(trainer.Answer(Request)).Advantages;
        Assert.Equal([double.NaN, double.PositiveInfinity, double.NegativeInfinity, 0.1875, -0.0, double.PositiveInfinity], values);
        Assert.True(double.IsNegative(values[4]));
    }

    [Fact]
    public void Noise_on_standard_error_disturbs_nothing()
    {
        using var trainer = ProcessTrainer.Start(Command("head -c 300000 /dev/zero | tr '\\0' x >&2; " + Right, before: "echo warming up >&2;"));
        for (var i = 0; i < 3; i++)
        {
            Assert.Equal([0.5, -0.5], Assert.IsType<AdvantageAnswer>(trainer.Answer(Request)).Advantages);
        }
    }

    [Fact]
    public void A_slow_start_has_its_own_time()
    {
        using var trainer = ProcessTrainer.Start(Command(Right, before: "sleep 1;") with { Timeout = TimeSpan.FromSeconds(20), StartTimeout = TimeSpan.FromSeconds(60) });
        Assert.Equal("shell", trainer.Description.Name);
        var tooSlow = Assert.Throws<TrainerCommandException>(() => ProcessTrainer.Start(Command(Right, before: "sleep 1000;") with { StartTimeout = Short }));
        Assert.Contains("does not answer 'describe': no answer within 0.3 s", tooSlow.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("exit 7", "the program ended with exit code 7")]
    [InlineData("echo Python 3.11", "the answer is no JSON: 'Python 3.11'")]
    [InlineData("""read -r line; echo '{"id":"1"}'; cat >/dev/null""", "the answer has no capabilities")]
    [InlineData("""read -r line; echo '{"id":"1","capabilities":["advantage"],"dtypes":["float64"]}'; cat >/dev/null""", "unknown capability 'advantage'; known are advantages, ")]
    [InlineData("""read -r line; echo '{"id":"1","capabilities":["advantages"],"dtypes":["double"]}'; cat >/dev/null""", "unknown dtype 'double'; known are ")]
    [InlineData("""read -r line; echo '{"id":"1","capabilities":["advantages"],"dtypes":[]}'; cat >/dev/null""", "dtypes is empty; name at least one of ")]
    public void A_program_that_does_not_describe_itself_cannot_be_tried(string script, string says)
    {
        var exception = Assert.Throws<TrainerCommandException>(() => ProcessTrainer.Start(new TrainerCommand("sh", ["-c", script])));
        Assert.Contains("does not answer 'describe': ", exception.Message, StringComparison.Ordinal);
        Assert.Contains(says, exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_program_that_is_not_there_is_named()
        => Assert.Contains("'no-such-program-here' cannot be started", Assert.Throws<TrainerCommandException>(() => ProcessTrainer.Start(new TrainerCommand("no-such-program-here", []))).Message, StringComparison.Ordinal);

    [Fact]
    public void Nothing_is_left_running()
    {
        var folder = Directory.CreateTempSubdirectory("grpo-process-");
        try
        {
            var file = Path.Combine(folder.FullName, "pid");
            // Started before the program answers "describe", so that it runs whenever the time is up.
            using (var trainer = ProcessTrainer.Start(Command("wait", before: "sleep 1000 & echo $! > '" + file + "';") with { Timeout = Short }))
            {
                Assert.Throws<TrainerFaultException>(() => trainer.Answer(Request));
            }

            var child = int.Parse(File.ReadAllText(file), System.Globalization.CultureInfo.InvariantCulture);
            Assert.True(IsGone(child), $"process {child} still runs");
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    // A killed process may stay as a zombie until its new parent asks for it.
    private static bool IsGone(int id)
    {
        for (var i = 0; i < 1000; i++)
        {
            var state = $"/proc/{id}/stat";
            if (!File.Exists(state) || File.ReadAllText(state).Contains(") Z ", StringComparison.Ordinal))
            {
                return true;
            }

            Thread.Sleep(10);
        }

        return false;
    }
}
