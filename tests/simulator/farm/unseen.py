#!/usr/bin/env python3
"""Further list structures, which no class was written for. usage: see farm.py"""
import base64, json, os, re
from urllib.parse import parse_qsl, quote
import farm
from farm import Site, fam, li, load, Doc

JQ = r"""(function(w){
function form(o){return typeof o==='string'?o:Object.keys(o||{}).map(function(k){return encodeURIComponent(k)+'='+encodeURIComponent(o[k]);}).join('&');}
function ajax(s){var m=(s.type||s.method||'GET').toUpperCase(),u=s.url,d=s.data;if(s.dataType==='jsonp'){var cb='jsonp_'+Math.floor(Math.random()*1e9);w[cb]=s.success;var e=document.createElement('script');e.src=u+(u.indexOf('?')<0?'?':'&')+form(d)+'&'+(s.jsonp||'callback')+'='+cb;document.body.appendChild(e);return;}
var x=new XMLHttpRequest();if(m==='GET'&&d&&form(d))u+=(u.indexOf('?')<0?'?':'&')+form(d);x.open(m,u);if(m==='POST')x.setRequestHeader('Content-Type',s.contentType||'application/x-www-form-urlencoded; charset=UTF-8');x.setRequestHeader('X-Requested-With','XMLHttpRequest');
x.onload=function(){var t=x.responseText;if(s.dataType==='json'||/json/.test(x.getResponseHeader('Content-Type')||'')){try{t=JSON.parse(t);}catch(e){return;}}if(x.status<400&&s.success)s.success(t);};x.send(m==='POST'?(s.contentType&&/json/.test(s.contentType)?d:form(d)):null);}
function Q(l){this.l=l;this.length=l.length;for(var i=0;i<l.length;i++)this[i]=l[i];}
Q.prototype={each:function(f){this.l.forEach(function(e,i){f.call(e,i,e);});return this;},html:function(h){if(h===undefined)return this.l[0]&&this.l[0].innerHTML;return this.each(function(){this.innerHTML=h;});},append:function(h){return this.each(function(){this.insertAdjacentHTML('beforeend',h);});},
val:function(v){if(v===undefined)return this.l[0]&&this.l[0].value;return this.each(function(){this.value=v;});},attr:function(n,v){if(v===undefined)return this.l[0]&&this.l[0].getAttribute(n);return this.each(function(){this.setAttribute(n,v);});},data:function(n){return this.l[0]&&this.l[0].getAttribute('data-'+n);},
on:function(ev,sel,f){if(!f){f=sel;sel=null;}return this.each(function(){this.addEventListener(ev,function(e){if(!sel){f.call(this,e);return;}var t=e.target.closest(sel);if(t)f.call(t,e);});});},click:function(f){return this.on('click',f);},ready:function(f){$(f);},text:function(t){return t===undefined?this.l[0].textContent:this.each(function(){this.textContent=t;});},hide:function(){return this.each(function(){this.style.display='none';});},scroll:function(f){w.addEventListener('scroll',f);return this;},height:function(){return 500;},scrollTop:function(){return w.scrollY;}};
var $=function(s){if(typeof s==='function'){if(document.readyState==='loading')document.addEventListener('DOMContentLoaded',s);else s();return;}if(s===document||s===w)return new Q([s]);if(typeof s!=='string')return new Q([s]);return new Q([].slice.call(document.querySelectorAll(s)));};
$.ajax=ajax;$.get=function(u,d,f,t){if(typeof d==='function'){t=f;f=d;d=null;}ajax({url:u,data:d,success:f,dataType:t});};$.getJSON=function(u,d,f){$.get(u,d,f,'json');if(typeof d==='function')return;};$.post=function(u,d,f,t){if(typeof d==='function'){t=f;f=d;d=null;}ajax({type:'POST',url:u,data:d,success:f,dataType:t});};
$.getJSON=function(u,d,f){if(typeof d==='function'){f=d;d=null;}ajax({url:u,data:d,success:f,dataType:'json'});};$.each=function(a,f){(Array.isArray(a)?a:Object.keys(a)).forEach(function(x,i){f(i,x);});};$.extend=function(a){for(var i=1;i<arguments.length;i++)for(var k in arguments[i])a[k]=arguments[i][k];return a;};
w.$=w.jQuery=$;w.axios=function(c){return new Promise(function(ok){ajax({type:c.method||'GET',url:c.url,data:c.data?JSON.stringify(c.data):c.params,contentType:c.data?'application/json':undefined,dataType:'json',success:function(d){ok({data:d});}});});};axios.get=function(u,c){return axios($.extend({url:u},c||{}));};axios.post=function(u,d){return axios({url:u,method:'POST',data:d||{}});};
})(window);"""

class S(Site):
    """The row's address without the host; scripts of a small jQuery at /js/jq.js."""
    hub_url = "/zwgk/"
    def u(self, d): return self.truth[self.docs.index(d)][0][len(self.base):]
    def start(self): super().start(); self.get("/js/jq.js", self.js(JQ))
    def column(self, body, **k): return self.page(self.col, '<script src="/js/jq.js"></script>' + body, **k)
    def f(self, q, body): return dict(q, **dict(parse_qsl(body.decode("utf-8", "replace"), keep_blank_values=True)))
    def puts(self, path):
        for k, d in enumerate(self.docs): self.put(path(k, d), d)
    def n(self, v, first=1): return int(v) if str(v or "").isdigit() else first

