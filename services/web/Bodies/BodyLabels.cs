using Pipeline.Bodies.Findings;
using Pipeline.Bodies.Names;
using Pipeline.Bodies.Resolving;
using Pipeline.Contracts.Forms;

namespace Pipeline.Web.Bodies;

/// <summary>Kinds of bodies and findings in both languages.</summary>
public static class BodyLabels
{
    public static LocalizedText Of(BodyKind kind) => kind switch
    {
        BodyKind.Government => new("government", "人民政府"),
        BodyKind.Township => new("township", "乡镇"),
        BodyKind.Subdistrict => new("sub-district", "街道"),
        BodyKind.Agency => new("agency", "机构"),
        _ => new("department", "部门"),
    };

    public static LocalizedText Of(FindingKind kind) => kind switch
    {
        FindingKind.Carried => new("carried forward", "结转衔接"),
        FindingKind.Continued => new("year to year", "年度衔接"),
        FindingKind.Reposted => new("figures re-posted", "数据照搬"),
        FindingKind.Break => new("unusual figure", "数据突变"),
        _ => new("sum of its bodies", "汇总核对"),
    };

    public static LocalizedText Of(FindingOutcome outcome) => outcome switch
    {
        FindingOutcome.Agrees => new("agrees", "相符"),
        FindingOutcome.Disagrees => new("disagrees", "不符"),
        FindingOutcome.Undecided => new("cannot be decided", "无法判断"),
        _ => new("question", "存疑"),
    };

    public static LocalizedText? Of(FindingCause? cause) => cause switch
    {
        FindingCause.LeftOut => new("The government's report leaves a body out.", "汇总报告漏计一个机关。"),
        FindingCause.CountedTwice => new("The government's report counts a body twice.", "汇总报告重复计入一个机关。"),
        FindingCause.YearBefore => new("The government's report has a body's figures of the year before.", "汇总报告采用了某机关上一年的数据。"),
        FindingCause.BodySlip => new("A figure in a body's report is out of line.", "某机关报告中的数字异常。"),
        FindingCause.GovernmentSlip => new("A figure in the government's own report breaks its sums.", "汇总报告自身勾稽不符。"),
        FindingCause.ReportsMissing => new("Reports of bodies are missing.", "部分机关的报告缺失。"),
        FindingCause.BodiesUnknown => new("In no year do the known bodies add up to it: some may never have been found.", "各年度均未能汇总一致，可能有机关未被收录。"),
        FindingCause.NotConsolidated => new("It is below its bodies nearly everywhere: it seems to be about its own office alone.", "多数数字低于下属机关之和，可能只含本级。"),
        _ => null,
    };

    public static LocalizedText OfEvidence(string evidence) => evidence switch
    {
        BodyEvidence.Name => new("same organ, same place", "同地同名"),
        BodyEvidence.Site => new("place told by the site", "由网站确定地区"),
        BodyEvidence.Division => new("division renamed", "区划更名"),
        BodyEvidence.Office => new("office of the government", "政府办公室"),
        BodyEvidence.Township => new("township became a town or sub-district", "乡镇撤改"),
        BodyEvidence.Reform => new("reform of institutions", "机构改革"),
        BodyEvidence.Likeness => new("like names, one after the other", "名称相近、先后相接"),
        BodyEvidence.Declared => new("your own file", "自有名录"),
        BodyEvidence.Decided => new("a person decided", "人工判定"),
        _ => new(evidence, evidence),
    };

    /// <summary>A class of the style sheet.</summary>
    public static string Tone(FindingOutcome outcome) => outcome switch
    {
        FindingOutcome.Agrees => "good",
        FindingOutcome.Disagrees => "bad",
        FindingOutcome.Question => "doubt",
        _ => "",
    };
}
