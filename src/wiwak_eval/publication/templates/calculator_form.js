// Ties all that to the form: what is set, what comes out, and the address that names it.
const byId = (id) => document.getElementById(id);
const all = (selector) => [...document.querySelectorAll(selector)];
const AUTO = "auto";
const DECIDED = "plan";
const NEVER_PAID = "nie";
const PAUSE = 200;

const complain = (field, text) => {
  byId(`${field.id}-fehler`).textContent = text;
  if (text) field.setAttribute("aria-invalid", "true");
  else field.removeAttribute("aria-invalid");
};
const limits = ({ dataset }) => [Number(dataset.least), Number(dataset.most)];
const within = (field, number) => number !== null && number >= limits(field)[0] && number <= limits(field)[1];

const start = () => {
  const given = JSON.parse(byId("rechner-daten").content.textContent);
  const years = given.years.map(readYear);
  const names = years.map(({ year }) => year);
  const fields = new Map(all("[data-field]").map((field) => [field.dataset.field, field]));
  const sliders = new Map(all("[data-slider]").map((slider) => [slider.dataset.slider, slider]));
  const presets = all("[data-preset]");
  const planned = JSON.parse(presets[0].dataset.preset);
  const contactsOf = (values) => Object.keys(planned).filter((name) => /^b\d\d$/.test(name)).map((name) => Number(values[name]));
  const label = (name, value) => [...fields.get(name).options].find((option) => option.value === value).textContent;
  const settingOf = (values) => ({
    contacts: contactsOf(values),
    pay: given.pay.indexOf(values.tarif),
    posts: values.stellen === AUTO ? null : given.posts.indexOf(values.stellen),
    land: values.ab === DECIDED ? null : { percent: Number(values.land), start: values.ab === NEVER_PAID ? null : Number(values.ab) },
  });
  const plan = outcomes(years, settingOf(planned));
  let values = { ...planned };
  let waiting = 0;

  // While an entry is wrong, the result is still that of the last right one, and says so.
  const markStale = () => {
    byId("rechner-stand").textContent = all("[data-field][aria-invalid]").length
      ? "Gerechnet mit dem letzten gültigen Wert: Eine Eingabe oben ist nicht gültig."
      : "";
  };
  // The field shows the value that counts.
  const restore = (name) => {
    fields.get(name).value = german(Number(values[name]));
    complain(fields.get(name), "");
    markStale();
  };

  const compute = () => {
    const found = outcomes(years, settingOf(values));
    const posts = found.map((one) => (one.posts === null ? german(0, 2) : label("stellen", given.posts[one.posts])));
    const asked = {
      years: names,
      contacts: contactsOf(values),
      posts,
      byHand: values.stellen !== AUTO,
      pay: label("tarif", values.tarif),
      start: values.ab,
      month: label("ab", values.ab),
      percent: values.land,
    };
    fillTable(byId("rechner-tabelle").tBodies[0], posts, found, plan);
    drawPicture(byId("rechner-bild"), names, found, plan);
    // Read aloud only once the reader pauses.
    clearTimeout(waiting);
    waiting = setTimeout(() => (byId("rechner-satz").textContent = sentence(asked, found, plan)), PAUSE);
    byId("rechner-adresse").setAttribute("href", address());
    for (const part of [fields.get("land"), sliders.get("land")]) part.disabled = values.ab === DECIDED || values.ab === NEVER_PAID;
    if (fields.get("land").disabled) restore("land");
    markStale();
  };
  const show = () => {
    for (const [name, field] of fields) if (!sliders.has(name)) field.value = values[name];
    for (const [name, slider] of sliders) {
      slider.value = values[name];
      restore(name);
    }
    compute();
  };

  const address = () => addressOf(values, planned);
  // The history does not grow.
  const remember = () => {
    if (address() !== "#rechner" || /^#rechner([&?]|$)/.test(location.hash)) history.replaceState(null, "", address());
  };
  const takes = (name, value) => {
    const field = fields.get(name);
    if (!field) return false;
    return sliders.has(name) ? wholeNumber(value) && within(field, Number(value)) : [...field.options].some((one) => one.value === value);
  };
  const readAddress = () => {
    const [, query] = /^#rechner[&?](.+)$/.exec(location.hash) || [];
    // A link to the section alone asks for nothing: what is set stays, and the address says it.
    if (!query) {
      if (/^#rechner[&?]?$/.test(location.hash)) remember();
      return;
    }
    const { values: asked, refused } = askedBy(query, planned, takes);
    values = asked;
    byId("rechner-hinweis").textContent = refused.length
      ? `Die Adresse nennt Werte, die der Rechner nicht kennt (${refused.join(", ")}); dort steht der Plan.`
      : "";
    show();
    if (location.hash.startsWith("#rechner?")) byId("rechner").scrollIntoView();
  };

  const set = (name, value) => {
    values = { ...values, [name]: value };
    compute();
    remember();
  };
  const reset = (to) => {
    values = { ...to };
    byId("rechner-hinweis").textContent = "";
    show();
    remember();
  };
  const typedIn = (name, field) => {
    const number = typed(field.value);
    const fits = within(field, number);
    complain(field, fits ? "" : `Bitte eine ganze Zahl von ${limits(field).map((one) => german(one)).join(" bis ")} eingeben.`);
    markStale();
    if (!fits) return;
    sliders.get(name).value = String(number);
    set(name, String(number));
  };
  const slid = (name, slider) => {
    set(name, slider.value);
    restore(name);
  };
  for (const [name, field] of fields)
    field.addEventListener("input", () => (sliders.has(name) ? typedIn(name, field) : set(name, field.value)));
  for (const [name, slider] of sliders) {
    slider.addEventListener("input", () => slid(name, slider));
    fields.get(name).addEventListener("blur", () => restore(name));
  }
  for (const preset of presets) preset.addEventListener("click", () => reset(JSON.parse(preset.dataset.preset)));
  byId("rechner-zurueck").addEventListener("click", () => reset(planned));
  byId("rechner-form").addEventListener("submit", (event) => event.preventDefault());
  for (const span of all("[data-span]")) {
    const ends = limits(fields.get(span.dataset.span)).map((one) => german(one));
    span.textContent = `${ends.join(" bis ")}; Plan ${german(Number(span.dataset.planned))}`;
  }
  addEventListener("hashchange", readAddress);

  byId("rechner-form").hidden = false;
  byId("rechner-ergebnis").hidden = false;
  byId("rechner-ohne").hidden = true;
  show();
  readAddress();
};
if (byId("rechner-daten")) start();