@fam("layui_table", "layui table.render with where, page: true, templet; page and limit are the library's own names")
class Layui(S):
    col_url = "/xxgk/gknb.html"
    lib = r"""var layui={use:function(m,f){f();},table:{render:function(o){var p=1;function go(){var d={};for(var k in o.where)d[k]=o.where[k];var r=o.request||{};d[r.pageName||'page']=p;d[r.limitName||'limit']=o.limit||10;
$.ajax({type:o.method||'get',url:o.url,data:d,dataType:'json',success:function(j){j=o.parseData?o.parseData(j):j;var h='<table>';j.data.forEach(function(x){h+='<tr>'+o.cols[0].map(function(c){return '<td>'+(c.templet?c.templet(x):x[c.field])+'</td>';}).join('')+'</tr>';});h+='</table><div class="layui-laypage">共 '+j.count+' 条 <a href="javascript:;" class="layui-laypage-next">下一页</a></div>';document.querySelector(o.elem).innerHTML=h;document.querySelector('.layui-laypage-next').onclick=function(){if(p*o.limit<j.count){p++;go();}};}});}go();}}};"""
    def build(self):
        self.puts(lambda k, d: f"/xxgk/detail/{9100+k}.html")
        self.get("/layui/layui.js", self.js(self.lib))
        self.get(self.col_url, self.column('<script src="/layui/layui.js"></script><div id="t"></div><script>layui.use(["table"],function(){var table=layui.table;table.render({elem:"#t",url:"/openinfo/list",method:"post",where:{catalogCode:"A07"},page:true,limit:5,parseData:function(res){return {code:0,count:res.total,data:res.rows};},cols:[[{field:"docTitle",title:"标题",templet:function(d){return \'<a href="/xxgk/detail/\'+d.docId+\'.html" target="_blank">\'+d.docTitle+"</a>";}},{field:"pubDate",title:"日期"}]]});});</script>'))
    def dyn(self, m, host, path, q, body, h):
        if path == "/openinfo/list":
            f = self.f(q, body)
            if m != "POST" or f.get("catalogCode") != "A07": return self.json({"total": 0, "rows": []})
            n = self.n(f.get("page"))
            return self.json({"total": len(self.docs), "rows": [{"docId": 9100 + self.docs.index(d), "docTitle": d.title, "pubDate": f"{d.year+1}-01-20"} for d in self.part(n)]})

@fam("spa_bundle", "Vue application: empty shell, one minified bundle, XMLHttpRequest with a JSON body, rows named by id, detail pages are static")
class Spa(S):
    col_url = "/portal/index.html?code=gknb"
    bundle = r"""!function(e){var t={};function n(r){return t[r]}var o="/gateway",a={list:function(e,t){return i("POST",o+"/content/queryPage",{channelCode:e,current:t,size:5})}};function i(e,t,n){return new Promise(function(r){var o=new XMLHttpRequest;o.open(e,t),o.setRequestHeader("Content-Type","application/json;charset=UTF-8"),o.onload=function(){r(JSON.parse(o.responseText))},o.send(JSON.stringify(n))})}var c=new URLSearchParams(location.search).get("code"),s=1;function u(){a.list(c,s).then(function(e){var t=e.result.records.map(function(e){return'<li><a href="/portal/content/'+e.contentId+'.html">'+e.contentTitle+"</a></li>"}).join("");document.getElementById("app").innerHTML="<ul>"+t+"</ul><div>共"+e.result.total+'条 <button id="nx">下一页</button></div>',document.getElementById("nx").onclick=function(){s*5<e.result.total&&(s++,u())}})}u()}(window);"""
    def build(self):
        self.puts(lambda k, d: f"/portal/content/{770100+k}.html")
        self.get("/portal/static/js/app.8f3a21.js", self.js(self.bundle))
        self.get("/portal/index.html", ('<!DOCTYPE html><html><head><meta charset="utf-8"><title>政府信息公开年报</title></head><body><div id="app"></div><script src="/portal/static/js/app.8f3a21.js"></script></body></html>').encode())
    def dyn(self, m, host, path, q, body, h):
        if path == "/gateway/content/queryPage":
            try: f = json.loads(body)
            except ValueError: return self.json({"code": 500, "message": "Required request body is missing"})
            if f.get("channelCode") != "gknb": return self.json({"code": 0, "result": {"total": 0, "records": []}})
            return self.json({"code": 0, "result": {"total": len(self.docs), "records": [{"contentId": 770100 + self.docs.index(d), "contentTitle": d.title} for d in self.part(self.n(f.get("current")))]}})

