// Filters by verdict, by what people do, by service, by Application Entity and by words. Without this script the page is
// the same list.
(() => {
  "use strict";
  const { noun, made, isState, filters, words, unfold, unfoldOnPaper, showFilters } = shared;
  const panel = document.getElementById("filters");
  const form = panel.querySelector("form");
  const outcome = form.querySelector("output");
  const all = [...document.querySelectorAll(".item")];
  if (!all.length) return;
  const ways = all.filter((item) => item.closest("#groups"));
  // Not every page has every list, and what it counts differs.
  const names = ["workflow", "service", "ae"].filter((name) => form.elements[name]);
  const word = form.dataset.word;
  const problems = ["works_with_limits", "cannot_tell", "one_way", "does_not_work"];
  const nothing = made("p", "nothing", "Nothing passes the filters.");
  document.getElementById("main").append(nothing);

  const { read, load, save } = filters(form, names);

  // What is chosen of a list, as the items call it.
  const chosen = (name) => {
    const option = form.elements[name].selectedOptions[0];
    return option?.dataset.id ?? option?.value ?? "";
  };
  const texts = new Map();
  const text = (item) => {
    if (!texts.has(item)) texts.set(item, item.textContent.toLowerCase());
    return texts.get(item);
  };
  const has = (item, key, wanted) => !wanted || item.dataset[key].split(" ").includes(wanted);
  const apply = () => {
    const state = read();
    const searched = words(state.q);
    const choices = names.map((name) => [{ ae: "entities" }[name] ?? name, chosen(name)]);
    const isWanted = (item) =>
      (state.show === "all" || problems.includes(item.dataset.verdict)) &&
      choices.every(([key, wanted]) => has(item, key, wanted)) &&
      searched.every((word) => text(item).includes(word));
    for (const item of all) item.hidden = !isWanted(item);
    const isNarrowed = state.show !== "all" || choices.some(([, wanted]) => wanted) || searched.length > 0;
    const isShown = (item) => !item.hidden;
    // Folds, groups and sections of which nothing is left.
    for (const holder of document.querySelectorAll(".unasked, .group, table.contexts, main > section:not([aria-labelledby='glance'])")) {
      const inside = [...holder.querySelectorAll(".item")];
      holder.hidden = inside.length > 0 && !inside.some(isShown);
      if (isNarrowed && holder.open === false) holder.open = true;
    }
    for (const group of document.querySelectorAll(".group")) {
      const inside = [...group.querySelectorAll(".item")];
      const visible = inside.filter(isShown).length;
      group.querySelector(".count").textContent =
        visible === inside.length ? noun(visible, word) : `${visible} of ${noun(inside.length, word)}`;
    }
    const shown = ways.filter(isShown).length;
    outcome.textContent = shown === ways.length ? noun(shown, word) : `${shown} of ${noun(ways.length, word)}`;
    form.querySelector("button").hidden = !isNarrowed;
    nothing.hidden = all.some(isShown);
    return state;
  };

  // A link to a service or a row opens the folds around its target, and shows it whatever the filters say.
  const reveal = () => {
    if (isState()) return;
    const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (!target) return;
    unfold(target);
    target.scrollIntoView();
  };
  // What is asked for is brought into sight.
  const approach = () => {
    const heading = document.getElementById("services");
    if (heading && heading.getBoundingClientRect().top > innerHeight / 2) heading.scrollIntoView();
  };
  form.addEventListener("input", () => { save(apply()); approach(); });
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("reset", () => setTimeout(() => save(apply())));
  addEventListener("hashchange", () => {
    if (isState() || !location.hash) { load(); apply(); }
    if (isState()) approach();
    // A link past the filters shows what it leads to.
    const target = !isState() && document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (target && target.closest("[hidden]")) { form.reset(); apply(); }
    reveal();
  });

  unfoldOnPaper("details.group, details.table, details.unasked");
  showFilters(panel);
  load();
  apply();
  reveal();
})();
