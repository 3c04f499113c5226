"""The pages of allauth that the service uses; what is not named here does not exist (e.g. several addresses)."""

from allauth.account import views
from allauth.mfa.base import views as second_step
from allauth.mfa.totp import views as login_app
from allauth.mfa.webauthn import views as passkey
from django.urls import path, re_path

from keynet.accounts.fresh import fresh_login_required as fresh
from keynet.accounts.views import second_factor, sign_up

urlpatterns = [
    path("login/", views.login, name="account_login"),
    path("login/second/", second_step.authenticate, name="mfa_authenticate"),
    path("login/passkey/", passkey.login_webauthn, name="mfa_login_webauthn"),
    path("login/number/", views.request_login_code, name="account_request_login_code"),
    path("login/number/check/", views.confirm_login_code, name="account_confirm_login_code"),
    path("logout/", views.logout, name="account_logout"),
    path("signup/", sign_up.sign_up, name="account_signup"),
    path("inactive/", views.account_inactive, name="account_inactive"),
    path("reauthenticate/", views.reauthenticate, name="account_reauthenticate"),
    path("reauthenticate/number/", second_step.reauthenticate, name="mfa_reauthenticate"),
    path("reauthenticate/passkey/", passkey.reauthenticate_webauthn, name="mfa_reauthenticate_webauthn"),
    path("security/", second_factor.security, name="mfa_index"),
    path("security/app/", fresh(second_factor.LoginApp.as_view()), name="mfa_activate_totp"),
    path("security/app/off/", fresh(login_app.deactivate_totp), name="mfa_deactivate_totp"),
    path("security/passkeys/add/", fresh(second_factor.NewPasskey.as_view()), name="mfa_add_webauthn"),
    path(
        "security/passkeys/<int:pk>/remove/",
        fresh(second_factor.GonePasskey.as_view()),
        name="mfa_remove_webauthn",
    ),
    path("security/codes/", second_factor.recovery_codes, name="mfa_view_recovery_codes"),
    path("security/codes/new/", second_factor.new_recovery_codes, name="mfa_generate_recovery_codes"),
    path("confirm-email/", views.email_verification_sent, name="account_email_verification_sent"),
    re_path(r"^confirm-email/(?P<key>[-:\w]+)/$", views.confirm_email, name="account_confirm_email"),
    path("password/change/", views.password_change, name="account_change_password"),
    path("password/reset/", views.password_reset, name="account_reset_password"),
    path("password/reset/done/", views.password_reset_done, name="account_reset_password_done"),
    path(
        "password/reset/key/done/",
        views.password_reset_from_key_done,
        name="account_reset_password_from_key_done",
    ),
    re_path(
        r"^password/reset/key/(?P<uidb36>[0-9A-Za-z]+)-(?P<key>.+)/$",
        views.password_reset_from_key,
        name="account_reset_password_from_key",
    ),
]
