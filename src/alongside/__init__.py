"""Alongside: the system that peer recovery programs run on."""
