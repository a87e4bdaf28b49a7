import { describe, expect, it } from 'vitest';
import { canonical } from '../../../core/canonical.ts';
import { parseInputs } from '../../../local/inputs/read-inputs.ts';
import type { Registration } from '../../../local/inputs/registration.ts';
import { registrations } from '../../../local/inputs/registrations.ts';
import { sha256 } from '../../../local/inputs/sha256.ts';
import { bundledPayees } from '../../../local/payees.ts';
import { inputsAboveCorridors } from '../../fixtures/inputs-above-corridors.ts';
import { type InputEdits, inputTexts, line, replaced } from '../../fixtures/inputs-directory.ts';
import { inputsInsideCorridors } from '../../fixtures/inputs-inside-corridors.ts';

const arrivals = (edits: InputEdits = {}): readonly Registration[] =>
  registrations(parseInputs('the test', inputTexts(edits)));

function the(kind: Registration['kind'], edits: InputEdits = {}): Registration {
  const found = arrivals(edits).find((one) => one.kind === kind);
  if (found === undefined) throw new Error(`No ${kind} arrives.`);
  return found;
}

describe('each input arrives on its simulated day', () => {
  it('in the sample: by day, and on a day by kind', () => {
    expect(arrivals().map(({ day, year, kind, from }) => `${day} ${year} ${kind} ${from}`)).toEqual(
      [
        '2021-02-01 2021 payees Kammarkollegiet',
        '2021-02-01 2021 population SCB',
        '2021-02-01 2021 price-tags SKR',
        '2021-02-01 2021 solidarity-costs Socialstyrelsen',
        '2021-02-01 2021 second-level SKR',
        '2021-02-01 2021 appropriation Regeringen',
        '2021-02-18 2021 authorisation Regeringen',
        '2021-06-08 2021 requisition SKR',
        '2021-06-15 2021 rate Riksbanken',
        '2021-10-04 2021 requisition SKR',
        '2021-12-15 2021 rebate-forecast TLV',
        '2021-12-22 2022 appropriation Regeringen',
        '2021-12-22 2021 authorisation Regeringen',
        '2022-01-20 2021 authorisation Regeringen',
        '2022-01-20 2021 local-discounts SKR',
        '2022-02-17 2022 authorisation Regeringen',
        '2022-03-15 2021 outcomes Socialstyrelsen',
        '2022-03-20 2021 rebate-final TLV',
        '2022-04-21 2022 authorisation Regeringen',
        '2022-04-21 2021 authorisation Regeringen',
      ],
    );
  });

  it('local discounts when the last one is reported', () => {
    expect(the('local-discounts', inputsAboveCorridors()).day).toBe('2022-01-27');
  });

  it('that there are no local discounts, at the end of January', () => {
    const report = the('local-discounts', inputsInsideCorridors());
    expect(report.day).toBe('2022-01-31');
    expect(new Set(Object.values(report.content).map(String))).toEqual(new Set(['']));
  });

  it('what was decided before the year is opened, when it is opened', () => {
    const edits = {
      'authorisations.csv': line(2, 'rb-0,2020-12-22,agreement,2021,2021-03,2021-12,'),
    };
    expect(the('authorisation', edits)).toMatchObject({
      day: '2021-02-01',
      content: { decidedOn: '2020-12-22' },
    });
  });

  it('a requisition that is never made, never', () => {
    expect(arrivals(inputsInsideCorridors()).filter(({ kind }) => kind === 'requisition')).toEqual(
      [],
    );
  });

  it('a requisition after its deadline, late', () => {
    const late = arrivals({ 'outcome.json': replaced('2021-10-04', '2021-12-02') });
    expect(late.filter(({ kind }) => kind === 'requisition').map(({ day }) => day)).toEqual([
      '2021-06-08',
      '2021-12-02',
    ]);
  });

  it('the appropriation of a third budget year, on 22 December before it', () => {
    const third = arrivals({
      'appropriations.csv': (text) => `${text.trimEnd()}\n2023,5,0,0,made up\n`,
    });
    expect(
      third.filter(({ kind }) => kind === 'appropriation').map(({ day, year }) => [day, year]),
    ).toEqual([
      ['2021-02-01', 2021],
      ['2021-12-22', 2022],
      ['2022-12-22', 2023],
    ]);
  });
});

