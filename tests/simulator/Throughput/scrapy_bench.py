"""Scrapy on the same pages: CrawlSpider as its documentation shows, title and links extracted. scrapy_bench.py PORTALS OUTPUT"""
import json
import resource
import sys

from scrapy.crawler import CrawlerProcess
from scrapy.linkextractors import LinkExtractor
from scrapy.spiders import CrawlSpider, Rule

PORTALS, OUTPUT = sys.argv[1:]


class Bench(CrawlSpider):
    name = "bench"
    start_urls = [portal["url"] for portal in json.load(open(PORTALS, encoding="utf-8"))]
    rules = (Rule(LinkExtractor(), callback="page", follow=True),)

    def page(self, response):
        yield {"url": response.url, "title": response.css("title::text").get(), "links": len(response.css("a::attr(href)").getall())}


process = CrawlerProcess(settings={"LOG_LEVEL": "WARNING", "ROBOTSTXT_OBEY": True, "CONCURRENT_REQUESTS": 16, "CONCURRENT_REQUESTS_PER_DOMAIN": 4,
                                   "DOWNLOAD_DELAY": 0, "FEEDS": {OUTPUT: {"format": "jsonlines"}}})
process.crawl(Bench)
process.start()
used = resource.getrusage(resource.RUSAGE_SELF)
seconds = used.ru_utime + used.ru_stime
pages = sum(1 for _ in open(OUTPUT, encoding="utf-8"))
print(f"Scrapy: {pages} pages, {seconds:.2f} s of processor, {pages / seconds:.0f} pages per second of processor")
