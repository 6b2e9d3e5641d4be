// Reads calendars that are separated by NUL, and prints one line of JSON for each: what ical.js makes of it.
import { readFileSync } from 'node:fs';
import ICAL from 'ical.js';

ICAL.design.strict = true;
const told = readFileSync(process.argv[2], 'utf8').split('\0').map((text) => {
  try {
    const calendar = new ICAL.Component(ICAL.parse(text));
    const event = new ICAL.Event(calendar.getFirstSubcomponent('vevent'));
    const component = event.component;
    return {
      start: event.startDate.toUnixTime(),
      end: event.endDate.toUnixTime(),
      zone: event.startDate.zone.tzid,
      standards: calendar.getAllSubcomponents('vtimezone').map((z) => z.getAllSubcomponents('standard').length),
      method: calendar.getFirstPropertyValue('method'),
      uid: event.uid,
      sequence: event.sequence,
      status: component.getFirstPropertyValue('status'),
      summary: event.summary,
      description: event.description ?? null,
      location: event.location ?? null,
      organizer: component.getFirstProperty('organizer').getParameter('cn') ?? null,
      attendees: event.attendees.map((a) => [a.getFirstValue(), a.getParameter('cn') ?? null, a.getParameter('role'), a.getParameter('partstat'), a.getParameter('cutype'), a.getParameter('rsvp')].join('|')),
      conference: component.getFirstPropertyValue('conference') ?? null,
      alarms: component.getAllSubcomponents('valarm').map((a) => a.getFirstPropertyValue('trigger').toSeconds()),
    };
  } catch (fault) {
    return { error: String(fault) };
  }
});
process.stdout.write(told.map((t) => JSON.stringify(t)).join('\n'));
