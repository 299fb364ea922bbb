"""The addresses at which courses are read, on the screen and on paper."""

from django.urls import path, re_path

from alongside.web.views.learning import course

COURSE = "courses/<slug:course_key>/"
MODULE = f"{COURSE}<slug:module_key>/"

urlpatterns = [
    path("courses/", course.courses, name="courses"),
    path(COURSE, course.course, name="course"),
    path(f"{COURSE}draws-on/", course.course_library, name="course-library"),
    path(f"{COURSE}draws-on/strategies/", course.course_strategies, name="course-strategies"),
    re_path(
        r"^courses/(?P<course_key>[-\w]+)/(?P<booklet>guides|handouts)\.pdf$",
        course.course_paper,
        name="course-paper",
    ),
    path(MODULE, course.course_module, name="course-module"),
    path(f"{MODULE}handout/", course.course_handout, name="course-handout"),
    re_path(
        r"^courses/(?P<course_key>[-\w]+)/(?P<module_key>[-\w]+)/(?P<booklet>guides|handouts)\.pdf$",
        course.course_paper,
        name="course-module-paper",
    ),
]
