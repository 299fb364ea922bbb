"""Reading a course: for trainers, and for whoever works here and would like to know."""

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from alongside.team.queries import paper_for
from alongside.web.documents import pdf
from alongside.web.presenters import course as shown
from alongside.web.presenters.learning.exploring import explored, has_strategies


def _course(key):
    course = shown.course_called(key)
    if course is None:
        raise Http404
    return course


def _module(course, key):
    try:
        return course.module(key)
    except KeyError:
        raise Http404 from None


@require_safe
def courses(request):
    return render(request, "learning/course/courses.html", {"courses": shown.courses()})


@require_safe
def course(request, course_key):
    one = _course(course_key)
    said = shown.language()
    context = {
        "course": one,
        "title": one.title.said(said),
        "about": one.about.said(said),
        "said": said,
        "days": [
            {
                "title": day.title.said(said),
                "about": day.about.said(said),
                "hours": day.minutes / 60,
                "agenda": [(entry, entry.title.said(said)) for entry in day.agenda],
            }
            for day in one.days
        ],
        "objectives": [objective.text.said(said) for objective in one.objectives],
        "prerequisites": [wanted.text.said(said) for wanted in one.prerequisites],
        "completion": one.completion.text.said(said),
        "credits": [(credit.who, credit.what.said(said)) for credit in one.credits],
        "frameworks": [_counted(one, framework, said) for framework in one.frameworks],
    }
    return render(request, "learning/course/course.html", context)


def _counted(course, framework, said):
    minutes = course.counted(framework.key)
    rows = [(code.title.said(said), minutes.get(code.key, 0) / 60) for code in framework.codes]
    return {"title": framework.title, "rows": rows, "state": shown.state_of(framework)}


@require_safe
def course_module(request, course_key, module_key):
    one = _course(course_key)
    module = _module(one, module_key)
    said = shown.language()
    context = shown.guide(one, module) | {
        "course": one,
        "course_title": one.title.said(said),
        "own": one.languages[0],
        "said": said,
        "module": module,
        "title": module.title.said(said),
        "takeaway": module.takeaway.said(said),
        "note": module.note.said(said) if module.note else "",
        "state": shown.state_of(module),
    }
    return render(request, "learning/course/module.html", context)


@require_safe
def course_handout(request, course_key, module_key):
    one = _course(course_key)
    module = _module(one, module_key)
    context = shown.handout(one, module) | {
        "course": one,
        "module": module,
        "title": module.title.said(shown.language()),
        "said": shown.language(),
        "state": shown.state_of(module),
    }
    return render(request, "learning/course/handout.html", context)


@require_safe
def course_library(request, course_key):
    one = _course(course_key)
    said = shown.language()
    context = shown.library(one) | {"course": one, "title": one.title.said(said), "said": said}
    return render(request, "learning/course/library.html", context)


@require_safe
def course_strategies(request, course_key):
    """Strategies by drug, way of taking it and moment. What was chosen stands in the address."""
    one = _course(course_key)
    if not has_strategies(one):
        raise Http404
    context = {"course": one, "explorer": explored(one, request.GET)}
    return render(request, "learning/course/strategies.html", context)


@require_safe
def course_paper(request, course_key, booklet, module_key=None):
    """Guides or handouts as a PDF: of one module, or of the whole course."""
    one = _course(course_key)
    modules = [_module(one, module_key)] if module_key else one.modules
    name = "-".join(part for part in (course_key, module_key, booklet) if part)
    written = shown.booklet(one, modules, of=booklet)
    answer = HttpResponse(
        pdf("course", written, paper=paper_for(request.user)), content_type="application/pdf"
    )
    answer["Content-Disposition"] = f'inline; filename="{name}.pdf"'
    return answer
