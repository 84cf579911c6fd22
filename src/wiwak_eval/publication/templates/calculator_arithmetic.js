// What a setting costs and who pays it: the sums and roundings of budget/calculator/outcome.py, in whole cents.
const SHARE = 1;
const DEFICIT = 2;
const FIXED = 3;
const NEVER = 13;

// n/d to the nearest whole number, halves away from zero; exact however large the fraction is.
const halfUp = (n, d) => {
  const twice = BigInt(2) * BigInt(n);
  const by = BigInt(d);
  const size = ((twice < BigInt(0) ? -twice : twice) + by) / (BigInt(2) * by);
  return Number(twice < BigInt(0) ? -size : size);
};
const times = (whole, [n, d]) => halfUp(BigInt(whole) * BigInt(n), d);
const sum = (numbers) => numbers.reduce((all, one) => all + one, 0);
const addedUp = (numbers) => {
  let all = 0;
  return numbers.map((one) => (all += one));
};

// Second differences to amounts: for each group a row by number of posts, a year's total and twelve months in each.
const unpacked = ({ columns, values }) =>
  values.map((group) => {
    const differing = group.map((apart) => addedUp(addedUp(apart)));
    return differing[0].map((_, posts) => {
      const [total, ...counted] = columns.map((column) => differing[column][posts]);
      return { total, counted };
    });
  });
const readYear = (year) => ({
  ...year,
  cash: unpacked(year.cash)[0],
  inKind: unpacked(year.inKind)[0],
  personnel: unpacked(year.personnel),
});

const grown = ({ cents, counted, weights }, contacts) => {
  const total = times(contacts, cents);
  const whole = sum(weights);
  if (!whole || !counted) return { total, counted: weights.map(() => 0) };
  const come = addedUp(weights).map((passed) => halfUp(BigInt(total) * BigInt(passed), whole));
  return { total, counted: come.map((now, month) => now - (month ? come[month - 1] : 0)) };
};

const postsFor = (year, contacts) => year.thresholds.filter(([least]) => least <= contacts).pop()[1];

// The first month of a year that counts; start: months from January of the first year on, counted from 1, null for never.
const firstMonth = (place, start) => (start === null ? NEVER : Math.min(NEVER, Math.max(1, start - 12 * place)));

const granted = (grant, eligible, others, flat) => {
  const { kind, rate, ownCash, promised, ceiling } = grant;
  const most = ceiling === null ? eligible : Math.min(eligible, ceiling);
  if (kind === SHARE) return Math.min(times(eligible, rate), most);
  if (kind === DEFICIT) return Math.min(Math.max(0, eligible - ownCash - others), most);
  return Math.min(kind === FIXED ? promised : flat, most);
};

// setting: contacts of each year; pay, posts: places in the lists (posts null: by the consultations); land: null as decided, else percent
// and start. Of the outcome, posts is null where the centre is closed.
const outcome = (year, place, setting) => {
  const contacts = setting.contacts[place];
  const filled = setting.posts === null ? postsFor(year, contacts) : setting.posts;
  const posts = year.open ? filled : null;
  const paid = [year.personnel[setting.pay][filled], year.cash[filled], ...year.perContact.map((item) => grown(item, contacts))];
  const inKind = year.inKind[filled];
  const cash = sum(paid.map((one) => one.total));
  const others = Math.min(cash, year.others);
  const left = cash - others;
  const total = cash + inKind.total;
  const { land } = setting;
  const grant = land
    ? { ...year.offered, rate: [land.percent, 100], first: firstMonth(place, land.start) }
    : year.decided;
  if (!grant) return { posts, total, land: 0, countyCash: 0, inKind: inKind.total, others, open: left };
  const counted = (one) => sum(one.counted.slice(grant.first - 1, grant.last));
  const payable = sum(paid.map(counted));
  const flat = year.flat ? year.flat[filled] : 0;
  const share = Math.min(granted(grant, payable + counted(inKind), others, flat), payable, left);
  return { posts, total, land: share, countyCash: left - share, inKind: inKind.total, others, open: 0 };
};
const outcomes = (years, setting) => years.map((year, place) => outcome(year, place, setting));
