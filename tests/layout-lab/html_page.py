"""HTML layouts."""
import html as H
from tables import *
LAY = {}


def layout(name, **kw):
    def d(f): LAY[name] = (f, 'html', kw); return f
    return d


e = H.escape
NAV = ['网站首页', '走进{c}', '新闻中心', '政务公开', '政务服务', '互动交流', '数据开放', '专题专栏']


def table(rows, attrs='border="1" cellspacing="0" cellpadding="3" style="border-collapse:collapse;width:100%"', cell=None, td='td', close=True, rowattr=''):
    cell = cell or (lambda c: e(c.t))
    o = [f'<table {attrs}><tbody>']
    for row in rows:
        o.append(f'<tr{rowattr}>')
        for c in row:
            a = (f' rowspan="{c.rs}"' if c.rs > 1 else '') + (f' colspan="{c.cs}"' if c.cs > 1 else '')
            o.append(f'<{td}{a}>{cell(c)}' + (f'</{td}>' if close else ''))
        o.append('</tr>' if close else '')
    o.append('</tbody></table>')
    return '\n'.join(o)


def ptag(t, s=0):
    return f'<p style="text-indent:2em">{e(t)}</p>' if s == 0 else f'<p>　　{e(t)}</p>' if s == 1 else f'<div class="para"><span style="font-family:仿宋;font-size:16pt">{e(t)}</span></div>'


def hd(t, s=0):
    return f'<p style="text-indent:2em"><strong>{e(t)}</strong></p>' if s == 0 else f'<h3>{e(t)}</h3>' if s == 1 else f'<p><b>　　{e(t)}</b></p>'


NOREM = ['本年度未发生因政府信息公开工作被申请行政复议、提起行政诉讼的情况。', '无。', '本年度无政府信息公开行政复议、行政诉讼情况。']


def parts(r, a2=None, a3=None, a4=None):
    """html of the sections, in order"""
    R = r.R; s = R.randrange(3); hs = R.randrange(3)
    a2 = a2 if a2 is not None else table(t2_one(r))
    a3 = a3 if a3 is not None else table(t3(r))
    if f'remedies.{REMG[0]}.total' in r.omit: a4 = ptag(R.choice(NOREM), s)
    elif a4 is None: a4 = table(t4(r))
    S = lambda k: ''.join(ptag(t, s) for t in r.sec[k])
    b = [ptag(r.intro, s), hd(r.heads[0], hs) + S('overview'), hd(r.heads[1], hs) + a2, hd(r.heads[2], hs) + a3, hd(r.heads[3], hs) + a4, hd(r.heads[4], hs) + S('problems'), hd(r.heads[5], hs) + S('other')]
    if r.sign:
        d = ''
        if r.sdate:
            y, m, dd = r.sdate.split('-'); d = f'{y}年{int(m)}月{int(dd)}日'
        b.append(f'<p style="text-align:right">{e(r.sign)}<br/>{d}</p>')
    else: r.sdate = None
    return b


def shell(r, body, head='', charset='utf-8'):
    R, a = r.R, r.a
    c = a['county']; site = c + '人民政府'
    k = R.randrange(5)
    by = ''
    d = f'发布时间：{r.bdate}' if r.bdate else ''
    if r.byline or d:
        by = R.choice([f'<div class="info"><span>{d}</span> <span>来源：{e(r.byline)}</span></div>', f'<p class="meta">{d}　信息来源：{e(r.byline)}　【字体：大 中 小】</p>']) if r.byline else f'<div class="info">{d}　浏览次数：{R.randint(10,999)}</div>'
    meta = f'<meta charset="{charset}"><title>{e(r.title)}{R.choice(["", "-" + site, "_" + site])}</title>'
    if R.random() < .5:
        meta += f'<meta name="SiteName" content="{site}"><meta name="ArticleTitle" content="{e(r.title)}">' + (f'<meta name="PubDate" content="{r.bdate} 10:{R.randint(10,59)}">' if r.bdate else '') + (f'<meta name="ContentSource" content="{e(r.byline)}">' if r.byline else '')
    nav = ''.join(f'<li><a href="/">{n.format(c=c[:-1])}</a></li>' for n in NAV)
    rel = ''.join(f'<li><a href="./t{y}0120_{R.randint(1000,99999)}.html">{e(a["mid"])}{y-1}年政府信息公开工作年度报告</a> <span>{y}-01-20</span></li>' for y in range(r.year, r.year - 3, -1))
    foot = f'<div class="footer">主办：{site}　网站标识码：{R.randint(10**9,10**10-1)}　京ICP备{R.randint(10**7,10**8-1)}号　联系电话：0{R.randint(310,999)}-{R.randint(2000000,8999999)}</div>'
    h1 = f'<h1>{e(r.title)}</h1>' if k % 2 else f'<div class="title" style="text-align:center;font-size:22px">{e(r.title)}</div>'
    box = [('<div class="content">', '</div>'), ('<div class="TRS_Editor">', '</div>'), ('<div id="zoom">', '</div>'), ('<div id="vsb_content"><div class="v_news_content">', '</div></div>'), ('<div id="UCAP-CONTENT">', '</div>')][k]
    st = '<style>body{font-family:"Noto Sans CJK SC",sans-serif;width:1000px;margin:auto;font-size:14px}td,th{border:1px solid #888;padding:3px}</style>'
    return f'''<!DOCTYPE html>
<html lang="zh-CN"><head>{meta}{st}{head}</head><body>
<div class="header"><ul class="nav">{nav}</ul></div><div class="crumb">当前位置：首页 &gt; 政务公开 &gt; 政府信息公开年报</div>
{f'<div class="left"><ul>{rel}</ul></div>' if R.random() < .3 else ''}
<div class="main">{h1}{by}
{box[0]}
{body}
{box[1]}</div>{f'<div class="relate"><h4>相关信息</h4><ul>{rel}</ul></div>' if R.random() < .3 else ''}{foot}</body></html>'''


def page(r, a2=None, a3=None, a4=None, head='', charset='utf-8'):
    return shell(r, '\n'.join(parts(r, a2, a3, a4)), head, charset).encode()
