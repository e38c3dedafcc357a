namespace Pipeline.Crawler.Fetching.States;

/// <summary>Knows one kind of answer that is not content. Pure; says nothing without evidence.</summary>
public interface IThirdStateRecogniser
{
    /// <summary>Null when the page is not, or not surely, of that kind.</summary>
    ThirdState? Recognise(PageGlance page);
}
