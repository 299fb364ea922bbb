"""What may happen when, as pure checks. Each refusal says why in plain words."""
