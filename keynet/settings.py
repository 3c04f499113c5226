"""Every setting of the service, in one file and in a fixed order; the environment is read here only."""

from pathlib import Path

from csp.constants import NONE, SELF

from keynet import env
from keynet.logs import LINES_TO_THE_CONSOLE
from keynet.schedule import BEAT_SCHEDULE

BASE_DIR = Path(__file__).resolve().parent.parent

# --- who we are -------------------------------------------------------------------------------------------------
DEMO = env.flag("DEMO", False)
SITE_NAME = "医療のお仕事 Key-Net"
SITE_URL = env.text("SITE_URL", "http://127.0.0.1:8000").rstrip("/")
OPERATOR_NAME = env.text("OPERATOR_NAME", "Key-Net 運営事務局（デモ）")
DESK_PHONE = env.text("DESK_PHONE", "0120000000")
DESK_HOURS = env.text("DESK_HOURS", "平日 10時〜17時")

# --- security ---------------------------------------------------------------------------------------------------
SECRET_KEY = env.text("SECRET_KEY")
SECRET_KEY_FALLBACKS = env.words("SECRET_KEY_FALLBACKS")
DEBUG = env.flag("DEBUG", False)
SECURE = env.flag("SECURE", False)
ALLOWED_HOSTS = env.words("ALLOWED_HOSTS", "127.0.0.1,localhost")
CSRF_TRUSTED_ORIGINS = [SITE_URL]
CSRF_FAILURE_VIEW = "keynet.views.csrf_failure"
SECURE_SSL_REDIRECT = SECURE
SECURE_REDIRECT_EXEMPT = [r"^health/$"]
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if SECURE else None
SECURE_HSTS_SECONDS = 31_536_000 if SECURE else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = SECURE_HSTS_PRELOAD = SECURE
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "strict-origin-when-cross-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
SESSION_ENGINE = "django.contrib.sessions.backends.db"
SESSION_COOKIE_NAME = "__Host-sessionid" if SECURE else "sessionid"
CSRF_COOKIE_NAME = "__Host-csrftoken" if SECURE else "csrftoken"
SAVED_COOKIE_NAME = "__Host-saved" if SECURE else "saved"
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = SECURE
SESSION_COOKIE_HTTPONLY = CSRF_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = CSRF_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_AGE = 8 * 60 * 60
DATA_UPLOAD_MAX_MEMORY_SIZE = 1_048_576
DATA_UPLOAD_MAX_NUMBER_FIELDS = 400
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF, "data:"],
        "connect-src": [SELF],
        "form-action": [SELF],
        "frame-ancestors": [NONE],
        "base-uri": [NONE],
    }
}

# --- the applications -------------------------------------------------------------------------------------------
INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django.contrib.postgres",
    "django.forms",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.usersessions",
    "csp",
    "django_filters",
    "keynet",
    "keynet.outbox",
    "keynet.accounts",
    "keynet.privacy",
    "facilities",
    "postings",
    "postings.alerts",
    "applications",
    "applications.reports",
    "nursecenter",
]
MIDDLEWARE = [
    "keynet.middleware.BadInput",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    # A phone at night: 54 KB of a result page become 8. Django pads the answer against BREACH and masks CSRF tokens.
    "django.middleware.gzip.GZipMiddleware",
    "csp.middleware.CSPMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "keynet.middleware.AudienceGate",
    "keynet.middleware.ReadingNeverWrites",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "keynet.middleware.PrivatePages",
    "keynet.middleware.SomebodyWasFirst",
]
ROOT_URLCONF = "keynet.urls"
WSGI_APPLICATION = "keynet.wsgi.application"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

# --- pages ------------------------------------------------------------------------------------------------------
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "keynet.context.service",
                "keynet.console_menus.console",
            ],
            "builtins": ["keynet.templatetags.components", "keynet.templatetags.japanese"],
        },
    }
]
FORM_RENDERER = "keynet.forms.renderer.DesignRenderer"
LANGUAGE_CODE = "ja"
TIME_ZONE = "Asia/Tokyo"
USE_I18N = True
USE_TZ = True
STATIC_URL = "/static/"
STATIC_ROOT = env.text("STATIC_ROOT", str(BASE_DIR / ".run" / "static"))
STATICFILES_DIRS = [BASE_DIR / "static"]
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": env.text("STATIC_STORAGE", "keynet.stylesheet.OneStylesheetStorage")},
}

