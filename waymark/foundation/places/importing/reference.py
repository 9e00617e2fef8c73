"""The reference data that ships with Waymark, file by file."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from waymark.foundation.places.models import Institution, PoliceForce, Region

from . import register
from .codes import DATA, authority_ids, rows
from .reports import Report
from .upsert import upsert

NATIONS = {
    "England": "england",
    "Wales": "wales",
    "Scotland": "scotland",
    "Northern Ireland": "northern-ireland",
}
KINDS = {
    "Non-metropolitan district": "district",
    "Unitary authority": "unitary",
    "Metropolitan district": "metropolitan",
    "London borough": "london",
    "Scottish council area": "scottish",
    "Welsh unitary authority": "welsh",
    "Northern Ireland district": "northern-irish",
}
AUTHORITY = (
    "code", "name", "official_name", "kind", "nation", "region_id", "force_id", "upper_code", "county", "dfe_code",
    "slug", "safety_partnerships", "predecessor_code", "source",
)  # fmt: skip
NEW_AUTHORITY = {"uses_waymark": "false"}
Load = Callable[[], Report]


def regions() -> Report:
    report = Report("Regions of England")
    found = ((r["region_code"], r["region_name"]) for r in rows("regions"))
    upsert(report, "places_region", ["code"], ["code", "name"], found)
    return report


def forces() -> Report:
    report = Report("Police force areas")
    found = ((r["pfa_code"], r["pfa_name"]) for r in rows("police_force_areas"))
    upsert(report, "places_policeforce", ["code"], ["code", "name"], found)
    return report


def authorities() -> Report:
    """Districts, unitaries, boroughs and council areas: the areas wards belong to."""
    report = Report("Local authorities")
    regions_by_code = dict(Region.objects.values_list("code", "pk"))
    forces_by_code = dict(PoliceForce.objects.values_list("code", "pk"))
    found = [
        (
            r["lad_code"], r["lad_name"], r["official_name"], KINDS[r["lad_type"]], NATIONS[r["country_name"]],
            regions_by_code.get(r["region_code"]), forces_by_code.get(r["police_force_area_code"]), r["utla_code"],
            r["county_name"], r["dfe_la_code"], r["govuk_slug"], r["csp_names"], r["predecessor_lad_code"],
            "ONS geography, June 2026",
        )
        for r in rows("local_authorities_current")
    ]  # fmt: skip
    upsert(report, "places_authority", ["code"], AUTHORITY, found, born=NEW_AUTHORITY)
    return report


def counties() -> Report:
    """County councils, which have the Prevent duty where there are two tiers; those that ended, with their last day."""
    report = Report("County councils")
    regions_by_code = dict(Region.objects.values_list("code", "pk"))
    dfe = {r["new_la_code"]: r for r in rows("dfe_local_authority_codes")}
    present = {r["utla_code"]: r for r in rows("upper_tier_and_unitary") if r["utla_code"].startswith("E10")}
    found = []
    for code in sorted(present.keys() | {code for code in dfe if code.startswith("E10")}):
        known = dfe.get(code, {})
        name = present[code]["utla_name"] if code in present else known["la_name"]
        region = present[code]["region_code"] if code in present else known["parent_geography_code"]
        ended = register.day(known.get("date_of_termination", "")) if code not in present else None
        facts = (
            code,
            name,
            f"{name} County Council",
            "county",
            "england",
            regions_by_code.get(region),
            None,
            code,
        )
        found.append(
            (*facts, "", known.get("old_la_code", ""), "", "", "", "ONS geography and DfE, 2026", ended)
        )
    upsert(report, "places_authority", ["code"], (*AUTHORITY, "valid_until"), found, born=NEW_AUTHORITY)
    return report


def wards() -> Report:
    report = Report("Wards")
    ids = authority_ids()
    found = []
    for number, r in enumerate(rows("wards_2024"), start=2):
        authority = ids.get(r["lad_code"])
        if authority is None:
            report.faults.append((number, f"no authority has the code {r['lad_code']}"))
        else:
            found.append((r["ward_code"], r["ward_name"], authority, r["constituency_name"]))
    upsert(report, "places_ward", ["code"], ["code", "name", "authority_id", "constituency"], found)
    return report


def schools_england() -> Report:
    report = Report("State-funded schools of England")
    ids = authority_ids()
    found = []
    for number, r in enumerate(rows("schools_england_state_funded_2019_2021"), start=2):
        authority = ids.get(r["la_gss_code"])
        if authority is None:
            report.faults.append(
                (number, f"no authority has the code {r['la_gss_code'] or 'that is missing'}")
            )
            continue
        found.append(
            register.row(
                kind=Institution.Kind.SCHOOL,
                urn=r["urn"],
                name=r["establishment_name"],
                type_name=r["type_2021_22"] or r["type_2019_20"],
                phase=r["phase_derived"],
                status="closed" if r["successor_urns_as_of_2025_04_22"] else "unknown",
                authority_id=authority,
                laestab=r["laestab"],
                pupils=int(r["pupils_on_roll"]) if r["pupils_on_roll"] else None,
                source="DfE pupil premium lists 2019/20 and 2021/22",
                source_on=date(2021, 10, 1),
            )
        )
    register.take(report, found, only_missing=True)
    return report


def schools_wales() -> Report:
    sheet = register.read((DATA / "schools_wales_2018.csv.gz").read_bytes())
    return register.load("Schools of Wales", sheet, source_on=date(2018, 4, 1))


def childrens_centres() -> Report:
    sheet = register.read((DATA / "gias_childrens_centres_2025.csv.gz").read_bytes())
    return register.load("Children’s centres", sheet, source_on=date(2025, 6, 25))


def links() -> Report:
    return register.load(
        "Links between institutions", register.read((DATA / "gias_links_2025.csv.gz").read_bytes())
    )


ALL: tuple[Load, ...] = (
    regions, forces, authorities, counties, wards, schools_england, schools_wales, childrens_centres, links,
)  # fmt: skip
