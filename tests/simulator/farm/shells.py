#!/usr/bin/env python3
"""Structures written before the crawler saw any of them: reports behind pages that are shells (the report comes as data), and lists that ask twice. usage: see farm.py"""
import base64, html, json, re
from urllib.parse import parse_qsl, quote
import farm
from farm import li
from further import K
FAM = {}
def fam(name, ev):
    def f(c): c.name, c.evidence = name, ev; FAM[name] = c; return c
    return f

GET = 'function getQueryString(name){var r=new RegExp("(^|&)"+name+"=([^&]*)(&|$)","i"),m=window.location.search.substr(1).match(r);return m!=null?decodeURIComponent(m[2]):null;}'

def inner(d):
    """What stands between <body> and </body> of a report."""
    t = d.body.decode(); m = re.search(r"<body[^>]*>(.*)</body>", t, re.S | re.I); return m[1] if m else t

class Held(K):
    """Each report is an answer of a service at detail(k), told by answer(d); its shell is a page of its own at u(d)."""
    def detail(self, k): raise NotImplementedError
    def shell(self, k): raise NotImplementedError
    def answer_of(self, d): return {"code": 200, "data": {"id": self.id(d), "title": d.title, "source": d.auth, "pubDate": f"{d.year+1}-01-20 09:00:00", "content": inner(d)}}
    def build(self):
        for k, d in enumerate(self.docs): self.truth.append((self.base + self.detail(k), d.auth, d.year))
        self.lists()
    def held(self, path, q):
        """The report whose detail address this is."""
        for k, d in enumerate(self.docs):
            p, _, s = self.detail(k).partition("?")
            if p == path and dict(parse_qsl(s)) == {n: v for n, v in q.items() if n not in ("callback", "_")}: return d
    def rows(self, ds): return "".join(li(d, self.shell(self.docs.index(d))) for d in ds)
    def bare(self, title, body): return f'<!DOCTYPE html><html><head><meta charset="utf-8"><title>{title}</title></head><body>{body}</body></html>'.encode()

# Reports that are data

@fam("detail_by_query", "rows lead to detail.html?id=; that shell's script file reads the id with getQueryString and gets JSON")
class ByQuery(Held):
    def detail(self, k): return f"/api/info/detail?id={4700+k}"
    def shell(self, k): return f"/zwgk/detail.html?id={4700+k}"
    def lists(self):
        self.get("/zwgk/js/detail.js", self.js(GET + '$(function(){var id=getQueryString("id");$.ajax({url:"/api/info/detail",type:"get",data:{id:id},dataType:"json",success:function(r){$("#title").html(r.data.title);$("#content").html(r.data.content);}});});'))
        self.get("/zwgk/detail.html", self.page("信息详情", '<script src="/js/jq.js"></script><script src="js/detail.js"></script><h1 id="title"></h1><div id="content">加载中…</div>'))
        self.get(self.col_url, self.column(f"<ul>{self.rows(self.docs)}</ul>"))
    def dyn(self, m, host, path, q, body, h):
        if path == "/api/info/detail": d = self.held(path, q); return self.json(self.answer_of(d) if d else {"code": 404, "data": None})

@fam("detail_by_path", "history mode: every /article/4701 answers the same shell; its bundle takes the id from the path")
class ByPath(Held):
    def detail(self, k): return f"/gateway/article/{4700+k}"
    def shell(self, k): return f"/article/{4700+k}"
    def lists(self):
        self.get("/static/app.77ab.js", self.js('!function(){var p=location.pathname.split("/"),id=p[p.length-1];fetch("/gateway/article/"+id).then(function(r){return r.json()}).then(function(r){document.title=r.data.title;document.getElementById("app").innerHTML="<h1>"+r.data.title+"</h1>"+r.data.content})}();'))
        self.get(self.col_url, self.column(f"<ul>{self.rows(self.docs)}</ul>"))
    def dyn(self, m, host, path, q, body, h):
        if re.fullmatch(r"/article/\d+", path): return self.html(self.bare("青溪县人民政府", '<div id="app"></div><script src="/static/app.77ab.js"></script>'))
        if path.startswith("/gateway/article/"): d = self.held(path, q); return self.json(self.answer_of(d)) if d else None

