#!/usr/bin/env python3
"""List structures written before the crawler saw any of them: frameworks, trees, tokens, feeds, islands, encodings. usage: see farm.py"""
import base64, json, re
from urllib.parse import parse_qsl, quote
import farm
from farm import li
from unseen import S, bodies
FAM = {}
def fam(name, ev):
    def f(c): c.name, c.evidence = name, ev; FAM[name] = c; return c
    return f

class K(S):
    """A column whose rows stand below ROOT; row() is what an answer says of a report."""
    root = "/zwgk/nbao"; ext = "html"; body = None
    def build(self): self.puts(lambda k, d: f"{self.root}/{4700+k}.{self.ext}"); self.lists()
    def lists(self):
        if self.body: self.get(self.col_url.split("#")[0], self.column(self.body))
    def id(self, d): return 4700 + self.docs.index(d)
    def rows(self, ds): return "".join(li(d, self.u(d)) for d in ds)
    def body_json(self, body):
        try: f = json.loads(body); return f if isinstance(f, dict) else None
        except ValueError: return None

# Server frameworks that page by their own posts

@fam("gridview_page", "ASP.NET GridView: __doPostBack('ctl00$cph$gv','Page$2'); the view state of the shown page is needed; ten numbers and '...'")
class GridView(K):
    col_url = "/gkml/List.aspx?cat=0701"; root = "/gkml/Detail"; per = 2
    def build(self): self.puts(lambda k, d: f"/gkml/Detail.aspx?id={4700+k}")
    def dyn(self, m, host, path, q, body, h):
        if path != "/gkml/List.aspx" or q.get("cat") != "0701": return
        f = dict(parse_qsl(body.decode("latin-1"), keep_blank_values=True)); n = 1
        a = re.fullmatch(r"Page\$(\d+)", f.get("__EVENTARGUMENT", ""))
        if m == "POST":
            if not f.get("__VIEWSTATE", "").startswith("/wEPDwUJ") or "__EVENTVALIDATION" not in f: return 500, {"Content-Type": "text/html"}, b"Validation of viewstate MAC failed"
            n = int(a[1]) if a and f.get("__EVENTTARGET") == "ctl00$cph$gv" else 1
        first = (n - 1) // 3 * 3 + 1; num = lambda i, t: f"<td><span>{i}</span></td>" if i == n else f"<td><a href=\"javascript:__doPostBack('ctl00$cph$gv','Page${i}')\">{t}</a></td>"
        pager = (num(first - 1, "...") if first > 1 else "") + "".join(num(i, i) for i in range(first, min(first + 3, self.pages() + 1))) + (num(first + 3, "...") if first + 3 <= self.pages() else "")
        rows = "".join(f'<tr><td><a href="Detail.aspx?id={self.id(d)}">{d.title}</a></td><td>{d.year+1}/1/20 0:00:00</td></tr>' for d in self.part(n))
        return self.html(self.page(self.col, f'<form name="aspnetForm" method="post" action="List.aspx?cat=0701" id="aspnetForm"><input type="hidden" name="__EVENTTARGET" id="__EVENTTARGET" value="" /><input type="hidden" name="__EVENTARGUMENT" id="__EVENTARGUMENT" value="" /><input type="hidden" name="__VIEWSTATE" id="__VIEWSTATE" value="/wEPDwUJ{base64.b64encode(str(n).encode()).decode()}" /><input type="hidden" name="__EVENTVALIDATION" value="/wEdAA{n}" /><script>var theForm=document.forms["aspnetForm"];function __doPostBack(t,a){{theForm.__EVENTTARGET.value=t;theForm.__EVENTARGUMENT.value=a;theForm.submit();}}</script><table><tr><th>标题</th><th>日期</th></tr>{rows}<tr><td colspan="2"><table><tr>{pager}</tr></table></td></tr></table></form>'))

@fam("row_postback", "ASP.NET LinkButton rows: the click posts back and the answer redirects to the article")
class RowPostback(K):
    col_url = "/open/gknb.aspx"; root = "/open/info"
    def dyn(self, m, host, path, q, body, h):
        if path != "/open/gknb.aspx": return
        f = dict(parse_qsl(body.decode("latin-1"), keep_blank_values=True)); a = re.fullmatch(r"rpt\$ctl(\d+)\$lnk", f.get("__EVENTTARGET", ""))
        if m == "POST" and a and f.get("__VIEWSTATE") == "/wEPDwULLTE5": return 302, {"Location": self.u(self.docs[int(a[1])])}, b""
        rows = "".join(f"<li><a id=\"rpt_ctl{k:02d}_lnk\" href=\"javascript:__doPostBack('rpt$ctl{k:02d}$lnk','')\">{d.title}</a><span>{d.year+1}-01-20</span></li>" for k, d in enumerate(self.docs))
        return self.html(self.page(self.col, f'<form method="post" action="./gknb.aspx" id="form1"><input type="hidden" name="__EVENTTARGET" id="__EVENTTARGET" value=""><input type="hidden" name="__EVENTARGUMENT" value=""><input type="hidden" name="__VIEWSTATE" value="/wEPDwULLTE5"><ul>{rows}</ul></form><script>function __doPostBack(t,a){{var f=document.getElementById("form1");f.__EVENTTARGET.value=t;f.__EVENTARGUMENT.value=a;f.submit();}}</script>'))

@fam("jsf_next", "JSF: mojarra.jsfcljs posts {'f:next':'f:next'} with javax.faces.ViewState, which alone says where the list stands")
class Jsf(K):
    col_url = "/open/list.xhtml"; root = "/open/doc"
    def dyn(self, m, host, path, q, body, h):
        if path != "/open/list.xhtml": return
        f = dict(parse_qsl(body.decode("latin-1"), keep_blank_values=True)); n = 1
        if m == "POST" and f.get("f") == "f" and f.get("f:next") == "f:next":
            s = re.fullmatch(r"-88(\d+):7120", f.get("javax.faces.ViewState", "")); n = int(s[1]) + 1 if s else 1
        nx = "<a href=\"#\" onclick=\"mojarra.jsfcljs(document.getElementById('f'),{'f:next':'f:next'},'');return false\">下一页</a>" if n < self.pages() else "<span>下一页</span>"
        return self.html(self.page(self.col, f'<form id="f" name="f" method="post" action="/open/list.xhtml" enctype="application/x-www-form-urlencoded"><input type="hidden" name="f" value="f" /><ul>{self.rows(self.part(n))}</ul>第{n}页 共{self.pages()}页 {nx}<input type="hidden" name="javax.faces.ViewState" id="j_id1" value="-88{n}:7120" autocomplete="off" /></form><script>var mojarra={{jsfcljs:function(f,p,t){{for(var k in p){{var i=document.createElement("input");i.type="hidden";i.name=k;i.value=p[k];f.appendChild(i);}}f.submit();}}}};</script>'))

