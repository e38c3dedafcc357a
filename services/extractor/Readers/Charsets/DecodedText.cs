using System.Collections.Immutable;
using Pipeline.Contracts.Reports;

namespace Pipeline.Extractor.Readers.Charsets;

/// <param name="Text">Decoded, without byte order mark; undecodable bytes are U+FFFD.</param>
/// <param name="Charset">WHATWG name in lower case, such as <c>gb18030</c>.</param>
/// <param name="Basis"><c>bom</c>, <c>utf16-pattern</c>, <c>utf8-valid</c>, <c>header</c>, <c>meta</c> or <c>fallback</c> (the bytes alone decided).</param>
/// <param name="ReplacementCount">U+FFFD in the text: bytes lost here or already at the publisher.</param>
/// <param name="Issues"><c>charset.declaration-wrong</c>, <c>charset.replacement-characters</c>.</param>
public sealed record DecodedText(string Text, string Charset, string Basis, int ReplacementCount, ImmutableArray<Issue> Issues);
