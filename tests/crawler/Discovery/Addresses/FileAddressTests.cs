using Pipeline.Crawler.Discovery.Addresses;

namespace Pipeline.Crawler.Tests.Discovery.Addresses;

public sealed class FileAddressTests
{
    [Theory]
    [InlineData("http://www.x.gov.cn/attach/2023年报.docx", true, false)]
    [InlineData("http://www.x.gov.cn/attach/nb.fodt", true, false)]
    [InlineData("http://www.x.gov.cn/attach/nb.TAR.GZ", true, false)]
    [InlineData("http://www.x.gov.cn/downfile.jsp?filename=0a1b.mht", true, false)]
    [InlineData("http://www.x.gov.cn/downfile.jsp?filename=0a1b", false, false)]
    [InlineData("http://www.x.gov.cn/zwgk/t1.html", false, false)]
    [InlineData("http://www.x.gov.cn/sp/nb.mp4", false, true)]
    [InlineData("http://www.x.gov.cn/tp/nb.jpg", false, true)]
    public void The_end_of_an_address_says_what_the_file_is(string url, bool isDocument, bool isMedia) =>
        Assert.Equal((isDocument, isMedia), (FileAddress.IsDocument(new Uri(url)), FileAddress.IsMedia(new Uri(url))));
}
