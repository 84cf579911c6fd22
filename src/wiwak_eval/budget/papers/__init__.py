"""The tables of the papers that county and Land decide on."""
