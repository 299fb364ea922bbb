"""Lists that come in, and copies that go out."""
