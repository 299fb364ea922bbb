"""Settings: one file, every secret from the environment or from a file named there.

A secret NAME may stand in the environment as NAME, or in a file named by NAME_FILE.
"""

import os
from datetime import timedelta
from pathlib import Path

from csp.constants import NONCE, SELF
from django.core.exceptions import ImproperlyConfigured
from django.utils.translation import gettext_lazy as _
from environs import env

from alongside.common import secrets
from alongside.config import database, logs

PACKAGE = Path(__file__).parents[1]

DEMO = env.bool("ALONGSIDE_DEMO", False)
DATA = Path(env("ALONGSIDE_DATA", "var")).resolve()

SECRET_KEY = secrets.read("ALONGSIDE_SECRET_KEY", make_in=DATA / "demo" if DEMO else None)
MASTER_KEYS = secrets.read("ALONGSIDE_MASTER_KEY", make_in=DATA / "demo" if DEMO else None)
secrets.check(SECRET_KEY, MASTER_KEYS)

DEBUG = False
ALLOWED_HOSTS = env.list("ALONGSIDE_HOSTS", ["localhost", "127.0.0.1"] if DEMO else [])
if not ALLOWED_HOSTS:
    raise ImproperlyConfigured(
        "Alongside does not know its own address. Set ALONGSIDE_HOSTS, "
        "for example: ALONGSIDE_HOSTS=alongside.example.org"
    )
IS_HTTPS = env.bool("ALONGSIDE_HTTPS", not DEMO)
CSRF_TRUSTED_ORIGINS = [f"https://{host}" for host in ALLOWED_HOSTS] if IS_HTTPS else []

INSTALLED_APPS = [
    "alongside.common",
    "alongside.audit",
    "alongside.team",
    "alongside.learning",
    "alongside.people",
    "alongside.consent",
    "alongside.journeys",
    "alongside.contacts",
    "alongside.exchange",
    "alongside.demo",
    "alongside.jobs",
    "alongside.web",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "django_cotton.apps.SimpleAppConfig",
    "django_htmx",
    "django_tasks",
    "django_tasks_db",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.humanize",
    "django.contrib.messages",
    "django.contrib.sessions",
    "django.contrib.staticfiles",
    "django.forms",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "alongside.web.middleware.ask_for_no_sensor",
    "alongside.web.sign_in.sessions.SavedNowAndThen",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "alongside.web.sign_in.middleware.SessionEnds",
    "django.contrib.auth.middleware.LoginRequiredMiddleware",
    "alongside.web.middleware.ask_once",
    "alongside.web.sign_in.middleware.SecondFactor",
    "allauth.account.middleware.AccountMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "alongside.web.middleware.own_language",
    "alongside.web.middleware.leave_nothing_behind",
]

ROOT_URLCONF = "alongside.config.urls"
WSGI_APPLICATION = "alongside.config.wsgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [PACKAGE / "web" / "templates"],
        "OPTIONS": {
            "loaders": [
                (
                    "django.template.loaders.cached.Loader",
                    [
                        "django_cotton.cotton_loader.Loader",
                        "django.template.loaders.filesystem.Loader",
                        "django.template.loaders.app_directories.Loader",
                    ],
                )
            ],
            "builtins": ["django_cotton.templatetags.cotton"],
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "django.template.context_processors.i18n",
                "alongside.web.reader.context",
            ],
        },
    }
]
FORM_RENDERER = "django.forms.renderers.TemplatesSetting"

DATABASES = {"default": database.from_url(env("DATABASE_URL", ""), data=DATA)}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

AUTH_USER_MODEL = "team.Account"
AUTHENTICATION_BACKENDS = ["alongside.web.sign_in.backends.AuthenticationBackend"]
PASSWORD_HASHERS = [
    "django.contrib.auth.hashers.Argon2PasswordHasher",
    "django.contrib.auth.hashers.PBKDF2PasswordHasher",
]
AUTH_PASSWORD_VALIDATORS = [
    {
        "NAME": "django.contrib.auth.password_validation.MinimumLengthValidator",
        "OPTIONS": {"min_length": 12},
    },
    {
        "NAME": "alongside.team.passwords.UserAttributeSimilarityValidator",
        "OPTIONS": {"user_attributes": ["name", "email"]},
    },
    {"NAME": "alongside.team.passwords.CommonPasswordValidator"},
]
#: How long a welcome link waits to be opened.
WELCOME_LINK_LIVES = timedelta(days=env.int("ALONGSIDE_WELCOME_LINK_DAYS", 7))
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "today"
LOGOUT_REDIRECT_URL = "account_login"

ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*"]
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_LOGIN_BY_CODE_ENABLED = True
ACCOUNT_PREVENT_ENUMERATION = True
ACCOUNT_EMAIL_UNKNOWN_ACCOUNTS = False
ACCOUNT_EMAIL_SUBJECT_PREFIX = ""
ACCOUNT_SESSION_REMEMBER = False
ACCOUNT_ADAPTER = "alongside.web.sign_in.adapter.Adapter"
#: Each counts one minute and then lets go (the page 429 says so); what would lock somebody
#: out is off. A whole office may sign in from one address. Wrong guesses: web/sign_in/waits.py.
ACCOUNT_RATE_LIMITS = {
    "login": "60/m/ip",
    "login_failed": None,
    "request_login_code": "20/m/ip",  # each sends a letter
    "reset_password": "20/m/ip",
    "reset_password_from_key": "60/m/ip",
    "reauthenticate": "60/m/user",
    "change_password": "10/m/user",
    "words": "90/m/user",  # the language aid: one for each pause in typing
}
MFA_RATE_LIMITS = {"webauthn_login": "60/m/ip"}
#: Wrong codes of courses (web/guessing.py); right ones count nothing. While there are more of
#: them than `anywhere` over all addresses, `pressed` holds at each in place of `wrong`.
JOIN_RATE_LIMITS = {"wrong": "30/m/ip", "pressed": "6/m/ip", "anywhere": "300/m/key"}
ACCOUNT_FORMS = {
    "login": "alongside.web.sign_in.forms.LoginForm",
    "request_login_code": "alongside.web.sign_in.forms.RequestLoginCodeForm",
    "reset_password": "alongside.web.sign_in.forms.ResetPasswordForm",
    "reset_password_from_key": "alongside.web.sign_in.forms.ResetPasswordKeyForm",
    "change_password": "alongside.web.sign_in.forms.ChangePasswordForm",
    "set_password": "alongside.web.sign_in.forms.SetPasswordForm",
}
ALLAUTH_TRUSTED_PROXY_COUNT = env.int("ALONGSIDE_PROXIES", 0)
MFA_ADAPTER = "alongside.web.sign_in.adapter.SecondFactorAdapter"
MFA_FORMS = {
    "add_webauthn": "alongside.web.sign_in.forms.AddPasskeyForm",
    "authenticate": "alongside.web.sign_in.forms.AuthenticateForm",
    "reauthenticate": "alongside.web.sign_in.forms.ReauthenticateForm",
}
MFA_TOTP_TOLERANCE = 1
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = DEMO
MFA_TOTP_ISSUER = "Alongside"

