using System.Text;
using Pipeline.Extractor.Scoring;

namespace Pipeline.Extractor.Tests.Scoring;

public sealed class ConfidenceModelFileTests
{
    [Fact]
    public void What_is_written_reads_back()
    {
        var written = Written(ConfidenceModel.Prior);

        var read = ConfidenceModelFile.Read(new MemoryStream(Encoding.UTF8.GetBytes(written)));

        Assert.Equal(written, Written(read));
        Assert.Equal(ConfidenceModel.Prior.Cell.Weights, read.Cell.Weights);
    }

    [Fact]
    public void A_weight_with_the_wrong_sign_is_refused()
    {
        var wrong = Written(ConfidenceModel.Prior).Replace("\"agreement\": 1", "\"agreement\": -1", StringComparison.Ordinal);

        var error = Assert.Throws<InvalidDataException>(() => ConfidenceModelFile.Read(new MemoryStream(Encoding.UTF8.GetBytes(wrong))));
        Assert.Contains("agreement must not be negative", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_feature_without_a_weight_is_refused()
    {
        var wrong = Written(ConfidenceModel.Prior).Replace("\"dispute\"", "\"disputes\"", StringComparison.Ordinal);

        Assert.Throws<InvalidDataException>(() => ConfidenceModelFile.Read(new MemoryStream(Encoding.UTF8.GetBytes(wrong))));
    }

    private static string Written(ConfidenceModel model)
    {
        using var target = new MemoryStream();
        ConfidenceModelFile.Write(model, target);
        return Encoding.UTF8.GetString(target.ToArray());
    }
}
