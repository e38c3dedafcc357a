using System.Text;
using Pipeline.Contracts.Reasons;
using Pipeline.Extractor.Readers.Packages;

namespace Pipeline.Extractor.Readers.Docx;

/// <summary>Bounds a Word file before anything in it is parsed, and tells files that only look like one.</summary>
internal static class WordPackage
{
    private static ReadOnlySpan<byte> OleSignature => [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];

    /// <summary>"EncryptedPackage" in UTF-16: the stream that holds an encrypted package in an OLE container.</summary>
    private static readonly byte[] EncryptedPackage = Encoding.Unicode.GetBytes("EncryptedPackage");

    /// <exception cref="UnreadableDocumentException">No Word file in the Open XML format, or one beyond the bounds.</exception>
    public static void Check(ReadOnlyMemory<byte> bytes)
    {
        var span = bytes.Span;
        if (span.IsEmpty)
            throw new UnreadableDocumentException(FailureReasons.Empty, "The file has 0 bytes. Fetch it again.");
        if (span.StartsWith(OleSignature))
        {
            throw span.IndexOf(EncryptedPackage) >= 0
                ? new UnreadableDocumentException(FailureReasons.Encrypted, "The Word file is encrypted with a password. Ask its publisher for an open copy.")
                : new UnreadableDocumentException(FailureReasons.Unsupported, "This is an old Word file (.doc). Open it in a word processor, save it as .docx or PDF and read that.");
        }
        if (!span.StartsWith("PK"u8))
            throw new UnreadableDocumentException(FailureReasons.Malformed, "The file is named as a Word file but its content is something else. Open it in a viewer to see what it is.");
        ZipPackage.CheckEntries(bytes, "Word file");
    }
}
