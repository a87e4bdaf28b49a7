import type { OperationId } from './routes.ts';

const proposal = '4f0f1a6f0d3c2b1a49586776a5b4c3d2e1f00918273645546372819a0b1c2d3e';

/** Bodies that show what is meant. SKR's requisition is the one of the sample; nobody's grant. */
export const requestExamples: { readonly [Id in OperationId]?: unknown } = {
  createRequisition: {
    year: 2021,
    kind: 'sol',
    organisation: 'Sveriges Kommuner och Regioner',
    organisationNumber: '222000-0315',
    contact: 'Sara Sammanhang',
    address: 'Hornsgatan 20, 118 82 Stockholm',
    phone: '08-452 70 00',
    email: 'rekvisition@skr.example',
    agreementRegistration: 'S2021/00821',
    decisionRegistration: 'S2021/00821',
    agreementName:
      'Statens bidrag till regionerna för kostnader för läkemedelsförmånerna m.m. 2021',
    amount: { currency: 'SEK', value: '7000000' },
    period: '2021-01-01 – 2021-12-31',
    account: { bankgiro: '5050-1055' },
    reference: 'SOL 2021',
    signatory: 'Signe Firmatecknare',
    wishedPaymentDay: '2021-11-15',
  },
  approveProposal: { right: 'attest', proposal },
  signReconciliation: { right: 'sign-state', proposal },
  rejectProposal: {
    right: 'attest',
    proposal,
    code: 'wrong-payee',
    reason: 'Kontot för Region Gotland är bytt.',
  },
  goWithout: { needs: ['rebate-forecast'], reason: 'TLV lämnar prognosen i nästa vecka.' },
  reportBank: {
    messageId: 'payout-2022-02',
    returned: [{ payee: '09', code: 'AC04' }],
    reason: 'Enligt bankens svar.',
  },
  confirmInput: { hash: proposal },
  refuseInput: {
    hash: proposal,
    code: 'unlike-document',
    reason: 'Kontot för Region Gotland är ett annat i dokumentet.',
  },
  stopReleases: { reason: 'Misstänkt fel i bankens filer.' },
  liftStop: { reason: 'Filerna är kontrollerade.' },
};
