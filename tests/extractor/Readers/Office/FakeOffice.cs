namespace Pipeline.Extractor.Tests.Readers.Office;

/// <summary>A program that stands in for LibreOffice and does one thing.</summary>
internal sealed class FakeOffice : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("fake-office");

    public FakeOffice(string command)
    {
        Path = System.IO.Path.Combine(_folder.FullName, "soffice");
        File.WriteAllText(Path, $"#!/bin/sh\necho \"$1\" >> {_folder.FullName}/called\n{command}\n");
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(Path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }

    public string Path { get; }

    /// <summary>Folders of the profiles that it was called with.</summary>
    public IEnumerable<string> Folders() => File.ReadLines(System.IO.Path.Combine(_folder.FullName, "called")).Distinct()
        .Select(line => new Uri(line[(line.IndexOf('=', StringComparison.Ordinal) + 1)..]).LocalPath).Select(profile => System.IO.Path.GetDirectoryName(profile)!).Distinct();

    public void Dispose() => _folder.Delete(recursive: true);
}
