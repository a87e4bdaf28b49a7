/**
 * The 21 regions that receive the grant, by county code (länskod).
 *
 * Codes 02, 11, 15 and 16 belong to counties that no longer exist.
 *
 * @sv region
 */
export const regions = {
  '01': 'Region Stockholm',
  '03': 'Region Uppsala',
  '04': 'Region Sörmland',
  '05': 'Region Östergötland',
  '06': 'Region Jönköpings län',
  '07': 'Region Kronoberg',
  '08': 'Region Kalmar län',
  '09': 'Region Gotland',
  '10': 'Region Blekinge',
  '12': 'Region Skåne',
  '13': 'Region Halland',
  '14': 'Västra Götalandsregionen',
  '17': 'Region Värmland',
  '18': 'Region Örebro län',
  '19': 'Region Västmanland',
  '20': 'Region Dalarna',
  '21': 'Region Gävleborg',
  '22': 'Region Västernorrland',
  '23': 'Region Jämtland Härjedalen',
  '24': 'Region Västerbotten',
  '25': 'Region Norrbotten',
} as const;

export type RegionCode = keyof typeof regions;

/** All codes, ascending: the order in which odd kronor are given and in which every list is written. */
export const regionCodes = Object.keys(regions).sort() as readonly RegionCode[];

/** One value for each region; iterates in code order when built by `byRegion`. */
export type ByRegion<T> = ReadonlyMap<RegionCode, T>;

export const isRegionCode = (text: string): text is RegionCode => Object.hasOwn(regions, text);

/** Builds a value for every region, in code order. */
export function byRegion<T>(make: (code: RegionCode) => T): Map<RegionCode, T> {
  return new Map(regionCodes.map((code) => [code, make(code)]));
}

/** The region's value; a region that is absent is a programmer's mistake, since every table holds all 21. */
export function of<T>(table: ByRegion<T>, code: RegionCode): T {
  const value = table.get(code);
  if (value === undefined) throw new RangeError(`Region ${code} is missing from the table.`);
  return value;
}
