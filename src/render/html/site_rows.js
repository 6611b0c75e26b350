// What the page of a site knows: its entities and links, and what each row of its tables is about. Of a large site, the long
// tables stand in the page as text; a part of their rows is shown at a time, and paper gets them all.
const site = (() => {
  "use strict";
  const { made } = shared;
  const main = document.querySelector("main");
  const register = JSON.parse(document.getElementById("_register").textContent);
  const word = (number) => register.words[number];
  const entities = register.entities.map(([name, ...rest]) => {
    const [organization, status, protocol, modality] = rest.map(word);
    return { name, organization, status, protocol, modality, links: [] };
  });
  const links = register.links.map(([source, target, ...rest], number) => {
    const [arrow, organization, status, protocol] = rest.map(word);
    for (const end of new Set([source, target])) entities[end].links.push(number);
    return { source, target, arrow, organization, status, protocol };
  });
  const numbers = new Map(entities.map(({ name }, number) => [name, number]));
  const titled = (link) => `${entities[link.source].name} ${link.arrow || "–"} ${entities[link.target].name}`;
  const titles = new Map();
  links.forEach((link, number) => {
    const title = titled(link);
    if (titles.has(title)) titles.get(title).push(number);
    else titles.set(title, [number]);
  });
  const opener = (number) => {
    const { name } = entities[number];
    const link = made("a", "ae", name);
    link.href = `#${new URLSearchParams({ ae: name })}`;
    return link;
  };
  const known = (text) => numbers.get(text) ?? numbers.get(text.replace(/ \([^()]*\)$/, ""));

  // What a row is about, by the lines of its cells that name something; `arrow` is the sign between source and target.
  const about = (lines, arrow, status) => {
    const found = { entities: new Set(), links: new Set() };
    const ends = [];
    for (const line of lines) {
      const entity = known(line);
      if (entity !== undefined) {
        ends.push(entity);
        found.entities.add(entity);
        continue;
      }
      const [source, , target] = line.split(/ ([→←↔–]) /);
      if (target !== undefined) {
        const bare = line.replace(/ \([^()]*\)/g, "");
        for (const number of titles.get(line) ?? titles.get(bare) ?? []) found.links.add(number);
        for (const end of [known(source), known(target)]) if (end !== undefined) found.entities.add(end);
        continue;
      }
      for (const [, at] of line.matchAll(/\blinks\[(\d+)\]/g)) if (links[at]) found.links.add(Number(at));
      for (const [, quoted, plain] of line.matchAll(/\bapplication_entities\.(?:"([^"]+)"|([^.\s[]+))/g)) {
        const entity = numbers.get(quoted ?? plain);
        if (entity !== undefined) found.entities.add(entity);
      }
    }
    // Source, arrow and target in columns of their own.
    if (ends.length === 2 && !found.links.size && arrow) {
      const between = titles.get(titled({ source: ends[0], target: ends[1], arrow })) ?? [];
      const narrowed = between.filter((number) => links[number].status === status);
      for (const number of narrowed.length ? narrowed : between) found.links.add(number);
    }
    return found;
  };
  const isArrow = (text) => /^[→←↔]$/.test(text);

  // A row as markup: its cells as text, lines apart.
  const SIGNS = { amp: "&", lt: "<", gt: ">", quot: "\"", "#39": "'", nbsp: "\u00a0" };
  const plain = (markup) => markup.replace(/<br>/g, "\n").replace(/<[^>]*>/g, "").replace(/&(amp|lt|gt|quot|#39|nbsp);/g, (_, sign) => SIGNS[sign]);
  const signs = (text) => text.replace(/[&<>"']/g, (sign) => `&${Object.keys(SIGNS).find((name) => SIGNS[name] === sign)};`);
  const cellsOf = (markup) => markup.split(/<\/t[dh]>/).slice(0, -1);
  const rowOf = (one) => {
    if (one.row) return one.row;
    const body = document.createElement("tbody");
    body.innerHTML = `${one.markup}</tr>`;
    return body.rows[0];
  };
  const textOf = (one) => (one.text ??= (one.row ? one.row.textContent : plain(one.markup)).toLowerCase());
  const linesOf = (cell) => {
    if (!cell.children.length) return [cell.textContent];
    const found = [""];
    for (const node of cell.childNodes) {
      if (node.nodeName === "BR") found.push("");
      else found[found.length - 1] += node.textContent;
    }
    return found;
  };
  // Reads what a row is about, once.
  const read = (table, one) => {
    if (one.about) return one.about;
    const { columns, status } = table;
    const trimmed = (lines) => lines.map((line) => line.trim());
    if (one.row) {
      const own = columns.map((at) => one.row.cells[at - one.missing]).filter(Boolean);
      const arrow = [...one.row.cells].map((cell) => cell.textContent.trim()).find(isArrow);
      one.about = about(trimmed(own.flatMap(linesOf)), arrow, status);
    } else {
      const cells = cellsOf(one.markup);
      const own = columns.flatMap((at) => (cells[at] ? plain(cells[at]).split("\n") : []));
      const arrow = status && cells.map((cell) => plain(cell).trim()).find(isArrow);
      one.about = about(trimmed(own), arrow, status);
    }
    return one.about;
  };
  const concerns = ({ entities, links }) => entities.size > 0 || links.size > 0;

  // Names of entities lead to their pages.
  const link = (table, row, missing) => {
    for (const at of table.columns) {
      const cell = row.cells[at - missing];
      const entity = cell && !cell.children.length ? known(cell.textContent.trim()) : undefined;
      if (entity === undefined) continue;
      const link = opener(entity);
      link.textContent = cell.textContent;
      cell.replaceChildren(link);
    }
  };

  // The tables. A row of one that stands in the page has an element, others have markup.
  const NAMES = /^(Name|Source|Target|From|To|Sender|Receiver|Link|Links|Which|Entities|Entity|Used by|Kept for|System|Peer|Place and Finding|Place|What breaks)$/;
  const described = (element) => {
    const heads = [...element.tHead.rows].at(-1).cells;
    const columns = [...heads].flatMap((cell, at) => (NAMES.test(cell.textContent.trim()) ? [at] : []));
    const status = element.id.startsWith("table-links-") ? element.id.slice("table-links-".length) : "";
    const byPlace = [...heads].some((cell) => cell.textContent.trim().startsWith("Place"));
    return { element, columns, status, byPlace, width: heads.length, rows: [], passing: null, from: 0, isTextual: false };
  };
  const standing = (element) => {
    const table = described(element);
    if (!table.columns.length) return table;
    for (const body of element.tBodies) {
      // Rows that share cells with the one above stay with it.
      let group = { lead: null, rows: [], left: 0 };
      for (const row of [...body.rows]) {
        if (row.classList.contains("group")) continue;
        const missing = table.width - row.cells.length;
        if (group.left === 0) group = { lead: row, rows: [], left: Math.max(...[...row.cells].map((cell) => cell.rowSpan)) };
        group.left -= 1;
        const one = { row, missing, group };
        if (!concerns(read(table, one))) continue;
        group.rows.push(one);
        table.rows.push(one);
        link(table, row, missing);
      }
    }
    return table;
  };

  let picked = new Set();
  const PART = 100;
  const textual = (hidden) => {
    const text = hidden.textContent;
    const start = text.indexOf("<tbody>") + "<tbody>\n".length;
    const end = text.lastIndexOf("</tbody>");
    const frame = hidden.parentElement;
    hidden.remove();
    frame.insertAdjacentHTML("beforeend", text.slice(0, start) + text.slice(end));
    const table = described(frame.querySelector("table"));
    table.isTextual = true;
    table.rows = text.slice(start, end).split("</tr>\n").slice(0, -1).map((markup) => ({ markup }));
    table.bars = [bar(table), bar(table)];
    frame.before(table.bars[0].element);
    frame.after(table.bars[1].element);
    show(table);
    return table;
  };
  const bar = (table) => {
    const element = made("div", "part", "");
    const said = made("span", "", "");
    const button = (text, label, to) => {
      const one = made("button", "", text);
      one.type = "button";
      one.setAttribute("aria-label", label);
      one.addEventListener("click", () => {
        to();
        if (element !== table.bars[0].element) table.bars[0].element.scrollIntoView({ block: "nearest" });
      });
      return one;
    };
    const earlier = button("‹", "Earlier rows", () => show(table, table.from - PART));
    const later = button("›", "Later rows", () => show(table, table.from + PART));
    const all = button("All", "All rows", () => show(table, 0, Infinity));
    element.append(earlier, said, later, all);
    return { element, said, earlier, later, all };
  };
  const mark = (table, one, row) => row.classList.toggle("picked", picked.size > 0 && [...read(table, one).links].some((number) => picked.has(number)));
  const number = (count) => count.toLocaleString("en");
  const show = (table, from = 0, length = PART) => {
    const rows = table.passing ?? table.rows;
    const first = Math.max(0, Math.min(from, Math.floor((rows.length - 1) / PART) * PART));
    const shown = rows.slice(first, first + length);
    const body = table.element.tBodies[0];
    table.from = first;
    table.shown = shown;
    body.innerHTML = shown.map(({ markup }) => `${markup}</tr>`).join("");
    shown.forEach((one, at) => {
      const row = body.rows[at];
      if (one.id) row.id = one.id;
      mark(table, one, row);
      link(table, row, 0);
    });
    const isAll = shown.length === rows.length;
    const of = table.passing ? `${number(rows.length)} of ${number(table.rows.length)} rows` : `${number(rows.length)} rows`;
    for (const { element, said, earlier, later, all } of table.bars) {
      said.textContent = isAll ? of : `${number(first + 1)}–${number(first + shown.length)} of ${of}`;
      earlier.hidden = later.hidden = all.hidden = isAll;
      earlier.disabled = first === 0;
      later.disabled = first + length >= rows.length;
      element.hidden = isAll && element !== table.bars[0].element;
    }
  };
  // The place of a row, which is shown for it.
  const placed = (table, one, id) => {
    if (one.row) {
      one.row.id ||= id;
      return one.row.id;
    }
    one.id = id;
    const at = (table.passing ?? table.rows).indexOf(one);
    if (at >= 0) show(table, Math.floor(at / PART) * PART);
    return id;
  };

  // Lets only those rows stand that pass, in steps; every row where nothing is asked.
  const STEP = 1000;
  function* narrow(table, passes) {
    if (!table.columns.length) return;
    if (!table.isTextual) {
      for (const { row, group } of table.rows) row.classList.toggle("out", passes !== null && !group.rows.some((one) => passes(one, one.about)));
      return;
    }
    if (passes === null) {
      if (table.passing) {
        table.passing = null;
        show(table);
      }
      return;
    }
    const passing = [];
    for (const [at, one] of table.rows.entries()) {
      if (at % STEP === STEP - 1) yield;
      const own = read(table, one);
      // A row about nothing that is known is not asked.
      if (!concerns(own) || passes(one, own)) passing.push(one);
    }
    table.passing = passing;
    show(table);
  }
  let runs = 0;
  const isNear = ({ element }) => {
    if (!element.checkVisibility()) return false;
    const { top, bottom } = element.parentElement.getBoundingClientRect();
    return bottom > -innerHeight && top < 2 * innerHeight;
  };
  // What is in sight is narrowed at once, what is not a little later.
  const narrowed = (passes) => {
    const run = ++runs;
    const near = tables.filter((table) => !table.isTextual || isNear(table));
    for (const table of near) for (const _ of narrow(table, passes));
    const steps = (function* () {
      for (const table of tables) if (!near.includes(table)) yield* narrow(table, passes);
    })();
    const next = () => {
      const until = performance.now() + 12;
      while (run === runs) {
        if (steps.next().done) return;
        if (performance.now() > until) return setTimeout(next);
      }
    };
    setTimeout(next);
  };

  // The rows about an entity or its links, table by table.
  const rowsAbout = (number) => {
    const own = entities[number].links;
    const name = signs(entities[number].name);
    const isAbout = (table) => (one) => {
      if (one.markup && !one.about && !table.byPlace && !one.markup.includes(name)) return false;
      const found = read(table, one);
      return found.entities.has(number) || own.some((link) => found.links.has(link));
    };
    return tables.map((table) => [table, table.rows.filter(isAbout(table))]).filter(([, found]) => found.length);
  };
  // Marks the rows about links, as far as they are shown.
  const pick = (chosen) => {
    picked = chosen;
    for (const table of tables) {
      const shown = table.isTextual ? table.shown : table.rows;
      shown.forEach((one, at) => mark(table, one, one.row ?? table.element.tBodies[0].rows[at]));
    }
  };
  const isOfLinks = ({ element }) => element.id.startsWith("table-links-");
  const rowOfLink = (number) => {
    for (const table of tables.filter(isOfLinks)) {
      const one = table.rows.find((one) => read(table, one).links.has(number));
      if (one) return () => placed(table, one, `_link-${number}`);
    }
    return null;
  };

  const hidden = [...main.querySelectorAll(".frame > noscript")].map(textual);
  const tables = [...main.querySelectorAll("table")].filter((element) => element.tHead).map(
    (element) => hidden.find((table) => table.element === element) ?? standing(element));
  // Paper has all rows that pass.
  addEventListener("beforeprint", () => { for (const table of hidden) show(table, 0, Infinity); });
  addEventListener("afterprint", () => { for (const table of hidden) show(table); });

  return { entities, links, numbers, titled, opener, tables, rowOf, textOf, narrowed, rowsAbout, pick, rowOfLink };
})();
