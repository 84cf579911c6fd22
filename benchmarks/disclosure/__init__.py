"""The proving ground of disclosure control: random linked tables, pairs of deliveries, growth with cells."""