@fam("detail_posted", "the shell posts its id to an ASP.NET page method; the answer is JSON in the text d, the article in its field nr")
class Posted(Held):
    def detail(self, k): return f"/Service.aspx/GetArticle?aid={4700+k}"
    def shell(self, k): return f"/show.aspx?aid={4700+k}"
    def lists(self):
        self.get("/show.aspx", self.page("文章", '<script src="/js/jq.js"></script><div id="bt"></div><div id="nr"></div><script>' + GET + '$.ajax({type:"POST",url:"/Service.aspx/GetArticle",contentType:"application/json; charset=utf-8",data:JSON.stringify({aid:getQueryString("aid")}),dataType:"json",success:function(r){var a=JSON.parse(r.d);$("#bt").html(a.bt);$("#nr").html(a.nr);}});</script>'))
        self.get(self.col_url, self.column(f"<ul>{self.rows(self.docs)}</ul>"))
    def dyn(self, m, host, path, q, body, h):
        if path == "/Service.aspx/GetArticle":
            f = self.body_json(body) or {}; k = self.n(str(f.get("aid")), 0) - 4700
            if m != "POST" or not 0 <= k < len(self.docs): return 500, {"Content-Type": "application/json"}, b'{"Message":"Invalid web service call"}'
            d = self.docs[k]
            with farm.LOCK: farm.LOG.write(json.dumps({"host": host, "path": self.detail(k), "status": 200}) + "\n")
            return self.json({"d": json.dumps({"bt": d.title, "ly": d.auth, "fbsj": f"{d.year+1}/1/20 9:00:00", "nr": inner(d)}, ensure_ascii=False)})

@fam("detail_jsonp", "the shell loads JSONP from a sibling path; the content is escaped for a page (&lt;p&gt;)")
class Jsonp(Held):
    def detail(self, k): return f"/open/jsonp/info?infoId={4700+k}"
    def shell(self, k): return f"/open/info.html?infoId={4700+k}"
    def answer_of(self, d): return {"infoId": self.id(d), "infoTitle": d.title, "publishTime": f"{d.year+1}-01-20", "infoContent": html.escape(inner(d))}
    def lists(self):
        self.get("/open/info.html", self.bare("信息公开", '<script src="/js/jq.js"></script><div id="t"></div><div id="c"></div><script>var infoId=new URLSearchParams(window.location.search).get("infoId");$.ajax({url:"/open/jsonp/info?infoId="+infoId,dataType:"jsonp",success:function(a){$("#t").text(a.infoTitle);$("#c").html($("<textarea>").html(a.infoContent).text());}});</script>'))
        self.get(self.col_url, self.column(f"<ul>{self.rows(self.docs)}</ul>"))
    def dyn(self, m, host, path, q, body, h):
        if path == "/open/jsonp/info":
            d = self.held(path, q)
            if d: return self.js(f"{q.get('callback', 'callback')}({json.dumps(self.answer_of(d), ensure_ascii=False)});")

@fam("detail_hash", "an application of hash routes; the list posts JSON, a click sets #/info/4701, the article comes in base64")
class HashDetail(Held):
    col_url = "/h5/index.html#/nb"
    def detail(self, k): return f"/h5/svc/info/{4700+k}.json"
    def answer_of(self, d): return {"result": {"infoTitle": d.title, "deptName": d.auth, "text": base64.b64encode(inner(d).encode()).decode()}}
    def lists(self):
        self.get("/h5/main.js", self.js('var pageNum=1;function getList(){axios.post("/h5/svc/list",{catalog:"nb",pageNum:pageNum,pageSize:5}).then(function(res){var r=res.data.result;document.getElementById("app").innerHTML=r.list.map(function(x){return \'<div class="row" onclick="toInfo(\'+x.infoId+\')">\'+x.infoTitle+"</div>"}).join("")+"<p>共"+r.total+\'条 <a href="javascript:pageNum++;getList()">下一页</a></p>\'})}function toInfo(id){location.hash="#/info/"+id}function getInfo(){var infoId=location.hash.split("/")[2];axios.get("/h5/svc/info/"+infoId+".json").then(function(res){var a=res.data.result;document.getElementById("app").innerHTML="<h1>"+a.infoTitle+"</h1>"+decodeURIComponent(escape(atob(a.text)))})}function render(){location.hash.indexOf("#/info/")===0?getInfo():getList()}window.addEventListener("hashchange",render);render();'))
        self.get("/h5/index.html", self.bare("政府信息公开年报", '<div id="app"></div><script src="/js/jq.js"></script><script src="main.js"></script>'))
    def dyn(self, m, host, path, q, body, h):
        if path == "/h5/svc/list":
            f = self.body_json(body) or {}; return self.json({"result": {"total": len(self.docs), "list": [{"infoId": self.id(d), "infoTitle": d.title} for d in self.part(self.n(str(f.get("pageNum"))))] if m == "POST" and f.get("catalog") == "nb" else []}})
        if path.startswith("/h5/svc/info/"): d = self.held(path, q); return self.json(self.answer_of(d)) if d else None

