#!/usr/bin/env python3
"""Makes the samples of this folder: python3 recipe.py [NAME…]

Needs chromium, qpdf, poppler-utils and fonts-wqy-zenhei. The figures are invented; truth.json holds them in the order of the form of 2021.
The results are committed; run this again only to add a sample.
"""
import json
import pathlib
import random
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).parent
sys.path.insert(0, str(HERE / "../.."))
import declared_forms

FORM = declared_forms.cells("2021")

RESULTS = [
    ("一、本年新收政府信息公开申请数量", 3), ("二、上年结转政府信息公开申请数量", 3),
    ("（一）予以公开", 2), ("（二）部分公开（区分处理的，只计这一情形，不计其他情形）", 2),
    ("1.属于国家秘密", 1), ("2.其他法律行政法规禁止公开", 1), ("3.危及“三安全一稳定”", 1), ("4.保护第三方合法权益", 1),
    ("5.属于三类内部事务信息", 1), ("6.属于四类过程性信息", 1), ("7.属于行政执法案卷", 1), ("8.属于行政查询事项", 1),
    ("1.本机关不掌握相关政府信息", 1), ("2.没有现成信息需要另行制作", 1), ("3.补正后申请内容仍不明确", 1),
    ("1.信访举报投诉类申请", 1), ("2.重复申请", 1), ("3.要求提供公开出版物", 1), ("4.无正当理由大量反复申请", 1),
    ("5.要求行政机关确认或重新出具已获取信息", 1),
    ("1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请", 1),
    ("2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请", 1), ("3.其他", 1),
    ("（七）总计", 2), ("四、结转下年度继续办理", 3),
]
GROUPS = {4: ("（三）不予公开", 8), 12: ("（四）无法提供", 3), 15: ("（五）不予处理", 5), 20: ("（六）其他处理", 3)}
PROSE = "本机关认真贯彻落实《中华人民共和国政府信息公开条例》，全年主动公开政府信息1203条，其中通过门户网站公开988条，通过政务新媒体公开215条，依法依规办理每一件政府信息公开申请，" * 3


def figures():
    """Invented figures for every cell: sums hold, some are large, blanks are printed as nothing."""
    dice = random.Random(20261121)
    rows = [[dice.choice([0, 0, 0, 1, 2, 13, 47, 108]) for _ in range(6)] for _ in range(len(RESULTS))]
    rows = [row + [sum(row)] for row in rows]
    disclosure = [0, 0, 12, 3, 1, 48, 1520, 87, 6, 0]
    remedies = [dice.choice([0, 0, 1, 4, 12]) for _ in range(15)]
    return disclosure, rows, remedies


def truth():
    disclosure, rows, remedies = figures()
    return dict(zip((cell["id"] for cell in FORM), disclosure + [value for row in rows for value in row] + remedies))


def cell(text, row=1, column=1, tag="td"):
    return f'<{tag} rowspan="{row}" colspan="{column}">{text}</{tag}>'


def table(rows, head=0):
    body = ["<tr>" + "".join(row) + "</tr>" for row in rows]
    return "<table><thead>" + "".join(body[:head]) + "</thead><tbody>" + "".join(body[head:]) + "</tbody></table>"


def disclosure_table(values):
    v = iter(values)
    rows = [[cell("第二十条第（一）项", column=4)], [cell(t) for t in ("信息内容", "本年制发件数", "本年废止件数", "现行有效件数")]]
    for label in ("规章", "行政规范性文件"):
        rows.append([cell(label)] + [cell(next(v)) for _ in range(3)])
    for item, column, labels in (("（五）", "本年处理决定数量", ["行政许可"]), ("（六）", "本年处理决定数量", ["行政处罚", "行政强制"]), ("（八）", "本年收费金额（单位：万元）", ["行政事业性收费"])):
        rows += [[cell(f"第二十条第{item}项", column=4)], [cell("信息内容"), cell(column, column=3)]]
        rows += [[cell(label), cell(next(v), column=3)] for label in labels]
    return table(rows)


def application_table(values, head):
    rows = [
        [cell("（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）", 3, 3), cell("申请人情况", column=7)],
        [cell("自然人", 2), cell("法人或其他组织", column=5), cell("总计", 2)],
        [cell(t) for t in ("商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他")],
    ]
    for index, (label, span) in enumerate(RESULTS):
        row = [cell("三、本年度办理结果", 22)] if index == 2 else []
        if index in GROUPS:
            row.append(cell(GROUPS[index][0], GROUPS[index][1]))
        rows.append(row + [cell(label, column=span)] + [cell(value) for value in values[index]])
    return table(rows, head)


def remedy_table(values):
    outcomes = ["结果维持", "结果纠正", "其他结果", "尚未审结", "总计"]
    return table([
        [cell("行政复议", column=5), cell("行政诉讼", column=10)],
        [cell(t, 2) for t in outcomes] + [cell("未经复议直接起诉", column=5), cell("复议后起诉", column=5)],
        [cell(t) for t in outcomes * 2],
        [cell(value) for value in values],
    ])


