using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace Pipeline.Contracts.Forms;

/// <summary>A kind of document: its forms, what its titles and look-alikes are called, and the words by which sites announce it.</summary>
/// <param name="Identity">What makes two documents one record: names of facts, such as authority and year.</param>
/// <param name="IsDefault">Whether records that name no genre are of this one.</param>
/// <param name="Forms">Newest first.</param>
public sealed record Genre(
    string Id, LocalizedText Name, ImmutableArray<string> Identity, bool IsDefault, GenreTitles Titles, NonReportPatterns NonReports, CrawlPatterns Crawl, ImmutableArray<OfficialForm> Forms);

/// <summary>How documents of a genre are titled.</summary>
/// <param name="Subject">What every title holds.</param>
/// <param name="Errand">Before the subject: the text speaks about such documents and is none.</param>
/// <param name="Aftermath">Behind the subject: likewise.</param>
/// <param name="BlankForm">Titles of templates and instructions.</param>
/// <param name="LookAlike">Titles of what borrows the tables of such documents.</param>
public sealed record GenreTitles(Regex Subject, Regex Errand, Regex Aftermath, Regex BlankForm, Regex LookAlike);

/// <summary>What tells documents near the genre from it.</summary>
/// <param name="Guide">Head of a guide to the subject; null where there is none such.</param>
/// <param name="FormerHeading">Headings of reports older than any form; null where there are none.</param>
/// <param name="FormerUntil">Last year of which such reports are.</param>
public sealed record NonReportPatterns(Regex? Guide, Regex? FormerHeading, int? FormerUntil);

/// <summary>Words and path names that lead a crawler to the documents or away from them.</summary>
/// <param name="Report">Link texts that name a document or the column that lists them.</param>
/// <param name="Annual">Link texts that name something yearly without saying what.</param>
/// <param name="OtherAnnual">Yearly things of others.</param>
/// <param name="Column">Link texts of the columns around them.</param>
/// <param name="ReportPath">Paths of such documents and columns.</param>
/// <param name="ColumnPath">Paths of the columns around them.</param>
/// <param name="Marks">Phrases of such documents: a page that holds several is worth reading.</param>
public sealed record CrawlPatterns(Regex Report, Regex? Annual, Regex? OtherAnnual, Regex? Column, Regex? ReportPath, Regex? ColumnPath, ImmutableArray<string> Marks);
