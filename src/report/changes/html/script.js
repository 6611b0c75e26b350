// Filters by impact, by what is changed, by rule and by words. Without this script the page is the same list.
(() => {
  "use strict";
  const { noun, made, isState, asked, keep, words, unfold, unfoldOnPaper, showFilters } = shared;
  const panel = document.getElementById("filters");
  const form = panel.querySelector("form");
  const outcome = form.querySelector("output");
  const groups = document.getElementById("groups");
  if (!groups) return;
  const all = [...groups.querySelectorAll(".change")];
  const impacts = [...form.elements.impact].map((box) => box.value);
  const names = ["about", "rule", "q"];
  const nothing = made("p", "nothing", "No change passes the filters.");
  groups.after(nothing);

  const read = () => ({
    impact: [...form.elements.impact].filter((box) => box.checked).map((box) => box.value),
    about: form.elements.about.value,
    rule: form.elements.rule.value,
    q: form.elements.q.value.trim(),
  });
  const load = () => {
    const wanted = asked();
    const impact = wanted.has("impact") ? wanted.get("impact").split(",") : impacts;
    for (const box of form.elements.impact) box.checked = impact.includes(box.value);
    for (const name of names) form.elements[name].value = wanted.get(name) ?? "";
    for (const name of ["about", "rule"]) if (form.elements[name].selectedIndex < 0) form.elements[name].value = "";
  };
  const save = (state) => {
    const parts = new URLSearchParams();
    if (state.impact.length < impacts.length) parts.set("impact", state.impact.join(","));
    for (const name of names) if (state[name]) parts.set(name, state[name]);
    keep(parts);
  };

  const texts = new Map();
  const text = (change) => {
    if (!texts.has(change)) {
      const subject = change.closest(".subject").querySelector("h4")?.textContent ?? "";
      texts.set(change, `${subject} ${change.textContent}`.toLowerCase());
    }
    return texts.get(change);
  };
  const apply = () => {
    const state = read();
    const searched = words(state.q);
    const isWanted = (change) =>
      state.impact.includes(change.dataset.impact) &&
      (!state.about || change.dataset.about === state.about) &&
      (!state.rule || change.dataset.rule === state.rule) &&
      searched.every((word) => text(change).includes(word));
    for (const change of all) change.hidden = !isWanted(change);
    const isNarrowed = state.about || state.rule || searched.length || state.impact.length < impacts.length;
    for (const group of groups.children) {
      const inside = [...group.querySelectorAll(".change")];
      const visible = inside.filter((change) => !change.hidden).length;
      for (const subject of group.querySelectorAll(".subject")) subject.hidden = !subject.querySelector(".change:not([hidden])");
      group.hidden = visible === 0;
      group.querySelector(".count").textContent =
        visible === inside.length ? noun(visible, "change") : `${visible} of ${noun(inside.length, "change")}`;
      if (isNarrowed) group.open = true;
    }
    const shown = all.filter((change) => !change.hidden).length;
    outcome.textContent = shown === all.length ? noun(shown, "change") : `${shown} of ${noun(all.length, "change")}`;
    form.querySelector("button").hidden = !isNarrowed;
    nothing.hidden = shown > 0;
    return state;
  };

  // A link to a change or a rule opens the folds around its target.
  const reveal = () => {
    if (isState()) return;
    const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (!target) return;
    unfold(target);
    target.scrollIntoView();
  };
  // What is asked for is brought into sight.
  const approach = () => {
    const heading = document.getElementById("changes");
    if (heading.getBoundingClientRect().top > innerHeight / 2) heading.scrollIntoView();
  };
  form.addEventListener("input", () => { save(apply()); approach(); });
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("reset", () => setTimeout(() => save(apply())));
  addEventListener("hashchange", () => {
    if (isState() || !location.hash) { load(); apply(); }
    if (isState()) approach();
    reveal();
  });

  unfoldOnPaper("details.group, details.table");
  showFilters(panel);
  load();
  apply();
  reveal();
})();
