using System.Collections.Immutable;
using Pipeline.Contracts.Reports;
using Pipeline.Extractor.Readers.Pdf.Engines;

namespace Pipeline.Extractor.Readers.Ofd;

/// <summary>A page in the model of PDF pages, with the pictures on it.</summary>
internal sealed record OfdPage(PdfPage Page, ImmutableArray<OfdPicture> Pictures);

/// <summary>A picture on a page: of a scan it is the page.</summary>
/// <param name="Path">Of the part of the package that holds its bytes.</param>
/// <param name="Box">In points of the page, origin top left.</param>
internal sealed record OfdPicture(string Path, PdfBox Box);

/// <summary>What an OFD holds.</summary>
internal sealed record OfdContent(ImmutableArray<OfdPage> Pages, string? Title, ImmutableArray<Issue> Issues);
