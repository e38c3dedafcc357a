using Pipeline.Database;
using Pipeline.Store.Export;
using Pipeline.Store.Records;
using Pipeline.Store.Reviews;

namespace Pipeline.Releases.Tables;

/// <summary>A row for each cell of each record, with its proof. What the record says is not repeated: join on <c>record_id</c>.</summary>
internal sealed class CellTable : ReleaseTable
{
    public const string Name = "cells";

    public override TableSchema Schema { get; } = new(
        Name,
        new("A row for each cell of each record, with where and how it was read", "每记录每单元格一行，含读取位置与方式"),
        [
            new("record_id", ColumnType.Whole, new("Record that the cell belongs to", "所属记录")) { Required = true },
            new("cell", ColumnType.Text, new("Cell of the form; the codebook has its labels", "单元格（名称见编码簿）")) { Required = true },
            new("best_value", ColumnType.Number, new("The value to use: what a person decided, else what the machine read", "应使用的值：人工结果优先，否则为机器读数")),
            new("value", ColumnType.Number, new("What the machine read; empty where the page leaves it blank", "机器读数；原文空白则为空")),
            new("raw", ColumnType.Text, new("As printed", "原文")),
            new("confidence", ColumnType.Number, new("Probability that the value is what the page prints", "读数正确的概率")) { Required = true, Range = (0, 1) },
            new("rule", ColumnType.Text, new("How it was read", "读取规则")) { Required = true },
            new("evidence", ColumnType.Text, new("What raised or lowered the confidence, between spaces", "影响可信度的证据（空格分隔）")),
            new("locator", ColumnType.Text, new("Where on the document: kind and place", "在文件中的位置")),
            new("verdict", ColumnType.Text, new("What a person decided", "人工结论")) { Values = [.. new[] { ReviewVerdict.Confirmed, ReviewVerdict.Corrected, ReviewVerdict.PublisherMistake }.Select(StoredName.Of)] },
            new("reviewer", ColumnType.Text, new("Who decided", "核对人")),
            new("reviewed_at", ColumnType.Time, new("When", "核对时间")),
            new("review_reason", ColumnType.Text, new("Why", "理由")),
        ],
        ["record_id", "cell"])
    {
        RecordColumn = "record_id",
        IsLong = true,
    };

    public override async ValueTask Add(ExportedRecord record, TableOutput output, CancellationToken cancellation)
    {
        var version = record.Record.Current;
        foreach (var cell in version.Report.Cells)
        {
            var row = output.Rows;
            row.Whole(version.RecordId);
            row.Text(cell.Cell.ToString());
            row.Number(record.Best(cell));
            row.Number(cell.Value);
            row.Text(cell.Raw);
            row.Number(cell.Confidence);
            row.Text(cell.Rule);
            row.Text(cell.Evidence.Count == 0 ? null : string.Join(' ', cell.Evidence));
            row.Text(cell.Source is null ? null : LocatorCodec.Of(cell.Source));
            var review = record.Reviews.GetValueOrDefault(cell.Cell);
            row.Text(review is null ? null : StoredName.Of(review.Verdict));
            row.Text(review?.Reviewer);
            row.Time(review?.ReviewedAt);
            row.Text(review?.Reason);
            await output.EndRow(cancellation);
        }
    }
}
