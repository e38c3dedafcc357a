namespace Pipeline.Contracts.Ports;

/// <summary>Gives every spelling of an address the one under which the crawler stores it.</summary>
public interface IUrlNormaliser
{
    Uri Normalise(Uri url);
}
