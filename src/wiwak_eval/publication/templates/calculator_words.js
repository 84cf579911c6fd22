// What comes out, in one paragraph.
const together = (found, name) => sum(found.map((one) => one[name]));
const listed = (words) => words.join(" und ");

// asked: years, contacts, posts in words, byHand, pay in words, start: „plan“, „nie“ or a month, its label, percent.
const sentence = (asked, found, plan) => {
  const byYear = (each) => listed(asked.years.map((year, i) => `${each(i)} im Jahr ${year}`));
  const contacts = byYear((i) => `${german(asked.contacts[i])}${NO_BREAK}${asked.contacts[i] === 1 ? "Beratung" : "Beratungen"}`);
  const number = (i) => `${asked.posts[i]}${NO_BREAK}${/^1(,0+)?$/.test(asked.posts[i]) ? "Stelle" : "Stellen"}`;
  const alike = asked.posts.every((one) => one === asked.posts[0]);
  const posts = alike ? `${number(0)} in beiden Jahren` : byYear(number);
  const more = together(found, "total") - together(plan, "total");
  const beside = more ? `${about(Math.abs(more))} ${more > 0 ? "mehr" : "weniger"} als geplant` : "so viel wie geplant";
  return [
    `Bei ${contacts} ${asked.byHand ? `ist mit ${posts} gerechnet` : `braucht es ${posts}`}.`,
    `Tarif: ${asked.pay}.`,
    `Das kostet ${byYear((i) => about(found[i].total))}, zusammen ${about(together(found, "total"))}: ${beside}.`,
    ...payersInWords(asked, found),
  ].join(" ");
};

const payersInWords = ({ start, month, percent }, found) => {
  const [land, cash, inKind, others, open] = ["land", "countyCash", "inKind", "others", "open"].map((name) => together(found, name));
  const said = [];
  if (start === "nie") said.push(`Zahlt das Land nichts, zahlt der Landkreis ${about(cash)} bar.`);
  else if (start !== "plan")
    said.push(`Zahlt das Land ${percent}${NARROW}% ${month}, kommen von ihm ${about(land)}; der Landkreis zahlt ${about(cash)} bar.`);
  else if (land || cash)
    said.push(`Nach dem, was am Stichtag entschieden ist, zahlt das Land ${about(land)}, der Landkreis ${about(cash)} bar.`);
  if (open) said.push(`Wer ${about(open)} davon zahlt, ist noch offen.`);
  if (others) said.push(`Bund, ESF und Dritte zahlen ${about(others)}.`);
  if (inKind) said.push(`Sachleistungen des Landkreises sind ${about(inKind)} wert.`);
  return said;
};
