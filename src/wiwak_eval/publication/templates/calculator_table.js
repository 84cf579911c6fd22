// The result as rows: posts, costs, who pays; years, together, and the change against the plan.
const cell = (tag, text, kind = "") => {
  const made = document.createElement(tag);
  made.textContent = text;
  if (tag === "th") made.scope = "row";
  if (kind) made.className = kind;
  return made;
};
const row = (name, cells) => {
  const made = document.createElement("tr");
  made.append(cell("th", name), ...cells.map((text) => cell("td", text, "num")));
  return made;
};
const change = (cents) => (cents > 0 ? `+${euro(cents)}` : euro(cents));
const money = (name, key, found, plan) => {
  const all = together(found, key);
  return row(name, [...found.map((one) => euro(one[key])), euro(all), change(all - together(plan, key))]);
};
const fillTable = (body, posts, found, plan) =>
  body.replaceChildren(
    row("Stellen", [...posts, "", ""]),
    ...[["total", "Kosten zusammen"], ...PAYERS].map(([key, name]) => money(name, key, found, plan)),
  );
