#!/usr/bin/env python3
"""Structures of systems and pagers that public spiders and documentation show, written before the crawler saw any of them. usage: see farm.py"""
import html, json
from urllib.parse import parse_qsl
import farm
from farm import li
from further import K
from unseen import bodies
FAM = {}
def fam(name, ev):
    def f(c): c.name, c.evidence = name, ev; FAM[name] = c; return c
    return f

@fam("longxun_label", "ah.gov.cn spiders: /public/column/7071?type=4&catId=…; POST /site/label/8888 labelName=publicInfoList, pageIndex; the answer is markup whose pager is a call with pageCount")
class Longxun(K):
    col_url = "/public/column/7071?type=4&catId=6719761&action=list"; root = "/public/7071"
    def lists(self):
        self.get("/assets/js/xxgk.js", self.js('function getInfoList(pageIndex){$.ajax({type:"post",url:"/site/label/8888?IsAjax=1&dataType=html&_="+Math.random(),data:{labelName:"publicInfoList",siteId:$("#siteId").val(),pageSize:5,pageIndex:pageIndex,action:"list",isDate:true,dateFormat:"yyyy-MM-dd",length:50,organId:$("#organId").val(),type:4,catId:$("#catId").val(),result:"暂无相关信息",file:"/c2/xxgk/publicInfoList"},success:function(d){$("#xxgk_lmcon").html(d);}});}$(function(){getInfoList(1);});'))
        self.get("/public/column/7071", self.column('<input type="hidden" id="siteId" value="6781961"><input type="hidden" id="organId" value="7071"><input type="hidden" id="catId" value="6719761"><div id="xxgk_lmcon"></div><script src="/assets/js/xxgk.js"></script>'))
    def dyn(self, m, host, path, q, body, h):
        if path == "/site/label/8888":
            f = self.f(q, body); n = self.n(f.get("pageIndex"))
            if f.get("labelName") != "publicInfoList" or f.get("organId") != "7071" or f.get("catId") != "6719761": return self.html("<ul><li>暂无相关信息</li></ul>".encode())
            return self.html((f'<ul class="clearfix xxgk_nav_list">{self.rows(self.part(n))}</ul><div class="page-tile"></div><script>$(".page-tile").pagination({{pageCount:{self.pages()},pageIndex:{n},callback:function(p){{getInfoList(p);}}}});</script>').encode())

@fam("eportal_tagname", "info.hebei, pbc.gov.cn spiders: <a tagname='…-2.html' onclick=\"queryArticleByCondition(this,'…-2.html')\">, article_paging_list_hidden totalpage")
class EportalTag(K):
    col_url = "/hbszf/329975/330023/index.html"; root = "/hbszf/329975/330023"; uid = "/hbszf/329975/330023/f2b97b0a"
    def build(self):
        self.puts(lambda k, d: f"{self.root}/{d.year}{300+k}/index.html")
        self.get("/eportal/js/paging.js", self.js('function queryArticleByCondition(obj,url){if(!url)url=$(obj).attr("tagname");if(url.indexOf("[")>=0)return;$("body").load(url);}'))
        for n in range(1, self.pages() + 1):
            t = lambda i: f"{self.uid}-{i}.html" if 0 < i <= self.pages() else "[NEXTPAGE]"
            p = "".join(f'<a class="pagingNormal" href="javascript:void(0)" tagname="{t(i)}" onclick="queryArticleByCondition(this,\'{t(i)}\')" style="cursor:pointer">{x}</a>' for i, x in ((1, "首页"), (n - 1, "上一页"), (n + 1, "下一页"), (self.pages(), "尾页")))
            b = self.page(self.col, f'<script src="/js/jq.js"></script><script src="/eportal/js/paging.js"></script><ul>{self.rows(self.part(n))}</ul><div>{p}<input type="hidden" name="article_paging_list_hidden" moduleid="f2b97b0a" totalpage="{self.pages()}"></div>')
            self.get(f"{self.uid}-{n}.html", b)
            if n == 1: self.get(self.col_url, b)

