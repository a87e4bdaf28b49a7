import type { Texts } from './problem-type.ts';
import type { OperationId } from './routes.ts';

interface OperationText extends Texts {
  /** What a program must know before it calls the operation. */
  readonly description: string;
}

/** Each operation in a few words for lists, in both languages, and in full for whoever programs against it. */
export const operationTexts: Readonly<Record<OperationId, OperationText>> = {
  describeApi: {
    en: 'The description of this API',
    sv: 'Beskrivningen av detta API',
    description: 'This document. It needs no token.',
  },
  whoAmI: {
    en: 'Who I am here',
    sv: 'Vem jag är här',
    description:
      'The name, roles and region that the access token gives, and what time it is to the API.',
  },
  listTasks: {
    en: 'What waits for people',
    sv: 'Vad som väntar på någon',
    description:
      'Approvals, inputs, confirmations and the bank’s answers that are waited for, by when, and which of them this person may do.',
  },
  listNotices: {
    en: 'What my groups were told',
    sv: 'Vad mina grupper har meddelats',
    description:
      'Notices and reminders to the person’s groups in this calendar year and the last, the newest first. A revisor reads everybody’s.',
  },
  readCalendar: {
    en: 'The months of a grant year',
    sv: 'Bidragsårets månader',
    description:
      'Every payment month of the agreement year with its pay day, state, plan and totals by kind, and what of the pot remains.',
  },
  listRuns: {
    en: 'Payouts, requisitions, openings and reconciliations',
    sv: 'Utbetalningar, rekvisitioner, årsöppningar och avstämningar',
    description:
      'The runs of a year, the newest first, by kind and state if wished, page by page. Follow `next` until it is absent.',
  },
  readRun: {
    en: 'One run',
    sv: 'Ett ärende',
    description:
      'How far the run has come, its approvals, what is missing, every proposal, and for each action whether this person may do it and if not why.',
  },
  readProposal: {
    en: 'A proposal',
    sv: 'Ett förslag',
    description:
      'What two people approve, by the hash of its bytes: payees, lines with the hash of their working, inputs that it rests on, sums that hold; for a payout what changed since the month before.',
  },
  readProposalChanges: {
    en: 'What differs between two proposals of a run',
    sv: 'Vad som skiljer två förslag i ett ärende',
    description:
      'The later proposal against the earlier one, `before`: total, pay day, accounts, the payees and lines whose amounts differ, the versions of inputs.',
  },
  readWorking: {
    en: 'The working of an amount',
    sv: 'Uträkningen av ett belopp',
    description:
      'The node of that hash and some levels below it. Leaves are inputs and parameters; what lies deeper is named in `of` and can be asked for.',
  },
  readTimeline: {
    en: 'The workflow of a run',
    sv: 'Ärendets arbetsflöde',
    description:
      'The states that the run’s executions have been in, when, with how many retries, the oldest first.',
  },
  approveProposal: {
    en: 'Attest or order the payment of a proposal',
    sv: 'Attestera eller utanordna ett förslag',
    description:
      'Approves the very proposal whose hash is given. The two rights are given by two people. A proposal that has changed since it was read is refused as `stale-proposal`.',
  },
  rejectProposal: {
    en: 'Send a proposal back',
    sv: 'Avvisa ett förslag',
    description:
      'With a coded reason and words. Approvals that were given are void. To say no takes the right alone.',
  },
  withdrawApproval: {
    en: 'Take back my approval',
    sv: 'Återta mitt godkännande',
    description:
      'Until the payment is released or the decision taken. After that nothing can be taken back.',
  },
  goWithout: {
    en: 'Let a month go without what is missing',
    sv: 'Låt månaden gå utan det som saknas',
    description:
      'The lines that the missing inputs hold stay due. The proposal that comes of it needs two approvals as any other.',
  },
  prepareAgain: {
    en: 'Prepare a rejected proposal again',
    sv: 'Bered ett avvisat förslag på nytt',
    description: 'The run goes back to preparing and makes a new proposal.',
  },
  requestClose: {
    en: 'Close a run without payment',
    sv: 'Avsluta ett ärende utan utbetalning',
    description: 'What was due in it stays due for the next run. Refused after the release.',
  },
  reportBank: {
    en: 'Confirm what the bank did',
    sv: 'Bekräfta vad banken gjorde',
    description:
      'An operator’s typed confirmation that a payment was booked, with the payees that were returned, if any, and a reason.',
  },
  resolveReturn: {
    en: 'Resolve a returned payment',
    sv: 'Utred en återlämnad betalning',
    description: 'What came back is paid with the payee’s next payment.',
  },
  listRequisitions: {
    en: 'SKR’s requisitions',
    sv: 'SKR:s rekvisitioner',
    description: 'The requisitions of a year with their states, page by page.',
  },
  createRequisition: {
    en: 'Send a requisition',
    sv: 'Skicka en rekvisition',
    description:
      'Contents as in Bilaga 2 of the 2026 agreement. What the agreement does not allow is refused with the paragraph that says so, and nothing is written. The answer is the receipt.',
  },
  readRequisition: {
    en: 'One requisition',
    sv: 'En rekvisition',
    description: 'Its contents as received, its state and how it got there.',
  },
  listInputs: {
    en: 'The inputs of a year',
    sv: 'Årets underlag',
    description:
      'Every kind of input of the agreement year with its versions, the appropriation of the budget year of that number, and the payees. `all` names what is of no year: the payees.',
  },
  readInput: {
    en: 'One kind of input',
    sv: 'Ett slags underlag',
    description:
      'Its versions, the newest first: who registered and who confirmed each, and which payments rest on now.',
  },
  readInputVersion: {
    en: 'One version of an input',
    sv: 'En version av ett underlag',
    description:
      'Its content, and entry by entry what it changed against the version that it came after.',
  },
  registerInput: {
    en: 'Register a version of an input',
    sv: 'Registrera en version av ett underlag',
    description:
      'As JSON in `content` or as CSV in `csv`, one of the two. `document`: a PDF or an XLSX of at most 3 000 000 bytes, as base64. Proposals that rest on the version before are voided; runs that wait for the input go on. Some kinds count only when a second person has confirmed them.',
  },
  tryInput: {
    en: 'Try an input without registering it',
    sv: 'Prova ett underlag utan att registrera det',
    description:
      'What the version would change: entries, and the amounts of runs. Nothing is written.',
  },
  confirmInput: {
    en: 'Confirm an input',
    sv: 'Bekräfta ett underlag',
    description:
      'By another person than the one who registered it, after comparing it with its document. What is confirmed is the version whose hash is given. From then on it counts.',
  },
  refuseInput: {
    en: 'Refuse an input',
    sv: 'Avvisa ett underlag',
    description: 'By another person than the one who registered it. It never counts after that.',
  },
  readInputDocument: {
    en: 'The document of an input',
    sv: 'Dokumentet till ett underlag',
    description: 'As it was stored, to the byte.',
  },
  signLocalDiscounts: {
    en: 'Sign SKR’s report of local discounts',
    sv: 'Underteckna SKR:s rapport om lokala rabatter',
    description:
      'The January report of a year, which may be of none: then `discounts` is an empty object.',
  },
  readReconciliation: {
    en: 'The reconciliation of a year',
    sv: 'Årets avstämning',
    description:
      'What is missing for it, what State and SKR are to sign or have signed, and the local discounts as reported.',
  },
  signReconciliation: {
    en: 'Sign the reconciliation',
    sv: 'Underteckna avstämningen',
    description:
      'For the State or for SKR, by two people. What is signed is the proposal whose hash is given.',
  },
  listRegions: {
    en: 'The regions',
    sv: 'Regionerna',
    description: 'Those whose statements the caller may read.',
  },
  readStatement: {
    en: 'What a region got of a year',
    sv: 'Vad en region har fått för ett år',
    description:
      'Released payments by month, each line with its paragraph and the hash of its working, and the decided grant.',
  },
  readMonthStatement: {
    en: 'What a region got in a month',
    sv: 'Vad en region har fått för en månad',
    description: 'One month of the statement.',
  },
  readStatementWorking: {
    en: 'The working of a region’s amount',
    sv: 'Uträkningen av en regions belopp',
    description:
      'As readWorking, of the region’s own lines of that month and what they rest on. Anything else does not exist here.',
  },
  readForecast: {
    en: 'What a region has still to expect',
    sv: 'Vad en region har att vänta',
    description:
      'Every line of the year that is not released: certain, unsigned, a range under a stated assumption, or without figures and then with what is missing and from whom.',
  },
  readSwitch: {
    en: 'The switch that stops all releases',
    sv: 'Betalningsstoppet',
    description: 'Whether releases are stopped, by whom and why, and what the caller may do.',
  },
  stopReleases: {
    en: 'Stop all releases',
    sv: 'Stoppa alla utbetalningar',
    description:
      'One person stops. What has been released goes on; everything else waits, and keeps its approvals.',
  },
  liftStop: {
    en: 'Lift the stop',
    sv: 'Häv betalningsstoppet',
    description: 'Two different people lift. The first call says so, the second lifts.',
  },
  readPaymentFile: {
    en: 'The payment file',
    sv: 'Betalningsfilen',
    description:
      'The ISO 20022 file as it was stored for the bank, to the byte: pain.001. Not found before the release, and for a run that sent nothing.',
  },
  readAnnex: {
    en: 'The annex of a month',
    sv: 'Månadens bilaga',
    description:
      'What a released payout paid, per region and kind of line: as a workbook (xlsx) whose sums are formulas, or as csv.',
  },
  readBank: {
    en: 'Files to the bank and reports from it',
    sv: 'Filer till banken och svar från den',
    description:
      'The payment files of a calendar year with how far each is, and every report of the bank with what became of each of its items. Items that need a person are `open`.',
  },
  takeBankReport: {
    en: 'Send in a report of the bank',
    sv: 'Läs in en återrapport från banken',
    description:
      'The content of a pain.002, camt.053 or camt.054. Taken like one that the bank delivers itself; the same file again changes nothing.',
  },
  resolveBankItem: {
    en: 'Say that an item is looked into',
    sv: 'Markera en post som utredd',
    description:
      'With a reason. An item that leads to no payment is settled with the bank: saying so moves no money. Of money that moved without an order it is also said what becomes of it: `booked-anew`, the payment that had come back was carried out with it, which books it again, and ends what was to send it again while that has not been released; `bank-to-correct`, the bank is to move it back, and it stays in the tally until it has. A report that could not be read is its own item 1.',
  },
  readTally: {
    en: 'The tally with the bank',
    sv: 'Avprickning mot banken',
    description:
      'Prepared = approved = filed = settled + returned, to the öre, per run and payee and for the year, with what differs. `Filed` is read from the stored files. What the bank reported that year that moved on the account and is no payment from here stands beside it: the year does not hold until somebody has looked into it, and its sum stays.',
  },
  readAccounts: {
    en: 'The accounts of a budget year',
    sv: 'Redovisningen för ett budgetår',
    description:
      'The vouchers of the budget year and what its appropriation was used for, month by month.',
  },
  exportAccounts: {
    en: 'Export the accounts',
    sv: 'Exportera redovisningen',
    description: 'The vouchers of the budget year as SIE 4 (type 4E, code page 437) or as csv.',
  },
  printStatement: {
    en: "A region's statement of the year as PDF",
    sv: 'Regionens årsbesked som PDF',
    description:
      'What the region was paid of the agreement year, every line with its paragraph and working, and what is to come; a tagged PDF in the language asked for.',
  },
  printAdvice: {
    en: 'Payment advice as PDF',
    sv: 'Utbetalningsbesked som PDF',
    description:
      'One payment to the region, every line with its paragraph and working; a tagged PDF in the language asked for.',
  },
  verifyRecord: {
    en: 'Verify the record',
    sv: 'Verifiera registret',
    description:
      'Every hash, number, voucher and approval, and the head hash to compare with one that was noted elsewhere. The same as `npm run verify`.',
  },
  readEvents: {
    en: 'The record, event by event',
    sv: 'Registret, händelse för händelse',
    description:
      'By partition, stream and number, page by page; without filters all of it. Whoever has all pages can verify the chain without us. A page may hold fewer events than `limit`; follow `next` until it is absent.',
  },
};
