namespace Pipeline.Contracts.Ports;

/// <summary>A way to tell people outside that something happened.</summary>
public interface INoticeChannel
{
    /// <summary>Such as <c>webhook</c> or <c>mail</c>: unique, and kept with each notice.</summary>
    string Name { get; }

    /// <summary>Delivers a notice, or throws with a message that tells a person why not.</summary>
    /// <param name="subject">One line.</param>
    /// <param name="text">For people.</param>
    /// <param name="json">The same for programs: an object.</param>
    Task Send(string subject, string text, string json, CancellationToken cancellation);
}