@fam("content_in_list", "the list's service gives each row with its whole article; a click shows it in a layer: reports have no address")
class InList(K):
    col_url = "/wx/nb.html"; per = 4
    body = '<ul id="l"></ul><div id="layer"></div><p id="t"></p><a href="javascript:more()">查看更多</a><script>var no=1,all=[];function more(){$.getJSON("/wx/api/nb",{page:no,size:4},function(r){$.each(r.rows,function(i,x){all.push(x);$("#l").append(\'<li onclick="show(\'+(all.length-1)+\')">\'+x.title+"</li>");});$("#t").text("共"+r.total+"条");});no++;}function show(i){$("#layer").html(all[i].content);}more();</script>'
    def build(self):
        for d in self.docs: self.truth.append((f"{self.base}/wx/api/nb?page={self.docs.index(d)//self.per+1}&size=4", d.auth, d.year))
        self.lists()
    def dyn(self, m, host, path, q, body, h):
        if path == "/wx/api/nb": return self.json({"total": len(self.docs), "rows": [{"id": self.id(d), "title": d.title, "content": inner(d)} for d in self.part(self.n(q.get("page")))]})

# Lists

@fam("hash_pager", "list.html#page=2: the script reads the number behind the hash and gets data/nb-2.json")
class HashPager(K):
    def lists(self):
        for n in range(1, self.pages() + 1): self.get(f"{self.col_url}data/nb-{n}.json", json.dumps({"pages": self.pages(), "items": [{"t": d.title, "u": self.u(d)} for d in self.part(n)]}, ensure_ascii=False).encode(), ctype="application/json")
        self.get(self.col_url, self.column('<ul id="l"></ul><div id="p"></div><script>function cur(){var m=/page=(\\d+)/.exec(location.hash);return m?+m[1]:1;}function draw(){$.getJSON("data/nb-"+cur()+".json",function(r){var h="";$.each(r.items,function(i,x){h+="<li><a href=\'"+x.u+"\'>"+x.t+"</a></li>";});$("#l").html(h);var p="";for(var i=1;i<=r.pages;i++)p+="<a href=\'#page="+i+"\'>"+i+"</a> ";$("#p").html(p);});}window.onhashchange=draw;draw();</script>'))

@fam("data_next_button", "更多 carries its next address in data-next; the fragment that comes ends with the next button")
class DataNext(K):
    def part_html(self, n): return f"{self.rows(self.part(n))}" + (f'<button class="more" data-next="/zwgk/more?c={quote(base64.b64encode(str(n + 1).encode()).decode())}">更多</button>' if n < self.pages() else "")
    def lists(self):
        self.get("/js/more.js", self.js('document.addEventListener("click",function(e){var b=e.target.closest(".more");if(!b)return;fetch(b.dataset.next).then(function(r){return r.text();}).then(function(h){b.insertAdjacentHTML("beforebegin",h);b.remove();});});'))
        self.get(self.col_url, self.column(f'<div class="list">{self.part_html(1)}</div><script src="/js/more.js"></script>'))
    def dyn(self, m, host, path, q, body, h):
        if path == "/zwgk/more": return self.html(self.part_html(int(base64.b64decode(q["c"]))).encode())

