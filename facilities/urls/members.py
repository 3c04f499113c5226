"""Paths of a facility's people and of its further facilities."""

from django.urls import path

from facilities.views import branches, invitations, members

app_name = "members"
urlpatterns = [
    path("members/", members.listing, name="list"),
    path("members/invite/", invitations.invite, name="invite"),
    path("members/leave/", members.leave, name="leave"),
    path("members/<int:pk>/role/", members.role, name="role"),
    path("members/<int:pk>/remove/", members.remove, name="remove"),
    path("members/invitations/<int:pk>/renew/", invitations.renew, name="renew"),
    path("members/invitations/<int:pk>/withdraw/", invitations.withdraw, name="withdraw"),
    path("branches/add/", branches.add, name="add_branch"),
]
