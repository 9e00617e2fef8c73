"""The demonstration authority, Westmarch: invented from end to end, built by calling actions. Nothing imports it.

Every person, agency, school, address and event in this folder is made up. No real school stands beside an
invented concern.
"""
