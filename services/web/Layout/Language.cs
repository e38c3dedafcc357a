namespace Pipeline.Web.Layout;

/// <summary>Languages of the interface.</summary>
public enum Language
{
    English,
    Chinese,
}
