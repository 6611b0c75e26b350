// The page of a site: filters, a page for each entity, and a topology that can be asked. Without this script the page is
// the plain document. All texts go in as text.
(() => {
  "use strict";
  const { noun, made, asked, keep, words } = shared;
  const { entities, links, numbers, titled, opener } = site;
  const main = document.querySelector("main");
  if (!entities.length) return;

  // The filters.
  const FIELDS = ["organization", "status", "protocol", "modality"];
  const panel = document.createElement("details");
  panel.className = "asks";
  panel.open = matchMedia("(min-width: 64.01rem)").matches;
  panel.append(made("summary", "", "Filters"));
  const form = document.createElement("form");
  form.setAttribute("role", "search");
  const field = (name, control) => {
    const label = made("label", "", name);
    control.name = name === "Search" ? "q" : name.toLowerCase();
    label.append(control);
    form.append(label);
  };
  const search = document.createElement("input");
  search.type = "search";
  field("Search", search);
  for (const name of FIELDS) {
    const values = new Set([...entities, ...links].map((one) => one[name]).filter(Boolean));
    if (values.size < 2) continue;
    const select = document.createElement("select");
    for (const value of ["", ...[...values].sort()]) select.append(new Option(value || "all", value));
    field(name[0].toUpperCase() + name.slice(1), select);
  }
  const reset = made("button", "", "Reset");
  reset.type = "reset";
  const outcome = document.createElement("output");
  form.append(reset, outcome);
  panel.append(form);
  main.querySelector(".chapter")?.before(panel);
  const names = FIELDS.filter((name) => form.elements[name]);

  const wants = (state) => {
    const sought = words(state.q);
    const hasWords = (text) => sought.every((one) => text.includes(one));
    const entity = ({ organization, status, protocol, modality }) =>
      (!state.organization || organization === state.organization) && (!state.status || status === state.status)
      && (!state.protocol || protocol === state.protocol) && (!state.modality || modality === state.modality);
    const link = (one) => {
      const ends = [entities[one.source], entities[one.target]];
      return (!state.status || one.status === state.status) && (!state.protocol || one.protocol === state.protocol)
        && (!state.organization || [one, ...ends].some((end) => end.organization === state.organization))
        && (!state.modality || ends.some((end) => end.modality === state.modality));
    };
    return {
      sought, hasWords,
      entities: entities.map((one) => entity(one)),
      links: links.map((one) => link(one)),
    };
  };
  const texts = { entities: entities.map((one) => one.name.toLowerCase()), links: links.map((one) => titled(one).toLowerCase()) };
  const drawn = [...main.querySelectorAll("svg g[data-entity], svg g[data-link]")].map((group) => ({
    group,
    isEntity: group.hasAttribute("data-entity"),
    numbers: (group.dataset.entity ?? group.dataset.link).split(" ").filter(Boolean).map(Number),
  }));
  const state = () => ({ q: search.value.trim(), ...Object.fromEntries(names.map((name) => [name, form.elements[name].value])) });
  const filter = () => {
    const now = state();
    const isOn = Object.values(now).some(Boolean);
    const wanted = wants(now);
    const linkPasses = (number) => wanted.links[number] && wanted.hasWords(texts.links[number]);
    const passes = (one, about) => {
      const isWanted = about.links.size
        ? [...about.links].some((number) => wanted.links[number])
        : [...about.entities].some((number) => wanted.entities[number]);
      return isWanted && (!wanted.sought.length || wanted.hasWords(site.textOf(one)));
    };
    site.narrowed(isOn ? passes : null);
    const shown = entities.map((one, number) => (wanted.entities[number] && wanted.hasWords(texts.entities[number])) || (isOn && one.links.some(linkPasses)));
    for (const { group, isEntity, numbers } of drawn) {
      const passes = isEntity ? (number) => shown[number] : linkPasses;
      group.classList.toggle("faint", isOn && !numbers.some(passes));
    }
    const count = links.filter((_, number) => linkPasses(number)).length;
    outcome.textContent = isOn
      ? `${count} of ${noun(links.length, "link")}, with ${noun(shown.filter(Boolean).length, "entity").replace(/entitys$/, "entities")}`
      : "";
  };
  const save = () => {
    const parts = new URLSearchParams();
    for (const [name, value] of Object.entries(state())) if (value) parts.set(name, value);
    keep(parts);
  };
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("input", () => { unpick(); save(); filter(); });
  form.addEventListener("reset", () => setTimeout(() => { unpick(); save(); filter(); }));

  // The page of one entity.
  const page = document.createElement("section");
  page.className = "entity";
  page.tabIndex = -1;
  let before = { fragment: "", top: 0 };
  const copied = (table, found) => {
    const copy = table.cloneNode(false);
    copy.removeAttribute("id");
    for (const part of [table.caption, ...table.querySelectorAll(":scope > colgroup"), table.tHead]) if (part) copy.append(part.cloneNode(true));
    const body = document.createElement("tbody");
    for (const one of found) {
      const row = site.rowOf(one).cloneNode(true);
      row.classList.remove("out", "picked");
      if (one.row && one.row !== one.group.lead) {
        const shared = [...one.group.lead.cells].slice(0, one.group.lead.cells.length - one.row.cells.length);
        row.prepend(...shared.map((cell) => cell.cloneNode(true)));
      }
      for (const cell of row.cells) cell.removeAttribute("rowspan");
      body.append(row);
    }
    copy.append(body);
    for (const part of copy.querySelectorAll("[id], .permalink")) {
      if (part.matches(".permalink")) part.remove();
      else part.removeAttribute("id");
    }
    const frame = made("div", "frame", "");
    frame.append(copy);
    return frame;
  };
  const facts = (list, seen, table, row) => {
    const heads = [...table.tHead.rows].at(-1).cells;
    [...heads].forEach((head, at) => {
      const cell = row.cells[at];
      const text = cell?.textContent.trim();
      if (at === 0 || !text || text === "–" || seen.has(head.textContent)) return;
      seen.add(head.textContent);
      const meaning = document.createElement("dd");
      meaning.append(...[...cell.childNodes].map((node) => node.cloneNode(true)));
      list.append(made("dt", "", head.textContent), meaning);
    });
  };
  const linked = (title, numbers) => {
    if (!numbers.length) return [];
    const list = document.createElement("ul");
    for (const number of numbers) {
      const { source, target, arrow, status, protocol } = links[number];
      const item = document.createElement("li");
      item.append(opener(source), ` ${arrow || "–"} `, opener(target), ` · ${status} · ${protocol}`);
      list.append(item);
    }
    return [made("h3", "", title), list];
  };
  const tell = (number) => {
    const { name, links: own } = entities[number];
    const back = made("a", "back", "← Back to the site");
    back.href = before.fragment || "#";
    const list = document.createElement("dl");
    const parts = [];
    const seen = new Set();
    for (const [{ element }, found] of site.rowsAbout(number)) {
      const isOwn = element.tHead.rows[0].cells[0].textContent.trim() === "Name" && found.length === 1 && found[0].about.entities.size === 1;
      if (isOwn) facts(list, seen, element, site.rowOf(found[0]));
      else if (!element.id.startsWith("table-links-")) parts.push(copied(element, found));
    }
    const heading = made("h2", "", name);
    const outward = own.filter((link) => links[link].source === number);
    const inward = own.filter((link) => links[link].target === number && links[link].source !== number);
    if (!list.children.length) list.append(made("dt", "", "Registered"), made("dd", "", "not in this inventory"));
    page.replaceChildren(back, heading, list, ...linked("Links that it begins", outward), ...linked("Links that lead to it", inward));
    if (!own.length) page.append(made("p", "", "No link leads to or from it."));
    page.append(...(parts.length ? [made("h3", "", "In the tables of this document")] : []), ...parts);
  };
  let current = null;
  const follow = () => {
    const wanted = asked();
    const number = wanted.has("ae") ? numbers.get(wanted.get("ae")) : undefined;
    if (number !== undefined) {
      if (current === null) before = { fragment: before.fragment, top: before.top };
      current = number;
      tell(number);
      main.append(page);
      main.classList.add("one");
      scrollTo(0, 0);
      page.focus({ preventScroll: true });
      return;
    }
    const wasOpen = current !== null;
    current = null;
    main.classList.remove("one");
    page.remove();
    search.value = wanted.get("q") ?? "";
    for (const name of names) {
      form.elements[name].value = wanted.get(name) ?? "";
      if (form.elements[name].selectedIndex < 0) form.elements[name].value = "";
    }
    filter();
    const target = location.hash && !location.hash.includes("=") ? document.getElementById(decodeURIComponent(location.hash.slice(1))) : null;
    if (target) target.scrollIntoView();
    else if (wasOpen) scrollTo(0, before.top);
  };
  document.addEventListener("click", (event) => {
    const link = event.target.closest("a.ae");
    if (link && current === null) before = { fragment: location.hash.startsWith("#ae=") ? "" : location.hash, top: scrollY };
  });
  addEventListener("hashchange", follow);

  // The topology: a click tells what is linked, and drawings can be drawn larger.
  const bars = [];
  let picked = false;
  const unpick = () => {
    if (!picked) return;
    picked = false;
    for (const one of main.querySelectorAll(".picked")) one.classList.remove("picked");
    site.pick(new Set());
    for (const bar of bars) bar.replaceChildren();
    filter();
  };
  const highlight = (bar, chosen, ends, content) => {
    unpick();
    picked = true;
    for (const { group, isEntity, numbers } of drawn) {
      group.classList.toggle("faint", !numbers.some((number) => (isEntity ? ends : chosen).has(number)));
    }
    for (const way of main.querySelectorAll("svg .way")) way.classList.toggle("picked", chosen.has(Number(way.dataset.way)));
    site.pick(chosen);
    bar.append(...content);
  };
  const pickEntity = (bar, group) => {
    const own = group.dataset.entity.split(" ").map(Number);
    const chosen = new Set(own.flatMap((number) => entities[number].links));
    const ends = new Set([...own, ...[...chosen].flatMap((number) => [links[number].source, links[number].target])]);
    const content = own.slice(0, 40).map(opener);
    if (own.length > 40) content.push(`and ${own.length - 40} more`);
    content.push(made("span", "", `· ${noun(chosen.size, "link")}`));
    highlight(bar, chosen, ends, content);
    group.classList.add("picked");
  };
  const pickLink = (bar, number) => {
    const { source, target, arrow, status, protocol } = links[number];
    const content = [opener(source), arrow || "–", opener(target), made("span", "", `· ${status} · ${protocol}`)];
    const place = site.rowOfLink(number);
    if (place) {
      const jump = made("a", "", "its row");
      jump.href = `#_link-${number}`;
      jump.addEventListener("click", () => { jump.href = `#${place()}`; });
      content.push(jump);
    }
    highlight(bar, new Set([number]), new Set([source, target]), content);
  };
  const turn = (figure) => {
    const svg = figure.querySelector("svg");
    const frame = figure.querySelector(".frame");
    figure.classList.add("asked");
    const tools = made("div", "turn", "");
    const width = svg.viewBox.baseVal.width;
    let scale = 1;
    const zoom = (to) => {
      const middle = (frame.scrollLeft + frame.clientWidth / 2) / scale;
      scale = Math.min(6, Math.max(0.25, to));
      svg.style.width = scale === 1 ? "" : `${width * scale}px`;
      svg.style.height = scale === 1 ? "" : "auto";
      svg.style.maxWidth = scale === 1 ? "" : "none";
      frame.scrollLeft = middle * scale - frame.clientWidth / 2;
    };
    const button = (text, label, does) => {
      const made_ = made("button", "", text);
      made_.type = "button";
      made_.setAttribute("aria-label", label);
      made_.addEventListener("click", does);
      tools.append(made_);
    };
    button("−", "Smaller", () => zoom(scale / 1.25));
    button("+", "Larger", () => zoom(scale * 1.25));
    button("1:1", "As it was", () => { zoom(1); unpick(); });
    const bar = document.createElement("output");
    bars.push(bar);
    tools.append(bar);
    figure.before(tools);
    frame.addEventListener("wheel", (event) => {
      if (!event.ctrlKey && !event.metaKey) return;
      event.preventDefault();
      zoom(event.deltaY < 0 ? scale * 1.1 : scale / 1.1);
    }, { passive: false });
    let drag = null;
    frame.addEventListener("pointerdown", (event) => {
      if (event.pointerType === "mouse" && event.button === 0) drag = { x: event.clientX, left: frame.scrollLeft };
    });
    frame.addEventListener("pointermove", (event) => {
      if (drag && event.buttons) frame.scrollLeft = drag.left - (event.clientX - drag.x);
      else drag = null;
    });
    frame.addEventListener("keydown", (event) => {
      const group = event.target.closest("g[data-entity]");
      if (event.key === "+" || event.key === "=") zoom(scale * 1.25);
      else if (event.key === "-") zoom(scale / 1.25);
      else if (event.key === "0") zoom(1);
      else if (event.key === "Escape") unpick();
      else if (group && (event.key === "Enter" || event.key === " ")) pickEntity(bar, group);
      else return;
      event.preventDefault();
    });
    svg.addEventListener("click", (event) => {
      const way = event.target.closest(".way");
      const group = event.target.closest("g[data-entity]");
      if (way) pickLink(bar, Number(way.dataset.way));
      else if (group) pickEntity(bar, group);
      else unpick();
    });
    for (const group of svg.querySelectorAll("g[data-entity]")) {
      const own = group.dataset.entity.split(" ").map((number) => entities[number].name);
      group.tabIndex = 0;
      group.setAttribute("role", "button");
      group.setAttribute("aria-label", own.length > 3 ? noun(own.length, "entity").replace(/entitys$/, "entities") : own.join(", "));
    }
    svg.setAttribute("role", "group");
  };
  for (const figure of main.querySelectorAll("figure")) if (figure.querySelector("g[data-entity]")) turn(figure);

  follow();
})();
