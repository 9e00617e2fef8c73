"""The pages of training."""

from django.urls import path

from .views import asking, certificates, counting, courses, places, refreshing, requests, sessions

app_name = "training"
SESSION = "sessions/<str:reference>/"
COURSE = "courses/<uuid:course_id>/"
urlpatterns = [
    path("", sessions.listing, name="sessions"),
    path("plan/", sessions.plan, name="plan"),
    path(SESSION, sessions.session, name="session"),
    path(SESSION + "move/", sessions.move, name="session-move"),
    path(SESSION + "cancel/", sessions.cancel, name="session-cancel"),
    path(SESSION + "book/", sessions.book, name="session-book"),
    path(SESSION + "attendance/", sessions.attend, name="session-attendance"),
    path(SESSION + "sign-in-sheet/", sessions.sign_in, name="session-sheet"),
    path(SESSION + "certificates/", certificates.listing, name="certificates"),
    path(SESSION + "certificates/make/", certificates.certify, name="certify"),
    path("certificates/<uuid:certificate_id>/", certificates.paper, name="certificate"),
    path("certificates/<uuid:certificate_id>/withdraw/", certificates.withdraw, name="certificate-withdraw"),
    path("certificates/check/", certificates.check, name="check"),
    path("certificates/link/<str:token>/", certificates.by_link, name="certificate-paper"),
    path("bookings/<str:reference>/cancel/", sessions.cancel_booking, name="booking-cancel"),
    path("courses/", courses.listing, name="courses"),
    path("courses/begin/", courses.begin, name="begin"),
    path("courses/add/", courses.add, name="course-add"),
    path(COURSE, courses.course, name="course"),
    path(COURSE + "version/", courses.add_version, name="course-version"),
    path(COURSE + "end/", courses.end, name="course-end"),
    path("lists/", courses.lists, name="lists"),
    path("lists/<slug:code>/add/", courses.add_line, name="line-add"),
    path("lists/<slug:code>/<uuid:line_id>/end/", courses.end_line, name="line-end"),
    path("due/", refreshing.listing, name="due"),
    path("needs/", refreshing.needed, name="needs"),
    path("needs/set/", refreshing.set_rule, name="refresh-rule"),
    path("due/<slug:kind>/<int:place_id>/", refreshing.at_place, name="due-at"),
    path("due/<slug:kind>/<int:place_id>/write/", refreshing.nudge, name="nudge"),
    path("counted/", counting.listing, name="counted"),
    path("staff/", counting.staff, name="headcounts"),
    path("staff/add/", counting.count, name="headcount-add"),
    path("requests/", requests.listing, name="requests"),
    path("requests/<str:reference>/", requests.one, name="request"),
    path("requests/<str:reference>/take/", requests.take, name="request-take"),
    path("requests/<str:reference>/plan/", requests.plan, name="request-plan"),
    path("requests/<str:reference>/decline/", requests.decline, name="request-decline"),
    path("link/", asking.visitor, name="visitor"),
    path("link/sent/", asking.visitor_sent, name="visitor-sent"),
    path("link/open/<str:token>/", asking.visitor_link, name="visitor-link"),
    path("mine/", asking.my_training, name="mine"),
    path("mine/ask/", asking.ask, name="ask"),
    path("mine/asked/<str:reference>/", asking.asked, name="asked"),
    path("mine/sessions/<str:reference>/", asking.offered, name="offered"),
    path("mine/sessions/<str:reference>/book/", asking.book, name="mine-book"),
    path("mine/bookings/<str:reference>/cancel/", asking.cancel, name="mine-cancel"),
    path("place/<str:token>/", places.place, name="place"),
    path("place/<str:token>/calendar/", places.calendar, name="place-calendar"),
]
