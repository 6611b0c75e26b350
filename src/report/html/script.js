// Filters and the switch between rules and files. Their state is the fragment of the address, `#group=file&q=uid`, so
// that a view can be handed on. Without this script the page is the same list, by rule.
(() => {
  "use strict";
  const { noun, made, isState, asked, keep, words, unfold, unfoldOnPaper, showFilters } = shared;
  const main = document.getElementById("main");
  const groups = document.getElementById("groups");
  const panel = document.getElementById("filters");
  const form = panel.querySelector("form");
  const outcome = form.querySelector("output");
  const all = [...document.querySelectorAll(".finding")];
  if (!all.length) return;
  const counted = groups ? [...groups.querySelectorAll(".finding")] : [];
  const byRule = groups ? [...groups.children] : [];
  const severities = ["error", "warning", "info"];
  // So many findings are shown at once when few are asked for.
  const MOST_OPEN = 300;

  // The groups of files are made when they are first asked for.
  let byFile = null;
  const groupsOfFiles = () => {
    const found = new Map();
    for (const finding of counted) {
      const name = finding.dataset.file;
      if (found.has(name)) continue;
      const group = made("details", "group", "");
      const summary = document.createElement("summary");
      summary.append(made("h3", "", name), " ", made("span", "count", ""));
      group.append(summary, made("ol", "findings", ""));
      group.dataset.name = name;
      group.open = counted.length <= MOST_OPEN;
      found.set(name, group);
    }
    return [...found.keys()].sort().map((name) => found.get(name));
  };
  counted.sort((left, right) => left.dataset.order - right.dataset.order);

  let grouping = "rule";
  const regroup = (by) => {
    if (by === grouping || !groups) return;
    grouping = by;
    if (by === "file") byFile ??= groupsOfFiles();
    const wanted = by === "file" ? byFile : byRule;
    const lists = new Map(wanted.map((group) => [group.dataset.name, group.querySelector(".findings")]));
    for (const finding of counted) lists.get(finding.dataset[by]).append(finding);
    groups.replaceChildren(...wanted);
    main.className = `by-${by}`;
  };

  // The state of the view, as its form and its address have it.
  const read = () => ({
    group: form.elements.group.value,
    severity: severities.filter((_, index) => form.elements.severity[index].checked),
    rule: form.elements.rule.value,
    file: form.elements.file.value,
    q: form.elements.q.value.trim(),
  });
  const load = () => {
    const wanted = asked();
    const severity = wanted.has("severity") ? wanted.get("severity").split(",") : severities;
    form.elements.group.value = wanted.get("group") === "file" ? "file" : "rule";
    for (const box of form.elements.severity) box.checked = severity.includes(box.value);
    for (const name of ["rule", "file", "q"]) form.elements[name].value = wanted.get(name) ?? "";
    for (const name of ["rule", "file"]) if (form.elements[name].selectedIndex < 0) form.elements[name].value = "";
  };
  const save = (state) => {
    const parts = new URLSearchParams();
    if (state.group !== "rule") parts.set("group", state.group);
    if (state.severity.length < severities.length) parts.set("severity", state.severity.join(","));
    for (const name of ["rule", "file", "q"]) if (state[name]) parts.set(name, state[name]);
    keep(parts);
  };

  const texts = new Map();
  const text = (finding) => {
    if (!texts.has(finding)) texts.set(finding, `${finding.textContent} ${finding.dataset.rule}`.toLowerCase());
    return texts.get(finding);
  };
  const apply = () => {
    const state = read();
    const searched = words(state.q);
    const isWanted = (finding) =>
      state.severity.includes(finding.dataset.severity) &&
      (!state.rule || finding.dataset.rule === state.rule) &&
      (!state.file || finding.dataset.file === state.file) &&
      searched.every((word) => text(finding).includes(word));
    for (const finding of all) finding.hidden = !isWanted(finding);
    regroup(state.group);
    const shown = counted.filter((finding) => !finding.hidden).length;
    const isNarrowed = state.rule || state.file || searched.length || state.severity.length < severities.length;
    for (const group of groups ? groups.children : []) {
      const inside = group.querySelectorAll(".finding");
      const visible = [...inside].filter((finding) => !finding.hidden).length;
      group.hidden = visible === 0;
      group.querySelector(".count").textContent =
        visible === inside.length ? noun(visible, "finding") : `${visible} of ${noun(inside.length, "finding")}`;
      if (isNarrowed && shown <= MOST_OPEN) group.open = true;
    }
    outcome.textContent = shown === counted.length ? noun(shown, "finding") : `${shown} of ${noun(counted.length, "finding")}`;
    form.querySelector("button").hidden = !isNarrowed;
    nothing.hidden = shown > 0;
    return state;
  };
  const nothing = made("p", "nothing", "No finding passes the filters.");
  if (groups) groups.after(nothing);

  // A link to a rule or a finding opens the folds around its target.
  const reveal = () => {
    if (isState()) return;
    const id = decodeURIComponent(location.hash.slice(1));
    const target = document.getElementById(id);
    if (!target) {
      // Where findings stand by file, a rule is a filter.
      if (!id.startsWith("rule-")) return;
      form.elements.rule.value = id.slice("rule-".length);
      renew();
      return;
    }
    unfold(target);
    target.scrollIntoView();
  };

  // What is asked for is brought into sight.
  const approach = () => {
    const heading = document.getElementById("findings");
    if (heading && heading.getBoundingClientRect().top > innerHeight / 2) heading.scrollIntoView();
  };
  const renew = () => { save(apply()); approach(); };
  let waiting = 0;
  form.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(renew, counted.length > 2000 ? 150 : 0);
  });
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("reset", () => {
    const { group } = read();
    setTimeout(() => { form.elements.group.value = group; save(apply()); });
  });
  addEventListener("hashchange", () => {
    if (isState() || !location.hash) { load(); apply(); }
    if (isState()) approach();
    reveal();
  });

  // Names of files narrow the view to them.
  for (const cell of document.querySelectorAll("#files th[data-name]")) {
    if (cell.parentElement.querySelectorAll(".none").length === severities.length) continue;
    const link = document.createElement("a");
    link.href = `#${new URLSearchParams({ group: "file", file: cell.dataset.name })}`;
    link.append(...cell.childNodes);
    cell.append(link);
  }

  // Where findings stand by file, the name of a rule unfolds its page below the finding.
  main.addEventListener("click", (event) => {
    const link = event.target.closest(".where .rule");
    if (!link) return;
    event.preventDefault();
    const finding = link.closest(".finding");
    const here = finding.querySelector(".page");
    if (here) { here.remove(); return; }
    const wanted = finding.dataset.rule;
    const pages = [...byRule, ...document.querySelectorAll("#aside > .page")];
    const home = pages.find((one) => (one.dataset.page ?? one.dataset.name) === wanted);
    const page = home && (home.matches(".page") ? home : home.querySelector(".page"));
    if (!page) return;
    const copy = page.cloneNode(true);
    copy.removeAttribute("id");
    copy.open = true;
    finding.querySelector(".where").after(copy);
  });

  unfoldOnPaper("details.group, details.table, #aside");
  showFilters(panel);
  load();
  apply();
  reveal();
})();