# --- data -------------------------------------------------------------------------------------------------------
DATABASES = {
    "default": {
        "ENGINE": "django.db.backends.postgresql",
        **env.database("DATABASE_URL"),
        "CONN_MAX_AGE": 0,
        "CONN_HEALTH_CHECKS": True,
        "OPTIONS": {
            "connect_timeout": 3,
            "application_name": "keynet",
            "tcp_user_timeout": 5000,
            "options": "-c lock_timeout=5000 -c statement_timeout=20000 -c idle_in_transaction_session_timeout=60000",
            **({"pool": {"min_size": 1, "max_size": 6, "timeout": 3}} if env.flag("DATABASE_POOL") else {}),
        },
    }
}
# The cache lives in PostgreSQL: the web process never talks to Redis, so losing Redis cannot reach a visitor.
# `pages` holds counts for some seconds in the process; it may be written while reading.
CACHES = {
    "default": {"BACKEND": "django.core.cache.backends.db.DatabaseCache", "LOCATION": "keynet_cache"},
    "pages": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache", "LOCATION": "pages"},
    # Cards of lists as they were drawn last (postings.drawn), some 5 MB in a process.
    "cards": {
        "BACKEND": "django.core.cache.backends.locmem.LocMemCache",
        "LOCATION": "cards",
        "OPTIONS": {"MAX_ENTRIES": 2000},
    },
}
# Demonstration, imports and benchmarks find the national list here when it is given; the product never needs it.
INSTITUTIONS_FILE = env.text("INSTITUTIONS_FILE", "")

# --- people -----------------------------------------------------------------------------------------------------
AUTH_USER_MODEL = "accounts.User"
AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "accounts:home"
ACCOUNT_LOGOUT_REDIRECT_URL = "postings:top"
ACCOUNT_ADAPTER = "keynet.accounts.adapter.AccountAdapter"
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_FORMS = {
    "login": "keynet.accounts.sign_in_forms.SignInForm",
    "reset_password": "keynet.accounts.sign_in_forms.ForgottenPasswordForm",
    "reauthenticate": "keynet.accounts.sign_in_forms.PasswordAgainForm",
    "request_login_code": "keynet.accounts.second_factor_forms.LoginCodeForm",
    "confirm_login_code": "keynet.accounts.second_factor_forms.LoginCodeAnswerForm",
}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*"]
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_EMAIL_VERIFICATION = "mandatory"
ACCOUNT_PREVENT_ENUMERATION = True
# Their letters never leave (keynet/accounts/adapter.py): they only take the time of the others.
ACCOUNT_EMAIL_UNKNOWN_ACCOUNTS = True
# Django's own asks the database nothing, and binds the link to the address as well.
ACCOUNT_PASSWORD_RESET_TOKEN_GENERATOR = "django.contrib.auth.tokens.PasswordResetTokenGenerator"  # noqa: S105  (a class)
ACCOUNT_LOGOUT_ON_PASSWORD_CHANGE = True
ACCOUNT_SESSION_REMEMBER = False
# Files with people's data, roles and the login itself ask again after these seconds (keynet/accounts/fresh.py).
ACCOUNT_REAUTHENTICATION_TIMEOUT = 5 * 60
# A login without a password: six digits by mail, for ten minutes and three tries.
ACCOUNT_LOGIN_BY_CODE_ENABLED = True
ACCOUNT_LOGIN_BY_CODE_TIMEOUT = 10 * 60
# Appointed people and admins of facilities need a second step; a demonstration shows it and demands it of nobody.
REQUIRE_MFA = env.flag("REQUIRE_MFA", not DEMO)
MFA_ADAPTER = "keynet.accounts.second_factor_adapter.SecondFactorAdapter"
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_RECOVERY_CODES_SHOW_ONCE = True
MFA_TOTP_PERIOD = 30
MFA_TOTP_TOLERANCE = 1
MFA_FORMS = {
    "authenticate": "keynet.accounts.second_factor_forms.SecondStepForm",
    "reauthenticate": "keynet.accounts.second_factor_forms.SecondStepAgainForm",
    "activate_totp": "keynet.accounts.second_factor_forms.LoginAppForm",
    "add_webauthn": "keynet.accounts.passkey_forms.PasskeyForm",
    "authenticate_webauthn": "keynet.accounts.passkey_forms.PasskeyAnswerForm",
    "login_webauthn": "keynet.accounts.passkey_forms.PasskeyLoginForm",
    "reauthenticate_webauthn": "keynet.accounts.passkey_forms.PasskeyAgainForm",
}
ACCOUNT_RATE_LIMITS = {
    "login_failed": "10/m/ip,5/5m/key",
    # Letters to one address, known or not: what fills a stranger's mailbox is no login.
    "reset_password": "20/m/ip,3/h/key",
    "request_login_code": "20/m/ip,5/h/key",
    "sign_up": "20/h/ip",
    "address": "10/h/user",
    # Once an hour each for fifty people behind one hospital's address, and room to spare; only what is sent counts,
    # not what is corrected. Few of them ask, one or two register.
    "application": "60/h/ip",
    "inquiry": "30/h/ip",
    "registration": "20/h/ip",
    "condition": "60/h/ip",
    "complaint": "10/h/ip",
}
ALLAUTH_TRUSTED_PROXY_COUNT = env.number("TRUSTED_PROXIES", 0)
PASSWORD_HASHERS = [
    "django.contrib.auth.hashers.ScryptPasswordHasher",
    "django.contrib.auth.hashers.PBKDF2PasswordHasher",
]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "keynet.accounts.passwords.LongEnough", "OPTIONS": {"min_length": 12}},
    {"NAME": "keynet.accounts.passwords.NotOneself"},
    {"NAME": "keynet.accounts.passwords.NotCommon"},
]

