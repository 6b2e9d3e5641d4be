"""Reads calendars that are separated by NUL, and prints one line of JSON for each: what libical makes of it, parse errors and iTIP restrictions included."""
import ctypes
import json
import sys

ical = ctypes.CDLL("libical.so.3")


class Time(ctypes.Structure):
    _fields_ = [(name, ctypes.c_int) for name in ("year", "month", "day", "hour", "minute", "second", "is_date", "is_daylight")] + [("zone", ctypes.c_void_p)]


def function(name, result, *arguments):
    f = getattr(ical, name)
    f.restype, f.argtypes = result, list(arguments)
    return f


P, S, I = ctypes.c_void_p, ctypes.c_char_p, ctypes.c_int
parse = function("icalparser_parse_string", P, S)
free = function("icalcomponent_free", None, P)
errors = function("icalcomponent_count_errors", I, P)
check = function("icalrestriction_check", I, P)
first = function("icalcomponent_get_first_component", P, P, I)
following = function("icalcomponent_get_next_component", P, P, I)
kind = function("icalcomponent_string_to_kind", I, S)
get_start = function("icalcomponent_get_dtstart", Time, P)
get_end = function("icalcomponent_get_dtend", Time, P)
as_timet = function("icaltime_as_timet_with_zone", ctypes.c_int64, Time, P)
summary = function("icalcomponent_get_summary", S, P)
description = function("icalcomponent_get_description", S, P)
location = function("icalcomponent_get_location", S, P)
uid = function("icalcomponent_get_uid", S, P)
sequence = function("icalcomponent_get_sequence", I, P)
first_property = function("icalcomponent_get_first_property", P, P, I)
next_property = function("icalcomponent_get_next_property", P, P, I)
property_kind = function("icalproperty_string_to_kind", I, S)
value = function("icalproperty_get_value_as_string", S, P)
parameter = function("icalproperty_get_parameter_as_string", S, P, S)

VEVENT, VTIMEZONE, STANDARD, XLICERROR, METHOD = kind(b"VEVENT"), kind(b"VTIMEZONE"), kind(b"STANDARD"), property_kind(b"X-LIC-ERROR"), property_kind(b"METHOD")
ATTENDEE, ORGANIZER = property_kind(b"ATTENDEE"), property_kind(b"ORGANIZER")


def text(octets):
    return None if octets is None else octets.decode("utf-8")


def said(component):
    found, p = [], first_property(component, XLICERROR)
    while p:
        found.append(text(value(p)))
        p = next_property(component, XLICERROR)
    return found


def count(component, wanted):
    n, c = 0, first(component, wanted)
    while c:
        n, c = n + 1, following(component, wanted)
    return n


def judge(octets):
    calendar = parse(octets)
    if not calendar:
        return {"error": "not parsed"}
    try:
        parse_errors = errors(calendar)
        valid = check(calendar)
        event, zone = first(calendar, VEVENT), first(calendar, VTIMEZONE)
        if not event:
            return {"error": "no event"}
        start, end = get_start(event), get_end(event)
        attendees, p = [], first_property(event, ATTENDEE)
        while p:
            attendees.append("|".join(text(v) or "" for v in (value(p), parameter(p, b"CN"))))
            p = next_property(event, ATTENDEE)
        return {
            "start": as_timet(start, start.zone), "end": as_timet(end, end.zone), "errors": parse_errors, "valid": bool(valid), "restrictions": said(event) + said(calendar),
            "standards": [count(zone, STANDARD)] if zone else [], "method": text(value(first_property(calendar, METHOD))), "uid": text(uid(event)),
            "sequence": sequence(event), "summary": text(summary(event)), "description": text(description(event)), "location": text(location(event)),
            "organizer": text(parameter(first_property(event, ORGANIZER), b"CN")), "attendees": attendees,
        }
    finally:
        free(calendar)


with open(sys.argv[1], "rb") as file:
    sys.stdout.write("\n".join(json.dumps(judge(octets)) for octets in file.read().split(b"\0")))
