#!/usr/bin/env python3
"""Structures of portals written before the crawler saw any of them: panes, cards, trees in attributes, tokens used once, directories, searches. usage: see farm.py"""
import html, json, re
from urllib.parse import parse_qsl, quote, unquote_to_bytes
import farm
from farm import li
from further import K
from unseen import bodies
FAM = {}
def fam(name, ev):
    def f(c): c.name, c.evidence = name, ev; FAM[name] = c; return c
    return f

@fam("layui_tabs", "layui tabs by year: the pane of a lay-id is loaded when its tab is clicked; the first alone is filled")
class LayuiTabs(K):
    col_url = "/xxgk/nb/index.html"; root = "/xxgk/nb/show"
    def lists(self):
        ys = sorted({d.year for d in self.docs}, reverse=True)
        tabs = "".join(f'<li lay-id="{y}"{" class=layui-this" if y == ys[0] else ""}>{y}年</li>' for y in ys)
        panes = "".join(f'<div class="layui-tab-item" id="pane{y}">{self.pane(y) if y == ys[0] else ""}</div>' for y in ys)
        self.get("/js/nbtab.js", self.js('$(function(){$(".layui-tab-title li").click(function(){var nd=$(this).attr("lay-id");$.get("/xxgk/nb/pane.jsp?nd="+nd,function(h){$("#pane"+nd).html(h);},"html");});});'))
        self.get(self.col_url, self.column(f'<div class="layui-tab"><ul class="layui-tab-title">{tabs}</ul><div class="layui-tab-content">{panes}</div></div><script src="/js/nbtab.js"></script>'))
    def pane(self, y): return f"<ul>{self.rows([d for d in self.docs if d.year == y])}</ul>"
    def dyn(self, m, host, path, q, body, h):
        if path == "/xxgk/nb/pane.jsp": return self.html(self.pane(self.n(q.get("nd"), 0)).encode())

@fam("single_use_token", "Spring MVC: the pager posts the number and a token that each answer gives anew and that is good once")
class SingleUse(K):
    col_url = "/portal/infoList"; root = "/portal/info"
    issued = 0; good = set()
    def dyn(self, m, host, path, q, body, h):
        if path != "/portal/infoList": return
        f = self.f({}, body); n = 1
        if m == "POST":
            if f.get("_csrf") not in self.good: return 403, {"Content-Type": "text/html"}, b"<html><body>Invalid CSRF Token</body></html>"
            self.good.discard(f["_csrf"]); n = self.n(f.get("current"))
        SingleUse.issued += 1; t = f"c5f1{SingleUse.issued:06x}"; self.good.add(t)
        p = "".join(f'<a href="javascript:toPage({i})">{i}</a> ' if i != n else f"<b>{i}</b> " for i in range(1, self.pages() + 1))
        return self.html(self.page(self.col, f'<form id="pf" action="/portal/infoList" method="post"><input type="hidden" name="_csrf" value="{t}"><input type="hidden" name="channel" value="nb"><input type="hidden" id="cur" name="current" value="{n}"></form><ul>{self.rows(self.part(n))}</ul><div class="page">{p}</div><script>function toPage(n){{document.getElementById("cur").value=n;document.getElementById("pf").submit();}}</script>'))

@fam("go_get_form", "rows are javascript:go('GK4701'): a script file fills the field of a form that asks with GET, and submits it")
class GoForm(K):
    col_url = "/gov/nbao.jsp"; per = 6
    def build(self): self.puts(lambda k, d: f"/gov/view.do?infoid=GK{4700+k}"); self.lists()
    def lists(self): self.get("/gov/js/view.js", self.js('function go(id){var f=document.forms["vf"];f.infoid.value=id;f.target="_blank";f.submit();}'))
    def dyn(self, m, host, path, q, body, h):
        if path == "/gov/nbao.jsp":
            n = self.n(q.get("pageNo")); r = "".join(f"<tr><td><a href=\"javascript:go('GK{self.id(d)}')\">{d.title}</a></td></tr>" for d in self.part(n))
            nx = f'<a href="nbao.jsp?pageNo={n+1}">下页</a>' if n < self.pages() else ""
            return self.html(self.page(self.col, f'<form name="vf" action="/gov/view.do" method="get"><input type="hidden" name="infoid" value=""></form><table>{r}</table>{nx}<script src="/gov/js/view.js"></script>'))

