"""Pictures as plain geometry: facts go in, a drawing comes out, and a template writes it as SVG.

Nothing here knows Django, the database, the clock or a language.
"""