@fam("struts_action", "Struts2: list!page.action by POST with page.pageNo and a token of the page; session in a cookie")
class Struts(K):
    col_url = "/gov/info!list.action?column.id=88"; root = "/gov/show"
    def dyn(self, m, host, path, q, body, h):
        if path != "/gov/info!list.action": return
        f = dict(parse_qsl(body.decode("latin-1"), keep_blank_values=True)); n = self.n(f.get("page.pageNo"))
        if m == "POST" and (f.get("column.id") != "88" or not f.get("struts.token", "").startswith("QK7")): return 200, {"Content-Type": "text/html;charset=utf-8"}, self.page("提示", "<p>表单已过期或重复提交</p>")
        a = f'<a href="javascript:jumpPage({n+1})">下一页</a> <a href="javascript:jumpPage({self.pages()})">尾页</a>' if n < self.pages() else ""
        return self.html(self.page(self.col, f'<form id="pager" method="post" action="/gov/info!list.action"><input type="hidden" name="column.id" value="88"><input type="hidden" name="struts.token.name" value="struts.token"><input type="hidden" name="struts.token" value="QK7{n}ZT"><input type="hidden" id="pageNo" name="page.pageNo" value="{n}"></form><ul>{self.rows(self.part(n))}</ul><div>第{n}/{self.pages()}页 {a}</div><script>function jumpPage(n){{document.getElementById("pageNo").value=n;document.getElementById("pager").submit();}}</script>'))

@fam("domino_view", "Lotus Domino: ?OpenView&Start=6&Count=5, arrows as pictures, 32 hex digits ?OpenDocument")
class Domino(K):
    col_url = "/xxgk/gknb.nsf/vwAll?OpenView"
    def build(self): self.puts(lambda k, d: f"/xxgk/gknb.nsf/0/{k+171:032X}?OpenDocument")
    def dyn(self, m, host, path, q, body, h):
        if path == "/xxgk/gknb.nsf/vwAll":
            s = self.n(q.get("Start")); a = f'<a href="/xxgk/gknb.nsf/vwAll?OpenView&amp;Start={s+5}&amp;Count=5"><img src="/icons/next.gif" border="0"></a>' if s + 5 <= len(self.docs) else ""
            return self.html(self.page(self.col, "<table>" + "".join(f'<tr><td><img src="/icons/ecblank.gif"></td><td><a href="{self.u(d)}">{d.title}</a></td></tr>' for d in self.docs[s - 1:s + 4]) + f"</table>{a}"))

# Services of common platforms

@fam("epoint_params", "国泰新点: POST getInfoList with one form field params that holds JSON; pageIndex from 0; infourl")
class Epoint(K):
    col_url = "/xxgk/003/subpage.html"; root = "/xxgk/003/20240120"
    body = '<ul id="list"></ul><div id="pager"></div><script>var siteGuid="7eb5f7f1-9041-43ad-8e13-8fcb82ea831a";function getList(idx){var p={"siteGuid":siteGuid,"categoryNum":"003","kw":"","pageIndex":idx,"pageSize":5};$.ajax({type:"post",url:"/EWB-FRONT/rest/getInfoList",data:"params="+encodeURIComponent(JSON.stringify(p)),dataType:"json",success:function(r){var c=r.custom,h="";$.each(c.infodata,function(i,x){h+=\'<li><a href="\'+x.infourl+\'">\'+x.title+"</a></li>";});$("#list").html(h);$("#pager").html("共"+c.count+\'条<a href="javascript:getList(\'+(idx+1)+\')">下一页</a>\');}});}getList(0);</script>'
    def dyn(self, m, host, path, q, body, h):
        if path == "/EWB-FRONT/rest/getInfoList":
            f = self.body_json(self.f(q, body).get("params", "")) or {}; n = f.get("pageIndex", 0)
            return self.json({"custom": {"count": len(self.docs), "infodata": [{"infoid": self.id(d), "title": d.title, "infourl": self.u(d)} for d in self.part(int(n) + 1)]}} if m == "POST" and f.get("categoryNum") == "003" else {"custom": {"count": 0, "infodata": []}})

@fam("nested_paging", "POST of JSON whose page stands in an object: {channel, page: {index, size}, sort: […]}; built in a script file")
class Nested(K):
    col_url = "/open/annual/"; root = "/open/annual/d"
    def lists(self):
        self.get("/open/static/list.js", self.js('var query={channel:"nb",page:{index:1,size:5},sort:[{field:"pubDate",order:"desc"}]};\nfunction load(){axios.post("/open/api/content/search",query).then(function(r){var d=r.data.data;document.getElementById("l").innerHTML=d.content.map(function(x){return "<li><a href=\'"+x.htmlPath+"\'>"+x.name+"</a></li>";}).join("");document.getElementById("t").innerHTML="共 "+d.page.totalElements+" 条";});}\nfunction next(){query.page.index++;load();}\nload();'))
        self.get(self.col_url, self.column('<ul id="l"></ul><span id="t"></span><a href="javascript:void(0)" onclick="next()">下一页</a><script src="/open/static/list.js"></script>'))
    def dyn(self, m, host, path, q, body, h):
        if path == "/open/api/content/search":
            f = self.body_json(body); p = (f or {}).get("page") or {}
            return self.json({"data": {"page": {"totalElements": len(self.docs)}, "content": [{"name": d.title, "htmlPath": self.u(d)} for d in self.part(int(p.get("index", 1)))]}}) if f and f.get("channel") == "nb" else (400, {"Content-Type": "application/json"}, b'{"error":"bad request"}')

@fam("graphql", "POST /graphql: query text and variables {page, size}")
class GraphQl(K):
    col_url = "/info/reports"; root = "/info/report"
    body = '<div id="app"></div><script>const QUERY=`query Articles($channel:String!,$page:Int!,$size:Int!){articles(channel:$channel,page:$page,size:$size){total nodes{id title path}}}`;\nlet page=1;\nasync function load(){const res=await fetch("/graphql",{method:"POST",headers:{"Content-Type":"application/json"},body:JSON.stringify({operationName:"Articles",query:QUERY,variables:{channel:"nb",page:page,size:5}})});const {data}=await res.json();document.getElementById("app").innerHTML="<ul>"+data.articles.nodes.map(n=>`<li><a href="${n.path}">${n.title}</a></li>`).join("")+"</ul>共"+data.articles.total+"条 <a href=\'javascript:;\' onclick=\'page++;load()\'>下一页</a>";}\nload();</script>'
    def dyn(self, m, host, path, q, body, h):
        if path == "/graphql":
            f = self.body_json(body) or {}; v = f.get("variables") or {}
            if "articles" not in f.get("query", "") or v.get("channel") != "nb": return self.json({"errors": [{"message": "Variable $channel is required"}], "data": None})
            return self.json({"data": {"articles": {"total": len(self.docs), "nodes": [{"id": self.id(d), "title": d.title, "path": self.u(d)} for d in self.part(int(v.get("page", 1)))]}}})

@fam("wp_json", "WordPress theme over /wp-json/wp/v2/posts: title.rendered, link; pages in headers; 400 after the last")
class WpJson(K):
    col_url = "/nianbao/"; root = "/archives"
    body = '<div id="posts"></div><button id="more">更多</button><script>(function(){var page=0;function more(){page++;fetch("/wp-json/wp/v2/posts?categories=12&per_page=5&page="+page).then(function(r){if(!r.ok)return [];return r.json();}).then(function(a){a.forEach(function(p){document.getElementById("posts").insertAdjacentHTML("beforeend",\'<h3><a href="\'+p.link+\'">\'+p.title.rendered+"</a></h3>");});});}document.getElementById("more").onclick=more;more();})();</script>'
    def dyn(self, m, host, path, q, body, h):
        if path == "/wp-json/wp/v2/posts":
            n = self.n(q.get("page"))
            if n > self.pages(): return 400, {"Content-Type": "application/json"}, b'{"code":"rest_post_invalid_page_number","message":"invalid","data":{"status":400}}'
            s, hd, b = self.json([{"id": self.id(d), "date": f"{d.year+1}-01-20T09:00:00", "slug": str(self.id(d)), "status": "publish", "link": self.base + self.u(d), "title": {"rendered": d.title}, "_links": {"self": [{"href": f"{self.base}/wp-json/wp/v2/posts/{self.id(d)}"}]}} for d in self.part(n)] if q.get("categories") == "12" else [])
            return s, dict(hd, **{"X-WP-Total": str(len(self.docs)), "X-WP-TotalPages": str(self.pages())}), b

