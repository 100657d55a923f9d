using GrpoVerified.Properties.Contract;
using GrpoVerified.Properties.Process;

namespace GrpoVerified.Properties.Tests.Process;

/// <summary>A program in the shell's language that speaks the protocol, or fails to in a given way.</summary>
internal static class ShellTrainer
{
    /// <summary>A request that any of them may be asked.</summary>
    public static AdvantageRequest Request { get; } = new(DType.Float64, [1, 0], [0, 0]);

    /// <summary>Prints an answer; the shell variable holds the id of the request.</summary>
    public static string Answers(string rest) => $$"""printf '{"id":"%s",{{rest}}}\n' "$id" """;

    /// <summary>A right answer to <see cref="Request"/>.</summary>
    public static string Right { get; } = Answers(""" "advantages":[0.5,-0.5] """);

    /// <summary>The command: describes itself, then does something for every request.</summary>
    /// <param name="each">Shell commands for each request.</param>
    /// <param name="before">Shell commands before the description.</param>
    public static TrainerCommand Command(string each, string before = ":")
        => new("sh", ["-c", $$"""
            first=1
            while read -r line; do
              id=${line#*\"id\":\"}; id=${id%%\"*}
              if [ $first = 1 ]; then first=0; {{before}}
                printf '{"id":"%s","name":"shell","capabilities":["advantages"],"dtypes":["float64"]}\n' "$id"
              else {{each}}
              fi
            done
            """])
        { Timeout = TimeSpan.FromSeconds(30) };
}
