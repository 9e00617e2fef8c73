"""What has happened in Westmarch in the last months. Nobody here exists; every state a referral can be in occurs."""

from __future__ import annotations

from waymark.pathway.concerns.actions import adding, approving, enquiring
from waymark.pathway.people import actions as people
from waymark.pathway.people.actions import AddressParts
from waymark.pathway.referrals.actions import asking, findings, leading

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
    _with_police(teller)
    _parents_disagree(teller)
    _moved(teller)
    _waiting_for_a_service(teller)
    _question_open(teller)
    _waiting_for_a_second_person(teller)
    _came_again(teller)
    _anonymous(teller)
    _just_arrived(teller)
    _drafts(teller)
    _enquiries(teller)


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


def _accepted_elsewhere(teller: Teller) -> None:
    case = teller.sent(
        "teacher", 80, **_pupil(teller),
        name=named("Caleb", "Winterrow"), born=born("2012-09-30"), gender={"gender": "male"},
        concern=concerns(
            ("Says he sleeps at friends’ homes because it is not safe at his.", teller.day(82), "reported"),
            ("Shared a clip of a fight and wrote that people deserve it.", teller.day(81), "fact"),
        ),
        arose={"on": teller.day(100)}, around={"words": "Trouble at home.", "helps": "His grandmother."},
    )  # fmt: skip
    case.taken(79).matched(79).marked(76, "moved", "What stands behind it is how things are at home.")
    _settled(case, 76)
    made = case.redirected(76, "children", "Please look at his safety at home; the school will take part.")
    with teller.acting("front_door") as by:
        asking.accept_redirect(
            by=by,
            at=teller.ago(74),
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
        "nurse", 40, **ADULT,
        referring=teller.referrer(*WARD_NURSE), name=named("Dorian", "Fellwickham"), born=born("1998-04-11"),
        gender={"gender": "male"}, work={"work": "Warehouse worker until the spring"},
        concern=concerns(
            ("Said three times that somebody should pay for closing the warehouse.", teller.day(42), "fact"),
            ("Said he has learned from videos how such a thing is done.", teller.day(41), "fact"),
        ),
        arose={"on": teller.day(60)}, ideas={"ideas": "mixed", "words": "He says he does not care for parties."},
    )  # fmt: skip
    case.taken(39).matched(39)
    case.not_told(39, "person", "The police are asked first whether telling him puts anybody at risk.", 80)
    case.decided(
        38, "to-police", "He named what he would do and why, twice, and has begun to find out how.",
        "Thank you. We have asked a partner to look at this with us. Please carry on with his care.",
    )  # fmt: skip


def _parents_disagree(teller: Teller) -> None:
    case = teller.sent(
        "teacher", 30, **_pupil(teller),
        name=named("Noor", "Fairbarrow"), born=born("2011-12-01"), gender={"gender": "female"},
        concern=concerns(("Talks much with an adult online who tells her whom to hate.", teller.day(33), "reported")),
        arose={"on": teller.day(50)},
    )  # fmt: skip
    case.taken(29).matched(29).social_care(28)
    case.told(28, "person", "Form tutor", "Would like somebody to talk to.")
    case.told(27, "parent", "Head of year, to the mother", "Wants support for her daughter.")
    case.told(
        26, "parent", "Head of year, to the father", "Does not agree, and asks that nothing more is done."
    )


def _moved(teller: Teller) -> None:
    """Came from another town; has been offered to the second officer."""
    case = teller.sent(
        "college_dsl", 26, **ADULT,
        referring=teller.referrer(*COLLEGE), name=named("Tomasz", "Greyvaleson", "Tomek"),
        born=born("2007-03-01", "month"), gender={"gender": "male"},
        addresses=home("4 Old Quay, Eastmarch", "ZZ9 1AB", "former"), learns={"learns": "yes"},
        school=teller.school("900003"), language={"language": "Polish", "interpreter": "no"},
        concern=concerns(("Said at college that violence is the only thing that changes anything.",
                          teller.day(27), "fact")),
        arose={"on": teller.day(27)}, lead={"talked": "self", "result": ""},
    )  # fmt: skip
    case.taken(25).matched(25)
    with teller.acting("officer") as by:
        referral = case.referral
        person = referral.person
        people.add_address(
            by=by, at=teller.ago(24), person=person,
            address=AddressParts(lines="Flat 2, 9 Canal Street, Westmarch", postcode="ZZ2 3CE", source="College"),
        )  # fmt: skip
        people.record_equality(
            by=by, at=teller.ago(24), person=person, answers={"sex": "male", "source": "referrer"}
        )
        leading.hand_over(
            by=by, at=teller.ago(2), referral=referral, version=referral.version,
            receiver=teller.users["second_officer"], note="You know the college well.",
        )  # fmt: skip


def _waiting_for_a_service(teller: Teller) -> None:
    case = teller.sent(
        "nurse", 18, **ADULT,
        referring=teller.referrer(*WARD_NURSE), name=named("Maura", "Tillingforth"), born=born("1961-08-22"),
        gender={"gender": "female"},
        concern=concerns(("Has stopped leaving her home and believes the neighbours plan to hurt her.",
                          teller.day(20), "fact")),
        arose={"on": teller.day(40)}, around={"words": "Her husband died last year.", "helps": "Her sister calls."},
    )  # fmt: skip
    case.taken(17).matched(17).marked(15, "moved", "She is lonely and afraid; nobody is threatened.")
    case.told(15, "person", "Community nurse", "Would like company and help with shopping.")
    case.redirected(6, "adults", "Please visit her: she is alone, afraid, and would like support.")