@fam("add_tab", "easyui layout: a menu of addTab('政府信息公开年报','list.do?type=7'), which writes an iframe; pages by a POST of the frame's own form")
class AddTab(K):
    root = "/xxgkpt/info"
    def hubpage(self): return self.page(self.hub, '<script src="/js/jq.js"></script><ul class="menu">' + "".join(f"<li><a href=\"#\" onclick=\"addTab('{t}','/xxgkpt/list.do?type={k}')\">{t}</a></li>" for k, t in ((3, "政府信息公开指南"), (5, "政府信息公开制度"), (7, "政府信息公开年报"))) + '</ul><div id="tabs"></div><script>function addTab(title,url){var content=\'<iframe frameborder="0" src="\'+url+\'" style="width:100%"></iframe>\';$("#tabs").html(content);}</script>')
    def dyn(self, m, host, path, q, body, h):
        if path == "/xxgkpt/list.do":
            f = self.f(q, body); n = self.n(f.get("pageNumber")); r = self.rows(self.part(n)) if f.get("type") == "7" else "<li>暂无信息</li>"
            return self.html((f'<html><body><form id="q" method="post" action="/xxgkpt/list.do"><input type="hidden" name="type" value="{f.get("type")}"><input type="hidden" name="pageNumber" id="pageNumber" value="{n}"></form><ul>{r}</ul>' + (f'共{self.pages()}页 <a href="#" onclick="document.getElementById(\'pageNumber\').value={n+1};document.getElementById(\'q\').submit();return false;">下一页</a>' if f.get("type") == "7" and n < self.pages() else "") + "</body></html>").encode())

@fam("html_cards", "a mobile list: the service gives each row as markup of a card whose onclick calls the page's toDetail('4701')")
class Cards(K):
    col_url = "/m/nb.html"; root = "/m/detail"
    body = '<div id="box"></div><div class="load">点击加载更多</div><script src="/m/list.js"></script>'
    def lists(self):
        super().lists(); self.get("/m/list.js", self.js('var pageNow=1;function toDetail(id){window.location.href="/m/detail/"+id+".html";}function load(){$.ajax({type:"POST",url:"/m/ajax/cards",data:{column:"nb",pageNow:pageNow},dataType:"json",success:function(r){for(var i=0;i<r.cards.length;i++)$("#box").append(r.cards[i].html);if(pageNow>=r.pageSum)$(".load").hide();}});}$(".load").click(function(){pageNow++;load();});load();'))
    def dyn(self, m, host, path, q, body, h):
        if path == "/m/ajax/cards":
            f = self.f(q, body); ok = m == "POST" and f.get("column") == "nb"
            return self.json({"pageSum": self.pages(), "cards": [{"html": f"<div class=\"card\" onclick=\"toDetail('{self.id(d)}')\"><h3>{d.title}</h3><i>{d.year+1}-01-20</i></div>"} for d in self.part(self.n(f.get("pageNow")))] if ok else []})

@fam("autoindex", "the column's years are folders whose listing the server writes: names cut short, in percent escapes, sorted by links to ?C=M;O=D")
class AutoIndex(K):
    def build(self):
        self.puts(lambda k, d: f"{self.col_url}{d.year}/{quote(d.title)}.html"); ys = sorted({d.year for d in self.docs})
        self.get(self.col_url, self.page(self.col, "".join(f'<p><a href="{y}/">{y}</a></p>' for y in ys)))
        for y in ys:
            ds = [d for d in self.docs if d.year == y]
            r = "".join(f'<a href="{quote(d.title)}.html">{d.title[:16]}..&gt;</a>   20-Jan-{y+1} 09:00   42K\n' for d in ds)
            self.get(f"{self.col_url}{y}/", f'<html><head><title>Index of {self.col_url}{y}/</title></head><body><h1>Index of {self.col_url}{y}/</h1><pre><a href="?C=N;O=D">Name</a> <a href="?C=M;O=A">Last modified</a> <a href="?C=S;O=A">Size</a><hr><a href="../">../</a>\n{r}</pre></body></html>'.encode())