@fam("odata_next", "SharePoint: _api/web/lists/getbytitle('…')/items with $top; d.results, d.__next is the next address")
class OData(K):
    col_url = "/zwgk/SitePages/nb.aspx"; root = "/zwgk/nb/Pages"; ext = "aspx"
    body = '<ul id="l"></ul><a id="nx" href="#">下一页</a><script>var next="/zwgk/_api/web/lists/getbytitle(\'NB\')/items?$select=Title,FileRef&$orderby=Created%20desc&$top=5";function load(){var x=new XMLHttpRequest();x.open("GET",next);x.setRequestHeader("Accept","application/json;odata=verbose");x.onload=function(){var d=JSON.parse(x.responseText).d;document.getElementById("l").innerHTML=d.results.map(function(r){return "<li><a href=\'"+r.FileRef+"\'>"+r.Title+"</a></li>";}).join("");next=d.__next;};x.send();}document.getElementById("nx").onclick=function(){if(next)load();return false;};load();</script>'
    def dyn(self, m, host, path, q, body, h):
        if path.startswith("/zwgk/_api/web/lists/getbytitle("):
            if "json" not in h.get("Accept", ""): return 200, {"Content-Type": "application/atom+xml"}, b'<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom"><title>NB</title></feed>'
            o = re.search(r"p_ID=(\d+)", q.get("$skiptoken", "")); o = int(o[1]) if o else 0; d = {"results": [{"Title": d.title, "FileRef": self.u(d)} for d in self.docs[o:o + 5]]}
            if o + 5 < len(self.docs): d["__next"] = f"{self.base}/zwgk/_api/web/lists/getbytitle('NB')/items?$skiptoken=Paged%3dTRUE%26p_ID%3d{o+5}&$select=Title,FileRef&$top=5"
            return self.json({"d": d})

@fam("hal_links", "Spring HATEOAS: _embedded rows, _links.next.href; the script follows what the answer names")
class Hal(K):
    col_url = "/gkpt/nb"; root = "/gkpt/view"
    body = '<ul id="l"></ul><button id="b">查看更多</button><script>var state={href:"/gkpt/rest/infos?kind=nb"};function pull(){fetch(state.href).then(r=>r.json()).then(function(r){r._embedded.infos.forEach(function(x){var a=document.createElement("a");a.href=x.pageUrl;a.textContent=x.headline;var i=document.createElement("li");i.appendChild(a);document.getElementById("l").appendChild(i);});if(r._links.next){state.href=r._links.next.href;}else{document.getElementById("b").remove();}});}document.getElementById("b").addEventListener("click",pull);pull();</script>'
    def dyn(self, m, host, path, q, body, h):
        if path == "/gkpt/rest/infos":
            n = self.n(q.get("page"), 0); ln = {"self": {"href": f"/gkpt/rest/infos?kind=nb&page={n}"}}
            if n + 1 < self.pages(): ln["next"] = {"href": f"/gkpt/rest/infos?kind=nb&page={n+1}&size=5"}
            return self.json({"_embedded": {"infos": [{"headline": d.title, "pageUrl": self.u(d), "_links": {"self": {"href": f"/gkpt/rest/infos/{self.id(d)}"}}} for d in self.part(n + 1)]} if q.get("kind") == "nb" else {}, "_links": ln})

@fam("header_required", "fetch with headers of the application (X-App-Id, siteid); without them the service answers 401")
class HeaderRequired(K):
    col_url = "/xxgk/nbgl.html"; root = "/xxgk/nbgl"
    def lists(self):
        self.get("/xxgk/js/api.js", self.js('const APP_ID="qxx-portal";\nconst SITE="6207230001";\nasync function api(path,data){const r=await fetch("/ms-api"+path,{method:"POST",headers:{"Content-Type":"application/json","X-App-Id":APP_ID,"siteid":SITE},body:JSON.stringify(data)});return (await r.json()).result;}'))
        self.get(self.col_url, self.page(self.col, '<ul id="u"></ul><p id="n"></p><a href="javascript:turn()">下一页</a><script src="/xxgk/js/api.js"></script><script>let no=1;async function show(){const r=await api("/content/page",{channelId:"88",pageNo:no,pageSize:5});u.innerHTML=r.rows.map(x=>`<li><a href="${x.url}">${x.title}</a></li>`).join("");n.textContent="共"+r.total+"条";}function turn(){no++;show();}show();</script>'))
    def dyn(self, m, host, path, q, body, h):
        if path == "/ms-api/content/page":
            f = self.body_json(body)
            if h.get("X-App-Id") != "qxx-portal" or not h.get("siteid"): return 401, {"Content-Type": "application/json"}, b'{"code":401,"msg":"unauthorized client"}'
            return self.json({"code": 200, "result": {"total": len(self.docs), "rows": [{"title": d.title, "url": self.u(d)} for d in self.part(int(f.get("pageNo", 1)))]}} if f and f.get("channelId") == "88" else {"code": 200, "result": {"total": 0, "rows": []}})

@fam("datatables", "DataTables serverSide: draw, start, length; rows are arrays of cells with markup; recordsTotal")
class DataTables(K):
    col_url = "/open/nb/list.php"; root = "/open/nb/show"
    lib = "(function(){var P=$('body').constructor.prototype;P.DataTable=function(o){var t=this[0],st=0,draw=0,ln=o.pageLength||10;function go(){var d={draw:++draw,start:st,length:ln};d['search[value]']='';d['order[0][column]']=1;if(o.ajax.data){var e=o.ajax.data(d);if(e)d=e;}$.ajax({type:o.ajax.type||'GET',url:o.ajax.url,data:d,dataType:'json',success:function(r){t.querySelector('tbody').innerHTML=r.data.map(function(c){return '<tr>'+c.map(function(x){return '<td>'+x+'</td>';}).join('')+'</tr>';}).join('');var i=document.getElementById('info')||t.parentNode.appendChild(Object.assign(document.createElement('div'),{id:'info'}));i.innerHTML='显示第 '+(st+1)+' 至 '+(st+r.data.length)+' 项结果，共 '+r.recordsTotal+' 项 <a class=\"paginate_button next\">下页</a>';i.querySelector('.next').onclick=function(){if(st+ln<r.recordsTotal){st+=ln;go();}};}});}go();};})();"
    def lists(self):
        self.get("/lib/jquery.dataTables.min.js", self.js(self.lib))
        self.get(self.col_url, self.column('<script src="/lib/jquery.dataTables.min.js"></script><table id="dt"><thead><tr><th>标题</th><th>日期</th></tr></thead><tbody></tbody></table><script>$(function(){$("#dt").DataTable({"processing":true,"serverSide":true,"searching":false,"pageLength":5,"ajax":{"url":"/open/nb/data.php","type":"POST","data":function(d){d.catalog="nb";}}});});</script>'))
    def dyn(self, m, host, path, q, body, h):
        if path == "/open/nb/data.php":
            f = self.f(q, body); s = self.n(f.get("start"), 0); ds = self.docs[s:s + self.n(f.get("length"), 10)] if f.get("catalog") == "nb" and m == "POST" else []
            return self.json({"draw": self.n(f.get("draw")), "recordsTotal": len(self.docs), "recordsFiltered": len(self.docs), "data": [[f'<a href="{self.u(d)}" target="_blank">{d.title}</a>', f"{d.year+1}-01-20"] for d in ds]})

