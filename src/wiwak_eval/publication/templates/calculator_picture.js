// Bars of who pays: one a year and payer, a mark where the plan is, and the same as words.
const PAYERS = [
  ["land", "Land"],
  ["countyCash", "Landkreis, bar"],
  ["inKind", "Landkreis, Sachleistung"],
  ["others", "Bund, ESF und Dritte"],
  ["open", "noch offen"],
];
const SVG = "http://www.w3.org/2000/svg";
const LEFT = 205;
const WIDE = 305;
const ROW = 22;
const GAP = 14;

const drawn = (tag, attributes, text = "") => {
  const made = document.createElementNS(SVG, tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  made.textContent = text;
  return made;
};
const bar = (y, year, place, cents, planned, scale) => {
  const width = scale(cents);
  const mark = (LEFT + scale(planned)).toFixed(1);
  const after = LEFT + Math.max(width, scale(planned)) + 6;
  return [
    drawn("text", { x: LEFT - 8, y: y + 14, class: "year" }, String(year)),
    drawn("rect", { x: LEFT, y, width: width.toFixed(1), height: 18, class: `bar bar-${place}` }),
    drawn("line", { x1: mark, x2: mark, y1: y - 2, y2: y + 20, class: "planned" }),
    drawn("text", { x: after.toFixed(1), y: y + 14, class: "amount" }, `${german(halfUp(cents, 100))}${NARROW}€`),
  ];
};

// svg: with a description as its only lasting child; payers that pay nothing here nor in the plan are left out.
const drawPicture = (svg, years, found, plan) => {
  const shown = PAYERS.filter(([key]) => [...found, ...plan].some((one) => one[key]));
  const most = Math.max(1, ...shown.flatMap(([key]) => [...found, ...plan].map((one) => one[key])));
  const scale = (cents) => Math.max(0, (cents / most) * WIDE);
  const parts = [];
  let y = 8;
  for (const [key, name] of shown) {
    parts.push(drawn("text", { x: 0, y: y + ROW + 3, class: "name" }, name));
    found.forEach((one, place) => parts.push(...bar(y + place * ROW, years[place], place, one[key], plan[place][key], scale)));
    y += found.length * ROW + GAP;
  }
  const description = svg.querySelector("desc");
  description.textContent = shown
    .map(([key, name]) => `${name}: ${listed(found.map((one, i) => `${years[i]} ${about(one[key])}, Plan ${about(plan[i][key])}`))}.`)
    .join(" ");
  svg.setAttribute("viewBox", `0 0 640 ${y}`);
  svg.replaceChildren(description, ...parts);
};
