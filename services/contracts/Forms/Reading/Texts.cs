using Pipeline.Contracts.Declarations;

namespace Pipeline.Contracts.Forms.Reading;

/// <summary>Reads texts in two languages: { "zh": "…", "en": "…" }.</summary>
internal static class Texts
{
    /// <summary>The member <c>name</c>.</summary>
    public static LocalizedText Localized(DeclarationFields fields, PlacedJson owner, ICollection<DeclarationFault> faults)
    {
        if (fields.Value("name") is not { } value)
        {
            faults.Add(new(owner.Line, "Here \"name\": { \"zh\": \"…\", \"en\": \"…\" } is missing.", owner.Column));
            return new LocalizedText("", "");
        }

        return Of(new DeclarationFields(value, "a name", ["zh", "en"], faults));
    }

    public static LocalizedText Of(DeclarationFields fields) => new(fields.Required("en"), fields.Required("zh"));
}
