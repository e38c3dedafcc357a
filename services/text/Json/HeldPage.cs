namespace Pipeline.Text.Json;

/// <summary>The content of an article as a field of JSON holds it, with what stands beside it as its head.</summary>
/// <param name="Field">Where the field is: a JSON Pointer (RFC 6901), which goes on through JSON that a text holds.</param>
/// <param name="Text">A whole page where the field holds markup; else the title and the text.</param>
public sealed record HeldPage(string Field, string Text, bool IsMarkup);