def _question_open(teller: Teller) -> None:
    case = teller.sent(
        "teacher", 14, **_pupil(teller),
        name=named("Amira", "Quellanby"), born=born("2012-10-09"), gender={"gender": "female"},
        concern=concerns(("Repeats long passages of a video about a killing, word for word.", teller.day(15), "fact")),
        arose={"on": teller.day(28)},
        needs=need("Autism. Clear words and a quiet room help.", "explains", "She learns films by heart."),
    )  # fmt: skip
    case.taken(13).matched(13).social_care(12)
    case.asked(12, "nhs", "Is she supported for her autism now, and what helps her?", 16)
    asked = case.asked(12, "college", "Does she come to your Saturday club, and how is she there?")
    with teller.acting("college_dsl") as by:
        asking.answer_request(
            by=by, at=teller.ago(9), request=asked, version=asked.version,
            reply="She comes every week, is cheerful and helps the younger ones.",
        )  # fmt: skip
    with teller.acting("officer") as by:
        findings.add_concern(
            by=by, at=teller.ago(8), referral=case.referral, standing="reported", source="Teaching assistant",
            words="Was sent the video by a pupil of another school.",
        )  # fmt: skip
    with teller.acting("teacher") as by:
        adding.add_information(
            by=by,
            at=teller.ago(5),
            submission=case.submission,
            words="She has told us who sent her the video.",
        )


def _waiting_for_a_second_person(teller: Teller) -> None:
    case = teller.sent(
        "teacher", 12, **_pupil(teller),
        name=named("Ellis", "Marrowdene"), born=born("2012-01-17"), gender={"gender": "other"},
        concern=concerns(("Drew a plan of the sports hall and wrote names on it.", teller.day(13), "fact")),
        arose={"on": teller.day(13)}, ideas={"ideas": "none", "words": ""},
    )  # fmt: skip
    case.taken(11).matched(11)
    case.marked(
        4, "resolved", "It is the seating plan of a concert; the names are the band’s.", violence=True
    )
    _settled(case, 4).decided(
        2, "close", "The drawing is the seating plan of a school concert, as the music teacher has shown us.",
        "Thank you. We have looked at this with you and do not need to go on.",
    )  # fmt: skip


def _came_again(teller: Teller) -> None:
    """The surname lacks a letter: *Seen before?* asks."""
    case = teller.sent(
        "teacher", 7, **_pupil(teller),
        name=named("Lewis", "Brakenshaw"), born=born("2010-06-14"), gender={"gender": "male"},
        addresses=home("12 Tanner Row, Harrowmere", "ZZ1 1AD"),
        concern=concerns(("Told a friend he knows where to get a knife.", teller.day(8), "reported")),
        arose={"on": teller.day(20)}, ideas={"ideas": "unclear", "words": ""},
    )  # fmt: skip
    case.taken(6)


def _anonymous(teller: Teller) -> None:
    teller.sent(
        "teacher", 3, **_pupil(teller),
        name=named("Priya", "Sandholmes"), born={"born": None, "age": 15}, gender={"gender": "female"},
        concern=concerns(("Asked others to join a group that fights at weekends.", teller.day(5), "reported")),
        arose={"on": teller.day(9)}, raiser={"who": "other"},
        raiser_other={
            "name": "Hollis Wendover", "job": "Kitchen assistant", "organisation": "",
            "relationship": "Sees her at lunch", "email": "", "phone": "",
        },
        anonymity={"wanted": True},
    )  # fmt: skip


def _just_arrived(teller: Teller) -> None:
    teller.sent(
        "teacher", 1, **_pupil(teller),
        name=named("Joss", "Tarrowby"), born=born("2011-05-27"), gender={"gender": "male"},
        concern=concerns(("Says he watches killings every night and cannot stop.", teller.day(2), "fact")),
        arose={"on": teller.day(20)}, ideas={"ideas": "violence", "words": ""},
    )  # fmt: skip


def _drafts(teller: Teller) -> None:
    for place, (surname, days) in enumerate((("Oakhurstley", 2), ("Pennifold", 6), ("Rushbrooke-Vale", 9))):
        draft = teller.to_dsl(
            "teacher", days, **_pupil(teller),
            name=named("Robin", surname), born=born(f"2013-0{place + 2}-1{place}"),
            concern=concerns(("Has stopped talking to friends and is angry at school.", teller.day(days + 1), "fact")),
            arose={"on": teller.day(days + 10)},
        )  # fmt: skip
        with teller.acting("dsl") as by:
            if place == 1:
                approving.give_back(
                    by=by, at=teller.ago(5), draft=draft, note="Please add what was said, word for word."
                )
            if place == 2:
                approving.keep_back(
                    by=by, at=teller.ago(8), draft=draft, reason="The school supports this pupil itself."
                )
    teller.draft(
        "teacher", 0.5, until="household", **_pupil(teller),
        name=named("Sasha", "Underhillow"), born=born("2012-07-07"),
    )  # fmt: skip


def _enquiries(teller: Teller) -> None:
    with teller.acting("teacher") as by:
        asked = enquiring.ask_advice(
            by=by, at=teller.ago(21), question="A pupil wears a badge I do not know. Should I refer?"
        )
    with teller.acting("officer") as officer:
        enquiring.answer_enquiry(
            by=officer, at=teller.ago(20), enquiry=asked, version=asked.version,
            answer="A badge is not a reason to refer. Ask what it means to them, and talk to your lead.",
        )  # fmt: skip
    with teller.acting("nurse") as by:
        enquiring.ask_advice(
            by=by,
            at=teller.ago(1),
            question="A patient is very angry about the news. When do I need to refer?",
        )
