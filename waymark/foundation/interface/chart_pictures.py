"""A chart as a picture that stands alone, for paper: the shapes of the page, with their colours in it."""

from __future__ import annotations

from xml.etree.ElementTree import Element, SubElement, tostring

from .charts import Chart

# As on the page (waymark.css); a picture on paper has no style sheet but its own.
STYLE = (
    "text { font: 17px 'Liberation Sans'; fill: #0b0c0c } .axis { stroke: #6f777b } .grid { stroke: #e1e3e5 } "
    ".tick { fill: #484949 } .end { text-anchor: end } .middle { text-anchor: middle } "
    ".line { fill: none; stroke-width: 3 } "
) + " ".join(
    f".series-{place} {{ fill: {colour} }} .line.series-{place} {{ fill: none; stroke: {colour} }}"
    for place, colour in enumerate(("#12436d", "#28a197", "#801650", "#f46a25", "#3d3d3d", "#a285d1"), 1)
)


def svg(chart: Chart) -> str:
    """Its text is only ever text: nothing in it is read as markup."""
    box = f"0 0 {chart.width} {chart.height}"
    drawn = Element("svg", {"xmlns": "http://www.w3.org/2000/svg", "viewBox": box})
    SubElement(drawn, "style").text = STYLE
    for shape in chart.shapes:
        named = {"class": shape.css} if shape.css else {}
        SubElement(drawn, shape.name, dict(shape.attributes) | named).text = shape.text or None
    return tostring(drawn, encoding="unicode")