@fam("eportal_ui", "customs.gov.cn, bjjs spiders: /eportal/ui?pageId=&currentPage=2&moduleId=&staticRequest=yes in the tagname of an anchor whose class a script file listens to")
class EportalUi(K):
    col_url = "/eportal/ui?pageId=413010"; root = "/zjj/xxgk/nb"
    def build(self):
        self.puts(lambda k, d: f"{self.root}/{4700+k}/index.html")
        self.get("/eportal/uiFramework/js/paging.js", self.js('$(function(){$(".pagingNormal").click(function(){var u=$(this).attr("tagname");window.location.href=u;});});'))
    def dyn(self, m, host, path, q, body, h):
        if path == "/eportal/ui" and q.get("pageId") == "413010":
            n = self.n(q.get("currentPage")); u = lambda i: f"/eportal/ui?pageId=413010&amp;currentPage={i}&amp;moduleId=56eb4f3ed1b340c2b4e40c3a4c3e0666&amp;staticRequest=yes"
            p = "".join(f'<a class="pagingNormal" tagname="{u(i)}">{x}</a>' for i, x in ((n - 1, "上一页"), (n + 1, "下一页")) if 0 < i <= self.pages())
            return self.html(self.page(self.col, f'<script src="/js/jq.js"></script><table>{"".join(f"<tr><td>{li(d, self.u(d))}</td></tr>" for d in self.part(n))}</table><div>第{n}/{self.pages()}页 {p}</div><script src="/eportal/uiFramework/js/paging.js"></script>'))

@fam("govsearch", "was.mot.gov.cn, haikou, csrc spiders: a frame set by the click of a category, /govsearch/searPage.jsp?page=1&schn=252&sinfo=252&surl=zfxxgk/; pages by a script's toPage")
class GovSearch(K):
    col_url = "/zfxxgk/index.html"; root = "/zfxxgk/bnssj"
    def build(self):
        self.puts(lambda k, d: f"/zfxxgk/bnssj/zfbgt/{d.year+1}01/t{d.year+1}0120_{4700+k}.html")
        self.get(self.col_url, self.page("信息公开目录", '<script src="/js/jq.js"></script><ul><li onclick="changeSort(249,\'机构职能\')">机构职能</li><li onclick="changeSort(252,\'信息公开年报\')">信息公开年报</li></ul><iframe id="mainframe" name="mainframe" width="100%"></iframe><script>var pub="zfxxgk";function changeSort(id,name){document.getElementById("mainframe").src="/govsearch/searPage.jsp?page=1&pubwebsite="+pub+"&indexPa=2&schn="+id+"&sinfo="+id+"&surl="+pub+"/&curpos="+encodeURIComponent(name);}</script>'))
    def dyn(self, m, host, path, q, body, h):
        if path == "/govsearch/searPage.jsp":
            n = self.n(q.get("page")); ok = q.get("schn") == "252" and q.get("pubwebsite") == "zfxxgk"
            if not ok: return self.html("<html><body><table><tr><td>没有检索到信息</td></tr></table></body></html>".encode())
            rows = "".join(f'<tr><td>{i}</td><td onmouseover="showDiv(\'d{i}\')"><a href="{self.u(d)}" target="_blank">{d.title}</a><div id="d{i}" style="display:none">索引号：000019713O04/{d.year}-{i:05d}</div></td></tr>' for i, d in enumerate(self.part(n)))
            return self.html((f'<html><body><table>{rows}</table><script>var m_nRecordCount={len(self.docs)};var m_nPageSize=5;var m_nCurrPage={n};function toPage(p){{var s=location.href;s=s.replace(/page=\\d+/,"page="+p);location.href=s;}}if(m_nCurrPage*m_nPageSize<m_nRecordCount)document.write(\'<a href="#" onclick="toPage(\'+(m_nCurrPage+1)+\');return false">下一页</a>\');</script></body></html>').encode())

@fam("igs_publish", "nanjing, jiangsu spiders: /igs/front/search/publish/data/list.html?index=…&filter[CHANNELID]=…; rows DOCTITLE, DOCPUBURL")
class Igs(K):
    col_url = "/njxxgk/nb/"; root = "/njxxgk/nb"
    body = '<ul id="list"></ul><div class="pager"></div><script>var siteId="18",chnl="15120";function load(p){$.get("/igs/front/search/publish/data/list.html?index=wzqsearch-v20190124&type=infomation&siteId="+siteId+"&pageSize=5&orderProperty=PUBDATE&orderDirection=desc&pageIndex="+p+"&filter[CHANNELID]="+chnl,function(r){var h="";for(var i=0;i<r.rows.length;i++){h+=\'<li><a href="\'+r.rows[i].DOCPUBURL+\'">\'+r.rows[i].DOCTITLE+"</a></li>";}$("#list").html(h);$(".pager").html("共"+r.total+"条");},"json");}load(1);</script>'
    def dyn(self, m, host, path, q, body, h):
        if path == "/igs/front/search/publish/data/list.html":
            ok = q.get("filter[CHANNELID]") == "15120" and q.get("siteId") == "18"
            return self.json({"total": len(self.docs) if ok else 0, "rows": [{"DOCID": self.id(d), "DOCTITLE": d.title, "DOCPUBURL": self.base + self.u(d), "PUBDATE": (d.year - 1969) * 31536000000} for d in self.part(self.n(q.get("pageIndex")))] if ok else []})

