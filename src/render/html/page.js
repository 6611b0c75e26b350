// What the scripts of all pages share. The state of a view is the fragment of the address, `#name=value&…`, so that it can
// be handed on.
const shared = (() => {
  "use strict";
  const noun = (count, word) => `${count} ${word}${count === 1 ? "" : "s"}`;

  const made = (name, className, text) => {
    const element = document.createElement(name);
    element.className = className;
    element.textContent = text;
    return element;
  };

  const isState = () => /^#[a-z]+=/.test(location.hash);
  const asked = () => new URLSearchParams(isState() ? location.hash.slice(1) : "");
  const keep = (parts) => {
    const fragment = parts.toString().replaceAll("%2C", ",");
    history.replaceState(null, "", fragment ? `#${fragment}` : location.pathname + location.search);
  };

  // What a page is filtered by: problems only, choices of lists, and words. Reads it, takes it from the address, and keeps
  // it there.
  const filters = (form, names) => {
    const read = () => ({
      show: form.elements.show.value,
      q: form.elements.q.value.trim(),
      ...Object.fromEntries(names.map((name) => [name, form.elements[name].value])),
    });
    const load = () => {
      const wanted = asked();
      form.elements.show.value = wanted.get("show") === "problems" ? "problems" : "all";
      form.elements.q.value = wanted.get("q") ?? "";
      for (const name of names) {
        const select = form.elements[name];
        select.value = wanted.get(name) ?? "";
        if (select.selectedIndex < 0) select.value = "";
      }
    };
    const save = (state) => {
      const parts = new URLSearchParams();
      if (state.show !== "all") parts.set("show", state.show);
      for (const name of [...names, "q"]) if (state[name]) parts.set(name, state[name]);
      keep(parts);
    };
    return { read, load, save };
  };

  // The words that are searched for.
  const words = (text) => text.toLowerCase().split(/\s+/).filter(Boolean);

  // Opens the folds around an element.
  const unfold = (element) => {
    for (let fold = element.closest("details"); fold; fold = fold.parentElement.closest("details")) fold.open = true;
  };

  // Paper has no folds.
  const unfoldOnPaper = (selector) => {
    const closed = [];
    addEventListener("beforeprint", () => {
      for (const fold of document.querySelectorAll(selector)) {
        if (!fold.open) { fold.open = true; closed.push(fold); }
      }
    });
    addEventListener("afterprint", () => { for (const fold of closed.splice(0)) fold.open = false; });
  };

  const showFilters = (panel) => {
    panel.hidden = false;
    panel.open = matchMedia("(min-width: 64.01rem)").matches;
  };

  return { noun, made, isState, asked, keep, filters, words, unfold, unfoldOnPaper, showFilters };
})();
