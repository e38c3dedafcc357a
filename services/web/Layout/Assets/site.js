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
  if (element) { event.preventDefault(); element.click(); }
});

// The reviewer's form stays where it was, and the chosen cell in sight.
for (const area of document.querySelectorAll("[data-scroll]")) {
  const name = `scroll ${area.dataset.scroll} ${location.pathname}`;
  area.scrollTop = Number(sessionStorage.getItem(name)) || 0;
  area.querySelector(".chosen")?.scrollIntoView({ block: "nearest", inline: "nearest" });
  area.addEventListener("scroll", () => sessionStorage.setItem(name, area.scrollTop), { passive: true });
}

// Parts that tell how things stand are asked for again while they change.
for (const part of document.querySelectorAll("[data-refresh]")) {
  const seconds = Number(part.dataset.refresh);
  const again = async () => {
    if (!document.hidden) {
      try {
        const answer = await fetch(part.dataset.from || location.href, { headers: { Accept: "text/html" } });
        if (answer.ok) {
          const fresh = new DOMParser().parseFromString(await answer.text(), "text/html").getElementById(part.id);
          if (fresh && fresh.innerHTML !== part.innerHTML && !part.contains(document.activeElement)) part.replaceChildren(...fresh.childNodes);
          if (fresh && !fresh.dataset.refresh) return;
        }
      } catch { /* The server may be restarting: the next try tells. */ }
    }
    setTimeout(again, seconds * 1000);
  };
  setTimeout(again, seconds * 1000);
}