# Trees and menus

@fam("ztree_async", "zTree with async nodes: POST id for the children, the catalogue's id for the list; two levels down")
class ZtreeAsync(K):
    col_url = "/gkml/index.jsp"; col = "政府信息公开目录"; root = "/gkml/doc"
    body = '<ul id="tree"></ul><div id="list"></div><script>var setting={async:{enable:true,url:"/gkml/tree.do",autoParam:["id"]},callback:{onClick:function(e,t,node){showList(node.id,1);}}};function showList(id,p){$.post("/gkml/list.do",{catalogId:id,page:p},function(h){$("#list").html(h);},"html");}function expand(el,id){$.post(setting.async.url,{id:id},function(ns){$.each(ns,function(i,n){var l=document.createElement("li");l.innerHTML="<a href=\'javascript:;\'>"+n.name+"</a><ul></ul>";l.firstChild.onclick=function(e){if(n.isParent)expand(l.lastChild,n.id);else setting.callback.onClick(e,"tree",n);};el.appendChild(l);});},"json");}expand(document.getElementById("tree"),"");</script>'
    tree = {"": [("01", "青溪县人民政府", True)], "01": [("0101", "机构职能", False), ("0102", "法定主动公开内容", True), ("0109", "政府信息公开年报", False)], "0102": [("010201", "规划计划", False), ("010202", "财政信息", False)]}
    def dyn(self, m, host, path, q, body, h):
        f = self.f(q, body)
        if path == "/gkml/tree.do": return self.json([{"id": i, "name": n, "isParent": p} for i, n, p in self.tree.get(f.get("id", ""), [])])
        if path == "/gkml/list.do":
            n = self.n(f.get("page")); ds = self.part(n) if f.get("catalogId") == "0109" else []
            return self.html((f"<ul>{self.rows(ds)}</ul>" + (f'<a href="javascript:showList(\'0109\',{n+1})">下一页</a>' if ds and n < self.pages() else "")).encode())

@fam("dtree_add", "dTree in a frame: d.add(12,1,'政府信息公开年报','list.jsp?id=12','','main')")
class Dtree(K):
    col_url = "/ml/index.html"; col = "政府信息公开目录"; root = "/ml/info"
    def lists(self):
        self.get(self.col_url, b'<html><head><meta charset="utf-8"><title>xxgkml</title></head><frameset cols="220,*"><frame src="left.html" name="left"><frame src="list.jsp?id=11" name="main"></frameset></html>')
        self.get("/ml/dtree.js", self.js("function dTree(n){this.a=[];this.add=function(id,pid,name,url,title,target){this.a.push([id,pid,name,url,target]);};this.toString=function(){return this.a.map(function(x){return x[3]?'<div><a href=\"'+x[3]+'\" target=\"'+x[4]+'\">'+x[2]+'</a></div>':'<div>'+x[2]+'</div>';}).join('');};}"))
        self.get("/ml/left.html", '<html><head><meta charset="utf-8"><script src="dtree.js"></script></head><body><script>d = new dTree("d");\nd.add(0,-1,\'信息公开目录\');\nd.add(1,0,\'青溪县人民政府\');\nd.add(11,1,\'公开指南\',\'list.jsp?id=11\',\'\',\'main\');\nd.add(12,1,\'政府信息公开年报\',\'list.jsp?id=12\',\'\',\'main\');\nd.add(13,1,\'财政信息\',\'list.jsp?id=13\',\'\',\'main\');\ndocument.write(d);</script></body></html>'.encode())
    def dyn(self, m, host, path, q, body, h):
        if path == "/ml/list.jsp":
            n = self.n(q.get("cp")); ds = self.part(n) if q.get("id") == "12" else []
            return self.html(("<html><body><table>" + "".join(f'<tr><td><a href="{self.u(d)}" target="_blank">{d.title}</a></td></tr>' for d in ds) + "</table>" + (f'<a href="list.jsp?id=12&cp={n+1}">[下一页]</a>' if ds and n < self.pages() else "") + "</body></html>").encode())

@fam("menu_ids", "a menu of list items that carry only an id attribute; a shared script cuts its prefix and goes there")
class MenuIds(K):
    hub_url = "/zwgk/"; root = "/channel/8812/a"
    col_url = "/channel/8812.html"
    def hubpage(self): return self.page(self.hub, '<script src="/js/jq.js"></script><script src="/js/menu.js"></script><ul class="side"><li class="m" id="ch_8810">政府信息公开指南</li><li class="m" id="ch_8811">政府信息公开制度</li><li class="m" id="ch_8812">政府信息公开年报</li></ul>')
    def lists(self):
        self.get("/js/menu.js", self.js('$(function(){$(".side .m").click(function(){var c=$(this).attr("id").substring(3);window.location.href="/channel/"+c+".html";});});'))
        for c in ("8810", "8811"): self.get(f"/channel/{c}.html", self.page("公开制度", "<p>暂无内容</p>"))
        self.get(self.col_url, self.page(self.col, f"<ul>{self.rows(self.docs)}</ul>"))

@fam("map_areas", "a map of townships: <area alt title href> leads to each one's list")
class MapAreas(K):
    col_url = "/zwgk/xzgk/map.html"; col = "乡镇政府信息公开年报"; root = "/zwgk/xzgk/nb"
    towns = ["东河镇", "西桥镇", "南店乡", "北庄乡"]
    def lists(self):
        self.get(self.col_url, self.page(self.col, '<img src="/img/map.png" usemap="#m"><map name="m">' + "".join(f'<area shape="poly" coords="{i*9},2,{i*9+7},30,4,{i+11}" href="javascript:;" onclick="toTown({i+1})" alt="{t}" title="{t}">' for i, t in enumerate(self.towns)) + '</map><script>function toTown(i){location.href="/zwgk/xzgk/t"+i+"/";}</script>'))
        for i, t in enumerate(self.towns): self.get(f"/zwgk/xzgk/t{i+1}/", self.page(t, f"<ul>{self.rows(self.docs[i*3:i*3+3])}</ul>"))

@fam("letters_index", "bodies by their first letter: a letter asks for its bodies, a body for its reports (both markup by GET)")
class Letters(K):
    col_url = "/xxgk/bmnb.html"; col = "部门政府信息公开年报"; root = "/xxgk/bmnb"
    letters = {"C": 2, "J": 2, "S": 2}; names = ["财政局", "城管局", "教育局", "交通局", "司法局", "水利局"]
    body = '<div class="zm"><a onclick="zm(\'C\')">C</a><a onclick="zm(\'J\')">J</a><a onclick="zm(\'S\')">S</a></div><ul id="bm"></ul><ul id="nb"></ul><script>function zm(c){$.get("/xxgk/bm.jsp",{zm:c},function(h){$("#bm").html(h);},"html");}function bm(i){$.get("/xxgk/bmnb.jsp",{bmid:i,lm:"nb"},function(h){$("#nb").html(h);},"html");}zm("C");</script>'
    def dyn(self, m, host, path, q, body, h):
        if path == "/xxgk/bm.jsp":
            k = {"C": 0, "J": 2, "S": 4}.get(q.get("zm"), -1); return self.html("".join(f'<li><a href="javascript:bm({900+i})">{self.names[i]}</a></li>' for i in range(k, k + 2) if k >= 0).encode())
        if path == "/xxgk/bmnb.jsp":
            i = self.n(q.get("bmid"), 0) - 900; return self.html((self.rows(self.docs[i * 2:i * 2 + 2]) if 0 <= i < 6 else "").encode())

