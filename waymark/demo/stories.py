"""What has happened in Westmarch in the last months. Nobody here exists; every state a referral can be in occurs."""

from __future__ import annotations

from datetime import timedelta

from waymark.foundation.kernel import clock
from waymark.foundation.tasks import Unit
from waymark.foundation.tasks.actions import setting
from waymark.pathway.concerns.actions import adding, approving, enquiring, routing
from waymark.pathway.people import actions as people
from waymark.pathway.people.actions import AddressParts
from waymark.pathway.referrals.actions import asking, findings, leading

from . import papers, police_stories
from .telling import Case, Teller
from .words import born, concerns, home, named, need

FORM_TUTOR = ("teacher", "Teacher of history", "school", "I am their form tutor")
WARD_NURSE = ("nurse", "Community nurse", "nhs", "They are my patient")
COLLEGE = ("college_dsl", "Safeguarding lead", "college", "They study at our college")
ADULT = {"parent": {"told": "adult"}, "parent_not_yet": None}


def tell(teller: Teller) -> None:
    """All of them, from the oldest to the newest."""
    _closed_and_back(teller)
    _advised(teller)
    _mistaken(teller)
    _accepted_elsewhere(teller)
    police_stories.tell(teller)
    _with_police(teller)
    _parents_disagree(teller)
    _moved(teller)
    _waiting_for_a_service(teller)
    _question_open(teller)
    _waiting_for_a_second_person(teller)
    _came_again(teller)
    _agreed_with_police(teller)
    _times(teller)
    _anonymous(teller)
    _just_arrived(teller)
    _kept_to_few(teller)
    _drafts(teller)
    _enquiries(teller)
    teller.proposed_to_erase()


def _pupil(teller: Teller) -> dict:
    return {
        "referring": teller.referrer(*FORM_TUTOR),
        "learns": {"learns": "yes"},
        "school": teller.school("900001"),
    }


def _settled(case: Case, days: float) -> Case:
    """What was found out before a plain closure."""
    return (
        case.told(days, "person", "Form tutor", "Was glad to be asked, and said it had been a bad week.")
        .told(days, "parent", "Head of year", "Thanked the school for telling them.")
        .social_care(days)
    )


def _closed_and_back(teller: Teller) -> None:
    """Closed in the summer; the same person comes again in the autumn, spelt otherwise."""
    case = teller.sent(
        "teacher", 150, **_pupil(teller),
        name=named("Lewis", "Brackenshaw"), born=born("2010-06-14"), gender={"gender": "male"},
        addresses=home("12 Tanner Row, Harrowmere", "ZZ1 1AD"),
        concern=concerns(("Wrote on a desk that he hates everybody in the year.", teller.day(152), "fact")),
        arose={"on": teller.day(155)},
    )  # fmt: skip
    case.taken(149).matched(149)
    case.marked(147, "resolved", "The form tutor spoke with him: he had quarrelled with two friends.")
    _settled(case, 147).decided(
        144, "close", "He was angry after a quarrel, has said so and has made up with his friends.",
        "Thank you. We have looked at this and will not go on. Please keep an eye on the friendships.",
    )  # fmt: skip


def _advised(teller: Teller) -> None:
    case = teller.sent(
        "teacher", 118, **_pupil(teller),
        name=named("Kit", "Ashgroveley"), born=born("2011-02-03"), gender={"gender": "female"},
        concern=concerns(("Asked in class why anybody would follow a violent group.", teller.day(119), "fact")),
        arose={"on": teller.day(119)}, ideas={"ideas": "none", "words": ""},
    )  # fmt: skip
    case.taken(117).matched(117)
    case.marked(115, "resolved", "She is working on a school project about the news.")
    _settled(case, 115).decided(
        114, "advise", "A question asked in class is a good reason to talk, and nothing else worries the school.",
        "Thank you. We suggest a lesson on how to check what is read online; we can send material.",
    )  # fmt: skip
    teller.held(
        case,
        40,
        "The school has asked the council for its papers about the project, and has not had them yet.",
    )


