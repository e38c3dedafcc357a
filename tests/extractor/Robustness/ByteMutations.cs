namespace Pipeline.Extractor.Tests.Robustness;

/// <summary>What transport and storage do to any file.</summary>
internal static class ByteMutations
{
    public static IReadOnlyList<Mutation> All { get; } =
    [
        new("bytes.flipped", (original, random) => Free(Flipped(original.Bytes, random))),
        new("bytes.truncated", (original, random) => Free(original.Bytes[..random.Next(original.Bytes.Length)])),
        new("bytes.cut-out", (original, random) => Free(Replaced(original.Bytes, random, _ => []))),
        new("bytes.doubled", (original, random) => Free(Replaced(original.Bytes, random, piece => [.. piece, .. piece]))),
        new("bytes.noise-inserted", (original, random) => Free(Inserted(original.Bytes, random, Noise(random)))),
        new("bytes.nuls-inserted", (original, random) => Free(Inserted(original.Bytes, random, new byte[random.Next(1, 64)]))),
        new("bytes.high-bits-lost", (original, random) => Free(WithoutHighBits(original.Bytes, random))),
    ];

    public static byte[] Flipped(byte[] bytes, Random random)
    {
        var mutant = bytes.ToArray();
        for (var left = random.Next(1, 20); left > 0; left--)
            mutant[random.Next(mutant.Length)] ^= (byte)(1 << random.Next(8));
        return mutant;
    }

    private static Change Free(byte[] bytes) => new(bytes, Promise.None);

    private static byte[] Replaced(byte[] bytes, Random random, Func<byte[], byte[]> change)
    {
        var start = random.Next(bytes.Length);
        var end = Math.Min(bytes.Length, start + random.Next(1, Math.Max(2, bytes.Length / 10)));
        return [.. bytes[..start], .. change(bytes[start..end]), .. bytes[end..]];
    }

    private static byte[] Inserted(byte[] bytes, Random random, byte[] piece)
    {
        var at = random.Next(bytes.Length);
        return [.. bytes[..at], .. piece, .. bytes[at..]];
    }

    private static byte[] Noise(Random random)
    {
        var noise = new byte[random.Next(1, 300)];
        random.NextBytes(noise);
        return noise;
    }

    // Characters of several bytes fall apart, ASCII stays.
    private static byte[] WithoutHighBits(byte[] bytes, Random random)
    {
        var mutant = bytes.ToArray();
        var start = random.Next(mutant.Length);
        for (var i = start; i < Math.Min(mutant.Length, start + 200); i++)
            mutant[i] &= (byte)(random.Next(2) == 0 ? 0x7F : 0xFF);
        return mutant;
    }
}
