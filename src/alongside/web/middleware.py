"""What every page needs around it."""

from django.conf import settings
from django.urls import reverse
from django.utils import translation
from django.utils.cache import patch_vary_headers

NO_SENSOR = ", ".join(
    f"{sensor}=()"
    for sensor in ("camera", "microphone", "geolocation", "payment", "usb", "display-capture")
)


def ask_once(get_response):
    """While a page is made, the reader's memberships are asked for once."""

    def middleware(request):
        request.user.memory = {}
        return get_response(request)

    return middleware


def own_language(get_response):
    """An account's language goes with it to every machine; the cookie is for this one."""

    def middleware(request):
        user = request.user
        chosen_here = settings.LANGUAGE_COOKIE_NAME in request.COOKIES
        if user.is_authenticated and user.language and not chosen_here:
            translation.activate(user.language)
            request.LANGUAGE_CODE = translation.get_language()
        return get_response(request)

    return middleware


def leave_nothing_behind(get_response):
    """No page of someone signed in stays in a browser's memory, nor after signing out."""

    def middleware(request):
        was_signed_in = request.user.is_authenticated
        response = get_response(request)
        if was_signed_in:
            response.headers["Cache-Control"] = "no-store, private"
            patch_vary_headers(response, ["Cookie"])
            if not request.user.is_authenticated or _is_sign_out(request):
                response.headers["Clear-Site-Data"] = '"cache"'
        return response

    return middleware


def ask_for_no_sensor(get_response):
    """No page of ours wants to see, hear or locate anybody, nor may one slipped in."""

    def middleware(request):
        response = get_response(request)
        response.headers["Permissions-Policy"] = NO_SENSOR
        return response

    return middleware


def _is_sign_out(request) -> bool:
    return request.method == "POST" and request.path == reverse("account_logout")
