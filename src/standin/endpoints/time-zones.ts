// SharePoint's time zones: its numbers and descriptions of them, with the zones of the time zone database each stands for.
import { Temporal } from 'temporal-polyfill';

export interface TimeZone {
  /** SharePoint's number. */
  readonly id: number;
  readonly description: string;
  /** Of the time zone database, `Europe/Stockholm`; the first says how clocks are set there. */
  readonly names: readonly string[];
}

/** Numbers and descriptions are Microsoft's, as in the PnP Core SDK and the reference of `SPTimeZone`; the old zones kept for old sites are left out. */
const known: readonly (readonly [number, string, ...string[]])[] = [
  [39, '(UTC-12:00) International Date Line West', 'Etc/GMT+12'],
  [95, '(UTC-11:00) Coordinated Universal Time-11', 'Etc/GMT+11'],
  [15, '(UTC-10:00) Hawaii', 'Pacific/Honolulu'],
  [14, '(UTC-09:00) Alaska', 'America/Anchorage'],
  [13, '(UTC-08:00) Pacific Time (US and Canada)', 'America/Los_Angeles'],
  [12, '(UTC-07:00) Mountain Time (US and Canada)', 'America/Denver'],
  [38, '(UTC-07:00) Arizona', 'America/Phoenix'],
  [11, '(UTC-06:00) Central Time (US and Canada)', 'America/Chicago'],
  [36, '(UTC-06:00) Saskatchewan', 'America/Regina'],
  [37, '(UTC-06:00) Guadalajara, Mexico City, Monterrey', 'America/Mexico_City'],
  [55, '(UTC-06:00) Central America', 'America/Guatemala'],
  [10, '(UTC-05:00) Eastern Time (US and Canada)', 'America/New_York'],
  [34, '(UTC-05:00) Indiana (East)', 'America/Indiana/Indianapolis'],
  [35, '(UTC-05:00) Bogota, Lima, Quito', 'America/Bogota'],
  [9, '(UTC-04:00) Atlantic Time (Canada)', 'America/Halifax'],
  [33, '(UTC-04:00) Georgetown, La Paz, Manaus, San Juan', 'America/La_Paz'],
  [65, '(UTC-04:00) Santiago', 'America/Santiago'],
  [81, '(UTC-04:00) Cuiaba', 'America/Cuiaba'],
  [28, '(UTC-03:30) Newfoundland', 'America/St_Johns'],
  [8, '(UTC-03:00) Brasilia', 'America/Sao_Paulo'],
  [32, '(UTC-03:00) Cayenne, Fortaleza', 'America/Cayenne'],
  [85, '(UTC-03:00) Buenos Aires', 'America/Argentina/Buenos_Aires'],
  [90, '(UTC-03:00) Montevideo', 'America/Montevideo'],
  [96, '(UTC-02:00) Coordinated Universal Time-02', 'Etc/GMT+2'],
  [29, '(UTC-01:00) Azores', 'Atlantic/Azores'],
  [53, '(UTC-01:00) Cabo Verde', 'Atlantic/Cape_Verde'],
  [2, '(UTC) Dublin, Edinburgh, Lisbon, London', 'Europe/London'],
  [31, '(UTC) Monrovia, Reykjavik', 'Atlantic/Reykjavik'],
  [93, '(UTC) Coordinated Universal Time', 'UTC', 'Etc/UTC'],
  [3, '(UTC+01:00) Brussels, Copenhagen, Madrid, Paris', 'Europe/Paris', 'Europe/Brussels', 'Europe/Copenhagen', 'Europe/Madrid'],
  [4, '(UTC+01:00) Amsterdam, Berlin, Bern, Rome, Stockholm, Vienna', 'Europe/Stockholm', 'Europe/Berlin', 'Europe/Oslo'],
  [6, '(UTC+01:00) Belgrade, Bratislava, Budapest, Ljubljana, Prague', 'Europe/Budapest'],
  [57, '(UTC+01:00) Sarajevo, Skopje, Warsaw, Zagreb', 'Europe/Warsaw'],
  [69, '(UTC+01:00) West Central Africa', 'Africa/Lagos'],
  [5, '(UTC+02:00) Athens, Bucharest', 'Europe/Bucharest'],
  [27, '(UTC+02:00) Jerusalem', 'Asia/Jerusalem'],
  [49, '(UTC+02:00) Cairo', 'Africa/Cairo'],
  [50, '(UTC+02:00) Harare, Pretoria', 'Africa/Johannesburg'],
  [59, '(UTC+02:00) Helsinki, Kyiv, Riga, Sofia, Tallinn, Vilnius', 'Europe/Helsinki', 'Europe/Tallinn'],
  [80, '(UTC+02:00) Beirut', 'Asia/Beirut'],
  [100, '(UTC+02:00) Kaliningrad', 'Europe/Kaliningrad'],
  [26, '(UTC+03:00) Baghdad', 'Asia/Baghdad'],
  [51, '(UTC+03:00) Moscow, St. Petersburg, Volgograd', 'Europe/Moscow'],
  [56, '(UTC+03:00) Nairobi', 'Africa/Nairobi'],
  [74, '(UTC+03:00) Kuwait, Riyadh', 'Asia/Riyadh'],
  [101, '(UTC+03:00) Istanbul', 'Europe/Istanbul'],
  [109, '(UTC+03:00) Minsk', 'Europe/Minsk'],
  [25, '(UTC+03:30) Tehran', 'Asia/Tehran'],
  [24, '(UTC+04:00) Abu Dhabi, Muscat', 'Asia/Dubai'],
  [54, '(UTC+04:00) Baku', 'Asia/Baku'],
  [82, '(UTC+04:00) Tbilisi', 'Asia/Tbilisi'],
  [84, '(UTC+04:00) Yerevan', 'Asia/Yerevan'],
  [89, '(UTC+04:00) Port Louis', 'Indian/Mauritius'],
  [48, '(UTC+04:30) Kabul', 'Asia/Kabul'],
  [47, '(UTC+05:00) Tashkent', 'Asia/Tashkent'],
  [58, '(UTC+05:00) Ekaterinburg', 'Asia/Yekaterinburg'],
  [87, '(UTC+05:00) Islamabad, Karachi', 'Asia/Karachi'],
  [23, '(UTC+05:30) Chennai, Kolkata, Mumbai, New Delhi', 'Asia/Kolkata'],
  [66, '(UTC+05:30) Sri Jayawardenepura', 'Asia/Colombo'],
  [62, '(UTC+05:45) Kathmandu', 'Asia/Kathmandu'],
  [102, '(UTC+06:00) Dhaka', 'Asia/Dhaka'],
  [115, '(UTC+06:00) Omsk', 'Asia/Omsk'],
  [61, '(UTC+06:30) Yangon (Rangoon)', 'Asia/Yangon'],
  [22, '(UTC+07:00) Bangkok, Hanoi, Jakarta', 'Asia/Bangkok'],
  [64, '(UTC+07:00) Krasnoyarsk', 'Asia/Krasnoyarsk'],
  [21, '(UTC+08:00) Kuala Lumpur, Singapore', 'Asia/Singapore'],
  [45, '(UTC+08:00) Beijing, Chongqing, Hong Kong, Urumqi', 'Asia/Shanghai'],
  [73, '(UTC+08:00) Perth', 'Australia/Perth'],
  [75, '(UTC+08:00) Taipei', 'Asia/Taipei'],
  [20, '(UTC+09:00) Osaka, Sapporo, Tokyo', 'Asia/Tokyo'],
  [70, '(UTC+09:00) Yakutsk', 'Asia/Yakutsk'],
  [72, '(UTC+09:00) Seoul', 'Asia/Seoul'],
  [19, '(UTC+09:30) Adelaide', 'Australia/Adelaide'],
  [44, '(UTC+09:30) Darwin', 'Australia/Darwin'],
  [18, '(UTC+10:00) Brisbane', 'Australia/Brisbane'],
  [42, '(UTC+10:00) Hobart', 'Australia/Hobart'],
  [43, '(UTC+10:00) Guam, Port Moresby', 'Pacific/Port_Moresby'],
  [68, '(UTC+10:00) Vladivostok', 'Asia/Vladivostok'],
  [76, '(UTC+10:00) Canberra, Melbourne, Sydney', 'Australia/Sydney'],
  [41, '(UTC+11:00) Solomon Is., New Caledonia', 'Pacific/Guadalcanal'],
  [17, '(UTC+12:00) Auckland, Wellington', 'Pacific/Auckland'],
  [40, '(UTC+12:00) Fiji', 'Pacific/Fiji'],
  [97, '(UTC+12:00) Coordinated Universal Time+12', 'Etc/GMT-12'],
  [16, '(UTC+13:00) Samoa', 'Pacific/Apia'],
  [67, "(UTC+13:00) Nuku'alofa", 'Pacific/Tongatapu']
];

export const timeZones: readonly TimeZone[] = known.map(([id, description, ...names]) => ({ id, description, names }));

/** Minutes to add to local time for UTC; `daylight` on top of it in summer, 0 where clocks are not moved in the year. */
export function biasOf({ names: [timeZone = 'UTC'] }: TimeZone, year: number): { readonly standard: number; readonly daylight: number } {
  const minutes = [1, 7].map((month) => Temporal.ZonedDateTime.from({ year, month, day: 1, timeZone }).offsetNanoseconds / 60e9);
  const [standard, summer] = [Math.min(...minutes), Math.max(...minutes)];
  return { standard: 0 - standard, daylight: standard - summer };
}
