using System.Text.Json.Serialization;

namespace Pipeline.Contracts.Locators;

/// <summary>Where on a snapshot something was read. Given the snapshot, a locator leads a person to the spot.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(HtmlLocator), "html")]
[JsonDerivedType(typeof(PdfLocator), "pdf")]
[JsonDerivedType(typeof(TextLocator), "text")]
[JsonDerivedType(typeof(DocxLocator), "docx")]
[JsonDerivedType(typeof(OcrLocator), "ocr")]
[JsonDerivedType(typeof(SheetLocator), "sheet")]
[JsonDerivedType(typeof(EntryLocator), "entry")]
public abstract record Locator
{
    /// <summary>The place of a part of the text found here; the same place where the format cannot tell parts apart.</summary>
    /// <param name="offset">Of the part in the text, in UTF-16 units.</param>
    /// <param name="length">In UTF-16 units; 0 for a blank.</param>
    public virtual Locator Within(int offset, int length) => this;
}

/// <summary>A spot in an HTML document.</summary>
/// <param name="Path">CSS path of the element in the parsed tree, such as <c>html>body>div:nth-child(2)>table:nth-child(4)>tbody>tr:nth-child(3)>td:nth-child(2)</c>.</param>
/// <param name="Row">Row of the cell in its table as a browser lays it out, from 0; null outside tables.</param>
/// <param name="Column">Column, likewise.</param>
public sealed record HtmlLocator(string Path, int? Row = null, int? Column = null) : Locator
{
    // The paths of a page are long and begin alike: the place in the grid tells most apart, and where there is none the end of the path.
    public override int GetHashCode() => Row is null
        ? HashCode.Combine(Path.Length, string.GetHashCode(Path.AsSpan(Math.Max(0, Path.Length - 32))))
        : HashCode.Combine(Row, Column, Path.Length);
}

/// <summary>A box on a page of a PDF or of an OFD, in points of the page as displayed (rotation applied), origin top left.</summary>
/// <param name="Page">From 1.</param>
public sealed record PdfLocator(int Page, double Left, double Top, double Right, double Bottom) : Locator;

/// <summary>A stretch of a decoded text document.</summary>
/// <param name="Line">From 1.</param>
/// <param name="Column">From 1, in UTF-16 units.</param>
/// <param name="Length">In UTF-16 units; 0 for a blank.</param>
public sealed record TextLocator(int Line, int Column, int Length) : Locator
{
    public override Locator Within(int offset, int length) => new TextLocator(Line, Column + offset, length);
}

/// <summary>A spot in the main part of a Word or OpenDocument text: block number from 0 in reading order and, in tables, the cell of the grid; in paragraphs divided by tab stops, the line and the part of it.</summary>
/// <param name="Block">Index of the paragraph or table among the body's blocks, nested tables counted after their parent.</param>
public sealed record DocxLocator(int Block, int? Row = null, int? Column = null) : Locator;

/// <summary>A box on a scanned page in pixels of the page image, origin top left, with the engine's own word confidence (0..1).</summary>
public sealed record OcrLocator(int Page, double Left, double Top, double Right, double Bottom, double EngineConfidence) : Locator
{
    /// <summary>Whether the middle of another spot lies within this one.</summary>
    public bool Holds(OcrLocator other) =>
        Page == other.Page && (other.Left + other.Right) / 2 is var x && x >= Left && x <= Right && (other.Top + other.Bottom) / 2 is var y && y >= Top && y <= Bottom;
}

/// <summary>A cell of a spreadsheet.</summary>
/// <param name="Sheet">Name of the sheet as its tab shows it.</param>
/// <param name="Row">From 0; a spreadsheet program shows it from 1.</param>
/// <param name="Column">From 0; a spreadsheet program shows 0 as A.</param>
public sealed record SheetLocator(string Sheet, int Row, int Column) : Locator;

/// <summary>A spot in a file within the snapshot: an archive, a mail or a saved page.</summary>
/// <param name="Entry">Path or name of the file in the container; in a container within it, both names with <c>!/</c> between.</param>
/// <param name="Inner">The spot in that file.</param>
public sealed record EntryLocator(string Entry, Locator Inner) : Locator;