@fam("bodies_menu", "bodies by a jump menu of their own folders; each body's page has a list of columns that a script file writes")
class BodiesMenu(K):
    col_url = "/bmxx/index.html"; col = "部门信息公开"
    def build(self):
        names, self.docs = bodies(12); self.puts(lambda k, d: f"/bmxx/b{d.k:02d}/nb/{d.year}.shtml")
        opts = "".join(f'<option value="b{k:02d}/">{n}</option>' for k, n in enumerate(names))
        self.get(self.col_url, self.page(self.col, f'<select name="bm" onchange="if(this.value)window.open(this.value)"><option value="">--各部门--</option>{opts}</select>'))
        for k, n in enumerate(names):
            self.get(f"/bmxx/b{k:02d}/", self.page(n, f'<h2>{n}</h2><script src="menu.js"></script>'))
            self.get(f"/bmxx/b{k:02d}/menu.js", self.js("".join(f"document.writeln('<li><a href=\"{u}\">{t}</a></li>');" for u, t in (("jgzn.shtml", "机构职能"), ("nb/", "信息公开年报")))))
            self.get(f"/bmxx/b{k:02d}/jgzn.shtml", self.page("机构职能", "<p>负责本辖区的有关工作。</p>"))
            self.get(f"/bmxx/b{k:02d}/nb/", self.page("信息公开年报", f"<ul>{self.rows([d for d in self.docs if d.k == k])}</ul>"))

@fam("irs_search", "the column is a search of the national platform: POST of JSON to /irs/front/search; titles with <em>, addresses of the host with its port")
class Irs(K):
    col_url = "/xxgk/nb/"; root = "/art/nb"
    body = '<div class="result"></div><div id="pg"></div><script>var param={code:"17a5b8c2f31",tenantId:"187",searchWord:"政府信息公开工作年度报告",dataTypeId:107,pageNo:1,pageSize:5,orderBy:"time"};function search(){$.ajax({url:"/irs/front/search",type:"post",contentType:"application/json",data:JSON.stringify(param),dataType:"json",success:function(res){var m=res.data.middle,h="";$.each(m.list,function(i,x){h+=\'<li><a href="\'+x.url+\'">\'+x.title+"</a></li>";});$(".result").html(h);$("#pg").html("相关结果"+res.data.pager.total+\'个 <a href="javascript:turn(\'+(param.pageNo+1)+\')">下一页</a>\');}});}function turn(n){param.pageNo=n;search();}search();</script>'
    def dyn(self, m, host, path, q, body, h):
        if path == "/irs/front/search":
            f = self.body_json(body) or {}; ok = m == "POST" and f.get("code") == "17a5b8c2f31" and "年度报告" in f.get("searchWord", "")
            return self.json({"success": ok, "data": {"pager": {"total": len(self.docs) if ok else 0, "pageNo": f.get("pageNo"), "pageSize": 5}, "middle": {"list": [{"title": d.title.replace("政府信息公开", "<em>政府</em><em>信息公开</em>"), "url": self.base + self.u(d), "time": f"{d.year+1}-01-20 09:00:00"} for d in self.part(self.n(str(f.get("pageNo"))))] if ok else []}}})

@fam("splash_frameset", "a splash page refreshes to a frameset in GB2312: an image map for a menu; the list goes on by <input type=button onclick>")
class Splash(K):
    hub_url = None; col_url = "/gk/list1.htm"; root = "/gk/wz"; ext = "htm"; charset = "gb2312"
    def home(self): return b'<html><head><meta http-equiv="refresh" content="3;url=/main.htm"></head><body><img src="/img/splash.jpg"></body></html>'
    def g(self, t): return f'<html><head><meta http-equiv="Content-Type" content="text/html; charset=gb2312"><title>青溪县政务公开</title></head>{t}</html>'.encode("gb18030")
    def lists(self):
        self.get("/main.htm", self.g('<frameset cols="180,*"><frame name="l" src="left.htm"><frame name="r" src="right.htm"></frameset>'))
        self.get("/left.htm", self.g('<body><img src="/img/menu.gif" usemap="#m"><map name="m"><area shape="rect" coords="0,0,9,9" href="gk/zn.htm" target="r" alt="公开指南"><area shape="rect" coords="0,9,9,18" href="gk/list1.htm" target="r" alt="公开年报"></map></body>'))
        self.get("/right.htm", self.g("<body><p>欢迎访问</p></body>")); self.get("/gk/zn.htm", self.g("<body><p>公开指南正文</p></body>"))
        for n in range(1, self.pages() + 1):
            b = f"<input type=\"button\" value=\"下一页\" onclick=\"self.location='list{n+1}.htm'\">" if n < self.pages() else ""
            self.get(f"/gk/list{n}.htm", self.g(f"<body><table>" + "".join(f'<tr><td><a href="{self.u(d)}" target=_blank>{d.title}</a></td></tr>' for d in self.part(n)) + f"</table>{b}</body>"))