def _mistaken(teller: Teller) -> None:
    case = teller.sent(
        "nurse", 96, **ADULT,
        referring=teller.referrer(*WARD_NURSE), name=named("Sefa", "Lindqvale"), born=born("1987-11-20"),
        concern=concerns(("Carried a bag with a slogan I did not understand.", teller.day(97), "fact")),
        arose={"on": teller.day(97)},
    )  # fmt: skip
    case.taken(95).matched(95).marked(94, "not_substantiated", "The slogan is the name of a cycling club.")
    case.told(94, "person", "Community nurse", "Laughed about it, and showed the club’s card.").decided(
        93, "unfounded", "The bag is from a cycling club and there never was anything else to worry about.",
        "Thank you for asking. This was a misunderstanding; the record is sealed.",
    )  # fmt: skip
    # Break-glass goes by the clock of the database, so these openings are of the day the demonstration is loaded.
    reviewed = teller.opened(
        case, "officer", "The cycling club rang about the same bag and asked what had been found out."
    )
    teller.reviewed(
        reviewed, "justified", "The club’s call is in the diary, and one page was read for two minutes."
    )
    teller.opened(
        case,
        "second_officer",
        "A colleague of the nurse wants to refer the same patient, and I need to know why not.",
    )


def _accepted_elsewhere(teller: Teller) -> None:
    case = teller.sent(
        "teacher", 80, **_pupil(teller),
        name=named("Caleb", "Hartsmere"), born=born("2012-09-30"), gender={"gender": "male"},
        addresses=home("3 Weir Cottages, Harrowmere", "ZZ1 4QH"),
        concern=concerns(
            ("Says he sleeps at friends’ homes because it is not safe at his.", teller.day(82), "reported"),
            ("Shared a clip of a fight and wrote that people deserve it.", teller.day(81), "fact"),
        ),
        arose={"on": teller.day(100)}, around={"words": "Trouble at home.", "helps": "His grandmother."},
    )  # fmt: skip
    case.taken(79).matched(79).marked(76, "moved", "What stands behind it is how things are at home.")
    _settled(case, 76)
    made = case.redirected(76, "children", "Please look at his safety at home; the school will take part.")
    with teller.acting("front_door", 74) as by:
        asking.accept_redirect(
            by=by,
            redirect=made,
            version=made.version,
            answer="We have begun an assessment.",
        )
    case.decided(
        73, "redirect", "He needs to be safe at home first, and children’s social care has taken this on.",
        "Thank you. Children’s social care now works with the family and will be in touch with you.",
    )  # fmt: skip


def _with_police(teller: Teller) -> None:
    case = teller.sent(
        "nurse", 6, **ADULT,
        referring=teller.referrer(*WARD_NURSE), name=named("Dorian", "Fellwickham"), born=born("1998-04-11"),
        gender={"gender": "male"}, work={"work": "Warehouse worker until the spring"},
        concern=concerns(
            ("Said three times that somebody should pay for closing the warehouse.", teller.day(8), "fact"),
            ("Said he has learned from videos how such a thing is done.", teller.day(7), "fact"),
        ),
        arose={"on": teller.day(30)}, ideas={"ideas": "mixed", "words": "He says he does not care for parties."},
    )  # fmt: skip
    case.taken(5).matched(5)
    case.not_told(5, "person", "The police are asked first whether telling him puts anybody at risk.", 80)
    case.decided(
        4, "to-police", "He named what he would do and why, twice, and has begun to find out how.",
        "Thank you. We have asked a partner to look at this with us. Please carry on with his care.",
    )  # fmt: skip


def _parents_disagree(teller: Teller) -> None:
    case = teller.sent(
        "teacher", 4.5, **_pupil(teller),
        name=named("Noor", "Fairbarrow"), born=born("2011-12-01"), gender={"gender": "female"},
        concern=concerns(("Talks much with an adult online who tells her whom to hate.", teller.day(6), "reported")),
        arose={"on": teller.day(24)},
    )  # fmt: skip
    case.taken(4).matched(4).social_care(4)
    case.told(3, "person", "Form tutor", "Would like somebody to talk to.")
    case.told(2.5, "parent", "Head of year, to the mother", "Wants support for her daughter.")
    case.told(
        2, "parent", "Head of year, to the father", "Does not agree, and asks that nothing more is done."
    )
    case.asked(2, "children", "Does anybody work with the family now, and what would help them to agree?")