@fam("siteserver_dynamic", "SiteServer CMS: stl:dynamic posts an encrypted template and the page's number to /api/sys/stl/actions/dynamic; the answer is JSON with markup")
class SiteServer(K):
    col_url = "/channels/701.html"; root = "/contents/701"
    body = '<div id="ajaxElement_1_218">加载中…</div><script type="text/javascript">function stlDynamic_ajaxElement_1_218(page){stlClient.post("/api/sys/stl/actions/dynamic?",{value:"hT0secret0k1Tq0add0slash0",page:page},function(err,data,status){if(!err){if(data.value){document.getElementById("ajaxElement_1_218").innerHTML=data.html;}}});}stlDynamic_ajaxElement_1_218(1);</script>'
    def lists(self):
        self.get("/sitefiles/assets/js/stlclient.js", self.js('var stlClient={post:function(u,d,cb){var x=new XMLHttpRequest();x.open("POST",u,true);x.setRequestHeader("Content-Type","application/json");x.onreadystatechange=function(){if(x.readyState==4)cb(null,JSON.parse(x.responseText),x.status);};x.send(JSON.stringify(d));}};'))
        self.get(self.col_url, self.page(self.col, '<script src="/sitefiles/assets/js/stlclient.js"></script>' + self.body))
    def dyn(self, m, host, path, q, body, h):
        if path == "/api/sys/stl/actions/dynamic":
            f = self.body_json(body) or {}; n = self.n(str(f.get("page")))
            if m != "POST" or f.get("value") != "hT0secret0k1Tq0add0slash0": return self.json({"value": False, "html": ""})
            nx = f'<a href="javascript:void(0)" onclick="stlDynamic_ajaxElement_1_218({n+1});return false;">下一页</a>' if n < self.pages() else "<span>下一页</span>"
            return self.json({"value": True, "html": f"<ul>{self.rows(self.part(n))}</ul><div>{nx}</div>"})

@fam("layui_flow", "layui flow.load: rows are appended as the page is scrolled; done(page,next) asks $.get(list?page=) and calls next(markup, page < res.pages)")
class LayuiFlow(K):
    col_url = "/m/xxgk/nb.html"; root = "/m/xxgk/info"
    def lists(self):
        self.get("/layui/layui.js", self.js('var layui={each:function(a,f){for(var i=0;i<a.length;i++)f(i,a[i]);},use:function(n,f){f();},flow:{load:function(o){var e=document.querySelector(o.elem),p=0;function done(h,more){e.insertAdjacentHTML("beforeend",h);if(more){var b=document.createElement("a");b.href="javascript:;";b.className="layui-flow-more";b.textContent="加载更多";b.onclick=function(){b.remove();go();};e.appendChild(b);}}function go(){o.done(++p,done);}go();}}};'))
        self.get(self.col_url, self.column('<ul id="LAY_list"></ul><script src="/layui/layui.js"></script><script>layui.use("flow",function(){var flow=layui.flow;flow.load({elem:"#LAY_list",done:function(page,next){var lis=[];$.get("/m/api/list?cid=nb&page="+page,function(res){layui.each(res.data,function(index,item){lis.push(\'<li><a href="/m/xxgk/info/\'+item.aid+\'.html">\'+item.atitle+"</a></li>");});next(lis.join(""),page<res.pages);},"json");}});});</script>'))
    def dyn(self, m, host, path, q, body, h):
        if path == "/m/api/list":
            ok = q.get("cid") == "nb"; n = self.n(q.get("page"))
            return self.json({"pages": self.pages() if ok else 0, "data": [{"aid": self.id(d), "atitle": d.title} for d in self.part(n)] if ok else []})

