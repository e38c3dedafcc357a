"""Reads documents the way other programs do, for bench/all: a way as argument, then the path of one file a line on standard input; answers a line for each."""
import sys


def pandas(path):
    from pandas import read_html
    try:
        return len(read_html(path, encoding="utf-8", flavor="lxml"))
    except ValueError:
        return 0  # No table in it.


def readability(path):
    from readability import Document
    with open(path, encoding="utf-8", errors="replace") as file:
        return len(Document(file.read()).summary())


def pdfminer(path):
    from pdfminer.high_level import extract_pages
    # Text boxes, lines and rectangles of every page: what finders of tables begin with.
    return sum(1 for page in extract_pages(path) for _ in page)


way = {"pandas": pandas, "readability": readability, "pdfminer": pdfminer}[sys.argv[1]]
for line in sys.stdin:
    print(way(line.rstrip("\n")), flush=True)