# Feeds and XML

@fam("atom_only", "the column's rows only in its Atom feed (link rel=alternate); the feed goes on by link rel=next")
class Atom(K):
    col_url = "/zwgk/nb/feed.html"; root = "/zwgk/nb/a"
    def lists(self):
        self.get(self.col_url, self.page(self.col, "<p>请使用阅读器订阅本栏目。</p>", '<link rel="alternate" type="application/atom+xml" title="年报" href="/zwgk/nb/atom.xml">'))
        for n in range(1, self.pages() + 1):
            nx = f'<link rel="next" href="{self.base}/zwgk/nb/atom-{n+1}.xml"/>' if n < self.pages() else ""
            self.get("/zwgk/nb/atom" + ("" if n == 1 else f"-{n}") + ".xml", ('<?xml version="1.0" encoding="utf-8"?><feed xmlns="http://www.w3.org/2005/Atom"><title>政府信息公开年报</title>' + nx + "".join(f'<entry><title>{d.title}</title><link href="{self.base}{self.u(d)}"/><id>urn:{self.id(d)}</id><updated>{d.year+1}-01-20T00:00:00Z</updated></entry>' for d in self.part(n)) + "</feed>").encode(), ctype="application/atom+xml")

@fam("xslt_list", "the column is XML with a style sheet, which makes the rows' addresses of their ids")
class Xslt(K):
    col_url = "/zwgk/nb/list.xml"; root = "/zwgk/nb/show"
    def lists(self):
        self.get("/zwgk/nb/list.xsl", '<?xml version="1.0" encoding="utf-8"?><xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"><xsl:template match="/list"><html><body><ul><xsl:for-each select="row"><li><a target="_blank"><xsl:attribute name="href">show/<xsl:value-of select="@id"/>.html</xsl:attribute><xsl:value-of select="title"/></a></li></xsl:for-each></ul></body></html></xsl:template></xsl:stylesheet>'.encode(), ctype="text/xsl")
        self.get(self.col_url, ('<?xml version="1.0" encoding="utf-8"?><?xml-stylesheet type="text/xsl" href="list.xsl"?><list name="政府信息公开年报">' + "".join(f'<row id="{self.id(d)}"><title>{d.title}</title><date>{d.year+1}-01-20</date></row>' for d in self.docs) + "</list>").encode(), ctype="text/xml")

# Rows that wait in the page

@fam("initial_state", "window.__INITIAL_STATE__ with rows and paging; buttons carry data-page, a script sets location.search")
class InitialState(K):
    col_url = "/open/nb"; root = "/open/article"
    def dyn(self, m, host, path, q, body, h):
        if path == "/open/nb":
            n = self.n(q.get("page")); st = json.dumps({"channel": {"id": 7, "name": self.col}, "list": {"rows": [{"id": self.id(d), "title": d.title} for d in self.part(n)], "pagination": {"current": n, "pageSize": 5, "total": len(self.docs)}}}, ensure_ascii=False)
            return self.html(self.page(self.col, f'<div id="root"></div><script>window.__INITIAL_STATE__={st};</script><script src="/open/client.js"></script>'))
    def lists(self): self.get("/open/client.js", self.js('!function(){var s=window.__INITIAL_STATE__.list,h=s.rows.map(function(r){return \'<li><a href="/open/article/\'+r.id+\'.html">\'+r.title+"</a></li>"}).join("");for(var i=1;i<=Math.ceil(s.pagination.total/s.pagination.pageSize);i++)h+=\'<button class="pg" data-page="\'+i+\'">\'+i+"</button>";document.getElementById("root").innerHTML=h;document.getElementById("root").addEventListener("click",function(e){var p=e.target.getAttribute("data-page");if(p)location.search="?page="+p;});}();'))

@fam("next_data", "__NEXT_DATA__: rows with slugs in a JSON island; pages by ?page=2 of rel=next in the head")
class NextData(K):
    col_url = "/nianbao"; root = "/nianbao"
    def build(self): self.puts(lambda k, d: f"/nianbao/bg-{d.year}-{k}"); self.get("/_next/static/chunks/page.js", self.js('var d=JSON.parse(document.getElementById("__NEXT_DATA__").textContent),p=d.props.pageProps;document.getElementById("__next").innerHTML=p.posts.map(function(x){return \'<article><a href="/nianbao/\'+x.slug+\'">\'+x.title+"</a></article>"}).join("");'))
    def dyn(self, m, host, path, q, body, h):
        if path == "/nianbao":
            n = self.n(q.get("page")); st = json.dumps({"props": {"pageProps": {"posts": [{"slug": self.u(d)[9:], "title": d.title, "date": f"{d.year+1}-01-20"} for d in self.part(n)], "page": n, "pageCount": self.pages()}}, "page": "/nianbao", "query": {}, "buildId": "k3Jd"}, ensure_ascii=False)
            return self.html(self.page(self.col, f'<div id="__next"></div><script id="__NEXT_DATA__" type="application/json">{st}</script><script src="/_next/static/chunks/page.js"></script>', f'<link rel="next" href="/nianbao?page={n+1}">' if n < self.pages() else ""))

@fam("template_rows", "rows wait in <template> and <noscript>, copied into the page when scrolled to")
class TemplateRows(K):
    def lists(self):
        h = len(self.docs) // 2
        self.get(self.col_url, self.column(f'<div id="a"></div><template id="rows"><ul>{self.rows(self.docs[:h])}</ul></template><noscript><ul>{self.rows(self.docs[h:])}</ul></noscript><script>document.getElementById("a").appendChild(document.getElementById("rows").content.cloneNode(true));</script>'))

@fam("iframe_srcdoc", "the list is an iframe's srcdoc attribute, with addresses relative to the column")
class Srcdoc(K):
    def lists(self):
        for n in range(1, self.pages() + 1):
            e = (f"<ul>{''.join(li(d, '../nbao/' + self.u(d).rsplit('/', 1)[1]) for d in self.part(n))}</ul>" + (f'<a target="_top" href="./index_{n}.html">下一页</a>' if n < self.pages() else "")).replace("&", "&amp;").replace('"', "&quot;").replace("<", "&lt;")
            self.get(self.col_url + ("" if n == 1 else f"index_{n-1}.html"), self.page(self.col, f'<iframe srcdoc="{e}" width="100%"></iframe>'))