@fam("mescroll", "mescroll.js of mobile sites: up: {callback: function(page)}, which asks with page.num and page.size and ends by endBySize")
class MeScroll(K):
    col_url = "/wap/nb.html"; root = "/wap/view"
    def build(self): self.puts(lambda k, d: f"/wap/view.html?rid=r{4700+k}"); self.lists()
    def lists(self):
        self.get("/wap/js/mescroll.min.js", self.js('function MeScroll(id,o){var s=this,p={num:0,size:o.up.page&&o.up.page.size||10};function up(){p.num++;o.up.callback(p);}s.endBySize=function(n,t){if(p.num*p.size<t){var b=document.createElement("div");b.className="upwarp-tip";b.textContent="加载更多";b.onclick=function(){b.remove();up();};document.getElementById(id).appendChild(b);}};up();}'))
        self.get("/wap/js/nb.js", self.js('$(function(){var mescroll=new MeScroll("mescroll",{up:{callback:getListData,page:{num:0,size:5}}});function getListData(page){$.ajax({type:"GET",url:"/wap/rest/list?lanmu=nb&num="+page.num+"&size="+page.size,dataType:"json",success:function(d){mescroll.endBySize(d.rows.length,d.total);var h="";for(var i=0;i<d.rows.length;i++)h+=\'<li onclick="goDetail(this)" rid="\'+d.rows[i].rid+\'">\'+d.rows[i].bt+"</li>";$("#dataList").append(h);}});}});function goDetail(o){location.href="view.html?rid="+$(o).attr("rid");}'))
        self.get(self.col_url, self.column('<div id="mescroll"><ul id="dataList"></ul></div><script src="/wap/js/mescroll.min.js"></script><script src="/wap/js/nb.js"></script>'))
    def dyn(self, m, host, path, q, body, h):
        if path == "/wap/rest/list":
            ok = q.get("lanmu") == "nb" and q.get("size") == "5"
            return self.json({"total": len(self.docs) if ok else 0, "rows": [{"rid": f"r{self.id(d)}", "bt": d.title} for d in self.part(self.n(q.get("num")))] if ok else []})

@fam("paginator_pageurl", "bootstrapPaginator({currentPage,totalPages,pageUrl:function(type,page){return 'list_'+page+'.html'}})")
class PageUrl(K):
    def build(self):
        self.puts(lambda k, d: f"{self.root}/{4700+k}.html")
        self.get("/js/bootstrap-paginator.min.js", self.js('$.fn.bootstrapPaginator=function(o){var h="";for(var i=1;i<=o.totalPages;i++)h+=\'<li><a href="\'+o.pageUrl("page",i,o.currentPage)+\'">\'+i+"</a></li>";return this.html(h);};'))
        for n in range(1, self.pages() + 1):
            self.get(self.col_url + ("" if n == 1 else f"list_{n}.html"), self.page(self.col, f'<script src="/js/jq.js"></script><script src="/js/bootstrap-paginator.min.js"></script><ul>{self.rows(self.part(n))}</ul><ul id="pageLimit"></ul><script>$("#pageLimit").bootstrapPaginator({{currentPage:{n},totalPages:{self.pages()},size:"normal",bootstrapMajorVersion:3,alignment:"right",numberOfPages:5,itemTexts:function(type,page,current){{switch(type){{case"first":return"首页";case"last":return"末页";case"page":return page;}}}},pageUrl:function(type,page,current){{if(page==1){{return"/zwgk/zfxxgknb/";}}else{{return"list_"+page+".html";}}}}}});</script>'))

@fam("kkpager", "kkpager.generPageHtml({pno,total,totalRecords,hrefFormer,hrefLatter,getLink:function(n){return this.hrefFormer+'_'+n+this.hrefLatter}})")
class KkPager(K):
    def build(self):
        self.puts(lambda k, d: f"{self.root}/{4700+k}.html")
        self.get("/js/kkpager.min.js", self.js('var kkpager={generPageHtml:function(c){for(var k in c)this[k]=c[k];var h="";for(var i=1;i<=this.total;i++)h+=i==this.pno?"<span>"+i+"</span>":\'<a href="\'+this.getLink(i)+\'">\'+i+"</a>";document.getElementById("kkpager").innerHTML=h;}};'))
        for n in range(1, self.pages() + 1):
            self.get(self.col_url + ("" if n == 1 else f"gknb_{n}.shtml"), self.page(self.col, f'<ul>{self.rows(self.part(n))}</ul><div id="kkpager"></div><script src="/js/kkpager.min.js"></script><script>var totalPage={self.pages()};var totalRecords={len(self.docs)};var pageNo={n};kkpager.generPageHtml({{pno:pageNo,total:totalPage,totalRecords:totalRecords,hrefFormer:"gknb",hrefLatter:".shtml",getLink:function(n){{if(n==1){{return"./";}}return this.hrefFormer+"_"+n+this.hrefLatter;}}}});</script>'))

