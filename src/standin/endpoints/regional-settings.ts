// `regionalsettings`: the site's locale and time zone, to read, and SharePoint's own reckoning between the two.
import { Temporal } from 'temporal-polyfill';
import type { Entity } from '../http/answer';
import { complex } from '../http/answer';
import { badArgument, notImplemented } from '../http/errors';
import type { Segment } from '../odata/resource-path';
import type { Resource } from './resource';
import { collectionAnswer, entityAnswer, numberArgument, propertyOf, textArgument } from './resource';
import type { TimeZone } from './time-zones';
import { biasOf, timeZones } from './time-zones';
import type { Visit } from './visit';

const metadata = 'SP.ApiData.RegionalSettingss';
const zones = 'SP.ApiData.TimeZones';

export function regionalSettingsResource(visit: Visit): Resource {
  return {
    get: (ask) => entityAnswer(regionalSettingsEntity(visit), metadata, ask),
    step: (segment) => {
      switch (segment.name) {
        case 'timezone':
          return timeZoneResource(visit);
        case 'timezones':
          return timeZonesResource(segment, visit);
        case 'installedlanguages':
          return {
            get: () => ({ kind: 'property', name: 'InstalledLanguages', value: complex('SP.LanguageCollection', { Items: [english] }) })
          };
        default:
          return propertyOf(regionalSettingsEntity(visit), segment);
      }
    }
  };
}

const english = complex('SP.Language', { DisplayName: 'English', LanguageTag: 'en-US', Lcid: 1033 });

/** Values after an answer recorded from an English site. */
export function regionalSettingsEntity(visit: Visit): Entity {
  return {
    type: 'SP.RegionalSettings',
    path: 'web/RegionalSettings',
    properties: {
      AdjustHijriDays: 0,
      AlternateCalendarType: 0,
      AM: 'AM',
      CalendarType: 1,
      Collation: 25,
      CollationLCID: 2070,
      DateFormat: 0,
      DateSeparator: '/',
      DecimalSeparator: '.',
      DigitGrouping: '3;0',
      FirstDayOfWeek: 0,
      FirstWeekOfYear: 0,
      IsEastAsia: false,
      IsRightToLeft: false,
      IsUIRightToLeft: false,
      ListSeparator: ',',
      LocaleId: 1033,
      NegativeSign: '-',
      NegNumberMode: 1,
      PM: 'PM',
      PositiveSign: '',
      ShowWeeks: false,
      ThousandSeparator: ',',
      Time24: false,
      TimeMarkerPosition: 0,
      TimeSeparator: ':',
      WorkDayEndHour: 1020,
      WorkDays: 62,
      WorkDayStartHour: 480
    },
    related: { TimeZone: () => zoneEntity(siteTimeZone(visit), visit), TimeZones: () => zoneEntities(visit) }
  };
}

function siteTimeZone({ timeZone }: Visit): TimeZone {
  const zone = timeZones.find(({ names }) => names.includes(timeZone));
  if (zone === undefined) throw notImplemented(`the time zone ${timeZone} in regional settings`);
  return zone;
}

function zoneEntities(visit: Visit): Entity[] {
  return timeZones.map((zone) => zoneEntity(zone, visit));
}

function zoneEntity(zone: TimeZone, { now }: Visit): Entity {
  const { standard, daylight } = biasOf(zone, Number(now.slice(0, 4)));
  return {
    type: 'SP.TimeZone',
    path: `web/RegionalSettings/TimeZones/GetById(${zone.id})`,
    properties: {
      Description: zone.description,
      Id: zone.id,
      Information: complex('SP.TimeZoneInformation', { Bias: standard, DaylightBias: daylight, StandardBias: 0 })
    }
  };
}

function timeZoneResource(visit: Visit): Resource {
  return {
    get: (ask) => entityAnswer(zoneEntity(siteTimeZone(visit), visit), zones, ask),
    step: (segment) => {
      switch (segment.name) {
        case 'utctolocaltime':
          return reckoning('UTCToLocalTime', () => toLocal(instantOf(textArgument(segment, 'date')), visit));
        case 'localtimetoutc':
          return reckoning('LocalTimeToUTC', () => toUtc(textArgument(segment, 'date'), visit));
        default:
          return propertyOf(zoneEntity(siteTimeZone(visit), visit), segment);
      }
    }
  };
}

/** SharePoint takes both verbs. */
function reckoning(name: string, value: () => string): Resource {
  const answer = (): ReturnType<NonNullable<Resource['get']>> => ({ kind: 'property', name, value: value() });
  return { get: answer, post: answer };
}

function timeZonesResource(segment: Segment, visit: Visit): Resource {
  const byId = (id: number): Resource => {
    const zone = timeZones.find((one) => one.id === id);
    if (zone === undefined) throw notImplemented(`the time zone ${id}`);
    const get: NonNullable<Resource['get']> = (ask) => entityAnswer(zoneEntity(zone, visit), zones, ask);
    return { get, post: get };
  };
  if (segment.positional !== undefined) return byId(numberArgument(segment, 'id'));
  return {
    get: (ask) => collectionAnswer(zoneEntities(visit), zones, ask),
    step: (next) => (next.name === 'getbyid' ? byId(numberArgument(next, 'id')) : undefined)
  };
}

function instantOf(text: string): Temporal.Instant {
  const time = Date.parse(/(z|[+-]\d\d:?\d\d)$/i.test(text) ? text : `${text}Z`);
  if (Number.isNaN(time)) throw badArgument(`The value '${text}' is not a date.`);
  return Temporal.Instant.fromEpochMilliseconds(time);
}

function toLocal(instant: Temporal.Instant, { timeZone }: Visit): string {
  return instant.toZonedDateTimeISO(timeZone).toPlainDateTime().toString({ smallestUnit: 'second' });
}

/** A zone designator in a local time says nothing: SharePoint reads the figures only (a guess). */
function toUtc(text: string, { timeZone }: Visit): string {
  const figures = instantOf(text.replace(/(z|[+-]\d\d:?\d\d)$/i, ''))
    .toZonedDateTimeISO('UTC')
    .toPlainDateTime();
  return figures.toZonedDateTime(timeZone).toInstant().toString({ smallestUnit: 'second' });
}