@fam("heading_years", "one page of all bodies: a heading names the body and the reports, the links under it say 2022年, 2023年")
class HeadingYears(K):
    def build(self):
        names, self.docs = bodies(15); self.puts(lambda k, d: f"/zwgk/info/{d.k:03d}/c{d.year}{d.k:04d}.html")
        self.get(self.col_url, self.page(self.col, "".join(f'<dl><dt>{n}政府信息公开年报</dt>' + "".join(f'<dd><a href="{self.u(d)}">{d.year}年</a></dd>' for d in self.docs if d.k == k) + "</dl>" for k, n in enumerate(names))))

@fam("gbk_post_menu", "ASP in GBK: the menu's 年度报告 submits a form whose hidden field holds the column's name; pages by the same form")
class GbkMenu(K):
    col_url = "/asp/list.asp"; root = "/asp/show"; charset = "gb2312"; ext = "asp"
    def build(self): self.puts(lambda k, d: f"/asp/show.asp?id={4700+k}")
    def form(self, n): return f'<form name="f1" method="post" action="/asp/list.asp"><input type="hidden" name="lm" value="信息公开年报"><input type="hidden" name="page" value="{n}"></form><script>function gopage(n){{document.f1.page.value=n;document.f1.submit();}}</script>'
    def hubpage(self): return self.page(self.hub, f'<a href="/zwgk/xxgkzn/">公开指南</a> <a href="javascript:document.f1.submit()">信息公开年报</a>{self.form(1)}')
    def dyn(self, m, host, path, q, body, h):
        if path == "/asp/list.asp":
            f = {k: unquote_to_bytes(v.replace("+", " ")).decode("gb18030", "replace") for k, _, v in (p.partition("=") for p in body.decode("latin-1").split("&"))}; n = self.n(f.get("page"))
            if m != "POST" or f.get("lm") != "信息公开年报": return self.html(self.page("列表", "<p>没有记录</p>"))
            a = f'<a href="javascript:gopage({n+1})">下一页</a>' if n < self.pages() else ""
            return self.html(self.page("信息公开年报", f'{self.form(n)}<ul>{self.rows(self.part(n))}</ul>页次：{n}/{self.pages()} {a}'))

@fam("observer_parts", "a sentinel that an IntersectionObserver watches: fetch(s.dataset.base + '/' + (++page) + '.inc') until data-total")
class Observer(K):
    def lists(self):
        for n in range(2, self.pages() + 1): self.get(f"/zwgk/nb/part/{n}.inc", self.rows(self.part(n)).encode())
        self.get("/js/observe.js", self.js('(function(){var s=document.getElementById("sentinel"),page=1;new IntersectionObserver(function(e){if(!e[0].isIntersecting||page>=+s.dataset.total)return;fetch(s.dataset.base+"/"+(++page)+".inc").then(function(r){return r.text();}).then(function(h){document.getElementById("l").insertAdjacentHTML("beforeend",h);});}).observe(s);})();'))
        self.get(self.col_url, self.page(self.col, f'<ul id="l">{self.rows(self.part(1))}</ul><div id="sentinel" data-base="/zwgk/nb/part" data-total="{self.pages()}">加载中</div><script src="/js/observe.js"></script>'))

