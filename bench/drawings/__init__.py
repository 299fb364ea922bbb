"""The same long walk, drawn in three ways, each in a process of its own."""