SESSION_ENGINE = "alongside.team.sessions"
SESSION_IDLE_SECONDS = 15 * 60
SESSION_COOKIE_AGE = SESSION_IDLE_SECONDS
SESSION_SAVE_EVERY_REQUEST = False  # but once a minute: web/sign_in/sessions.py
SESSION_EXPIRE_AT_BROWSER_CLOSE = True
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = IS_HTTPS
SESSION_COOKIE_NAME = "__Host-session" if IS_HTTPS else "session"
CSRF_COOKIE_NAME = "__Host-csrf" if IS_HTTPS else "csrf"
CSRF_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = CSRF_COOKIE_SAMESITE = "Lax"
SECURE_SSL_REDIRECT = IS_HTTPS
SECURE_HSTS_SECONDS = 31_536_000 if IS_HTTPS else 0
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if IS_HTTPS else None
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [SELF],
        "script-src": [SELF, NONCE],
        "style-src": [SELF],
        "img-src": [SELF, "data:"],
        "object-src": ["'none'"],
        "base-uri": ["'none'"],
        "form-action": [SELF],
        "frame-ancestors": ["'none'"],
    }
}

LANGUAGE_CODE = "en"
LANGUAGES = [("en", _("English")), ("es", _("Spanish"))]
LOCALE_PATHS = [PACKAGE / "locale"]
LANGUAGE_COOKIE_HTTPONLY = True
LANGUAGE_COOKIE_SAMESITE = "Lax"
LANGUAGE_COOKIE_SECURE = IS_HTTPS
FORMAT_MODULE_PATH = "alongside.web.formats"
TIME_ZONE = env("ALONGSIDE_TIME_ZONE", "America/New_York")
USE_TZ = True

STATIC_URL = "static/"
STATIC_ROOT = DATA / "static"
STATICFILES_DIRS = [PACKAGE / "web" / "static"]
STATICFILES_FINDERS = [
    "django.contrib.staticfiles.finders.FileSystemFinder",
    "django.contrib.staticfiles.finders.AppDirectoriesFinder",
    "alongside.web.static_parts.StaticParts",
]
#: A wheel brings what it needs of npm; the repository has all of it.
BROUGHT = PACKAGE / "node_modules"
OWN = BROUGHT if BROUGHT.is_dir() else PACKAGE.parents[1] / "node_modules"
#: Folders of courses of one's own, besides those that come along (docs/curricula.md).
COURSES = env.list("ALONGSIDE_COURSES", [], delimiter=os.pathsep, subcast=Path)
NODE_MODULES = Path(env("ALONGSIDE_NODE_MODULES", str(OWN)))
if DEMO:
    STATIC_ROOT.mkdir(parents=True, exist_ok=True)
WHITENOISE_ALLOW_ALL_ORIGINS = False  # our files are for our pages
WHITENOISE_USE_FINDERS = DEMO  # otherwise from STATIC_ROOT, under names that hold a hash
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {
        "BACKEND": (
            "django.contrib.staticfiles.storage.StaticFilesStorage"
            if DEMO
            else "whitenoise.storage.CompressedManifestStaticFilesStorage"
        )
    },
}

#: A list that somebody brings stays in memory until it is sealed: never plain on the disk.
FILE_UPLOAD_HANDLERS = ["django.core.files.uploadhandler.MemoryFileUploadHandler"]
FILE_UPLOAD_MAX_MEMORY_SIZE = 26 * 1024 * 1024

EMAIL_CONFIG = env.dj_email_url("ALONGSIDE_EMAIL_URL", "console:" if DEMO else "dummymail:")
globals().update(EMAIL_CONFIG)
DEFAULT_FROM_EMAIL = env("ALONGSIDE_EMAIL_FROM", "alongside@localhost")

CACHES = {
    "default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}
    if DEMO
    else {
        "BACKEND": "django.core.cache.backends.filebased.FileBasedCache",
        "LOCATION": DATA / "cache",
        "OPTIONS": {"MAX_ENTRIES": 20_000},
    }
}

CSRF_FAILURE_VIEW = "alongside.web.views.errors.forgery"

TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}
TEST_RUNNER = "django.test.runner.DiscoverRunner"

LOGGING = logs.LOGGING