@fam("flipbook", "rows open a page-turning book: its page holds only a configuration in a script file that names the file")
class Flipbook(K):
    def build(self):
        self.puts(lambda k, d: f"/ebook/nb{k}/files/report_{d.year}.html")
        for k, d in enumerate(self.docs):
            self.get(f"/ebook/nb{k}/index.html", f'<html><head><meta charset="utf-8"><title>{d.title}</title><script src="config.js"></script><script src="/ebook/flip.js"></script></head><body><div id="book"></div></body></html>'.encode())
            self.get(f"/ebook/nb{k}/config.js", self.js(f'var bookConfig={{"title":"{d.title}","totalPageCount":12,"sound":false,"downloadURL":"files/report_{d.year}.html"}};'))
        self.get("/ebook/flip.js", self.js('window.onload=function(){document.getElementById("book").innerHTML="<iframe src=\'"+bookConfig.downloadURL+"\'></iframe>";};'))
        self.get(self.col_url, self.page(self.col, "<ul>" + "".join(li(d, f"/ebook/nb{k}/index.html") for k, d in enumerate(self.docs)) + "</ul>"))

# Handlers

@fam("helper_chain", "onclick=\"return viewDoc(this,'c12',55)\": a helper calls a helper, which joins a base and two ids")
class HelperChain(K):
    root = "/doc/c12"
    def lists(self):
        self.get("/common/js/pub.js", self.js('var SITE = { root: "", docs: "/doc/" };\nfunction docUrl(ch, id) {\n  return SITE.root + SITE.docs + ch + "/" + id + ".html";\n}\nfunction openWin(u, w, h) {\n  window.open(u, "", "width=" + w + ",height=" + h);\n}\nfunction viewDoc(o, ch, id) {\n  o.className = "visited";\n  openWin(docUrl(ch, id), 900, 700);\n  return false;\n}'))
        self.get(self.col_url, self.page(self.col, '<script src="/common/js/pub.js"></script><ul>' + "".join(f'<li><a href="#" onclick="return viewDoc(this,\'c12\',{self.id(d)})">{d.title}</a></li>' for d in self.docs) + "</ul>"))

@fam("encoded_ids", "rows carry a number, the address its base64: location = '/art?key=' + btoa('nb-' + id)")
class EncodedIds(K):
    def build(self):
        self.puts(lambda k, d: "/art?key=" + base64.b64encode(f"nb-{4700+k}".encode()).decode().rstrip("="))
        self.get("/js/art.js", self.js('$(function(){$(".art").click(function(){var k=window.btoa("nb-"+$(this).attr("data-no")).replace(/=/g,"");window.open("/art?key="+k);});});'))
        self.get(self.col_url, self.column('<script src="/js/art.js"></script><ul>' + "".join(f'<li class="art" data-no="{self.id(d)}">{d.title}</li>' for d in self.docs) + "</ul>"))

@fam("download_post", "rows are files: onclick fills a hidden form with the file's id and posts it; the answer is an attachment")
class DownloadPost(K):
    def build(self):
        self.puts(lambda k, d: f"/servlet/download?fileid=F{4700+k}")
        for _, path in list(self.r):
            if path.startswith("/servlet/download?"): del self.r[(self.host, path)]
        self.get(self.col_url, self.column('<form id="df" method="post" action="/servlet/download" target="_blank"><input type="hidden" name="fileid" id="fileid"></form><ul>' + "".join(f'<li><a href="javascript:void(0)" onclick="down(\'F{4700+k}\')">{d.title}.html</a></li>' for k, d in enumerate(self.docs)) + '</ul><script>function down(id){document.getElementById("fileid").value=id;document.getElementById("df").submit();}</script>'))
    def dyn(self, m, host, path, q, body, h):
        if path == "/servlet/download":
            i = dict(parse_qsl(body.decode("latin-1"))).get("fileid", "")
            if m != "POST" or not i.startswith("F47"): return 405, {}, b""
            d = self.docs[int(i[1:]) - 4700]
            with farm.LOCK: farm.LOG.write(json.dumps({"host": host, "path": f"/servlet/download?fileid={i}", "status": 200}) + "\n")
            return 200, {"Content-Type": "application/octet-stream", "Content-Disposition": f"attachment; filename*=UTF-8''{quote(d.title)}.html"}, d.body

# Going on

@fam("last_id", "更多: the id of the last shown row is sent, {afterId: 4704}; rows until none come")
class LastId(K):
    col_url = "/m/nb.html"; root = "/m/nb"
    body = '<ul id="l"></ul><a id="more" href="javascript:more()">点击加载更多</a><script>var last=0;function more(){$.getJSON("/m/api/timeline",{channel:"nb",afterId:last,size:5},function(r){if(!r.list.length){$("#more").text("没有更多了");return;}$.each(r.list,function(i,x){$("#l").append(\'<li><a href="/m/nb/\'+x.id+\'.html">\'+x.title+"</a></li>");last=x.id;});});}more();</script>'
    def dyn(self, m, host, path, q, body, h):
        if path == "/m/api/timeline":
            a = self.n(q.get("afterId"), 0); return self.json({"list": [{"id": self.id(d), "title": d.title} for d in [d for d in self.docs if self.id(d) > a][:5]] if q.get("channel") == "nb" else []})

@fam("jq_load", "$('#list').load('frag/nb_2.html'): static fragments; a plug-in counts pages from an attribute")
class JqLoad(K):
    def lists(self):
        self.get("/js/pager.js", self.js('(function(){$("body").constructor.prototype.load=function(u){var t=this;$.get(u,function(h){t.html(h);});return t;};$(function(){var p=document.getElementById("pager"),n=parseInt(p.getAttribute("pagecount")),h="";for(var i=1;i<=n;i++)h+="<a href=\'javascript:showPage("+i+")\'>"+i+"</a>";p.innerHTML=h;});})();function showPage(n){$("#list").load("frag/nb_"+n+".html");}$(function(){showPage(1);});'))
        for n in range(1, self.pages() + 1): self.get(f"{self.col_url}frag/nb_{n}.html", f"<ul>{self.rows(self.part(n))}</ul>".encode())
        self.get(self.col_url, self.column(f'<div id="list"></div><div id="pager" pagecount="{self.pages()}"></div><script src="/js/pager.js"></script>'))

@fam("date_range", "years as tabs: the script makes begin and end of the year and asks for what lies between")
class DateRange(K):
    col_url = "/xxgk/nbcx.html"; root = "/xxgk/nbcx"
    def lists(self):
        ys = sorted({d.year + 1 for d in self.docs}, reverse=True)
        self.get(self.col_url, self.column('<div class="years">' + "".join(f'<span class="y" onclick="byYear({y})">{y}</span>' for y in ys) + f'</div><ul id="l"></ul><script>function byYear(y){{$.ajax({{type:"post",url:"/xxgk/query.do",data:{{lmid:"nb",kssj:y+"-01-01",jssj:y+"-12-31"}},dataType:"json",success:function(r){{var h="";for(var i=0;i<r.length;i++)h+="<li><a href=\'"+r[i].lj+"\'>"+r[i].bt+"</a></li>";$("#l").html(h);}}}});}}byYear({ys[0]});</script>'))
    def dyn(self, m, host, path, q, body, h):
        if path == "/xxgk/query.do":
            f = self.f(q, body); return self.json([{"bt": d.title, "lj": self.u(d)} for d in self.docs if m == "POST" and f.get("kssj", "9") <= f"{d.year+1}-01-20" <= f.get("jssj", "0")])

