"""Reports that hold little or stand among much: tables left out, zeros alone, other reports beside them, names that are not in the title."""
from html_troubles import *


def without(r, *prefixes):
    r.gone = getattr(r, 'gone', set()) | {k for k in r.num if k.startswith(prefixes)}


@layout('h_only_table_two')
def _(r):
    """no application, no case: said in words"""
    without(r, 'applications.', 'remedies.')
    return page(r, None, ptag('本年度未收到政府信息公开申请。'), ptag('本年度无行政复议、行政诉讼。'))


@layout('h_short_zero')
def _(r):
    """all zeros and hardly a word"""
    for k in r.num: r.num[k], r.print[k] = 0, '0'
    r.sec = {'overview': ['无。'], 'problems': ['无。'], 'other': ['无。']}
    return page(r)


@layout('h_no_headings')
def _(r):
    """the three tables under the title, nothing between"""
    r.sec = {'overview': [], 'problems': [], 'other': []}
    return shell(r, table(t2_one(r)) + table(t3(r)) + table(t4(r))).encode()


@layout('h_title_apart')
def _(r):
    """year and name on lines of their own above the subject"""
    y, name = r.year, r.title_name
    body = '\n'.join(parts(r))
    h = r.R.choice([f'<h1>{e(name)}<br/>{y}年政府信息公开工作年度报告</h1>', f'<h2>{e(name)}</h2><h1>{y}年政府信息公开工作年度报告</h1>', f'<p align="center">{e(name)}</p><p align="center">政府信息公开工作年度报告</p><p align="center">（{y}年）</p>'])
    r.byline = None; r.bdate = None
    return f'<!DOCTYPE html><html><head><meta charset="utf-8"><title>政府信息公开年报</title></head><body>{h}{body}</body></html>'.encode()


@layout('h_name_in_source')
def _(r):
    """the title names no body: byline, metadata or signature do"""
    name = r.a['full']
    r.title_name = r.byline = name; r.title = f'{r.year}年政府信息公开工作年度报告'
    r.bdate = r.pub
    r.sec['overview'] = [t.replace(r.a['mid'], '本机关') for t in r.sec['overview']]
    return page(r)


@layout('h_name_in_footer')
def _(r):
    """only the foot of the page and its title name the body"""
    name = r.a['full']
    r.title, r.byline, r.sign, r.bdate = f'{r.year}年政府信息公开工作年度报告', None, None, None
    r.sec['overview'] = [t.replace(r.a['mid'], '本机关').replace(r.title_name, '本机关') for t in r.sec['overview']]
    r.title_name = name
    body = '\n'.join(parts(r))
    where = r.R.choice(['foot', 'title', 'site'])
    head = f'<title>{r.title}_{name}</title>' if where == 'title' else f'<title>{r.title}</title>'
    head += f'<meta name="SiteName" content="{name}">' if where == 'site' else ''
    foot = f'<div class="footer">主办：{name}　承办：办公室</div>' if where == 'foot' else '<div class="footer">版权所有</div>'
    return f'<!DOCTYPE html><html><head><meta charset="utf-8">{head}</head><body><h1>{r.title}</h1>{body}{foot}</body></html>'.encode()


@layout('h_odd_names')
def _(r):
    """bodies that are no government, bureau or office"""
    R = r.R; c = r.a['county']
    n = R.choice([f'{c}第一中学', f'{c}人民医院', f'{c}自来水有限公司', f'{c}烟草专卖局', f'{c}气象局', f'国家税务总局{c}税务局', f'{c[:2]}海关', f'{c[:2]}大学', f'{c[:2]}职业技术学院', f'国网{c}供电公司', f'{c}融媒体中心', f'{c}消防救援大队', f'{c}供销合作社联合社', f'{c}住房公积金管理中心', f'{c[:2]}地区行政公署', f'{c}公安局交通警察支队', f'{c}残疾人联合会', f'国家统计局{c}调查队', f'{c}疾病预防控制中心', f'{c}地方金融监督管理局', f'{c}机关事务服务中心', f'{c}林业和草原局', f'{c}退役军人事务局', f'{c}人民防空办公室', f'{c}档案馆', f'{c}大数据管理局', f'中华人民共和国{c[:2]}海事局'])
    r.a.update(full=n, mid=n, tiny=None)
    r.title_name, r.sign = n, R.choice([n, None])
    r.byline = R.choice([n, None])
    y = r.year
    r.title = R.choice([f'{n}{y}年政府信息公开工作年度报告', f'{y}年度{n}政府信息公开工作年度报告', f'{n}政府信息公开工作年度报告（{y}年）', f'{n}{y}年度信息公开年度报告', f'关于{n}{y}年政府信息公开工作年度报告'])
    return page(r)
