using System.Text;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;
using WordText = DocumentFormat.OpenXml.Wordprocessing.Text;

namespace Pipeline.Extractor.Readers.Docx;

/// <summary>
/// The text of a paragraph as printed: insertions are read, deletions and hidden text are not, fields show their result and not their code.
/// Text boxes and pinyin above characters are no part of it.
/// </summary>
internal static class InlineText
{
    private const char SoftBreak = '\n';

    /// <summary>Text with soft breaks as line feeds and tabs as tabs.</summary>
    public static string Of(OpenXmlElement paragraph)
    {
        var text = new StringBuilder();
        var fields = new FieldState();
        Append(paragraph, text, fields);
        return text.ToString();
    }

    private static void Append(OpenXmlElement element, StringBuilder text, FieldState fields)
    {
        foreach (var child in element.ChildElements)
        {
            switch (child)
            {
                case FieldChar mark:
                    fields.Meet(mark.FieldCharType?.Value);
                    break;
                case DeletedRun or MoveFromRun or RubyContent or ParagraphProperties or RunProperties or Drawing or Picture or EmbeddedObject:
                    break;
                // A choice and its fallback show the same; inline ones hold drawings, whose text boxes are blocks of their own.
                case AlternateContent:
                    break;
                case Run run when run.RunProperties?.Vanish is { } vanish && vanish.Val?.Value != false:
                    AppendFieldMarks(run, fields);
                    break;
                default:
                    if (fields.ShowsText && Printed(child) is { } printed)
                        text.Append(printed);
                    else if (child.HasChildren)
                        Append(child, text, fields);
                    break;
            }
        }
    }

    private static void AppendFieldMarks(Run hidden, FieldState fields)
    {
        foreach (var mark in hidden.Elements<FieldChar>())
            fields.Meet(mark.FieldCharType?.Value);
    }

    private static string? Printed(OpenXmlElement element) => element switch
    {
        WordText text => text.Text,
        TabChar or PositionalTab => "\t",
        Break { Type: { } type } when type.Value == BreakValues.Page || type.Value == BreakValues.Column => "",
        Break or CarriageReturn => SoftBreak.ToString(),
        NoBreakHyphen => "-",
        SymbolChar symbol => Symbol(symbol),
        _ => null,
    };

    /// <summary>Symbols of a font's private area mean nothing outside it.</summary>
    private static string Symbol(SymbolChar symbol) =>
        int.TryParse(symbol.Char?.Value, System.Globalization.NumberStyles.HexNumber, System.Globalization.CultureInfo.InvariantCulture, out var code) && code is > 0x20 and < 0xD800
            ? ((char)code).ToString()
            : "";

    /// <summary>Between the begin and the separator of a field stands its code.</summary>
    private sealed class FieldState
    {
        private readonly Stack<bool> _inCode = new();

        public bool ShowsText => !_inCode.Contains(true);

        public void Meet(FieldCharValues? mark)
        {
            if (mark == FieldCharValues.Begin)
                _inCode.Push(true);
            else if (mark == FieldCharValues.Separate && _inCode.TryPop(out _))
                _inCode.Push(false);
            else if (mark == FieldCharValues.End)
                _inCode.TryPop(out _);
        }
    }
}
