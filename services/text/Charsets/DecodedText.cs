using System.Collections.Immutable;
using System.Text;

namespace Pipeline.Text.Charsets;

/// <param name="Text">Decoded, without byte order mark; undecodable bytes are U+FFFD.</param>
/// <param name="Charset">WHATWG name in lower case, such as <c>gb18030</c>.</param>
/// <param name="Encoding">What decoded it: what a page's own forms are posted in.</param>
/// <param name="Basis"><c>bom</c>, <c>utf16-pattern</c>, <c>utf8-valid</c>, <c>header</c>, <c>meta</c> or <c>fallback</c> (the bytes alone decided).</param>
/// <param name="ReplacementCount">U+FFFD in the text: bytes lost here or already at the publisher.</param>
/// <param name="WrongLabels">Labels of another charset than the bytes are in, and the place that says so.</param>
public sealed record DecodedText(
    string Text, string Charset, Encoding Encoding, string Basis, int ReplacementCount, ImmutableArray<(string Place, string Label)> WrongLabels);
