using System.Collections.Immutable;

namespace Pipeline.Contracts.Reasons;

/// <summary>Why a document that was fetched yielded nothing.</summary>
public static class FailureReasons
{
    /// <summary>What every such code begins with.</summary>
    public const string Prefix = "failed.";

    public const string DeadLetter = "failed.dead-letter";
    public const string GaveUp = "failed.gave-up";
    public const string NotFound = "failed.not-found";
    public const string NotStored = "failed.not-stored";
    public const string SnapshotDamaged = "failed.snapshot-damaged";
    public const string SnapshotMissing = "failed.snapshot-missing";
    public const string Timeout = "failed.timeout";
    public const string TooLarge = "failed.too-large";
    public const string Unreadable = "failed.unreadable";

    public static ImmutableArray<Reason> All { get; } =
    [
        Of("failed.empty", "empty", "空文件"),
        Of("failed.encrypted", "encrypted", "文件已加密"),
        Of("failed.malformed", "damaged", "文件损坏"),
        Of("failed.needs-libreoffice", "LibreOffice is not installed", "未安装 LibreOffice"),
        Of("failed.needs-ocr", "a picture, and recognition is not installed", "图片文件，未安装文字识别"),
        Of("failed.no-text", "a picture without text", "图片中没有文字"),
        Of("failed.scanned", "a scan without text", "扫描件无文字"),
        Of(Timeout, "took too long to read", "读取超时"),
        Of("failed.too-nested", "archives within archives", "压缩包嵌套过深"),
        Of("failed.truncated", "cut off", "文件不完整"),
        Of("failed.unsupported", "no reader for this format", "格式不支持"),
        Of(DeadLetter, "killed its worker again and again", "多次导致进程中断"),
        Of(GaveUp, "gave no result after many attempts", "多次尝试无结果"),
        Of(NotFound, "there is no such file", "文件不存在"),
        Of(NotStored, "its result could not be stored", "结果无法保存"),
        Of(SnapshotDamaged, "its snapshot is damaged", "快照损坏"),
        Of(SnapshotMissing, "its snapshot is lost", "快照缺失"),
        Of(TooLarge, "too large", "文件过大"),
        Of(Unreadable, "the file cannot be opened", "文件无法打开"),
    ];

    private static Reason Of(string code, string english, string chinese) => new(code, new(english, chinese), ReasonTone.Bad, IsActionable: true);
}
