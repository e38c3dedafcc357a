using System.Text;
using Pipeline.Crawler.Discovery;

namespace Pipeline.Crawler.Tests.Discovery.Services;

public sealed class ServiceTests
{
    [Fact]
    public void A_data_proxy_gives_its_rows_and_its_next_group()
    {
        var links = Sample.Links("list-datastore/answer.xml");
        Assert.Equal(["/art/2024/1/25/art_1229_4103.html", "/art/2023/1/12/art_1229_4001.html"], links.Of(LinkKind.Page));
        Assert.Equal(["/module/web/jpage/dataproxy.jsp?page=4&startrecord=16&endrecord=30&perpage=5&columnid=1229"], links.Of(LinkKind.Continuation));
        Assert.Equal("金沙区2023年政府信息公开工作年度报告", links[0].Text);
    }

    [Fact]
    public void A_data_proxy_labelled_as_html_is_still_read_as_what_it_is() =>
        Assert.Equal(2, Sample.Links(Sample.Bytes("list-datastore/answer.xml"), contentType: "text/html").Of(LinkKind.Page).Count());

    [Fact]
    public void Without_a_next_group_the_counts_say_whether_rows_are_missing()
    {
        var answer = Encoding.UTF8.GetBytes("<datastore><recordset><record><![CDATA[<a href='/a.html'>a</a>]]></record></recordset><totalrecord>40</totalrecord></datastore>");
        Assert.Equal(["/proxy.jsp?startrecord=16&endrecord=30"], Sample.Links(answer, "http://www.x.gov.cn/proxy.jsp?startrecord=1&endrecord=15").Of(LinkKind.Continuation));
        Assert.Empty(Sample.Links(answer, "http://www.x.gov.cn/proxy.jsp?startrecord=31&endrecord=45").Of(LinkKind.Continuation));
    }

    [Fact]
    public void Rows_embedded_in_the_page_are_found_although_a_parser_takes_them_for_a_script()
    {
        var links = Sample.Links("list-datastore/in-the-page.html");
        Assert.Equal(["/art/2022/2/7/art_55_90.html"], links.Of(LinkKind.Page));
        Assert.Equal(["/module/jpage/dataproxy.jsp?page=2&columnid=55"], links.Of(LinkKind.Continuation));
    }

    [Theory]
    [InlineData("list-datastore/asked-by-script.html", "/module/web/jpage/dataproxy.jsp?startrecord=1&endrecord=15&perpage=5&columnid=1229")]
    [InlineData("list-json/shell.html", "/common/search/9f3a?_isAgg=true&_pageSize=6&page=1")]
    [InlineData("list-gkmlpt/index.html", "/gkmlpt/api/all/2811?page=1&sid=755043", "http://www.x.gov.cn/gkmlpt/index")]
    [InlineData("list-build-unit/column.html", "/api-gateway/jpaas-publish-server/front/page/build/unit?webId=8b2c&pageId=a1&parseType=bulidstatic&pageType=column&tagId=%E4%BF%A1%E6%81%AF%E5%88%97%E8%A1%A8&tplSetId=f0&paramJson=%7B%22pageNo%22%3A1%2C%22pageSize%22%3A50%7D")]
    public void The_service_behind_a_list_is_found(string sample, string service, string page = "http://www.x.gov.cn/zwgk/nb/") =>
        Assert.Contains(service, Sample.Links(sample, page).Of(LinkKind.Continuation));

    [Fact]
    public void A_service_asked_with_post_keeps_its_fields_and_begins_with_page_one()
    {
        var service = Assert.Single(Sample.Links("list-json/post.html"));
        Assert.Equal(("/api/list/query", "channelId=c77&pageNo=1&pageSize=20"), (service.Url.AbsolutePath, service.Form));
    }

    [Fact]
    public void A_json_list_gives_rows_files_and_its_next_page()
    {
        var links = Sample.Links("list-json/answer.json", "http://www.x.gov.cn/common/search/9f3a?_pageSize=6&page=1");
        Assert.Equal(["/zwgk/nb/content/post_1.html", "/zwgk/nb/content/post_2.html"], links.Of(LinkKind.Page));
        Assert.Equal(["/files/2021.pdf"], links.Of(LinkKind.Attachment));
        Assert.Equal(["/common/search/9f3a?_pageSize=6&page=2"], links.Of(LinkKind.Continuation));
    }

    [Fact]
    public void A_json_list_ends_when_its_total_is_reached() =>
        Assert.Empty(Sample.Links("list-json/answer.json", "http://www.x.gov.cn/common/search/9f3a?_pageSize=6&page=3").Of(LinkKind.Continuation));

    [Fact]
    public void Markup_inside_json_is_read_for_its_links() =>
        Assert.Equal(["/art/2023/1/9/art_9_1.html"], Sample.Links("list-json/markup.json").Of(LinkKind.Page));

    [Fact]
    public void An_xml_list_is_read_whatever_its_names() =>
        Assert.Equal(["http://www.anlan.gov.cn/nb/2023.html", "/nb/2022.html"], Sample.Links("list-xml/answer.xml").Of(LinkKind.Page));

    [Fact]
    public void A_sitemap_index_leads_to_its_parts() =>
        Assert.Equal(["https://www.baita.gov.cn/sitemap_1.xml", "https://www.baita.gov.cn/sitemap_2.xml.gz"], Sample.Links("sitemap/index.xml").Of(LinkKind.Sitemap));

    [Fact]
    public void A_zipped_sitemap_is_read()
    {
        using var zipped = new MemoryStream();
        using (var gzip = new System.IO.Compression.GZipStream(zipped, System.IO.Compression.CompressionLevel.Fastest))
            gzip.Write(Sample.Bytes("sitemap/urls.xml"));
        var links = Sample.Links(zipped.ToArray());
        Assert.Equal(["https://www.baita.gov.cn/zwgk/gknb/2023/0118_4.html"], links.Of(LinkKind.Page));
        Assert.Equal("2023-01-18", links[0].Modified);
        Assert.Equal(["https://www.baita.gov.cn/files/nb.pdf"], links.Of(LinkKind.Attachment));
    }
}
