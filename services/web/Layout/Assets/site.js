// Progressive enhancement: every page works without this file.
"use strict";

// Keys: an element with data-key is activated, one with data-focus gets the focus. Never while somebody types.
document.addEventListener("keydown", event => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.repeat) return;
  const target = event.target;
  const typing = target.matches("input, textarea, select");
  if (event.key === "Escape" && typing) { target.blur(); return; }
  if (typing || (event.key === "Enter" && target !== document.body)) return;
  const key = CSS.escape(event.key.length === 1 ? event.key.toLowerCase() : event.key);
  const focus = document.querySelector(`[data-focus="${key}"]`);
  if (focus) { event.preventDefault(); focus.focus(); focus.select(); return; }
  const element = document.querySelector(`[data-key="${key}"]`);
  if (element) {
    event.preventDefault();
    element.click();
    if (element.matches("summary") && element.parentElement.open) element.parentElement.querySelector("input:not([type=hidden])")?.focus();
  }
});

// The reviewer's form stays where it was, and the chosen cell in sight. The window itself never scrolls: the source beside the form would leave it.
for (const area of document.querySelectorAll("[data-scroll]")) {
  const name = `scroll ${area.dataset.scroll} ${location.pathname}`;
  area.scrollTop = Number(sessionStorage.getItem(name)) || 0;
  const chosen = area.querySelector(".chosen");
  for (const box of chosen ? [chosen.closest(".table"), area] : []) {
    const [inner, outer] = [chosen.getBoundingClientRect(), box.getBoundingClientRect()];
    if (box.scrollHeight > box.clientHeight && (inner.top < outer.top || inner.bottom > outer.bottom)) box.scrollTop += inner.top - outer.top - outer.height / 2;
    if (box.scrollWidth > box.clientWidth && (inner.left < outer.left || inner.right > outer.right)) box.scrollLeft += inner.left - outer.left - outer.width / 2;
  }
  chosen?.querySelector("a").focus({ preventScroll: true });
  area.addEventListener("scroll", () => sessionStorage.setItem(name, area.scrollTop), { passive: true });
}

// A source is scrolled to its mark once more when everything has its size.
addEventListener("load", () => {
  for (const frame of document.querySelectorAll("iframe.snapshot[src*='spot=']")) frame.src = `${frame.getAttribute("src")}#spot`;
});

// A plot leaves as PNG too: the browser draws its SVG, at twice its size.
const showPictures = part => { for (const link of part.querySelectorAll("a[data-png]")) link.hidden = false; };
showPictures(document);
document.addEventListener("click", async event => {
  const link = event.target.closest("a[data-png]");
  if (!link) return;
  event.preventDefault();
  const picture = new Image();
  picture.src = link.href;
  await picture.decode();
  const canvas = Object.assign(document.createElement("canvas"), { width: picture.width * 2, height: picture.height * 2 });
  const paper = canvas.getContext("2d");
  paper.fillStyle = "white";
  paper.fillRect(0, 0, canvas.width, canvas.height);
  paper.drawImage(picture, 0, 0, canvas.width, canvas.height);
  const png = URL.createObjectURL(await new Promise(done => canvas.toBlob(done, "image/png")));
  Object.assign(document.createElement("a"), { href: png, download: link.download }).click();
  URL.revokeObjectURL(png);
});

// Parts that tell how things stand are asked for again while they change; parts of one address together.
const addresses = Map.groupBy(document.querySelectorAll("[data-refresh]"), part => part.dataset.from || location.href);
for (const [address, parts] of addresses) {
  const pause = Math.min(...parts.map(part => Number(part.dataset.refresh))) * 1000;
  let open = parts;
  const again = async () => {
    if (!document.hidden) {
      try {
        const answer = await fetch(address, { headers: { Accept: "text/html" } });
        if (answer.ok) {
          const page = new DOMParser().parseFromString(await answer.text(), "text/html");
          open = open.filter(part => {
            const fresh = page.getElementById(part.id);
            const goesOn = fresh?.dataset.refresh;
            if (fresh && fresh.innerHTML !== part.innerHTML && !part.contains(document.activeElement)) { part.replaceChildren(...fresh.childNodes); showPictures(part); }
            return goesOn || !fresh;
          });
          if (open.length === 0) return;
        }
      } catch { /* The server may be restarting: the next try tells. */ }
    }
    setTimeout(again, pause);
  };
  setTimeout(again, pause);
}
