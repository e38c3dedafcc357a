using Pipeline.Extractor.Readers.Ocr;
using Pipeline.Ocr;
using Pipeline.Ocr.Recognition;

// A process of its own, because libraries of pictures and of models crash on hostile files, and keep what memory they once took.
using var requests = Console.OpenStandardInput();
using var replies = Console.OpenStandardOutput();
using var recogniser = TextRecogniser.Load(args[0]);
await OcrReply.Write(OcrReply.Ready, replies);
var reading = new PictureReading(recogniser);
while (await OcrRequest.Read(requests) is { } request)
    await OcrReply.Write(BoundedReading.Of(reading, request), replies);
