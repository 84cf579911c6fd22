"""Many runs at once: deliveries × scenarios × as-of dates, each a whole `wiwak run` in a process of its own (`driving.fan_out`)."""