@fam("cursor_token", "JSON service that counts nothing: each answer names the token of the next part")
class Cursor(S):
    col_url = "/open/nb.html"
    def build(self):
        self.puts(lambda k, d: f"/open/doc/{5600+k}.html")
        self.get(self.col_url, self.column('<ul id="l"></ul><button id="more">加载更多</button><script>var cursor="";function load(){$.getJSON("/api/v2/articles?channel=nb&limit=5&cursor="+cursor,function(r){r.items.forEach(function(x){$("#l").append(\'<li><a href="\'+x.url+\'">\'+x.title+"</a></li>");});cursor=r.nextCursor;if(!cursor)$("#more").hide();});}load();$("#more").click(load);</script>'))
    def dyn(self, m, host, path, q, body, h):
        if path == "/api/v2/articles":
            c = q.get("cursor", ""); n = int(base64.b64decode(c).decode().split(":")[1]) if c else 0
            nx = base64.b64encode(f"off:{n+5}".encode()).decode() if n + 5 < len(self.docs) else None
            return self.json({"items": [{"title": d.title, "url": self.u(d)} for d in self.docs[n:n + 5]], "nextCursor": nx, "hasMore": nx is not None})

@fam("select_pager", "pages only in a select whose handler builds the file's name")
class SelectPager(S):
    def build(self):
        self.puts(lambda k, d: f"/zwgk/zfxxgknb/{d.year+1}/{300+k}.html")
        for n in range(1, self.pages() + 1):
            b = "".join(li(d, self.u(d)) for d in self.part(n)); o = "".join(f'<option value="{i}">第{i}页</option>' for i in range(1, self.pages() + 1))
            self.get(self.col_url + ("" if n == 1 else f"list-{n}.html"), self.page(self.col, f'<ul>{b}</ul>跳至<select id="pg" onchange="jump(this)">{o}</select><script>function jump(s){{var p=s.options[s.selectedIndex].value;if(p==1)window.location.href="./";else window.location.href="list-"+p+".html";}}</script>'))

@fam("id_handlers", "rows with onclick=\"openInfo('id','type')\", function and context path in a script file, template literal")
class IdHandlers(S):
    col_url = "/gov/open/list.html"
    def build(self):
        self.puts(lambda k, d: f"/gov/open/info/nb/{6100+k}.html")
        self.get("/gov/open/js/common.js", self.js("var ctx = '/gov';\nfunction openInfo(id, type) {\n  var url = `${ctx}/open/info/${type}/${id}.html`;\n  window.open(url, '_blank');\n}"))
        self.get(self.col_url, self.page(self.col, '<script src="js/common.js"></script><table>' + "".join(f'<tr><td><a href="javascript:void(0);" onclick="openInfo(\'{6100+k}\',\'nb\')">{d.title}</a></td></tr>' for k, d in enumerate(self.docs)) + "</table>"))

@fam("delegated_click", "rows with data-id and one delegated handler in a script file")
class Delegated(S):
    col_url = "/open/annual.html"
    def build(self):
        self.puts(lambda k, d: f"/open/view.html?aid={4100+k}&cat=nb")
        self.get("/open/js/page.js", self.js("$(function(){\n $(document).on('click', '.item', function(){\n  var id = $(this).data('id'), cat = $(this).data('cat');\n  window.open('/open/view.html?aid=' + id + '&cat=' + cat);\n });\n});"))
        self.get(self.col_url, self.column('<script src="/open/js/page.js"></script>' + "".join(f'<div class="item" data-id="{4100+k}" data-cat="nb"><span class="t">{d.title}</span><i>{d.year+1}-01-20</i></div>' for k, d in enumerate(self.docs))))

@fam("infinite_scroll", "first rows in the page, further ones on scrolling: $.get of markup, page counted by the script")
class Infinite(S):
    col_url = "/zwgk/nb/"
    def build(self):
        self.puts(lambda k, d: f"/zwgk/nb/a{1200+k}.html")
        self.get(self.col_url, self.column(f'<ul id="list">{"".join(li(d, self.u(d)) for d in self.part(1))}</ul><div id="more">上拉加载更多</div><script>var page=1,busy=false;function more(){{if(busy)return;busy=true;page++;$.get("/zwgk/nb/more.jsp",{{cid:"nb07",pageNo:page}},function(h){{if(h.trim()){{$("#list").append(h);busy=false;}}else $("#more").html("没有更多了");}},"html");}}$(window).scroll(function(){{if($(window).scrollTop()+$(window).height()>$(document).height()-50)more();}});</script>'))
    def dyn(self, m, host, path, q, body, h):
        if path == "/zwgk/nb/more.jsp":
            return self.html("".join(li(d, self.u(d)) for d in self.part(self.n(q.get("pageNo")))).encode() if q.get("cid") == "nb07" else b"")

@fam("iframe_list", "the column holds an iframe whose address a script sets; pages turn within")
class Iframe(S):
    def build(self):
        self.puts(lambda k, d: f"/cms/doc/{d.year}/{700+k}.shtml")
        self.get(self.col_url, self.column('<iframe id="fr" width="100%"></iframe><script>var channelId="c0712";document.getElementById("fr").src="/cms/channel.do?id="+channelId+"&tpl=iframe";</script>'))
    def dyn(self, m, host, path, q, body, h):
        if path == "/cms/channel.do":
            n = self.n(q.get("p"))
            nx = f'<a href="/cms/channel.do?id={q.get("id")}&tpl=iframe&p={n+1}">&gt;</a>' if n < self.pages() else ""
            return self.html(("<html><body><ul>" + "".join(li(d, self.u(d)) for d in self.part(n)) + f"</ul>{nx}</body></html>").encode())

