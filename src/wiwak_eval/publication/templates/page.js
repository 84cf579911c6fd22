"use strict";
(() => {
  const byId = (id) => document.getElementById(id);
  const all = (selector) => [...document.querySelectorAll(selector)];

  // What only a script can do shows itself only where scripts run.
  for (const part of all("[data-script]")) part.hidden = false;

  // Search: each word must occur; case, accents and the kind of blank do not matter, and „ä“ is found as „ä“, „ae“ and „a“.
  const SPELT_OUT = { ä: "ae", ö: "oe", ü: "ue", ß: "ss" };
  const plain = (words) => words.normalize("NFD").replace(/\p{M}/gu, "").replace(/ß/g, "ss").replace(/\s+/g, " ");
  const spellings = (words) => {
    const low = words.normalize("NFC").toLocaleLowerCase("de");
    return [plain(low), plain(low.replace(/[äöüß]/g, (letter) => SPELT_OUT[letter]))];
  };
  const field = byId("suche");
  const hits = byId("treffer");
  const rows = all("#verzeichnis tbody tr").map((row) => {
    const cells = [...row.cells].map((cell) => cell.textContent);
    return { row, texts: spellings(cells.join(" ")) };
  });
  const search = () => {
    const asked = field.value.trim();
    const words = asked.split(/\s+/).filter(Boolean).map(spellings);
    let found = 0;
    for (const { row, texts } of rows) {
      const fits = words.every((word) => texts.some((text, i) => text.includes(word[i])));
      row.hidden = !fits;
      found += fits;
    }
    hits.textContent = !asked
      ? `${rows.length} Aussagen`
      : found
        ? `${found} von ${rows.length} Aussagen`
        : "Keine Aussage gefunden. Die Taste Escape leert das Feld.";
  };
  const clear = () => {
    field.value = "";
    search();
  };
  field.addEventListener("input", search);
  field.addEventListener("keydown", (event) => {
    if (event.key === "Escape") clear();
  });
  search();

  // A link leads to its place even where that is folded or filtered away. What follows „&“ or „?“ belongs to the calculator.
  const arrive = () => {
    let name = location.hash.slice(1).split(/[&?]/)[0];
    try {
      name = decodeURIComponent(name);
    } catch {
      return;
    }
    const target = name ? byId(name) : null;
    if (!target) return;
    if (target.hidden) clear();
    for (let box = target.closest("details"); box; box = box.parentElement.closest("details")) box.open = true;
    target.scrollIntoView();
  };
  addEventListener("hashchange", arrive);
  arrive();

  // Data behind a table: the same bytes as the file of the data package, whose sum they must have; so no byte order mark.
  const files = new Map(all("[data-file]").map((file) => [file.dataset.file, file.content.textContent]));
  document.addEventListener("click", (event) => {
    const button = event.target.closest("[data-csv]");
    if (!button) return;
    const name = button.dataset.csv;
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([files.get(name)], { type: "text/csv;charset=utf-8" }));
    link.download = name;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 10000);
  });

  // A box takes the keyboard only where there is something to scroll.
  const boxes = new ResizeObserver((entries) => {
    for (const { target } of entries) {
      const box = target.closest(".scroll");
      const wide = box.scrollWidth > box.clientWidth;
      box.classList.toggle("wide", wide);
      if (wide) box.tabIndex = 0;
      else box.removeAttribute("tabindex");
    }
  });
  for (const box of all(".scroll")) {
    boxes.observe(box);
    if (box.firstElementChild) boxes.observe(box.firstElementChild);
  }

  // The contents stand open beside the text, folded above it; the chapter in view is named.
  const ways = byId("wege");
  const nav = ways.parentElement;
  const beside = matchMedia("(min-width: 68rem)");
  const unfold = () => {
    ways.open = beside.matches;
  };
  beside.addEventListener("change", unfold);
  unfold();
  const links = new Map(all(".ways a").map((link) => [link.hash.slice(1), link]));
  const seen = new IntersectionObserver(
    (entries) => {
      for (const { target, isIntersecting } of entries) {
        const link = links.get(target.getAttribute("aria-labelledby"));
        if (!link) continue;
        if (!isIntersecting) link.removeAttribute("aria-current");
        else {
          link.setAttribute("aria-current", "true");
          nav.scrollTop = link.offsetTop - nav.clientHeight / 2;
        }
      }
    },
    { rootMargin: "-30% 0px -69% 0px" },
  );
  for (const section of all("main > section")) seen.observe(section);
})();
