"""Paths of accounts beside allauth's own."""

from django.urls import path

from keynet.accounts.views import address, arriving, devices, second_factor, sign_up

app_name = "accounts"
urlpatterns = [
    path("home/", arriving.home, name="home"),
    path("first/<str:token>/", arriving.first_login, name="first_login"),
    path("sent/", sign_up.sign_up_sent, name="sign_up_sent"),
    path("new/<str:token>/", sign_up.new, name="new"),
    path("security/address/", address.ask, name="address"),
    path("security/address/sent/", address.sent, name="address_sent"),
    path("security/address/new/<str:token>/", address.new, name="new_address"),
    path("security/protect/", second_factor.protect, name="protect"),
    path("security/devices/", devices.devices, name="devices"),
    path("security/devices/<int:number>/end/", devices.end, name="end_device"),
    path("security/devices/end-others/", devices.end_others, name="end_other_devices"),
]