@fam("year_tabs", "tabs by year: onclick=\"tab(2023)\" asks a service with the year")
class YearTabs(S):
    col_url = "/zwgk/nbao.html"
    def build(self):
        self.puts(lambda k, d: f"/zwgk/art/{880+k}.html")
        ys = sorted({d.year for d in self.docs}, reverse=True)
        self.get(self.col_url, self.column('<ul class="tab">' + "".join(f'<li onclick="tab(\'{y}\')">{y}年</li>' for y in ys) + f'</ul><ul id="c"></ul><script>function tab(y){{$.ajax({{url:"/api/nb/byYear",type:"get",data:{{siteId:"3",year:y}},dataType:"json",success:function(r){{var h="";$.each(r.data,function(i,x){{h+=\'<li><a href="/zwgk/art/\'+x.id+\'.html">\'+x.title+"</a></li>";}});$("#c").html(h);}}}});}}\n$(function(){{tab("{ys[0]}");}});</script>'))
    def dyn(self, m, host, path, q, body, h):
        if path == "/api/nb/byYear": return self.json({"data": [{"id": 880 + k, "title": d.title} for k, d in enumerate(self.docs) if str(d.year) == q.get("year")]})

def bodies(n=40):
    base = load(12); un = ["镇人民政府", "乡人民政府", "街道办事处", "局"]; names = [f"{a}{b}{un[(i+j)%4]}" for i, a in enumerate("东西南北上下大小") for j, b in enumerate("河湖桥店庄沟岭坪")][:n]; out = []
    for k, name in enumerate(names):
        for y in range(2022 + k % 2, 2025):
            s = base[(k + y) % 12]; x = Doc(); x.auth, x.year = name, y; x.title = f"{name}{y}年政府信息公开工作年度报告"; x.k = k
            x.body = s.body.decode().replace(s.title, x.title).replace(s.auth, name).replace(str(s.year), str(y)).encode(); out.append(x)
    return names, out

@fam("body_year_matrix", "a table of bodies by years whose links are called 查看")
class Matrix(S):
    col_url = "/xxgk/ndbg/index.html"
    def build(self):
        names, self.docs = bodies(); self.puts(lambda k, d: f"/xxgk/ndbg/d{d.k}/{d.year}.html")
        rows = "".join(f"<tr><td>{n}</td>" + "".join("<td>" + "".join(f'<a href="{self.u(d)}" target="_blank">查看</a>' for d in self.docs if d.k == k and d.year == y) + "</td>" for y in (2022, 2023, 2024)) + "</tr>" for k, n in enumerate(names))
        self.get(self.col_url, self.page("政府信息公开年报", f"<table><tr><th>单位</th><th>2022年</th><th>2023年</th><th>2024年</th></tr>{rows}</table>"))

@fam("bodies_ajax", "a list of bodies, each onclick=\"dept('id')\" that posts the id and gets rows")
class BodiesAjax(S):
    col_url = "/xxgk/ndbg/index.html"
    def build(self):
        names, self.docs = bodies(); self.puts(lambda k, d: f"/xxgk/ndbg/{d.k:03d}{d.year}.html")
        self.get(self.col_url, self.column('<div class="l">' + "".join(f'<a href="javascript:;" onclick="dept(\'{100+k}\',this)">{n}</a>' for k, n in enumerate(names)) + '</div><ul id="c"></ul><script>function dept(id,o){$.post("/xxgk/deptReports",{deptId:id,type:"nb"},function(r){var h="";for(var i=0;i<r.list.length;i++){h+=\'<li><a href="\'+r.list[i].url+\'">\'+r.list[i].title+"</a></li>";}$("#c").html(h);},"json");}dept("100");</script>'))
    def dyn(self, m, host, path, q, body, h):
        if path == "/xxgk/deptReports":
            f = self.f(q, body); return self.json({"list": [{"title": d.title, "url": self.u(d)} for d in self.docs if m == "POST" and f.get("deptId") == str(100 + d.k)]})

@fam("was5_search", "TRS WAS5: /was5/web/search?channelid=…&page=2 as the column's list, in a frame")
class Was5(S):
    def build(self):
        self.puts(lambda k, d: f"/zwgk/zfxxgknb/{d.year+1}01/t{d.year+1}0120_{k}.html")
        self.get(self.col_url, self.page(self.col, '<iframe src="/was5/web/search?channelid=239443&templet=nb_list.jsp&orderby=-DOCRELTIME" frameborder="0"></iframe>'))
    def dyn(self, m, host, path, q, body, h):
        if path == "/was5/web/search":
            n = self.n(q.get("page")); nx = f'<a class="next-page" href="search?page={n+1}&channelid=239443&templet=nb_list.jsp&orderby=-DOCRELTIME&perpage=5&outlinepage=10">下一页</a>' if n < self.pages() else ""
            return self.html(("<html><body><ul>" + "".join(li(d, self.base + self.u(d)) for d in self.part(n)) + f"</ul>{nx}</body></html>").encode())

