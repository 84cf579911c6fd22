// German numbers and rounding for readers, as german.py and phrases/rounding.py have them.
const NARROW = "\u202f";
const NO_BREAK = "\u00a0";

// A whole number of 10^-decimals: german(123456, 2) is 1.234,56.
const german = (units, decimals = 0) => {
  const digits = String(Math.abs(units)).padStart(decimals + 1, "0");
  const whole = digits.slice(0, digits.length - decimals).replace(/\B(?=(\d{3})+$)/g, ".");
  const rest = decimals ? `,${digits.slice(-decimals)}` : "";
  return `${units < 0 ? "−" : ""}${whole}${rest}`;
};
const euro = (cents) => `${german(cents, 2)}${NARROW}€`;

// Cents to three digits, halves away from zero.
const threeDigits = (cents) => {
  const step = 10 ** Math.max(0, String(Math.abs(cents)).length - 3);
  return halfUp(cents, step) * step;
};
// Euros with the decimals they have, no more; „rund“ where rounding changed them.
const about = (cents) => {
  const shown = threeDigits(cents);
  const decimals = shown % 100 === 0 ? 0 : shown % 10 === 0 ? 1 : 2;
  const words = german(shown / 10 ** (2 - decimals), decimals);
  return `${shown === cents ? "" : `rund${NO_BREAK}`}${words}${NO_BREAK}Euro`;
};
// What a reader typed as a whole number: „2.400“, „2 400“ and „2400“; null for anything else.
const typed = (words) => {
  const plain = words.trim().replace(/^(\d{1,3})((?:[.\s]\d{3})+)$/, (_, head, rest) => head + rest.replace(/\D/g, ""));
  return /^\d{1,9}$/.test(plain) ? Number(plain) : null;
};
