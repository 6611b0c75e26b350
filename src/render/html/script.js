(() => {
  "use strict";
  const main = document.querySelector("main");
  const nav = document.querySelector("nav");
  const menu = document.getElementById("_menu");

  // The reading position: the last listed heading above the upper edge of the window.
  const places = [];
  for (const link of nav.querySelectorAll("a")) {
    const heading = document.getElementById(decodeURIComponent(link.hash.slice(1)));
    if (heading) places.push({ link, heading });
  }
  let current = null;
  const follow = () => {
    const edge = parseFloat(getComputedStyle(document.documentElement).scrollPaddingTop) + 16;
    let low = 0, high = places.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (places[middle].heading.getBoundingClientRect().top <= edge) low = middle + 1;
      else high = middle;
    }
    const link = low > 0 ? places[low - 1].link : null;
    if (link === current) return;
    if (current) current.removeAttribute("aria-current");
    for (const item of nav.querySelectorAll("li.open")) item.classList.remove("open");
    current = link;
    if (!link) return;
    link.setAttribute("aria-current", "true");
    for (let item = link.closest("li"); item; item = item.parentElement.closest("li")) item.classList.add("open");
    const frame = nav.getBoundingClientRect(), line = link.getBoundingClientRect();
    if (line.top < frame.top + 40) nav.scrollTop += line.top - frame.top - 80;
    else if (line.bottom > frame.bottom - 40) nav.scrollTop += line.bottom - frame.bottom + 80;
  };
  let waiting = false;
  addEventListener("scroll", () => {
    if (waiting) return;
    waiting = true;
    requestAnimationFrame(() => { waiting = false; follow(); });
  }, { passive: true });
  follow();
  nav.addEventListener("click", (event) => { if (event.target.closest("a")) menu.checked = false; });

  // A click on a UID, tag or code copies it.
  const status = document.createElement("div");
  status.className = "copied";
  status.setAttribute("role", "status");
  document.body.append(status);
  let clearing = 0;
  const copy = async (code) => {
    try {
      await navigator.clipboard.writeText(code.textContent);
    } catch {
      getSelection().selectAllChildren(code);
      if (!document.execCommand("copy")) return;
    }
    status.textContent = `Copied ${code.textContent}`;
    clearTimeout(clearing);
    clearing = setTimeout(() => { status.textContent = ""; }, 1600);
  };
  main.addEventListener("click", (event) => {
    const code = event.target.closest("code");
    if (code && !code.closest("a") && getSelection().isCollapsed) copy(code);
  });
})();