@fam("xml_island", "a data island: rows in <xml> or a hidden textarea, written into the page by a script")
class Island(S):
    def build(self):
        self.puts(lambda k, d: f"/zwgk/zfxxgknb/{d.year}/{k}.htm")
        half = len(self.docs) // 2
        xml = "<xml id='island' style='display:none'><rows>" + "".join(f"<row><bt>{d.title}</bt><lj>{self.u(d)}</lj></row>" for d in self.docs[:half]) + "</rows></xml>"
        area = "<textarea id='src' style='display:none'>" + "".join(li(d, self.u(d)) for d in self.docs[half:]) + "</textarea>"
        self.get(self.col_url, self.column(f'{xml}{area}<ul id="o"></ul><script>var h="",r=document.getElementById("island").getElementsByTagName("row");for(var i=0;i<r.length;i++){{h+="<li><a href=\'"+r[i].getElementsByTagName("lj")[0].textContent+"\'>"+r[i].getElementsByTagName("bt")[0].textContent+"</a></li>";}}document.getElementById("o").innerHTML=h+document.getElementById("src").value;</script>'))

@fam("base64_list", "the list's markup in base64 within a script")
class B64(S):
    def build(self):
        self.puts(lambda k, d: f"/zwgk/zfxxgknb/{d.year}/{k}.htm")
        b = base64.b64encode(("<ul>" + "".join(li(d, self.u(d)) for d in self.docs) + "</ul>").encode()).decode()
        self.get(self.col_url, self.page(self.col, f'<div id="box"></div><script>function b64(s){{return decodeURIComponent(escape(window.atob(s)));}}document.getElementById("box").innerHTML=b64("{b}");</script>'))

@fam("escaped_write", "document.write(unescape('%u653f…')) of the list's markup")
class Escaped(S):
    def build(self):
        self.puts(lambda k, d: f"/zwgk/zfxxgknb/{d.year}/{k}.htm")
        t = "<ul>" + "".join(li(d, self.u(d)) for d in self.docs) + "</ul>"
        e = "".join(c if c.isalnum() and ord(c) < 128 else f"%u{ord(c):04x}" if ord(c) > 255 else f"%{ord(c):02x}" for c in t)
        self.get(self.col_url, self.page(self.col, f'<script>document.write(unescape("{e}"));</script>'))

@fam("jsonp", "JSONP: the answer is callback({…}) as a script")
class Jsonp(S):
    col_url = "/gknb/list.html"
    def build(self):
        self.puts(lambda k, d: f"/gknb/{d.year}/{k}.html")
        self.get(self.col_url, self.column('<ul id="l"></ul><div id="pg"></div><script>function go(p){$.ajax({url:"/intf/doclist.do",dataType:"jsonp",jsonp:"callback",data:{chnl:"gknb",pageSize:5,pageNo:p},success:function(r){var h="";$.each(r.datas,function(i,x){h+=\'<li><a href="\'+x.docpuburl+\'">\'+x.doctitle+"</a></li>";});$("#l").html(h);$("#pg").html("共"+r.totalCount+\'条 <a href="javascript:go(\'+(p+1)+\')">下一页</a>\');}});}go(1);</script>'))
    def dyn(self, m, host, path, q, body, h):
        if path == "/intf/doclist.do":
            t = json.dumps({"totalCount": len(self.docs), "pageCount": self.pages(), "datas": [{"doctitle": d.title, "docpuburl": self.u(d)} for d in self.part(self.n(q.get("pageNo")))]}, ensure_ascii=False)
            return (self.js(f"{q['callback']}({t});") if q.get("callback") else self.json(json.loads(t))) if q.get("chnl") == "gknb" else self.js("null")

@fam("ztree", "zTree of the open catalogue: nodes without addresses, the click sets a frame")
class Ztree(S):
    col_url = "/xxgkml/index.html"; col = "政府信息公开目录"
    def build(self):
        self.puts(lambda k, d: f"/xxgkml/content/{3300+k}.html")
        nodes = [{"id": 1, "pId": 0, "name": "青溪县人民政府"}, {"id": 11, "pId": 1, "name": "政府信息公开指南"}, {"id": 12, "pId": 1, "name": "政府信息公开年报"}, {"id": 13, "pId": 1, "name": "机构职能"}]
        self.get(self.col_url, self.column('<ul id="tree"></ul><iframe id="main" src="list.jsp?nodeId=11"></iframe><script>var zNodes=' + json.dumps(nodes, ensure_ascii=False) + ';var setting={data:{simpleData:{enable:true}},callback:{onClick:function(e,id,node){document.getElementById("main").src="list.jsp?nodeId="+node.id;}}};zNodes.forEach(function(n){var l=document.createElement("li");l.innerHTML="<a>"+n.name+"</a>";l.onclick=function(e){setting.callback.onClick(e,"t",n);};document.getElementById("tree").appendChild(l);});</script>'))
    def dyn(self, m, host, path, q, body, h):
        if path == "/xxgkml/list.jsp":
            n = self.n(q.get("pageno")); ds = self.part(n) if q.get("nodeId") == "12" else []
            nx = f'<a href="?nodeId=12&pageno={n+1}">下一页</a>' if ds and n < self.pages() else ""
            return self.html(("<html><body><ul>" + "".join(li(d, self.u(d)) for d in ds) + f"</ul>{nx}</body></html>").encode())

