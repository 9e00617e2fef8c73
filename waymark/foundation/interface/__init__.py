"""The pages’ kit: GOV.UK components, typed fields, skeletons, tables, paging, charts, navigation, headers.

Knows no part of the service and has no tables. Who works in it: whoever changes how every page looks or behaves.
Never put here: a word about Prevent, a rule about who may see what, a query on somebody’s data.
"""
