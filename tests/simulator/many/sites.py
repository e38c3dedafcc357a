"""What one of many small sites answers. A number makes a site: its host, its body, its reports and its manners; nothing is kept in memory for it."""
import hashlib
import os

DOCUMENT = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "farm", "corpus", "d0002.html")
DOCUMENT_PLACE, DOCUMENT_YEAR, NEWEST_YEAR, OLDEST_YEAR = "郁溪区", 2021, 2025, 2021
SYLLABLES = "安宝昌德丰广海和江康兰明宁平清泰"
OFFICES = "人力资源和社会保障局 教育局 民政局 财政局 水利局 农业农村局 卫生健康局 审计局".split()
MENU = "首页 政务要闻 通知公告 领导之窗 政策文件 规划计划 统计数据 政务服务 互动交流 联系我们".split()
LIST_ROWS = 10
LARGE_PAGE_BYTES = 100_000

# One site of twenty each; the others are ordinary.
MANNERS = {0: "slow", 1: "overloaded", 2: "forbids", 3: "drops", 4: "large"}
SLOW_SECONDS = 2
OVERLOADED_EVERY, DROPS_EVERY = 4, 8


def host(number):
    """A loopback address of its own: 127.1.0.1 and on."""
    return f"127.{1 + number // 64000}.{number % 64000 // 250}.{number % 250 + 1}"


def number_of(name):
    _, block, row, place = map(int, name.split("."))
    return (block - 1) * 64000 + row * 250 + place - 1


def manner(number):
    return MANNERS.get(number % 20, "ordinary")


def place(number):
    return "".join(SYLLABLES[number >> shift & 15] for shift in (0, 4, 8, 12)) + "县"


def reports(number):
    """(path, authority, year) of each report that the site lists."""
    large = manner(number) == "large"
    oldest = OLDEST_YEAR if large else NEWEST_YEAR - 2 - number % 3
    return [(f"/zwgk/zfxxgknb/{year + 1}01/t{year + 1}0120_{office}{year}.html", place(number) + name, year)
            for office, name in enumerate(OFFICES if large else OFFICES[:1]) for year in range(NEWEST_YEAR, oldest - 1, -1)]


def expected(number):
    return [] if manner(number) == "forbids" else reports(number)


def page(number, title, body):
    menu = "".join(f'<li><a href="/col{at}/">{name}</a></li>' for at, name in enumerate(MENU))
    padding = f"<!--{'-' * 60}-->\n" * (LARGE_PAGE_BYTES // 68) if manner(number) == "large" else ""
    return f'<!DOCTYPE html><html><head><meta charset="utf-8"><title>{title}</title></head><body><ul>{menu}<li><a href="/zwgk/">政务公开</a></li></ul><div>{body}</div>{padding}</body></html>'


def list_page(number, at):
    rows = reports(number)
    pages = -(-len(rows) // LIST_ROWS)
    links = "".join(f'<li><a href="{path}">{authority}{year}年政府信息公开工作年度报告</a></li>' for path, authority, year in rows[at * LIST_ROWS:(at + 1) * LIST_ROWS])
    after = f'<a href="index_{at + 1}.html">下一页</a>' if at + 1 < pages else ""
    return page(number, "政府信息公开年报", f"<ul>{links}</ul>{after}") if at < pages else None


with open(DOCUMENT, encoding="utf-8") as file:
    TEMPLATE = file.read().replace(DOCUMENT_PLACE + OFFICES[0], "{body}").replace(DOCUMENT_PLACE, "{place}").replace(str(DOCUMENT_YEAR + 1), "{after}").replace(str(DOCUMENT_YEAR), "{year}")


def report(number, authority, year):
    return TEMPLATE.replace("{body}", authority).replace("{place}", place(number)).replace("{after}", str(year + 1)).replace("{year}", str(year))


def text(number, path):
    """The text at the path; None where there is none."""
    if path == "/robots.txt":
        return "User-agent: *\nDisallow: " + ("/" if manner(number) == "forbids" else "/admin/") + "\n"
    if path == "/":
        return page(number, place(number) + "人民政府", "".join(f'<p><a href="/news/{at}.html">我县召开第{at}次工作会议</a></p>' for at in range(5)))
    if path == "/zwgk/":
        return page(number, "政务公开", '<a href="/zwgk/zn/">政府信息公开指南</a> <a href="/zwgk/zfxxgknb/">政府信息公开年报</a>')
    if path.startswith("/zwgk/zfxxgknb/index_") and path[21:-5].isdigit():
        return list_page(number, int(path[21:-5]))
    if path == "/zwgk/zfxxgknb/":
        return list_page(number, 0)
    if path.startswith(("/col", "/news/", "/zwgk/zn/")):
        return page(number, "正文", "<p>内容正在建设中。</p>")
    return next((report(number, authority, year) for at, authority, year in reports(number) if at == path), None)


def answer(number, path, nth, validator):
    """(seconds to wait, status, header lines, body) for the site's nth request, from 1; status None drops the connection."""
    if manner(number) == "overloaded" and nth % OVERLOADED_EVERY == 0:
        return 0, 503, "Retry-After: 5\r\n", b""
    if manner(number) == "drops" and nth % DROPS_EVERY == 0:
        return 0, None, "", b""
    wait = SLOW_SECONDS if manner(number) == "slow" else 0
    found = text(number, path)
    if found is None:
        return wait, 404, "", b"404"
    body = found.encode()
    tag = f'"{hashlib.blake2b(body, digest_size=8).hexdigest()}"'
    kind = "text/plain" if path == "/robots.txt" else "text/html; charset=utf-8"
    headers = f"ETag: {tag}\r\nContent-Type: {kind}\r\n"
    return (wait, 304, headers, b"") if validator == tag else (wait, 200, headers, body)