@fam("easyui_grid", "easyui datagrid: data-options with url and queryParams, POST page and rows, formatter for the link")
class Easyui(S):
    col_url = "/open/gknb.jsp"
    lib = r"""$(function(){$('.easyui-datagrid').each(function(){var t=this,o=(new Function('return {'+t.getAttribute('data-options')+'}'))(),f=t.querySelector('th[formatter]')||t.querySelectorAll('th')[0],n=1;var fm=/formatter:(\w+)/.exec(f.getAttribute('data-options'))[1],fd=/field:'(\w+)'/.exec(f.getAttribute('data-options'))[1];
function go(){var d=$.extend({},o.queryParams);d.page=n;d.rows=o.pageSize;$.post(o.url,d,function(r){var h='';r.rows.forEach(function(x){h+='<tr><td>'+window[fm](x[fd],x)+'</td></tr>';});t.innerHTML=h;var b=document.createElement('a');b.textContent='下一页';b.href='javascript:void(0)';b.onclick=function(){if(n*o.pageSize<r.total){n++;go();}};document.getElementById('pager').innerHTML='共'+r.total+'条 ';document.getElementById('pager').appendChild(b);},'json');}go();});});"""
    def build(self):
        self.puts(lambda k, d: f"/open/show.jsp?infoId=GK{2200+k}")
        self.get("/easyui/easyui.js", self.js(self.lib))
        self.get(self.col_url, self.column('<script src="/easyui/easyui.js"></script><table class="easyui-datagrid" data-options="url:\'/open/infoList.do\',method:\'post\',queryParams:{catalog:\'gknb\'},pagination:true,pageSize:5"><thead><tr><th data-options="field:\'TITLE\',formatter:fmt">标题</th></tr></thead></table><div id="pager"></div><script>function fmt(v,row){return \'<a href="show.jsp?infoId=\'+row.INFO_ID+\'" target="_blank">\'+v+"</a>";}</script>'))
    def dyn(self, m, host, path, q, body, h):
        if path == "/open/infoList.do":
            f = self.f(q, body)
            return self.json({"total": len(self.docs), "rows": [{"INFO_ID": f"GK{2200+self.docs.index(d)}", "TITLE": d.title} for d in self.part(self.n(f.get("page")))]} if m == "POST" and f.get("catalog") == "gknb" else {"total": 0, "rows": []})

@fam("bootstrap_table", "bootstrapTable: url, queryParams function with limit and offset, detail formatter")
class Bootstrap(S):
    col_url = "/xxgk/report"
    lib = r"""$.fn={};(function(){var Q=$('body').constructor;Q.prototype.bootstrapTable=function(o){var t=this[0],off=0;function go(){$.ajax({type:o.method||'get',url:o.url,data:o.queryParams({limit:o.pageSize,offset:off}),dataType:'json',success:function(r){t.innerHTML=r.rows.map(function(x){return '<tr><td>'+o.columns[0].formatter(x.title,x)+'</td></tr>';}).join('')+'<tr><td>显示第 '+(off+1)+' 到第 '+(off+r.rows.length)+' 条记录，总共 '+r.total+' 条记录 <a class="page-next" href="javascript:void(0)">›</a></td></tr>';t.querySelector('.page-next').onclick=function(){if(off+o.pageSize<r.total){off+=o.pageSize;go();}};}});}go();};})();"""
    def build(self):
        self.puts(lambda k, d: f"/xxgk/report/view/{4000+k}")
        self.get("/js/bootstrap-table.js", self.js(self.lib))
        self.get("/xxgk/report", self.column('<script src="/js/bootstrap-table.js"></script><table id="tb"></table><script>$(function(){$("#tb").bootstrapTable({url:"/xxgk/report/list",method:"get",pagination:true,sidePagination:"server",pageSize:5,queryParams:function(params){return {rows:params.limit,start:params.offset,kind:"nb"};},columns:[{field:"title",title:"标题",formatter:function(value,row){return \'<a href="/xxgk/report/view/\'+row.id+\'">\'+value+"</a>";}}]});});</script>'))
    def dyn(self, m, host, path, q, body, h):
        if path == "/xxgk/report/list":
            o = self.n(q.get("start"), 0); return self.json({"total": len(self.docs), "rows": [{"id": 4000 + self.docs.index(d), "title": d.title} for d in self.docs[o:o + min(5, self.n(q.get("rows"), 5))]] if q.get("kind") == "nb" else []})