@fam("jquery_pagination", "$('#Pagination').pagination(total,{items_per_page,callback}); the callback's page_index counts from 0 and posts pageIndex+1 to a handler")
class JqPagination(K):
    col_url = "/xxgk/nblist.html"; root = "/xxgk/show"
    def lists(self):
        self.get("/js/jquery.pagination.js", self.js('$.fn.pagination=function(total,o){var s=this,n=Math.ceil(total/o.items_per_page);function draw(c){var h="";for(var i=0;i<n;i++)h+=i==c?\'<span class="current">\'+(i+1)+"</span>":\'<a href="#" data-i="\'+i+\'">\'+(i+1)+"</a>";s.html(h);var as=document.querySelectorAll("#Pagination a");for(var k=0;k<as.length;k++)as[k].onclick=function(){var i=+this.getAttribute("data-i");o.callback(i);draw(i);return false;};}draw(0);o.callback(0);return s;};'))
        self.get(self.col_url, self.column('<div id="Searchresult"></div><div id="Pagination"></div><script src="/js/jquery.pagination.js"></script><script>$(function(){var num_entries=' + str(len(self.docs)) + ';$("#Pagination").pagination(num_entries,{num_edge_entries:1,num_display_entries:4,callback:pageselectCallback,items_per_page:5,prev_text:"前一页",next_text:"后一页"});function pageselectCallback(page_index,jq){$.ajax({type:"POST",dataType:"html",url:"/ajax/GetList.ashx",data:{lmid:701,PageIndex:page_index+1,PageSize:5},success:function(data){$("#Searchresult").html(data);}});return false;}});</script>'))
    def dyn(self, m, host, path, q, body, h):
        if path == "/ajax/GetList.ashx":
            f = self.f(q, body); ok = m == "POST" and f.get("lmid") == "701" and f.get("PageSize") == "5"
            return self.html((f"<ul>{self.rows(self.part(self.n(f.get('PageIndex'))))}</ul>" if ok else "").encode())

@fam("organ_label", "Anhui counties: a list of bodies, each with its own organId; a type of the address says 公开年报, whose rows come by the label's request, one answer a body")
class OrganLabel(K):
    col_url = "/zwgk/public/"; col = "部门信息公开"
    def build(self):
        names, self.docs = bodies(16); self.puts(lambda k, d: f"/zwgk/public/{6615900+d.k}/{d.year}{100+d.k}.html")
        self.names = names
        self.get(self.col_url, self.page(self.col, "<ul>" + "".join(f'<li><a href="/zwgk/public/column/{6615900+k}?type=1&action=guide">{n}</a></li>' for k, n in enumerate(names)) + "</ul>"))
    def dyn(self, m, host, path, q, body, h):
        if path.startswith("/zwgk/public/column/"):
            o = path.rsplit("/", 1)[1]; t = q.get("type")
            menu = "".join(f'<li><a href="/zwgk/public/column/{o}?type={k}&action={a}">{x}</a></li>' for k, a, x in ((1, "guide", "公开指南"), (2, "list", "公开年报"), (4, "list", "公开目录")))
            main = f'<div id="con"></div><script>var orgId="{o}";$("#con").load("/zwgk/site/label/8888?labelName=publicInfoList&siteId=6793339&organId="+orgId+"&type={t}&pageSize=20&pageIndex=1&action=list&file=/c2/publicInfoList");</script>' if q.get("action") == "list" else "<p>公开指南正文。</p>"
            return self.html(self.page(self.names[int(o) - 6615900] if o.isdigit() and 0 <= int(o) - 6615900 < len(self.names) else "信息公开", f'<script src="/js/jq.js"></script><ul class="nav2">{menu}</ul>{main}'))
        if path == "/zwgk/site/label/8888":
            ds = [d for d in self.docs if str(6615900 + d.k) == q.get("organId")] if q.get("type") == "2" else []
            return self.html((f"<ul>{self.rows(ds)}</ul>" if ds else "<ul><li>暂无相关信息</li></ul>").encode())

