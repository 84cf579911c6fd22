"""The auditor's folder of a run, and what is done with it. Modules are imported one by one: few commands need all of them."""