@fam("channel_tree", "the channel's id comes from a service: first the tree, then the list")
class ChannelTree(S):
    col_url = "/govopen/nb.html"
    def build(self):
        self.puts(lambda k, d: f"/govopen/art/{d.year}/{k}.html")
        self.get(self.col_url, self.column('<ul id="l"></ul><div id="p"></div><script>var cid="";function list(p){$.getJSON("/govopen/api/contents?channelId="+cid+"&page="+p+"&size=5",function(r){var h="";$.each(r.content,function(i,x){h+=\'<li><a href="\'+x.url+\'">\'+x.title+"</a></li>";});$("#l").html(h);$("#p").html("共"+r.totalPages+\'页 <a href="javascript:list(\'+(p+1)+\')">下一页</a>\');});}$.getJSON("/govopen/api/channelTree?siteId=1",function(t){$.each(t,function(i,c){if(c.channelName=="政府信息公开年报"){cid=c.channelId;}});list(1);});</script>'))
    def dyn(self, m, host, path, q, body, h):
        if path == "/govopen/api/channelTree": return self.json([{"channelId": "e81a", "channelName": "政府信息公开指南"}, {"channelId": "f93b", "channelName": "政府信息公开年报"}])
        if path == "/govopen/api/contents":
            n = self.n(q.get("page")); ds = self.part(n) if q.get("channelId") == "f93b" else []
            return self.json({"totalElements": len(self.docs) if ds else 0, "totalPages": self.pages() if ds else 0, "number": n, "content": [{"title": d.title, "url": self.u(d)} for d in ds]})

@fam("laypage_jump", "rows in the page; laypage.render with count and limit, jump sets location.search")
class Laypage(S):
    col_url = "/xxgk/nblist.html"
    def build(self): self.puts(lambda k, d: f"/xxgk/nb/{k}.html")
    def dyn(self, m, host, path, q, body, h):
        if path == "/xxgk/nblist.html":
            n = self.n(q.get("curr"))
            return self.html(self.column(f'<ul>{"".join(li(d, self.u(d)) for d in self.part(n))}</ul><div id="pager"></div><script src="/layui/laypage.js"></script><script>layui.use("laypage",function(){{layui.laypage.render({{elem:"pager",count:{len(self.docs)},limit:5,curr:{n},jump:function(obj,first){{if(!first){{location.href="/xxgk/nblist.html?curr="+obj.curr;}}}}}});}});</script>'))
    def start(self):
        super().start(); self.get("/layui/laypage.js", self.js("var layui={use:function(m,f){f();},laypage:{render:function(o){var e=document.getElementById(o.elem);e.innerHTML='<a href=\"javascript:;\">下一页</a>';e.firstChild.onclick=function(){if(o.curr*o.limit<o.count)o.jump({curr:o.curr+1,limit:o.limit},false);};o.jump({curr:o.curr},true);}}};"))

@fam("page_in_path", "fetch(`/api/list/${cid}/${page}/5`): what counts stands in the path")
class PagePath(S):
    col_url = "/info/gknb.html"
    def build(self):
        self.puts(lambda k, d: f"/info/gknb/{k}.html")
        self.get(self.col_url, self.column('<ul id="l"></ul><button onclick="page++;load()">下一页</button><script>const cid = 37; let page = 1;\nfunction load(){ fetch(`/api/articles/${cid}/${page}/5`).then(r=>r.json()).then(r=>{ document.getElementById("l").innerHTML = r.list.map(x=>`<li><a href="${x.link}">${x.title}</a></li>`).join(""); }); }\nload();</script>'))
    def dyn(self, m, host, path, q, body, h):
        mm = re.fullmatch(r"/api/articles/37/(\d+)/5", path)
        if mm: return self.json({"total": len(self.docs), "list": [{"title": d.title, "link": self.u(d)} for d in self.part(int(mm[1]))]})

@fam("json_files", "static JSON files: data/nb_1.json, nb_2.json, …")
class JsonFiles(S):
    def build(self):
        self.puts(lambda k, d: f"/zwgk/zfxxgknb/{d.year}/{k}.html")
        for n in range(1, self.pages() + 1): self.get(f"/zwgk/zfxxgknb/data/nb_{n}.json", self.json({"pageTotal": self.pages(), "rows": [{"t": d.title, "u": self.u(d)} for d in self.part(n)]}))
        self.get(self.col_url, self.column('<ul id="l"></ul><a id="nx" href="#">下一页</a><script>var idx=1;function show(i){$.getJSON("data/nb_"+i+".json",function(r){var h="";$.each(r.rows,function(k,x){h+="<li><a href=\'"+x.u+"\'>"+x.t+"</a></li>";});$("#l").html(h);});}$("#nx").click(function(){show(++idx);});show(idx);</script>'))

@fam("year_form", "a GET form with a select of years and a button 查询; only this year's rows stand in the page")
class YearForm(S):
    col_url = "/gknb/query.jsp"
    def build(self): self.puts(lambda k, d: f"/gknb/{d.year}/{k}.html"); 
    def dyn(self, m, host, path, q, body, h):
        if path == "/gknb/query.jsp":
            ys = sorted({d.year for d in self.docs}, reverse=True); y = self.n(q.get("nd"), ys[0])
            return self.html(self.page(self.col, '<form action="query.jsp" method="get"><select name="nd">' + "".join(f'<option value="{x}">{x}年度</option>' for x in ys) + '</select><input type="submit" value="查询"></form><ul>' + "".join(li(d, self.u(d)) for d in self.docs if d.year == y) + "</ul>"))

