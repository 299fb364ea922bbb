"""How signing in is met: the adapter, waits after failures, the trail of it."""
