from keynet.vocabulary.occupations import (
    LISTED,
    NEEDS_DEPARTMENT,
    NEEDS_SHIFT_PATTERN,
    NURSING,
    VACCINATION,
    Occupation,
    by_slug,
)


def test_the_eleven_stand_in_the_order_of_the_circular():
    circular = (
        "医師、保健師、助産師、看護師、准看護師、診療放射線技師、臨床検査技師、臨床工学技士、薬剤師、"
        "救急救命士、事務職"
    )
    assert [occupation.label for occupation in LISTED] == circular.split("、")


def test_vaccination_asks_for_four_and_others():
    assert [o.label for o in VACCINATION] == ["医師", "看護師", "准看護師", "事務職", "その他"]


def test_nursing_is_what_nurse_centers_place():
    assert {o.label for o in NURSING} == {"保健師", "助産師", "看護師", "准看護師"}
    assert NEEDS_SHIFT_PATTERN == NURSING


def test_only_doctors_have_to_name_departments():
    assert {Occupation.DOCTOR} == NEEDS_DEPARTMENT


def test_every_occupation_names_its_licence():
    assert Occupation.ASSISTANT_NURSE.licence == "准看護師免許"
    assert Occupation.CLERK.licence == "不問"
    assert Occupation.OTHER.licence == ""


def test_an_address_word_leads_back_to_its_occupation():
    assert Occupation.PUBLIC_HEALTH_NURSE.slug == "public-health-nurse"
    assert [by_slug(occupation.slug) for occupation in Occupation] == list(Occupation)
    assert by_slug("veterinarian") is None
