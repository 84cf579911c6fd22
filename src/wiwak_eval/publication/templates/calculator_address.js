// The address of a calculation, and what an address asks for.
// What an address asks for: the values it gives, and names that the calculator does not know or cannot set so.
const askedBy = (query, planned, takes) => {
  const asked = new Map([...new URLSearchParams(query)].filter(([name]) => name));
  const refused = [...asked.keys()].filter((name) => !takes(name, asked.get(name)));
  const taken = [...asked].filter(([name]) => !refused.includes(name));
  const values = { ...planned, ...Object.fromEntries(taken) };
  // A rate alone is one from January on: without a first month it would move nothing.
  if (taken.some(([name]) => name === "land") && !asked.has("ab")) values.ab = "1";
  return { values, refused };
};
const wholeNumber = (value) => /^(0|[1-9]\d*)$/.test(value);
// It names what differs from the plan.
const addressOf = (values, planned) => {
  const changed = Object.keys(planned).filter((name) => values[name] !== planned[name]);
  return `#rechner${changed.map((name) => `&${name}=${encodeURIComponent(values[name])}`).join("")}`;
};