def _moved(teller: Teller) -> None:
    """Came from another town; has been offered to the second officer."""
    case = teller.sent(
        "college_dsl", 5, **ADULT,
        referring=teller.referrer(*COLLEGE), name=named("Tomasz", "Greyvaleson", "Tomek"),
        born=born("2007-03-01", "month"), gender={"gender": "male"},
        addresses=home("4 Old Quay, Eastmarch", "ZZ9 1AB", "former"), learns={"learns": "yes"},
        school=teller.school("900003"), language={"language": "Polish", "interpreter": "no"},
        concern=concerns(("Said at college that violence is the only thing that changes anything.",
                          teller.day(6), "fact")),
        arose={"on": teller.day(6)}, lead={"talked": "self", "result": ""},
    )  # fmt: skip
    case.taken(4).matched(4)
    with teller.acting("officer", 3) as by:
        person = case.referral.person
        people.add_address(
            by=by, person=person,
            address=AddressParts(lines="Flat 2, 9 Canal Street, Westmarch", postcode="ZZ2 3CE", source="College"),
        )  # fmt: skip
        people.record_equality(by=by, person=person, answers={"sex": "male", "source": "referrer"})
    with teller.acting("officer", 1) as by:
        referral = case.referral
        leading.hand_over(
            by=by, referral=referral, version=referral.version,
            receiver=teller.users["second_officer"], note="You know the college well.",
        )  # fmt: skip


def _waiting_for_a_service(teller: Teller) -> None:
    case = teller.sent(
        "nurse", 5, **ADULT,
        referring=teller.referrer(*WARD_NURSE), name=named("Maura", "Tillingforth"), born=born("1961-08-22"),
        gender={"gender": "female"},
        concern=concerns(("Has stopped leaving her home and believes the neighbours plan to hurt her.",
                          teller.day(6), "fact")),
        arose={"on": teller.day(28)}, around={"words": "Her husband died last year.", "helps": "Her sister calls."},
    )  # fmt: skip
    case.taken(4.5).matched(4.5).marked(4, "moved", "She is lonely and afraid; nobody is threatened.")
    case.told(4, "person", "Community nurse", "Would like company and help with shopping.")
    case.redirected(3, "adults", "Please visit her: she is alone, afraid, and would like support.")


def _question_open(teller: Teller) -> None:
    """The one that is overdue: its question waits for an answer, and so does the service it was offered to."""
    case = teller.sent(
        "teacher", 7, **_pupil(teller),
        name=named("Amira", "Quellanby"), born=born("2012-10-09"), gender={"gender": "female"},
        concern=concerns(("Repeats long passages of a video about a killing, word for word.", teller.day(8), "fact")),
        arose={"on": teller.day(20)},
        needs=need("Autism. Clear words and a quiet room help.", "explains", "She learns films by heart."),
    )  # fmt: skip
    case.document(6.5, "teacher", "Notes of the form tutor.txt", papers.notes())
    case.taken(6).matched(6).social_care(6)
    case.document(5, "officer", "Timetable of the Saturday club.jpg", papers.timetable())
    case.asked(5, "nhs", "Is she supported for her autism now, and what helps her?", 14)
    asked = case.asked(5, "college", "Does she come to your Saturday club, and how is she there?")
    with teller.acting("college_dsl", 3) as by:
        asking.answer_request(
            by=by, request=asked, version=asked.version,
            reply="She comes every week, is cheerful and helps the younger ones.",
        )  # fmt: skip
    case.redirected(2, "children", "Please see whether the family would like help at home as well.")
    with teller.acting("officer", 2) as by:
        findings.add_concern(
            by=by, referral=case.referral, standing="reported", source="Teaching assistant",
            words="Was sent the video by a pupil of another school.",
        )  # fmt: skip
    with teller.acting("teacher", 1) as by:
        adding.add_information(
            by=by,
            submission=case.submission,
            words="She has told us who sent her the video.",
        )


def _waiting_for_a_second_person(teller: Teller) -> None:
    case = teller.sent(
        "teacher", 5, **_pupil(teller),
        name=named("Ellis", "Marrowdene"), born=born("2012-01-17"), gender={"gender": "other"},
        concern=concerns(("Drew a plan of the sports hall and wrote names on it.", teller.day(6), "fact")),
        arose={"on": teller.day(6)}, ideas={"ideas": "none", "words": ""},
    )  # fmt: skip
    case.taken(4).matched(4)
    case.marked(
        2, "resolved", "It is the seating plan of a concert; the names are the band’s.", violence=True
    )
    _settled(case, 2).decided(
        1, "close", "The drawing is the seating plan of a school concert, as the music teacher has shown us.",
        "Thank you. We have looked at this with you and do not need to go on.",
    )  # fmt: skip


def _came_again(teller: Teller) -> None:
    """The surname lacks a letter: *Seen before?* asks."""
    case = teller.sent(
        "teacher", 3, **_pupil(teller),
        name=named("Lewis", "Brakenshaw"), born=born("2010-06-14"), gender={"gender": "male"},
        addresses=home("12 Tanner Row, Harrowmere", "ZZ1 1AD"),
        concern=concerns(("Told a friend he knows where to get a knife.", teller.day(4), "reported")),
        arose={"on": teller.day(14)}, ideas={"ideas": "unclear", "words": ""},
    )  # fmt: skip
    case.taken(2)