# --- how long people's data stay (the forms promise it) -----------------------------------------------------------
RETENTION_DAYS = env.number("RETENTION_DAYS", 180)
INQUIRY_RETENTION_DAYS = env.number("INQUIRY_RETENTION_DAYS", 90)
# Not a person's data: until then the page of an ended posting leads its readers on, afterwards it answers 410.
CLOSED_PAGE_DAYS = env.number("CLOSED_PAGE_DAYS", 180)
COMPLAINT_RETENTION_DAYS = env.number("COMPLAINT_RETENTION_DAYS", 180)
SEEKER_RETENTION_DAYS = env.number("SEEKER_RETENTION_DAYS", 730)
CONTACT_RETENTION_DAYS = env.number("CONTACT_RETENTION_DAYS", 730)
# Who was erased, outside the database: a restored backup is cleaned by it. Keep it on another disk than the database.
ERASURES_FILE = env.text("ERASURES_FILE", str(BASE_DIR / ".run" / "erasures"))

# --- mail: rows first, SMTP only from the postman -----------------------------------------------------------------
EMAIL_BACKEND = "keynet.outbox.backend.OutboxBackend"
SMTP = env.smtp("EMAIL_URL")
if DEMO and SMTP["host"] not in {"127.0.0.1", "localhost", "::1", "mail"}:
    # Fictional postings must reach nobody: a demonstration starts only with the sink of this machine or of compose.
    raise SystemExit(
        "DEMO=1 sends mail to a local sink only: set EMAIL_URL to smtp://127.0.0.1:1025, or DEMO=0."
    )
EMAIL_TIMEOUT = env.number("EMAIL_TIMEOUT", 10)
DEFAULT_FROM_EMAIL = env.text("MAIL_FROM", "Key-Net <no-reply@key-net.example>")

# --- Celery: nudges, not truth ------------------------------------------------------------------------------------
REDIS_URL = env.text("REDIS_URL", "redis://127.0.0.1:6379/0")
CELERY_BROKER_URL = env.celery_broker(REDIS_URL)
CELERY_BROKER_TRANSPORT_OPTIONS = {
    "visibility_timeout": 120,
    "unacked_restore_interval": 10,
    "unacked_restore_throttle": 1,
    "socket_timeout": 5,
    "socket_connect_timeout": 2,
    "socket_keepalive": True,
    "health_check_interval": 25,
}
CELERY_BROKER_CONNECTION_RETRY_ON_STARTUP = True
CELERY_TASK_PUBLISH_RETRY = False
CELERY_TASK_ACKS_LATE = True
CELERY_TASK_REJECT_ON_WORKER_LOST = True
CELERY_WORKER_PREFETCH_MULTIPLIER = 1
CELERY_WORKER_CANCEL_LONG_RUNNING_TASKS_ON_CONNECTION_LOSS = True
CELERY_TASK_TIME_LIMIT = 60
CELERY_TASK_SOFT_TIME_LIMIT = 45
CELERY_TASK_IGNORE_RESULT = True
CELERY_TASK_SERIALIZER = "json"
CELERY_ACCEPT_CONTENT = ["json"]
CELERY_TIMEZONE = TIME_ZONE
CELERY_WORKER_HIJACK_ROOT_LOGGER = False
CELERY_BEAT_SCHEDULE = BEAT_SCHEDULE

# --- log: no query strings, no bodies, no addresses, no secret links, no words of exceptions ----------------------
LOGGING = LINES_TO_THE_CONSOLE