@fam("xml_rows_attr", "rows are attributes of <item id t d/> in an XML file that a script loads; the address is made of the id")
class XmlRows(K):
    col_url = "/nb/list.html"; ext = "htm"
    def build(self): self.puts(lambda k, d: f"/nb/show_{4700+k}.htm"); self.lists()
    def lists(self):
        self.get("/nb/data/gknb.xml", ('<?xml version="1.0" encoding="utf-8"?><items count="%d">' % len(self.docs) + "".join(f'<item id="{self.id(d)}" t="{html.escape(d.title)}" d="{d.year+1}-01-20"/>' for d in self.docs) + "</items>").encode(), ctype="text/xml")
        self.get(self.col_url, self.column('<ul id="l"></ul><script>var x=new XMLHttpRequest();x.open("GET","data/gknb.xml",true);x.onreadystatechange=function(){if(x.readyState!=4)return;var n=x.responseXML.getElementsByTagName("item"),h="";for(var i=0;i<n.length;i++){h+=\'<li><a href="show_\'+n[i].getAttribute("id")+\'.htm" target="_blank">\'+n[i].getAttribute("t")+"</a></li>";}document.getElementById("l").innerHTML=h;};x.send(null);</script>'))

@fam("cell_arrays", "rows are arrays without names in a text of the answer: {d: '[[4701,\"…\",\"2024-01-20\"],…]'}; the script takes r[0] and r[1]")
class CellArrays(K):
    col_url = "/open/cells.html"; ext = "htm"
    def build(self): self.puts(lambda k, d: f"/open/art_{4700+k}.htm"); self.lists()
    body = '<ul id="l"></ul><div id="t"></div><a href="javascript:void(0)" onclick="pi++;bind()">下一页</a><script>var pi=1;function bind(){$.ajax({type:"POST",url:"/open/svc.ashx",data:{action:"list",lm:"nb",pageIndex:pi},dataType:"json",success:function(o){var a=JSON.parse(o.d),h="";for(var i=0;i<a.length;i++){var r=a[i];h+="<li><a href=\'art_"+r[0]+".htm\'>"+r[1]+"</a><span>"+r[2]+"</span></li>";}$("#l").html(h);$("#t").html("共"+o.total+"条");}});}bind();</script>'
    def dyn(self, m, host, path, q, body, h):
        if path == "/open/svc.ashx":
            f = self.f(q, body); ok = m == "POST" and f.get("lm") == "nb"
            return self.json({"total": len(self.docs) if ok else 0, "d": json.dumps([[self.id(d), d.title, f"{d.year+1}-01-20"] for d in self.part(self.n(f.get("pageIndex")))] if ok else [], ensure_ascii=False)})

@fam("tree_attribute", "the catalogue's tree stands as JSON in an attribute (data-nodes), nodes with url; the list below turns with ?p=2 of a select")
class TreeAttribute(K):
    col_url = "/gkml/c/0703"; root = "/gkml/doc"
    def hubpage(self):
        nodes = [{"id": 1, "name": "青溪县", "open": True, "children": [{"id": 2, "name": "政府信息公开指南", "url": "/zwgk/xxgkzn/"}, {"id": 3, "name": "政府信息公开年报", "url": "/gkml/c/0703"}]}]
        return self.page(self.hub, f'<script src="/js/jq.js"></script><ul id="tree" class="ztree" data-nodes="{html.escape(json.dumps(nodes, ensure_ascii=False))}"></ul><script src="/gkml/js/tree.js"></script>')
    def lists(self): self.get("/gkml/js/tree.js", self.js('$(function(){var t=document.getElementById("tree");function draw(ns){return ns.map(function(n){return "<li>"+(n.url?"<a href=\'"+n.url+"\'>"+n.name+"</a>":n.name)+(n.children?"<ul>"+draw(n.children)+"</ul>":"")+"</li>";}).join("");}t.innerHTML=draw(JSON.parse(t.getAttribute("data-nodes")));});'))
    def dyn(self, m, host, path, q, body, h):
        if path == "/gkml/c/0703":
            n = self.n(q.get("p")); o = "".join(f'<option value="{i}"{" selected" if i == n else ""}>{i}</option>' for i in range(1, self.pages() + 1))
            return self.html(self.page(self.col, f"<ul>{self.rows(self.part(n))}</ul>第<select onchange=\"location.search='?p='+this.value\">{o}</select>页"))

if __name__ == "__main__": farm.main(FAM)
