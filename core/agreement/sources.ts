/** Every document that a rule or a parameter rests on. Swedish titles stand here and nowhere else in code. */
export const sources = {
  'agreement-2021': {
    title:
      'Överenskommelse om statens bidrag till regionerna för kostnader för läkemedelsförmånerna m.m. för år 2021',
    registration: 'S2021/00821',
    signed: '2021-01-29',
  },
  'agreement-2026': {
    title:
      'Överenskommelse om statens bidrag till regionerna för kostnader för läkemedelsförmånerna m.m. för år 2026',
    signed: '2026-01-30',
    url: 'https://skr.se/download/18.7b047ebc19c2c45974b24140/1770364435824/Overenskommalse-Lakemedelsformanerna-2026.pdf',
  },
  'letter-2021': {
    title: 'Regleringsbrev 2021, anslag 1:5 Bidrag för läkemedelsförmånerna',
    url: 'https://www.esv.se/statsliggaren/regleringsbrev/?rbid=21601',
  },
  'letter-2022': {
    title: 'Regleringsbrev 2022, anslag 1:5 Bidrag för läkemedelsförmånerna',
    registration: 'S2022/02223',
    url: 'https://www.esv.se/statsliggaren/regleringsbrev/?RBID=22864',
  },
  'letter-2016': {
    title:
      'Regleringsbrev 2016, anslag 1:5 Bidrag för läkemedelsförmånerna (ändringsbeslut 2016-02-25)',
    url: 'https://www.esv.se:4443/statsliggaren/regleringsbrev/?rbid=17446',
  },
  'letter-2020': {
    title: 'Regleringsbrev 2020, anslag 1:5 Bidrag för läkemedelsförmånerna',
    url: 'https://www.esv.se:4443/statsliggaren/regleringsbrev/?rbid=20731',
  },
  'holidays-act': {
    title: 'Lag (1989:253) om allmänna helgdagar',
    registration: 'SFS 1989:253',
  },
  'appropriations-ordinance': {
    title: 'Anslagsförordning (2011:223)',
    registration: 'SFS 2011:223',
    url: 'https://lagen.nu/2011:223',
  },
  'bookkeeping-ordinance': {
    title: 'Förordning (2000:606) om myndigheters bokföring',
    registration: 'SFS 2000:606',
  },
  'tlv-2022': {
    title: 'TLV: prognos över återbäring från sidoöverenskommelser (2022-05-02)',
    url: 'https://www.tlv.se/press/nyheter/arkiv/2022-05-02-prognos-over-aterbaring-fran-sidooverenskommelser.html',
  },
  readings: { title: 'Tolkningar där överenskommelsen inte ger svar' },
} as const;

export type SourceId = keyof typeof sources;

/** Where something is written: a document and the place in it. */
export interface Citation {
  readonly source: SourceId;
  readonly place: string;
}

/** A value and where it is written. At least one citation, or it does not compile. */
export interface Cited<T> {
  readonly value: T;
  readonly cites: readonly [Citation, ...Citation[]];
}

export const cited = <const T>(value: T, ...cites: [Citation, ...Citation[]]): Cited<T> => ({
  value,
  cites,
});
