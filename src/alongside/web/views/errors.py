"""What to say when something is not there, not allowed, or went wrong."""

from django.shortcuts import render
from django.views.decorators.csrf import requires_csrf_token


@requires_csrf_token
def bad_request(request, exception=None):
    return render(request, "400.html", status=400)


@requires_csrf_token
def forbidden(request, exception=None):
    """What you may not see does not exist: the words are those of a missing page."""
    return render(request, "404.html", status=404)


@requires_csrf_token
def missing(request, exception=None):
    return render(request, "404.html", status=404)


@requires_csrf_token
def too_many(request, exception=None):
    """Every limit counts one minute, so that is how long anybody waits."""
    response = render(request, "429.html", status=429)
    response.headers["Retry-After"] = "60"
    return response


@requires_csrf_token
def broken(request):
    """Without the shell, which may be what broke."""
    return render(request, "500.html", status=500)


@requires_csrf_token
def forgery(request, reason=""):
    """The page waited too long, or came from somewhere else."""
    return render(request, "403_csrf.html", status=403)
