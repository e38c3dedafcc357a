using Pipeline.Extractor.Readers.Pdf.Engines.PdfPig;
using Pipeline.PdfPig;

// A process of its own, because a hostile PDF overflows the library's stack or never ends, and neither can be stopped within a process.
using var requests = Console.OpenStandardInput();
using var replies = Console.OpenStandardOutput();
while (await PdfPigRequest.Read(requests) is { } request)
    await PdfPigReply.Write(BoundedReading.Of(request), replies);