@fam("year_loop", "the years are written by a loop: for(var y=2025;y>=2019;y--)document.write('<a href=\"nb'+y+'.html\">'+y+'年</a>')")
class YearLoop(K):
    def build(self):
        self.puts(lambda k, d: f"{self.root}/{4700+k}.html"); ys = sorted({d.year for d in self.docs}, reverse=True)
        self.get(self.col_url, self.page(self.col, f'<div class="years"><script>for(var y={ys[0]};y>={ys[-1]};y--){{document.write(\'<a href="nb\'+y+\'.html">\'+y+\'年</a> \');}}</script></div>'))
        for y in range(ys[-1], ys[0] + 1): self.get(f"{self.col_url}nb{y}.html", self.page(f"{y}年", f"<ul>{self.rows([d for d in self.docs if d.year == y])}</ul>"))

@fam("more_link", "a block of the disclosure page: a heading 政府信息公开年报 without a link, the newest three rows, and 更多>> beside the heading")
class MoreLink(K):
    def hubpage(self): return b""
    def block(self): return self.page(self.hub, f'<div class="box"><div class="tit"><h3>政府信息公开制度</h3><a href="/zwgk/xxgkzd/">更多&gt;&gt;</a></div></div><div class="box"><div class="tit"><h3>政府信息公开年报</h3><a href="{self.col_url}">更多&gt;&gt;</a></div><ul>{self.rows(self.docs[:3])}</ul></div>')
    def build(self):
        self.puts(lambda k, d: f"{self.root}/{4700+k}.html"); self.get(self.hub_url, self.block())
        for n in range(1, self.pages() + 1): self.get(self.col_url + ("" if n == 1 else f"list{n}.html"), self.page("信息列表", f"<ul>{self.rows(self.part(n))}</ul>" + (f'<a href="list{n+1}.html">下一页</a>' if n < self.pages() else "")))

@fam("lazy_iframe", "the list is in a frame whose address stands in data-src until it comes into view; its pages turn by links within")
class LazyFrame(K):
    def build(self):
        self.puts(lambda k, d: f"{self.root}/{4700+k}.html"); self.get("/js/lazy.js", self.js('new IntersectionObserver(function(es){es.forEach(function(e){if(e.isIntersecting&&!e.target.src)e.target.src=e.target.getAttribute("data-src");});}).observe(document.querySelector("iframe.lazy"));'))
        self.get(self.col_url, self.page(self.col, '<iframe class="lazy" data-src="/frame/nb.htm" width="100%" height="600"></iframe><script src="/js/lazy.js"></script>'))
        for n in range(1, self.pages() + 1): self.get("/frame/nb.htm" if n == 1 else f"/frame/nb{n}.htm", (f'<html><body><ul>{self.rows(self.part(n))}</ul>' + (f'<a href="nb{n+1}.htm">下一页</a>' if n < self.pages() else "") + "</body></html>").encode())

@fam("form_next", "a form of hidden fields whose submit buttons are the pager: <input type=submit name=act value=下一页>; the server counts from the hidden field")
class FormNext(K):
    col_url = "/info/nb.php"; root = "/info/show"
    def dyn(self, m, host, path, q, body, h):
        if path == "/info/nb.php":
            f = self.f({}, body); n = self.n(f.get("cur")); n = min(self.pages(), n + 1) if f.get("act") == "下一页" else max(1, n - 1) if f.get("act") == "上一页" else n
            b = "".join(f'<input type="submit" name="act" value="{v}">' for v, ok in (("上一页", n > 1), ("下一页", n < self.pages())) if ok)
            return self.html(self.page(self.col, f'<ul>{self.rows(self.part(n))}</ul><form method="post" action="nb.php"><input type="hidden" name="lm" value="nb"><input type="hidden" name="cur" value="{n}">第{n}/{self.pages()}页 {b}</form>'))