@fam("month_archive", "an archive of months behind onclick, whose number is no report's year; each month a page")
class Months(K):
    col_url = "/xxgk/gd/"; root = "/xxgk/gd/a"
    def lists(self):
        ms = {}
        for k, d in enumerate(self.docs): ms.setdefault(f"{d.year+1}{1 + k % 3:02d}", []).append(d)
        self.get(self.col_url, self.page(self.col, "<ul>" + "".join(f'<li onclick="gd(\'{m[:4]}\',\'{m[4:]}\')">{m[:4]}年{int(m[4:])}月（{len(ds)}）</li>' for m, ds in sorted(ms.items())) + '</ul><script>function gd(y,m){window.location="m_"+y+"_"+m+".html";}</script>'))
        for m, ds in ms.items(): self.get(f"{self.col_url}m_{m[:4]}_{m[4:]}.html", self.page("归档", f"<ul>{self.rows(ds)}</ul>"))

@fam("accordion", "years fold open: each head names its fragment in data-remote, which a script fetches on the click")
class Accordion(K):
    def lists(self):
        ys = sorted({d.year for d in self.docs}, reverse=True)
        self.get("/js/fold.js", self.js('document.addEventListener("click",function(e){var t=e.target.closest("[data-remote]");if(!t)return;fetch(t.dataset.remote).then(function(r){return r.text();}).then(function(h){t.nextElementSibling.innerHTML=h;});});'))
        for y in ys: self.get(f"{self.col_url}part/{y}.inc", "".join(li(d, self.u(d)) for d in self.docs if d.year == y).encode())
        self.get(self.col_url, self.page(self.col, "".join(f'<h3 class="fold" data-remote="part/{y}.inc">{y}年</h3><ul></ul>' for y in ys) + '<script src="/js/fold.js"></script>'))

# Encodings, signatures, cookies

@fam("encoded_answer", "the service's rows come as base64 of JSON in a field, which the script unpacks")
class EncodedAnswer(K):
    col_url = "/gk/nb.html"; root = "/gk/nb"
    body = '<ul id="l"></ul><div id="p"></div><script>function dec(s){return JSON.parse(decodeURIComponent(escape(atob(s))));}function q(n){$.post("/gk/api/list",{lm:"nb",pageNum:n,pageSize:5},function(r){var d=dec(r.data),h="";d.rows.forEach(function(x){h+="<li><a href=\'"+x.url+"\'>"+x.title+"</a></li>";});$("#l").html(h);$("#p").html("共"+d.total+"条 <a href=\'javascript:q("+(n+1)+")\'>下一页</a>");},"json");}q(1);</script>'
    def dyn(self, m, host, path, q, body, h):
        if path == "/gk/api/list":
            f = self.f(q, body); ds = self.part(self.n(f.get("pageNum"))) if f.get("lm") == "nb" and m == "POST" else []
            return self.json({"code": 0, "data": base64.b64encode(json.dumps({"total": len(self.docs), "rows": [{"title": d.title, "url": self.u(d)} for d in ds]}, ensure_ascii=False).encode()).decode()})

@fam("signed_list", "every request is signed: a hash of the sorted fields, a time and a word in the script; a wrong one answers 403")
class Signed(K):
    col_url = "/portal/nb.html"; root = "/portal/nb"; per = 6
    body = '<ul id="l"></ul><a href="javascript:next()">下一页</a><p id="t"></p><script>function hx(s){var h=7;for(var i=0;i<s.length;i++)h=(h*31+s.charCodeAt(i))>>>0;return h.toString(16);}var no=1;function go(){var p={channel:"nb",page:no,size:6,ts:Date.now()};p.sign=hx(Object.keys(p).sort().map(function(k){return k+"="+p[k];}).join("&")+"qx@2021");$.getJSON("/portal/api/list",p,function(r){var h="";$.each(r.rows,function(i,x){h+="<li><a href=\'"+x.url+"\'>"+x.title+"</a></li>";});$("#l").html(h);$("#t").text("共"+r.total+"条");});}function next(){no++;go();}go();</script>'
    def dyn(self, m, host, path, q, body, h):
        if path == "/portal/api/list":
            s = "&".join(f"{k}={v}" for k, v in sorted(q.items()) if k != "sign") + "qx@2021"; n = 7
            for c in s: n = (n * 31 + ord(c)) & 0xFFFFFFFF
            if q.get("sign") != f"{n:x}": return 403, {"Content-Type": "application/json"}, b'{"msg":"sign error"}'
            return self.json({"total": len(self.docs), "rows": [{"title": d.title, "url": self.u(d)} for d in self.part(self.n(q.get("page")))]})

@fam("script_cookie", "the page's script keeps the area's code in a cookie, and the service reads it there")
class ScriptCookie(K):
    col_url = "/open/qxnb.html"; root = "/open/qxnb"
    body = '<ul id="l"></ul><div id="p"></div><script>document.cookie="areaCode=620723; path=/";function pg(n){$.getJSON("/open/ajax/list?lm=nb&n="+n,function(r){var h="";$.each(r.data,function(i,x){h+="<li><a href=\'"+x.href+"\'>"+x.name+"</a></li>";});$("#l").html(h);$("#p").html("共"+r.pages+"页 <a href=\'javascript:pg("+(n+1)+")\'>下一页</a>");});}pg(1);</script>'
    def dyn(self, m, host, path, q, body, h):
        if path == "/open/ajax/list":
            ok = "areaCode=620723" in h.get("Cookie", ""); return self.json({"pages": self.pages() if ok else 0, "data": [{"name": d.title, "href": self.u(d)} for d in self.part(self.n(q.get("n")))] if ok and q.get("lm") == "nb" else []})

@fam("auto_submit_gbk", "the column posts a hidden form by itself: a search in GBK for 年度报告, and its pages the same way")
class AutoSubmit(K):
    charset = "gbk"; col_url = "/nb/index.asp"; root = "/nb/show"
    def build(self):
        for d in self.docs: d.body = re.sub("utf-8", "gbk", d.body.decode(), flags=re.I).encode("gb18030")
        for k, d in enumerate(self.docs): self.put(f"{self.root}/{4700+k}.html", d, "text/html")
        self.get(self.col_url, self.page(self.col, '<form name="s" method="post" action="/search/result.asp"><input type="hidden" name="keyword" value="年度报告"><input type="hidden" name="lm" value="信息公开"><input type="hidden" name="page" value="1"></form><script>document.s.submit();</script>'))
    def dyn(self, m, host, path, q, body, h):
        if path == "/search/result.asp":
            f = dict(parse_qsl(body.decode("latin-1"), keep_blank_values=True, encoding="gbk", errors="replace")); n = self.n(f.get("page"))
            if m != "POST" or f.get("keyword") != "年度报告": return self.html(self.page("搜索", "<p>请输入关键词</p>"))
            return self.html(self.page("搜索结果", f'<form name="s" method="post" action="/search/result.asp"><input type="hidden" name="keyword" value="年度报告"><input type="hidden" name="lm" value="信息公开"><input type="hidden" name="page" value="{n}"></form><ul>{self.rows(self.part(n))}</ul>共{self.pages()}页 ' + (f'<a href="#" onclick="document.s.page.value={n+1};document.s.submit();return false;">下一页</a>' if n < self.pages() else "")))

# Ways there

