using System.Collections.Immutable;

namespace Pipeline.Contracts.Reasons;

/// <summary>Why a document that was fetched yielded nothing.</summary>
public static class FailureReasons
{
    public const string DeadLetter = "failed.dead-letter";
    public const string Empty = "failed.empty";
    public const string Encrypted = "failed.encrypted";
    public const string GaveUp = "failed.gave-up";
    public const string Malformed = "failed.malformed";
    public const string NeedsLibreOffice = "failed.needs-libreoffice";
    public const string NeedsOcr = "failed.needs-ocr";
    public const string NoText = "failed.no-text";
    public const string NotFound = "failed.not-found";
    public const string NotStored = "failed.not-stored";
    public const string Scanned = "failed.scanned";
    public const string SnapshotDamaged = "failed.snapshot-damaged";
    public const string SnapshotMissing = "failed.snapshot-missing";
    public const string Timeout = "failed.timeout";
    public const string TooLarge = "failed.too-large";
    public const string TooNested = "failed.too-nested";
    public const string Truncated = "failed.truncated";
    public const string Unreadable = "failed.unreadable";
    public const string Unsupported = "failed.unsupported";

    public static ImmutableArray<Reason> All { get; } =
    [
        Of(DeadLetter, "killed its worker again and again", "多次导致进程中断"),
        Of(Empty, "empty", "空文件"),
        Of(Encrypted, "encrypted", "文件已加密"),
        Of(GaveUp, "gave no result after many attempts", "多次尝试无结果"),
        Of(Malformed, "damaged", "文件损坏"),
        Of(NeedsLibreOffice, "LibreOffice is not installed", "未安装 LibreOffice"),
        Of(NeedsOcr, "a picture, and recognition is not installed", "图片文件，未安装文字识别"),
        Of(NoText, "a picture without text", "图片中没有文字"),
        Of(NotFound, "there is no such file", "文件不存在"),
        Of(NotStored, "its result could not be stored", "结果无法保存"),
        Of(Scanned, "a scan without text", "扫描件无文字"),
        Of(SnapshotDamaged, "its snapshot is damaged", "快照损坏"),
        Of(SnapshotMissing, "its snapshot is lost", "快照缺失"),
        Of(Timeout, "took too long to read", "读取超时"),
        Of(TooLarge, "too large", "文件过大"),
        Of(TooNested, "archives within archives", "压缩包嵌套过深"),
        Of(Truncated, "cut off", "文件不完整"),
        Of(Unreadable, "the file cannot be opened", "文件无法打开"),
        Of(Unsupported, "no reader for this format", "格式不支持"),
    ];

    private static Reason Of(string code, string english, string chinese) => new(code, new(english, chinese), ReasonTone.Bad, IsActionable: true);
}
