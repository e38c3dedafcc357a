using System.Text;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;
using Pipeline.Contracts.Reasons;
using WordText = DocumentFormat.OpenXml.Wordprocessing.Text;

namespace Pipeline.Extractor.Readers.Docx;

/// <summary>Reads the text of one paragraph, run by run.</summary>
internal sealed class InlineReading(RunLooks looks)
{
    private const char SoftBreak = '\n';

    /// <summary>Longer raised text is text, not a mark.</summary>
    private const int LongestMark = 4;

    /// <summary>Marks are set at two thirds of the size of the text before them, or smaller; editors mix sizes down to three quarters within a number.</summary>
    private const double Smaller = .7;

    private readonly StringBuilder _text = new();
    private readonly FieldState _fields = new();
    private readonly List<string> _doubts = [];
    private bool _hidesFigures;
    private double _size;

    public InlineText Outcome => new(_text.ToString(), _text.Length == 0 && _hidesFigures ? [.. _doubts, AppearanceReasons.Hidden] : _doubts);

    public void Append(OpenXmlElement element)
    {
        foreach (var child in element.ChildElements)
        {
            switch (child)
            {
                case FieldChar mark:
                    _fields.Meet(mark.FieldCharType?.Value);
                    break;
                case FieldCode code when Draws(code.Text):
                    _doubts.Add(AppearanceReasons.Generated);
                    break;
                case DeletedRun or MoveFromRun or RubyContent or ParagraphProperties or RunProperties:
                    break;
                case Drawing or Picture or EmbeddedObject:
                    _doubts.Add(AppearanceReasons.Picture);
                    break;
                // A choice and its fallback show the same; inline ones hold drawings, whose text boxes are blocks of their own, or another spelling.
                case AlternateContent alternatives:
                    _doubts.Add(AppearanceReasons.Picture);
                    if (!alternatives.Descendants<Drawing>().Any() && !alternatives.Descendants<Picture>().Any() && alternatives.FirstChild is { } choice)
                        Append(choice);
                    break;
                case Run run:
                    AppendRun(run);
                    break;
                case OpenXmlElement formula when IsMath(formula) && (formula.LocalName is not ("oMath" or "oMathPara" or "r" or "t" or "box" or "e" or "rPr" or "ctrlPr" or "boxPr" or "oMathParaPr") || IsStyled(formula)):
                    _doubts.Add(AppearanceReasons.Picture);
                    Append(formula);
                    break;
                case PageNumber or DayLong or DayShort or MonthLong or MonthShort or YearLong or YearShort:
                    _doubts.Add(AppearanceReasons.Generated);
                    break;
                case BidirectionalOverride or BidirectionalEmbedding:
                    _doubts.Add(AppearanceReasons.Order);
                    Append(child);
                    break;
                default:
                    if (_fields.ShowsText && Printed(child) is { } printed)
                        _text.Append(printed);
                    else if (child.HasChildren)
                        Append(child);
                    break;
            }
        }
    }

    private void AppendRun(Run run)
    {
        var look = looks.Of(run);
        var before = _text.Length;
        Append(run);
        var text = _text.ToString(before, _text.Length - before);
        if (run.Descendants<SymbolChar>().Any())
            _doubts.Add(AppearanceReasons.Font);
        if (text.Length == 0)
            return;
        var isMark = IsCustomMark(run) || ((look.IsRaised || look.Size <= _size * Smaller) && text.Trim().Length <= LongestMark && (EndsInDigit(before) || (before == 0 && StartsWithDigit(run.NextSibling<Run>()))));
        if (!look.IsSeen || isMark)
        {
            _text.Length = before;
            _hidesFigures |= !look.IsSeen && text.Any(char.IsDigit);
        }
        else
        {
            _size = look.Size;
        }

        if (look.IsSeen && !isMark && look.Doubt is not null && !(look.Doubt == AppearanceReasons.Font && !text.Any(char.IsDigit)))
            _doubts.Add(look.Doubt);
        if (text.AsSpan().ContainsAny('\u202E', '\u202D'))
            _doubts.Add(AppearanceReasons.Order);
    }

    private bool EndsInDigit(int length)
    {
        while (length > 0 && _text[length - 1] == ' ')
            length--;
        return length > 0 && (char.IsDigit(_text[length - 1]) || _text[length - 1] is '件' or '元' or '%');
    }

    private static bool StartsWithDigit(Run? run) => run?.InnerText is [var first, ..] && char.IsDigit(first);

    /// <summary>A footnote mark that the author typed himself.</summary>
    private static bool IsCustomMark(Run run) => run.ChildElements.Any(child => child is FootnoteReference { CustomMarkFollows.Value: true } or EndnoteReference { CustomMarkFollows.Value: true });

    private static bool IsMath(OpenXmlElement element) => element.NamespaceUri == "http://schemas.openxmlformats.org/officeDocument/2006/math";

    // Runs of formulas that are coloured, hidden or struck.
    private static bool IsStyled(OpenXmlElement formula) => formula.LocalName == "r" && formula.ChildElements.FirstOrDefault(child => child.LocalName == "rPr" && !IsMath(child)) is { } format && format.ChildElements.Any(child => child.LocalName is not ("rFonts" or "lang" or "i" or "iCs" or "b" or "bCs" or "sz" or "szCs" or "kern"));

    /// <summary>Fields that show something without a result, or nothing of what stands in it.</summary>
    private static bool Draws(string? code) => code?.Trim().Split(' ')[0].ToUpperInvariant() is "EQ" or "SYMBOL" or "ADVANCE" or "AUTONUM" or "LISTNUM" or "PRINT" or "XE" or "SET" or "TC" or "TA" or "ASK" or "RD";

    private static string? Printed(OpenXmlElement element) => element switch
    {
        WordText text => text.Text,
        DocumentFormat.OpenXml.Math.Text text => text.Text,
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