def page(style, head=3, before=PROSE):
    disclosure, rows, remedies = figures()
    return f"""<!DOCTYPE html><html lang="zh"><head><meta charset="utf-8"><title>石桥镇2023年政府信息公开工作年度报告</title><style>
@page {{ size: A4; margin: 18mm }}
body {{ font: 10pt/1.5 "WenQuanYi Zen Hei" }} h1 {{ font-size: 16pt; text-align: center }} h1, h2, th {{ font-weight: normal }} p {{ text-indent: 2em; margin: 4pt 0 }}
table {{ width: 100%; border-collapse: collapse; font-size: 8pt; line-height: 1.3 }}
td {{ border: 0.75pt solid #000; padding: 2pt; text-align: center; vertical-align: middle }} {style}</style></head><body>
<h1>石桥镇2023年政府信息公开工作年度报告</h1><h2>一、总体情况</h2><p>{before}</p>
<h2>二、主动公开政府信息情况</h2>{disclosure_table(disclosure)}
<h2>三、收到和处理政府信息公开申请情况</h2>{application_table(rows, head)}
<h2>四、政府信息公开行政复议、行政诉讼情况</h2>{remedy_table(remedies)}
<h2>五、存在的主要问题及改进情况</h2><p>一是公开内容有待丰富；二是业务能力有待提高。</p><h2>六、其他需要报告的事项</h2><p>本年度未收取信息处理费。</p></body></html>"""


PAGES = {
    # No rule anywhere: only columns of words; the numbers stand in the middle beside wrapped labels.
    "unruled": lambda: page("td { border: none; padding: 3pt 4pt } td:first-child { text-align: left }", head=0),
    # Rules between rows only.
    "horizontal-rules": lambda: page("td { border-width: 0.75pt 0 }", head=0),
    # The head of the table is printed again on each page.
    "repeated-header": lambda: page("thead { display: table-header-group }", before=PROSE * 4),
    # Cells are boxes with a gap between them.
    "separate-cells": lambda: page("table { border-collapse: separate; border-spacing: 1.5pt }", head=0),
    "double-rules": lambda: page("td { border: 2.25pt double #000 }", head=0),
    "dotted-rules": lambda: page("td { border: 0.75pt dashed #444; border-style: solid dashed }", head=0),
    # Wide pages.
    "landscape": lambda: page("@page { size: A4 landscape }", head=0),
    # Set sideways on an upright page: the text matrix turns, the page does not.
    "sideways": lambda: page("@page { size: A4 portrait; margin: 0 } html { width: 297mm; height: 210mm; transform: rotate(90deg) translateY(-210mm); transform-origin: 0 0 } body { margin: 12mm; width: 273mm } table { font-size: 6pt; line-height: 1.1 } td { padding: 0.5pt } h1,h2,p { font-size: 8pt; margin: 1pt }", head=0, before="全年公开情况良好。"),
    # Radical signs in place of ideographs.
    "kangxi": lambda: page("", head=0).replace("工", "⼯").replace("行", "⾏").replace("自", "⾃").replace("人", "⼈").replace("一", "⼀").replace("大", "⼤"),
}


def print_page(name, folder):
    source = pathlib.Path(folder) / f"{name}.html"
    source.write_text(PAGES[name](), encoding="utf-8")
    subprocess.run(["chromium", "--headless", "--no-sandbox", "--disable-gpu", "--no-pdf-header-footer", f"--print-to-pdf={source.with_suffix('.pdf')}", source.as_uri()], check=True, capture_output=True)
    subprocess.run(["qpdf", "--recompress-flate", "--compression-level=9", "--object-streams=generate", source.with_suffix(".pdf"), HERE / f"{name}.pdf"], check=True)


def derive():
    """Samples made from others by changing the file and not the page."""
    qpdf = lambda *arguments: subprocess.run(["qpdf", *map(str, arguments)], check=True)
    source = HERE / "landscape.pdf"
    # The page lies on its side in the file and its dictionary turns it upright.
    with tempfile.TemporaryDirectory() as folder:
        sideways = pathlib.Path(folder) / "sideways.pdf"
        qpdf(HERE / "sideways.pdf", "--rotate=+270", sideways)
        qpdf(sideways, "--object-streams=generate", HERE / "turned-by-dictionary.pdf")
    qpdf(source, "--encrypt", "", "owner", "256", "--", HERE / "encrypted-empty-password.pdf")
    qpdf(source, "--encrypt", "secret", "owner", "256", "--", HERE / "encrypted.pdf")
    # Its font does not say which characters it draws.
    with tempfile.TemporaryDirectory() as folder:
        plain = pathlib.Path(folder) / "plain.pdf"
        qpdf("--qdf", "--object-streams=disable", source, plain)
        plain.write_bytes(plain.read_bytes().replace(b"/ToUnicode", b"/ToNothing"))
        qpdf("--recompress-flate", "--compression-level=9", "--object-streams=generate", plain, HERE / "no-to-unicode.pdf")
    (HERE / "truncated.pdf").write_bytes(source.read_bytes()[:30_000])


def main():
    (HERE / "truth.json").write_text(json.dumps({"form": "2021", "cells": truth()}, indent=1) + "\n")
    names = sys.argv[1:] or list(PAGES)
    with tempfile.TemporaryDirectory() as folder:
        for name in names:
            print_page(name, folder)
    derive()


main()
