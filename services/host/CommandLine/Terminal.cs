using System.Text;
using Spectre.Console;

namespace Pipeline.Host.CommandLine;

/// <summary>Where a command writes: results to standard output, everything else to standard error.</summary>
internal sealed class Terminal
{
    // A table that is piped is read by a program or a pager, so it need not fit the 80 columns that an unknown width means.
    private const int PipedWidth = 200;

    /// <param name="interactive">Whether standard error is a terminal that can redraw a progress bar.</param>
    public Terminal(Stream output, TextWriter error, bool outputIsTerminal, bool interactive)
    {
        OutStream = output;
        Out = new StreamWriter(output, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false)) { AutoFlush = true };
        Error = error;
        IsInteractive = interactive;
        Result = Console(Out, outputIsTerminal);
        Status = Console(error, interactive);
    }

    /// <summary>Standard output as bytes, for exports.</summary>
    public Stream OutStream { get; }

    /// <summary>Standard input, for what is typed or piped.</summary>
    public TextReader In { get; init; } = TextReader.Null;

    /// <summary>Standard input as bytes, for documents.</summary>
    public Stream InStream { get; init; } = Stream.Null;

    /// <summary>Whether a person types what standard input gives.</summary>
    public bool HasTypist { get; init; }

    public TextWriter Out { get; }

    public TextWriter Error { get; }

    /// <summary>Standard output, for tables.</summary>
    public IAnsiConsole Result { get; }

    /// <summary>Standard error, for progress.</summary>
    public IAnsiConsole Status { get; }

    public bool IsInteractive { get; }

    public static Terminal Standard()
    {
        System.Console.OutputEncoding = Encoding.UTF8;
        return new(System.Console.OpenStandardOutput(), System.Console.Error, !System.Console.IsOutputRedirected, !System.Console.IsErrorRedirected)
        {
            In = System.Console.In, InStream = System.Console.OpenStandardInput(), HasTypist = !System.Console.IsInputRedirected,
        };
    }

    public void Say(string line) => Error.WriteLine(line);

    private static IAnsiConsole Console(TextWriter writer, bool isTerminal)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Out = new AnsiConsoleOutput(writer),
            Ansi = isTerminal ? AnsiSupport.Detect : AnsiSupport.No,
            Interactive = isTerminal ? InteractionSupport.Detect : InteractionSupport.No,
        });
        if (!isTerminal)
            console.Profile.Width = PipedWidth;
        return console;
    }
}
