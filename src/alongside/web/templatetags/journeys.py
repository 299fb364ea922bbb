"""What a program calls a stage, in a template."""

from django import template

register = template.Library()


@register.filter
def called_in(stage_id, stages):
    """The program's name for a stage. stages: {id: StageShown}, as the view hands it over."""
    stage = stages.get(stage_id)
    return stage.name if stage else ""