@fam("htmx_get", "<button hx-get='/nb/rows?page=2' hx-target='#l' hx-swap='beforeend'>加载更多</button>; each answer brings the next button")
class Htmx(K):
    def more(self, n): return f'<button hx-get="/nb/rows?page={n+1}" hx-target="#l" hx-swap="beforeend">加载更多</button>' if n < self.pages() else ""
    def lists(self):
        self.get("/js/htmx.min.js", self.js('document.addEventListener("click",function(e){var b=e.target.closest("[hx-get]");if(!b)return;fetch(b.getAttribute("hx-get")).then(function(r){return r.text();}).then(function(h){b.remove();document.querySelector("#l").insertAdjacentHTML("beforeend",h);});});'))
        self.get(self.col_url, self.page(self.col, f'<div id="l">{self.rows(self.part(1))}{self.more(1)}</div><script src="/js/htmx.min.js"></script>'))
    def dyn(self, m, host, path, q, body, h):
        if path == "/nb/rows": n = self.n(q.get("page")); return self.html((self.rows(self.part(n)) + self.more(n)).encode())

@fam("load_selector", "$('#l').load('inc/nb1.html #rows'): a part of another page, named by a selector behind a blank; 下一页 loads the next")
class LoadSelector(K):
    body = '<div id="l"></div><a href="javascript:void(0)" onclick="p++;show()">下一页</a><script>var p=1;function show(){$("#l").load("inc/nb"+p+".html #rows");}show();</script>'
    def lists(self):
        super().lists()
        for n in range(1, self.pages() + 1): self.get(f"{self.col_url}inc/nb{n}.html", f'<html><body><h1>模板</h1><div id="rows"><ul>{self.rows(self.part(n))}</ul></div></body></html>'.encode())

@fam("bodies_as_links", "a page a year, whose rows are called by their body alone: 2023年政府信息公开年报 → 教育局, 财政局, 河东镇")
class BodiesAsLinks(K):
    def build(self):
        names, self.docs = bodies(20); self.puts(lambda k, d: f"/zwgk/nb/{d.year}/{d.k:03d}.html"); ys = sorted({d.year for d in self.docs})
        self.get(self.col_url, self.page(self.col, "".join(f'<p><a href="/zwgk/nb/{y}/">{y}年政府信息公开年报</a></p>' for y in ys)))
        for y in ys: self.get(f"/zwgk/nb/{y}/", self.page(f"{y}年政府信息公开年报", "<ul>" + "".join(f'<li><a href="{self.u(d)}">{d.auth}</a></li>' for d in self.docs if d.year == y) + "</ul>"))

@fam("percent_template", "a pager of the site's own: new Pager({cur:1,total:3,href:'nb-%d.html'}) in a page whose file counts no pages")
class PercentTemplate(K):
    def build(self):
        self.puts(lambda k, d: f"{self.root}/{4700+k}.html")
        self.get("/js/pager.js", self.js('function Pager(o){var h="";for(var i=1;i<=o.total;i++)h+=i==o.cur?"<b>"+i+"</b>":\'<a href="\'+o.href.replace("%d",i)+\'">\'+i+"</a>";document.getElementById("pg").innerHTML=h;}'))
        for n in range(1, self.pages() + 1): self.get(self.col_url + ("" if n == 1 else f"nb-{n}.html"), self.page(self.col, f'<ul>{self.rows(self.part(n))}</ul><div id="pg"></div><script src="/js/pager.js"></script><script>new Pager({{cur:{n},total:{self.pages()},href:"nb-%d.html"}});</script>'))

@fam("delimited_rows", "the rows are one text of a script: var s='标题|/nb/4701.html|2024-01-20#标题|…', which it splits")
class Delimited(K):
    def lists(self): self.get(self.col_url, self.column('<ul id="l"></ul><script>var s="' + "#".join(f"{d.title}|{self.u(d)}|{d.year+1}-01-20" for d in self.docs) + '";var h="";s.split("#").forEach(function(r){var c=r.split("|");h+="<li><a href=\'"+c[1]+"\'>"+c[0]+"</a><span>"+c[2]+"</span></li>";});$("#l").html(h);</script>'))

@fam("txt_rows", "the rows come from a text file, a line each: $.get('nb.txt'), title, address and date between tabs")
class TxtRows(K):
    def lists(self):
        self.get(f"{self.col_url}nb.txt", "\n".join(f"{d.title}\t{self.u(d)}\t{d.year+1}-01-20" for d in self.docs).encode(), ctype="text/plain; charset=utf-8")
        self.get(self.col_url, self.column('<ul id="l"></ul><script>$.get("nb.txt",function(t){var h="";t.split("\\n").forEach(function(r){var c=r.split("\\t");h+="<li><a href=\'"+c[1]+"\'>"+c[0]+"</a></li>";});$("#l").html(h);},"text");</script>'))

if __name__ == "__main__": farm.main(FAM)
