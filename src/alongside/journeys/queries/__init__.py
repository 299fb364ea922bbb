"""Reading journeys. The person is one that the reader already reached."""
