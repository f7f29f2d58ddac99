"""Pure decisions about complaints: steps, needs, severity, likeness."""