describe('what is recorded of an input', () => {
  it('is whole and plain, as text', () => {
    expect(the('population').content).toMatchObject({ '01': { 'child-0-income-low': '12105' } });
    expect(the('price-tags').content).toMatchObject({ 'child-0-income-low': '1471.5' });
    expect(the('solidarity-costs').content).toMatchObject({ '01': { hiv: '119764383' } });
    expect(the('second-level').content).toEqual({ sekPerInhabitant: '60' });
    expect(the('rate').content).toEqual({ day: '2021-06-15', sekPerEuro: '10.1342' });
    expect(the('rebate-forecast').content).toMatchObject({ '01': '575460624', '25': '72840875' });
    expect(the('rebate-final').content).toMatchObject({ '01': '585879116', '25': '72171239' });
    expect(the('outcomes').content).toEqual({
      benefitCostSek: '30200000000',
      hepatitisCCostSek: '572000000',
    });
    expect(the('appropriation').content).toEqual({
      budgetYear: 2021,
      appropriationSek: '31705000000',
      creditSek: '792625000',
      paidBeforeFirstRunSek: '4000000000',
    });
    expect(the('local-discounts', inputsAboveCorridors()).content).toMatchObject({
      '01': [],
      '12': ['1250000', '333333'],
      '25': ['1'],
    });
  });

  it('of an authorisation has the monthly total only when it is interim', () => {
    const contents = arrivals().flatMap((one) => (one.kind === 'authorisation' ? one.content : []));
    expect(contents[0]).toEqual({
      decision: 'rb-2021-02-18',
      decidedOn: '2021-02-18',
      kind: 'agreement',
      agreementYear: 2021,
      firstMonth: '2021-03',
      lastMonth: '2021-12',
    });
    expect(contents[3]).toMatchObject({ kind: 'interim', monthlyTotalSek: '2860000000' });
  });

  it('of the payees is name, organisation number and bankgiro, of 21 regions and SKR', () => {
    const { content } = the('payees');
    expect(Object.keys(content)).toHaveLength(22);
    expect(content).toMatchObject({
      '14': {
        name: 'Västra Götalandsregionen',
        organisationNumber: '232100-0131',
        bankgiro: '991-4003',
      },
      SKR: { name: 'Sveriges Kommuner och Regioner', organisationNumber: '222000-0315' },
    });
  });

  it('of a requisition is what the form of 2026 asks for', () => {
    const [ihsi, sol] = arrivals().filter((one) => one.kind === 'requisition');
    expect(ihsi).toMatchObject({
      requisition: 'ihsi',
      content: { amount: { currency: 'EUR', value: '395500' }, wishedPaymentDay: '2021-06-15' },
    });
    expect(sol?.content).toEqual({
      organisation: 'Sveriges Kommuner och Regioner',
      organisationNumber: '222000-0315',
      contact: 'Kim Exempel',
      address: 'Exempelgatan 1, 118 82 Stockholm',
      phone: '08-465 004 00',
      email: 'rekvisition@skr.example',
      agreementRegistration: 'S2021/00821',
      decisionRegistration: 'Regleringsbrev 2021, anslag 1:5, ändring 2021-02-18 (RBID 21803)',
      agreementName:
        'Överenskommelse om statens bidrag till regionerna för kostnader för läkemedelsförmånerna m.m. för år 2021',
      amount: { currency: 'SEK', value: '7000000' },
      period: '2021-01-01 – 2021-12-31',
      bankgiro: '999-0003',
      reference: 'SOL 2021',
      signatory: 'Robin Exempel, behörig företrädare för SKR',
      wishedPaymentDay: '2021-10-11',
    });
  });

  it('names the document and its hash', () => {
    const texts = inputTexts();
    for (const { kind, document, documentHash, content } of arrivals()) {
      const expected =
        document === 'requisition'
          ? sha256(canonical(content))
          : document === 'payees.json'
            ? bundledPayees().hash
            : texts[document]?.hash;
      expect(documentHash, kind).toBe(expected);
    }
  });

  it('fits in one item of the record', () => {
    for (const { kind, content } of arrivals()) {
      expect(Buffer.byteLength(canonical(content)), kind).toBeLessThan(90_000);
    }
  });
});