@fam("row_data_href", "rows of a table carry data-href; a shared script goes there on the click, pages are ?p=2 in a select")
class RowHref(K):
    col_url = "/open/table"
    def dyn(self, m, host, path, q, body, h):
        if path == "/open/table":
            n = self.n(q.get("p")); rows = "".join(f'<tr class="go" data-href="{self.u(d)}"><td>{d.title}</td><td>{d.year+1}-01-20</td></tr>' for d in self.part(n))
            return self.html(self.column(f'<table>{rows}</table><select id="pg">' + "".join(f'<option value="{i}"{" selected" if i == n else ""}>第{i}页</option>' for i in range(1, self.pages() + 1)) + '</select><script src="/js/rows.js"></script>'))
    def lists(self): self.get("/js/rows.js", self.js('$(function(){$("tr.go").click(function(){window.open($(this).attr("data-href"));});document.getElementById("pg").onchange=function(){location.href="/open/table?p="+this.value;};});'))

@fam("config_first", "the script gets config.json, which names the service and the channel, and then the list")
class ConfigFirst(K):
    col_url = "/gov/open/nb.html"; root = "/gov/open/nb"
    body = '<ul id="l"></ul><p id="t"></p><a href="javascript:next()">下一页</a><script>var cfg,no=1;function go(){$.getJSON(cfg.api+"/list",{channel:cfg.channel,page:no,size:5},function(r){var h="";$.each(r.rows,function(i,x){h+="<li><a href=\'"+x.url+"\'>"+x.title+"</a></li>";});$("#l").html(h);$("#t").text("共"+r.total+"条");});}function next(){no++;go();}$.getJSON("/gov/open/config.json",function(c){cfg=c;go();});</script>'
    def build(self): super().build(); self.get("/gov/open/config.json", b'{"api": "/svc/v2", "channel": "c7712"}', ctype="application/json")
    def dyn(self, m, host, path, q, body, h):
        if path == "/svc/v2/list": return self.json({"total": len(self.docs) if q.get("channel") == "c7712" else 0, "rows": [{"title": d.title, "url": self.u(d)} for d in self.part(self.n(q.get("page")))] if q.get("channel") == "c7712" else []})

@fam("menu_json_file", "the disclosure page is a shell whose menu stands in a static JSON file of nested children")
class MenuFile(K):
    col_url = "/zwgk/c/0712/"; root = "/zwgk/c/0712/a"
    menu = {"menus": [{"name": "政府信息公开指南", "path": "/zwgk/xxgkzn/", "children": []}, {"name": "法定主动公开内容", "path": "", "children": [{"name": "政府信息公开制度", "path": "/zwgk/xxgkzd/"}, {"name": "政府信息公开年报", "path": "/zwgk/c/0712/"}]}]}
    def hubpage(self): return self.page(self.hub, '<script src="/js/jq.js"></script><div id="menu"></div><script src="/zwgk/js/side.js"></script>')
    def lists(self):
        self.get("/zwgk/data/menu.json", json.dumps(self.menu, ensure_ascii=False).encode(), ctype="application/json")
        self.get("/zwgk/js/side.js", self.js('function draw(ms){return "<ul>"+ms.map(function(m){return "<li>"+(m.path?"<a href=\'"+m.path+"\'>"+m.name+"</a>":m.name)+draw(m.children||[])+"</li>";}).join("")+"</ul>";}$.getJSON("/zwgk/data/menu.json",function(r){$("#menu").html(draw(r.menus));});'))
        self.get(self.col_url, self.page(self.col, f"<ul>{self.rows(self.docs)}</ul>"))

@fam("escaped_rows", "the service's answer holds the list's markup escaped twice: JSON with &lt;li&gt; in a field")
class EscapedRows(K):
    col_url = "/xx/nb.html"; root = "/xx/nb"
    body = '<ul id="l"></ul><div id="p"></div><script>function un(s){return $("<p>").html(s).text();}function q(n){$.post("/xx/list.do",{lm:"nb",pageNo:n},function(r){var t=document.createElement("textarea");t.innerHTML=r.html;$("#l").html(t.value);$("#p").html("共"+r.pageCount+"页 <a href=\'javascript:q("+(n+1)+")\'>下一页</a>");},"json");}q(1);</script>'
    def dyn(self, m, host, path, q, body, h):
        if path == "/xx/list.do":
            f = self.f(q, body); return self.json({"pageCount": self.pages(), "html": html.escape(self.rows(self.part(self.n(f.get("pageNo")))) if f.get("lm") == "nb" and m == "POST" else "")})

if __name__ == "__main__": farm.main(FAM)
