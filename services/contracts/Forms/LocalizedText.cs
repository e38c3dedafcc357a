namespace Pipeline.Contracts.Forms;

/// <summary>A text for people, in the two languages of the pages.</summary>
public sealed record LocalizedText(string English, string Chinese)
{
    /// <summary>The text with <c>{0}</c> replaced.</summary>
    public LocalizedText With(LocalizedText inserted) => new(
        English.Replace("{0}", inserted.English, StringComparison.Ordinal), Chinese.Replace("{0}", inserted.Chinese, StringComparison.Ordinal));
}
