namespace Pipeline.Architecture.Tests;

/// <param name="File">One file that uses it.</param>
internal sealed record FolderUse(string Folder, string Used, string File)
{
    public override string ToString() => $"{Folder} uses {Used} ({File})";
}
