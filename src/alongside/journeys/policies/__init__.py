"""What may happen next in a journey: tables and pure checks."""