@fam("redirect_chain", "the column is a stub: meta refresh, then a script's replace, then the list, whose next page is a stub too")
class Chain(K):
    def lists(self):
        self.get(self.col_url, b'<html><head><meta http-equiv="Refresh" content="0; URL=main.htm"></head><body></body></html>')
        self.get(self.col_url + "main.htm", b'<script language="javascript">\n<!--\nvar u="list/"; self.location.replace(u+"p1.htm");\n//-->\n</script>')
        for n in range(1, self.pages() + 1):
            self.get(f"{self.col_url}list/p{n}.htm", self.page(self.col, f"<ul>{self.rows(self.part(n))}</ul>" + (f'<a href="go{n+1}.htm">后页</a>' if n < self.pages() else "")))
            self.get(f"{self.col_url}list/go{n}.htm", f'<html><head><meta http-equiv="refresh" content="0;url=\'p{n}.htm\'"></head></html>'.encode())

@fam("nested_frames", "frameset within frameset, the list in the inner one's frame, names given by a script")
class NestedFrames(K):
    col_url = "/gk/default.htm"; root = "/gk/in/nb"
    def lists(self):
        self.get(self.col_url, '<html><head><meta charset="utf-8"><title>信息公开年报</title></head><frameset rows="90,*"><frame src="top.htm"><frame src="in/body.htm"></frameset></html>'.encode())
        self.get("/gk/top.htm", b"<html><body><img src=banner.jpg></body></html>")
        self.get("/gk/in/body.htm", b'<html><script>document.write("<frameset cols=\'180,*\'><frame src=\'menu.htm\' name=menu><frame src=\'list.asp?pg=1\' name=con></frameset>");</script></html>')
        self.get("/gk/in/menu.htm", '<html><head><meta charset="utf-8"></head><body>年报</body></html>'.encode())
    def dyn(self, m, host, path, q, body, h):
        if path == "/gk/in/list.asp":
            n = self.n(q.get("pg")); return self.html(("<html><body>" + "".join(f'<a href="nb/{self.id(d)}.html">{d.title}</a><br>' for d in self.part(n)) + (f'<input type="button" value="下一页" onclick="location=\'list.asp?pg={n+1}\'">' if n < self.pages() else "") + "</body></html>").encode())

@fam("image_column", "the column is named by a picture without alt: <a href><img src=/images/zfxxgknb.png></a>; so is the next page")
class ImageColumn(K):
    col_url = "/lm/0712/index.htm"; root = "/lm/0712/wz"
    def hubpage(self): return self.page(self.hub, '<a href="/lm/0710/index.htm"><img src="/images/zfxxgkzn.png"></a><a href="/lm/0711/index.htm"><img src="/images/zfxxgkzd.png"></a><a href="/lm/0712/index.htm"><img src="/images/zfxxgknb.png"></a>')
    def lists(self):
        for c in ("0710", "0711"): self.get(f"/lm/{c}/index.htm", self.page("公开制度", "<p>暂无内容</p>"))
        for n in range(1, self.pages() + 1):
            self.get("/lm/0712/" + ("index.htm" if n == 1 else f"i{n}.htm"), self.page("栏目", f"<ul>{self.rows(self.part(n))}</ul>" + (f'<a href="i{n+1}.htm"><img src="/images/nextpage.gif"></a>' if n < self.pages() else "")))

@fam("spa_detail_json", "hash routes: the list and each report come as JSON; the report's markup is the field content")
class SpaDetail(K):
    col_url = "/wap/index.html#/list/nb"
    def build(self):
        for k, d in enumerate(self.docs):
            self.truth.append((f"{self.base}/wap/api/article/{4700+k}", d.auth, d.year))
            self.r[(self.host, f"/wap/api/article/{4700+k}")] = self.json({"code": 0, "data": {"id": 4700 + k, "title": d.title, "source": d.auth, "content": d.body.decode()}})
        self.get("/wap/app.js", self.js('var page=1;function list(){$.getJSON("/wap/api/article/list?channel=nb&page="+page+"&size=5",function(r){$("#app").html("<ul>"+r.data.rows.map(function(x){return \'<li><a href="#/detail/\'+x.id+\'">\'+x.title+"</a></li>";}).join("")+"</ul>共"+r.data.total+\'条 <a href="javascript:page++;list()">下一页</a>\');});}function detail(id){$.getJSON("/wap/api/article/"+id,function(r){$("#app").html("<h1>"+r.data.title+"</h1>"+r.data.content);});}function route(){var m=/^#\\/detail\\/(\\d+)/.exec(location.hash);if(m)detail(m[1]);else list();}window.addEventListener("hashchange",route);route();'))
        self.get("/wap/index.html", '<!DOCTYPE html><html><head><meta charset="utf-8"><title>政府信息公开年报</title></head><body><div id="app"></div><script src="/js/jq.js"></script><script src="/wap/app.js"></script></body></html>'.encode())
    def dyn(self, m, host, path, q, body, h):
        if path == "/wap/api/article/list": return self.json({"code": 0, "data": {"total": len(self.docs), "rows": [{"id": self.id(d), "title": d.title} for d in self.part(self.n(q.get("page")))] if q.get("channel") == "nb" else []}})

@fam("api_other_host", "the list's service stands on a sibling host, which the page's script names")
class ApiOtherHost(K):
    extra = ["127.0.3.1"]; seed_extra = False; col_url = "/zwgk/nbzl.html"; root = "/zwgk/nbzl"
    def lists(self): self.get(self.col_url, self.column('<ul id="l"></ul><div id="p"></div><script>var API="http://127.0.3.1:%d";function pg(n){$.ajax({url:API+"/open/list",data:{chn:"nb",page:n,rows:5},dataType:"json",success:function(r){var h="";$.each(r.rows,function(i,x){h+="<li><a href=\'"+x.url+"\'>"+x.title+"</a></li>";});$("#l").html(h);$("#p").html("共"+r.total+"条 <a href=\'javascript:pg("+(n+1)+")\'>下一页</a>");}});}pg(1);</script>' % self.port))
    def dyn(self, m, host, path, q, body, h):
        if path == "/open/list" and host == "127.0.3.1":
            s, hd, b = self.json({"total": len(self.docs), "rows": [{"title": d.title, "url": self.base + self.u(d)} for d in self.part(self.n(q.get("page")))] if q.get("chn") == "nb" else []}); return s, dict(hd, **{"Access-Control-Allow-Origin": "*"}), b

@fam("year_month_selects", "two selects and a button 查询: a script posts both; years as the list has them")
class TwoSelects(K):
    col_url = "/xxgk/nbjs.html"; root = "/xxgk/nbjs"; kinds = [("x", "县政府部门"), ("z", "乡镇街道")]
    def lists(self):
        ys = sorted({d.year for d in self.docs}, reverse=True)
        self.get(self.col_url, self.column('<select id="nd">' + "".join(f'<option value="{y}">{y}年</option>' for y in ys) + '</select><select id="lb">' + "".join(f'<option value="{v}">{t}</option>' for v, t in self.kinds) + '</select><input type="button" value="查询" onclick="cx()"><ul id="l"></ul><script>function cx(){$.post("/xxgk/cx.jsp",{nd:$("#nd").val(),lb:$("#lb").val()},function(h){$("#l").html(h);},"html");}cx();</script>'))
    def dyn(self, m, host, path, q, body, h):
        if path == "/xxgk/cx.jsp":
            f = self.f(q, body); return self.html(self.rows([d for k, d in enumerate(self.docs) if m == "POST" and str(d.year) == f.get("nd") and "xz"[k % 2] == f.get("lb")]).encode())

if __name__ == "__main__": farm.main(FAM)