@fam("jump_input", "共3页, a field and a button: the function joins the field's value to the file's name")
class JumpInput(S):
    def build(self):
        self.puts(lambda k, d: f"/zwgk/zfxxgknb/{d.year+1}/{300+k}.html")
        for n in range(1, self.pages() + 1):
            b = "".join(li(d, self.u(d)) for d in self.part(n))
            self.get(self.col_url + ("" if n == 1 else f"p{n}.html"), self.column(f'<ul>{b}</ul>当前第{n}页 共{self.pages()}页 转到<input id="toPage" size="2">页 <button onclick="toPage()">GO</button><script>function toPage(){{var n=$("#toPage").val();if(n==1)location.href="./";else location.href="p"+n+".html";}}</script>'))

@fam("json_as_text", "JSON with a BOM as text/html, in GBK, rows escaped")
class JsonText(S):
    col_url = "/gknb/list.htm"
    def build(self):
        self.puts(lambda k, d: f"/gknb/{d.year}/{k}.html")
        self.get(self.col_url, self.column('<ul id="l"></ul><script>function q(p){$.ajax({url:"getlist.asp",type:"POST",data:"lm=nb&pageindex="+p+"&pagesize=5",success:function(t){var r=eval("("+t+")");}});}q(1);</script>'))
    def dyn(self, m, host, path, q, body, h):
        if path == "/gknb/getlist.asp" and m == "POST":
            f = self.f(q, body); t = json.dumps({"recordcount": str(len(self.docs)), "list": [{"bt": d.title, "lj": self.u(d)} for d in self.part(self.n(f.get("pageindex")))]}, ensure_ascii=False)
            return 200, {"Content-Type": "text/html; charset=gb2312"}, t.encode("gb18030")

@fam("webplus", "博达 webplus: list.htm, list2.htm by anchors, /2024/0120/c1357a24680/page.htm")
class Webplus(S):
    col_url = "/1357/list.htm"
    def build(self):
        self.puts(lambda k, d: f"/{d.year+1}/0120/c1357a{24680+k}/page.htm")
        for n in range(1, self.pages() + 1):
            b = "".join(f'<li class="news"><span class="news_title"><a href="{self.u(d)}" target="_blank" title="{d.title}">{d.title[:12]}...</a></span></li>' for d in self.part(n))
            nx = f'<a class="next" href="/1357/list{n+1}.htm" target="_self"><span>下一页&gt;&gt;</span></a>' if n < self.pages() else '<a class="next" href="javascript:void(0);"><span>下一页&gt;&gt;</span></a>'
            self.get("/1357/list" + ("" if n == 1 else str(n)) + ".htm", self.page(self.col, f'<ul>{b}</ul><div class="wp_paging"><span>共<em class="all_pages">{self.pages()}</em>页</span>{nx}</div>'))

@fam("form_data", "fetch with URLSearchParams or FormData as body, current page in a closure")
class FormData(S):
    col_url = "/open/annualReport.html"
    def build(self):
        self.puts(lambda k, d: f"/open/annual/{d.year}/{k}.html")
        self.get("/open/js/annual.js", self.js("(function(){\n const state = { pageNum: 1, pageSize: 5 };\n async function query(){\n  const body = new URLSearchParams();\n  body.append('siteCode', '6207000012');\n  body.append('catalog', 'ndbg');\n  body.append('pageNum', state.pageNum);\n  body.append('pageSize', state.pageSize);\n  const res = await fetch('/open/service/list', { method: 'POST', headers: {'Content-Type': 'application/x-www-form-urlencoded'}, body: body.toString() });\n  const json = await res.json();\n  document.querySelector('#rows').innerHTML = json.data.list.map(r => `<li><a href=\"/open/annual/${r.path}.html\">${r.title}</a></li>`).join('');\n  document.querySelector('#total').textContent = '共 ' + json.data.total + ' 条';\n }\n document.querySelector('#next').addEventListener('click', function(){ state.pageNum++; query(); });\n query();\n})();"))
        self.get(self.col_url, self.page(self.col, '<ul id="rows"></ul><span id="total"></span><a id="next" href="javascript:;">下一页</a><script src="/open/js/annual.js"></script>'))
    def dyn(self, m, host, path, q, body, h):
        if path == "/open/service/list":
            f = self.f(q, body)
            return self.json({"code": 200, "data": {"total": len(self.docs), "list": [{"path": self.u(d)[13:-5], "title": d.title} for d in self.part(self.n(f.get("pageNum")))]}} if m == "POST" and f.get("catalog") == "ndbg" else {"code": 400, "data": {"total": 0, "list": []}})

@fam("title_in_cell", "rows of a table: the title is text of a cell, the link beside it is called 下载 or an icon")
class TitleInCell(S):
    col_url = "/gk/niandu/list.html"; col = "年度报告"
    def build(self):
        self.puts(lambda k, d: f"/gk/niandu/{5500+k}.html")
        self.get(self.col_url, self.page(self.col, "<table>" + "".join(f'<tr><td>{k+1}</td><td>{d.title}</td><td>{d.year+1}-01-20</td><td><a href="{self.u(d)}"><img src="/img/look.png"></a></td></tr>' for k, d in enumerate(self.docs)) + "</table>"))

if __name__ == "__main__": farm.main()
