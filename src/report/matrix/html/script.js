// Filters by verdict, product, service and words; opens the pair that a cell leads to; tells of a large map what is
// pointed at. Without this script the page is the same list.
(() => {
  "use strict";
  const { noun, made, isState, filters, words, unfold, unfoldOnPaper, showFilters } = shared;
  unfoldOnPaper("details");
  const open = () => {
    if (isState()) return;
    const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (!target) return;
    if (target.matches("details")) target.open = true;
    target.hidden = false;
    unfold(target);
    target.scrollIntoView();
  };
  addEventListener("hashchange", open);

  const drawing = document.querySelector(".drawing svg");
  if (drawing) {
    const told = document.querySelector(".pointed");
    const letters = drawing.dataset.pairs;
    const size = drawing.viewBox.baseVal.width;
    const rows = new Map([...document.querySelectorAll("tr[data-number]")].map((row) => [Number(row.dataset.number), row]));
    const verdicts = { w: "works", l: "works with limits", t: "cannot tell", o: "one way", x: "does not work", n: "nothing asked for" };
    const name = (number) => rows.get(number).querySelector("bdi").textContent;
    drawing.addEventListener("click", (event) => {
      const box = drawing.getBoundingClientRect();
      const at = (part, whole) => Math.min(size - 1, Math.max(0, Math.floor((part / whole) * size)));
      const [row, column] = [at(event.clientY - box.top, box.height), at(event.clientX - box.left, box.width)];
      const [one, other] = [Math.min(row, column), Math.max(row, column)];
      told.hidden = false;
      if (one === other) { told.textContent = `${one + 1} ${name(one + 1)}`; return; }
      const verdict = verdicts[letters[one * size - (one * (one + 1)) / 2 + other - one - 1]] ?? "not judged";
      told.textContent = `${one + 1} × ${other + 1}  ${name(one + 1)} – ${name(other + 1)}: ${verdict}. `;
      const pair = document.getElementById(`p${one + 1}-${other + 1}`);
      if (pair) {
        const link = made("a", "", "Its services");
        link.href = `#${pair.id}`;
        told.append(link);
      } else {
        const [a, b] = [one, other].map((number) => rows.get(number + 1).dataset.file);
        told.append(made("code", "", `dicomply compare ${a} ${b}`));
      }
    });
  }

  const panel = document.getElementById("filters");
  const all = [...document.querySelectorAll(".item")];
  if (!panel || !all.length) { open(); return; }
  const form = panel.querySelector("form");
  const outcome = form.querySelector("output");
  const names = ["product", "service"];
  const problems = ["works_with_limits", "cannot_tell", "one_way", "does_not_work"];
  const nothing = made("p", "nothing", "Nothing passes the filters.");
  document.getElementById("main").append(nothing);

  const { read, load, save } = filters(form, names);
  const has = (list, wanted) => !wanted || list.split(" ").includes(wanted);
  const apply = () => {
    const state = read();
    const searched = words(state.q);
    let shown = 0;
    for (const item of all) {
      const text = searched.length ? item.textContent.toLowerCase() : "";
      const isWanted =
        (state.show === "all" || problems.includes(item.dataset.verdict)) &&
        has(item.dataset.products, state.product) &&
        has(item.dataset.services, state.service) &&
        searched.every((word) => text.includes(word));
      item.hidden = !isWanted;
      if (isWanted) shown += 1;
    }
    nothing.hidden = shown > 0;
    outcome.textContent = shown === all.length ? noun(shown, "pair") : `${shown} of ${noun(all.length, "pair")}`;
  };
  form.addEventListener("input", () => { apply(); save(read()); });
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("reset", () => setTimeout(() => { apply(); save(read()); }));
  addEventListener("hashchange", () => { if (isState() || !location.hash) { load(); apply(); } });
  showFilters(panel);
  load();
  apply();
  open();
})();
