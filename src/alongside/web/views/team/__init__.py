"""Pages of the team room: signing in, accounts, the team, coaches' pages."""
