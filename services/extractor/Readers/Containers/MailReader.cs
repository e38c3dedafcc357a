using System.Collections.Immutable;
using MimeKit;
using Pipeline.Contracts.Reasons;

namespace Pipeline.Extractor.Readers.Containers;

/// <summary>Unpacks mails and the pages that browsers and Word save as one file (MHTML): their own text, and what is attached.</summary>
internal sealed class MailReader : IContainerReader
{
    /// <summary>A mail within a mail within a mail; a deeper one is built to exhaust the stack.</summary>
    private static readonly ParserOptions Options = new() { MaxMimeDepth = 12 };

    public IReadOnlyCollection<string> MediaTypes { get; } = [Extractor.MediaTypes.Mail];

    public string Name { get; } = $"mail/MimeKit {typeof(MimeMessage).Assembly.GetName().Version!.ToString(3)}";

    public ImmutableArray<ContainerEntry> Open(ReadOnlyMemory<byte> bytes, ContainerLimits limits, CancellationToken cancellation)
    {
        try
        {
            using var mail = MimeMessage.Load(Options, new MemoryStream(bytes.ToArray(), writable: false), cancellation);
            var entries = ImmutableArray.CreateBuilder<ContainerEntry>();
            var budget = limits.Bytes;
            foreach (var entity in Entities(mail.Body))
            {
                if (entries.Count >= limits.Entries)
                    throw new UnreadableDocumentException(FailureReasons.TooLarge, $"The mail holds more than {limits.Entries} parts. Save the attachment that is the report.");
                var content = Content(entity, cancellation);
                budget -= content.Length;
                if (budget < 0)
                    throw new UnreadableDocumentException(FailureReasons.TooLarge, "The parts of the mail are larger than reports can be. Save the attachment that is the report.");
                entries.Add(new ContainerEntry(NameOf(entity, entries.Count + 1), content, entity.ContentType.ToString(encode: false)[13..].Trim(), !entity.IsAttachment && entity is TextPart) { Address = entity.ContentLocation, ContentId = entity.ContentId });
            }
            return entries.ToImmutable();
        }
        catch (Exception error) when (error is FormatException or IOException or ParseException or ArgumentException or InvalidOperationException or NotSupportedException)
        {
            throw new UnreadableDocumentException(FailureReasons.Malformed, $"The mail is damaged or cut off ({error.Message.Split('\n')[0].Trim()}). Fetch it again or ask its publisher for a whole copy.", error);
        }
    }

    /// <summary>Parts in their order. Of alternatives the last that is a page or a text, as mail programs show it.</summary>
    private static IEnumerable<MimeEntity> Entities(MimeEntity? entity) => entity switch
    {
        MultipartAlternative { Count: > 0 } alternative => Entities(alternative.LastOrDefault(part => part is Multipart or TextPart { IsHtml: true } or TextPart { IsPlain: true }) ?? alternative[^1]),
        Multipart multipart => multipart.SelectMany(Entities),
        null => [],
        _ => [entity],
    };

    private static byte[] Content(MimeEntity entity, CancellationToken cancellation)
    {
        using var bytes = new MemoryStream();
        if (entity is MessagePart { Message: { } message })
            message.WriteTo(bytes, cancellation);
        else if (entity is MimePart { Content: { } content })
            content.DecodeTo(bytes, cancellation);
        return bytes.ToArray();
    }

    /// <summary>The file's name, else the address that a saved page gives the part, else its number.</summary>
    private static string NameOf(MimeEntity entity, int number) =>
        entity.ContentDisposition?.FileName ?? entity.ContentType.Name ?? entity.ContentLocation?.OriginalString ?? $"part {number} ({entity.ContentType.MimeType})";
}