def _agreed_with_police(teller: Teller) -> None:
    """From now on one submission tells the council and the police at once; the neighbour has not agreed so."""
    with teller.acting("lead", 0.6) as by:
        routing.route(
            by=by, authority_id=teller.places.authority.pk, with_police=True, from_date=clock.today(), confirmed=True,
            source="Agreed by the council and the constabulary (invented for the demonstration)",
        )  # fmt: skip


def _times(teller: Teller) -> None:
    """One step gets another time, some weeks from now: the page of times shows what comes."""
    with teller.acting("lead", 0.5) as by:
        setting.set_time(
            by=by, authority_id=teller.places.authority.pk, code="assessment.second-person", number=3,
            unit=Unit.WORKING_DAYS, from_date=clock.today() + timedelta(days=30), confirmed=False,
            source="Asked for by the constabulary (invented for the demonstration)",
        )  # fmt: skip


def _anonymous(teller: Teller) -> None:
    teller.sent(
        "teacher", 0.6, **_pupil(teller),
        name=named("Priya", "Sandholmes"), born={"born": None, "age": 15}, gender={"gender": "female"},
        concern=concerns(("Asked others to join a group that fights at weekends.", teller.day(2), "reported")),
        arose={"on": teller.day(6)}, raiser={"who": "other"},
        raiser_other={
            "name": "Hollis Wendover", "job": "Kitchen assistant", "organisation": "",
            "relationship": "Sees her at lunch", "email": "", "phone": "",
        },
        anonymity={"wanted": True},
    )  # fmt: skip


def _just_arrived(teller: Teller) -> None:
    teller.sent(
        "teacher", 0.2, **_pupil(teller),
        name=named("Joss", "Tarrowby"), born=born("2011-05-27"), gender={"gender": "male"},
        concern=concerns(("Says he watches killings every night and cannot stop.", teller.day(1), "fact")),
        arose={"on": teller.day(14)}, ideas={"ideas": "violence", "words": ""},
    )  # fmt: skip


def _kept_to_few(teller: Teller) -> None:
    """The child of a colleague: the Prevent lead keeps the referral to whoever leads it."""
    case = teller.sent(
        "teacher", 1.5, **_pupil(teller),
        name=named("Tamsin", "Quarrelby"), born=born("2009-08-15"),
        concern=concerns(("Left a leaflet of a group that wants to fight on a desk.", teller.day(2), "fact")),
        arose={"on": teller.day(4)},
    )  # fmt: skip
    case.taken(1)
    teller.kept(case, 1, "She is the daughter of somebody who works in this team.")


def _drafts(teller: Teller) -> None:
    for place, (surname, days) in enumerate((("Oakhurstley", 1), ("Pennifold", 3), ("Rushbrooke-Vale", 6))):
        draft = teller.to_dsl(
            "teacher", days, **_pupil(teller),
            name=named("Robin", surname), born=born(f"2013-0{place + 2}-1{place}"),
            concern=concerns(("Has stopped talking to friends and is angry at school.", teller.day(days + 1), "fact")),
            arose={"on": teller.day(days + 10)},
        )  # fmt: skip
        with teller.acting("dsl", days - 1) as by:
            if place == 1:
                approving.give_back(by=by, draft=draft, note="Please add what was said, word for word.")
            if place == 2:
                approving.keep_back(by=by, draft=draft, reason="The school supports this pupil itself.")
    teller.draft(
        "teacher", 0.4, until="household", **_pupil(teller),
        name=named("Sasha", "Underhillow"), born=born("2012-07-07"),
    )  # fmt: skip


def _enquiries(teller: Teller) -> None:
    with teller.acting("teacher", 21) as by:
        asked = enquiring.ask_advice(by=by, question="A pupil wears a badge I do not know. Should I refer?")
    with teller.acting("officer", 20) as officer:
        enquiring.answer_enquiry(
            by=officer, enquiry=asked, version=asked.version,
            answer="A badge is not a reason to refer. Ask what it means to them, and talk to your lead.",
        )  # fmt: skip
    with teller.acting("nurse", 0.5) as by:
        enquiring.ask_advice(
            by=by,
            question="A patient is very angry about the news. When do I need to refer?",
        )
