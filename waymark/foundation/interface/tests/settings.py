"""Settings of the kit alone, for its gallery in a browser: no database, no other part."""

from __future__ import annotations

from waymark.foundation.interface import csp

SECRET_KEY = "the tests of the pages’ kit keep nothing"
DEBUG = True
ALLOWED_HOSTS = ["*"]
ROOT_URLCONF = "waymark.foundation.interface.tests.urls"
INSTALLED_APPS = ["waymark.foundation.interface", "django.contrib.staticfiles"]
MIDDLEWARE = [
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "csp.middleware.CSPMiddleware",
    "waymark.foundation.interface.middleware.PageHeaders",
]
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.template.context_processors.i18n",
            ]
        },
    }
]
STATIC_URL = "/static/"
CONTENT_SECURITY_POLICY = csp.POLICY
LANGUAGE_CODE = "en-gb"
LANGUAGES = [("en", "English"), ("cy", "Cymraeg")]
USE_TZ = True
TIME_ZONE = "Europe/London"
WAYMARK_BRAND = {"name": "Westmarch Council", "logo": "", "colour": "#12436d", "contact": "0300 123 0000"}
