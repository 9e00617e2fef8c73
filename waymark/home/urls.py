from django.urls import include, path

from .views import health, landing, ledger, looks, members, my_day, reviews, roles

home = (
    [
        path("", landing.landing, name="landing"),
        path("my-day/", my_day.my_day, name="my-day"),
        path("work-for/", my_day.work_for, name="work-for"),
        path("roles/", roles.table, name="roles"),
        path("members/", members.listing, name="members"),
        path("members/invite/", members.invite, name="member-invite"),
        path("members/<uuid:user_id>/", members.member, name="member"),
        path("members/<uuid:user_id>/give-role/", members.give_role, name="member-give-role"),
        path(
            "members/<uuid:user_id>/end-role/<uuid:membership_id>/", members.end_role, name="member-end-role"
        ),
        path("members/<uuid:user_id>/sign-out/", members.sign_out, name="member-sign-out"),
        path("members/<uuid:user_id>/disable/", members.disable, name="member-disable"),
        path("members/<uuid:user_id>/home-area/", looks.home_area, name="member-home-area"),
        path("service/", health.service, name="service"),
        path("ledger/", ledger.listing, name="ledger"),
        path("looks/record/<str:kind>/<uuid:record_id>/", looks.at_record, name="looks-at-record"),
        path("looks/account/<uuid:user_id>/", looks.look_into, name="look-into"),
        path("looks/asked/<uuid:inquiry_id>/", looks.looked_into, name="looked-into"),
        path("looks/weeks/", reviews.listing, name="reviews"),
        path("looks/weeks/<uuid:review_id>/", reviews.week, name="review-week"),
        path("looks/lines/<uuid:line_id>/", reviews.answer, name="review-answer"),
    ],
    "home",
)

urlpatterns = [
    path("health", health.health, name="health"),
    path("ready", health.ready, name="ready"),
    path("metrics", health.metrics, name="metrics"),
    path("", include(home)),
    path("", include("waymark.foundation.interface.urls")),
    path("account/", include("waymark.foundation.accounts.urls")),
    path("complaints/", include("waymark.oversight.complaints.urls")),
    path("lists/", include("waymark.foundation.importing.urls")),
    path("directory/", include("waymark.foundation.directory.urls")),
    path("break-glass/", include("waymark.foundation.access.urls")),
    path("recovery/", include("waymark.foundation.access.recovery_urls")),
    path("documents/", include("waymark.foundation.vault.urls")),
    path("messages/", include("waymark.foundation.outbox.urls")),
    path("measures/", include("waymark.foundation.measures.urls")),
    path("retention/", include("waymark.foundation.retention.urls")),
    path("panels/", include("waymark.pathway.panel.urls")),
    path("people/", include("waymark.pathway.people.urls")),
    path("referrals/", include("waymark.pathway.concerns.urls")),
    path("referrals/", include("waymark.pathway.referrals.urls")),
    path("police-assessment/", include("waymark.pathway.assessment.urls")),
    path("training/", include("waymark.delivery.training.urls")),
    path("own-data/", include("waymark.oversight.stewardship.urls")),
    path("times/", include("waymark.foundation.tasks.urls")),
    path("choices/", include("waymark.foundation.lists.urls")),
    path("taking-out/", include("waymark.oversight.purging.urls")),
    path("reports/", include("waymark.oversight.reports.urls")),
    path("feedback/", include("waymark.delivery.feedback.urls")),
    path("reach/", include("waymark.delivery.reach.urls")),
    path("engagement/", include("waymark.delivery.engagement.urls")),
    path("library/", include("waymark.delivery.library.urls")),
    # First: its list has a name of its own where a case has its reference.
    path("channel/", include("waymark.pathway.exits.urls")),
    path("channel/", include("waymark.pathway.channel.urls")),
    path("consent/", include("waymark.pathway.consent.urls")),
    path("support/", include("waymark.pathway.support.urls")),
]
