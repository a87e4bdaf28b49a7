/** Vad man kan göra med ett ärende. */
export const actions = {
  'approvals.title': 'Beslut',
  'approvals.waiting': 'Väntar',
  'approvals.given': '{name}, {at}',
  'right.attest': 'Attest',
  'right.order': 'Utanordning',
  'right.sign-state': 'Underskrift för staten',
  'right.sign-skr': 'Underskrift för SKR',
  'right.attest.who': 'En attestant',
  'right.order.who': 'En utanordnare, en annan person',
  'right.sign-state.who': 'En attestant, för staten',
  'right.sign-skr.who': 'Firmatecknaren, för SKR',

  'actions.more': 'Fler åtgärder',
  'actions.closed': 'Åtgärder',
  'action.attest': 'Attestera',
  'action.order': 'Utanordna',
  'action.sign-state': 'Underteckna för staten',
  'action.sign-skr': 'Underteckna för SKR',
  'action.reject': 'Avvisa',
  'action.withdraw': 'Återta mitt godkännande',
  'action.go-without': 'Betala utan det som saknas',
  'action.prepare-again': 'Förbered på nytt',
  'action.request-close': 'Stäng utan utbetalning',
  'action.report-bank': 'Registrera bankens svar',

  'done.attest': 'Du har attesterat förslaget.',
  'done.order': 'Du har utanordnat utbetalningen.',
  'done.sign-state': 'Du har undertecknat avstämningen för staten.',
  'done.sign-skr': 'Du har undertecknat avstämningen för SKR.',
  'done.reject': 'Du har avvisat förslaget.',
  'done.withdraw': 'Du har återtagit ditt godkännande.',
  'done.go-without':
    'Du har beslutat att månaden betalas utan det som saknas. Raderna står kvar att betala.',
  'done.prepare-again': 'Du har begärt ett nytt förslag.',
  'done.request-close':
    'Du har begärt att ärendet avslutas utan utbetalning. Raderna står kvar att betala.',
  'done.report-bank': 'Du har registrerat bankens svar.',

  'approve.attest.title': 'Attestera förslaget?',
  'approve.order.title': 'Utanordna utbetalningen?',
  'approve.sign-state.title': 'Underteckna avstämningen för staten?',
  'approve.sign-skr.title': 'Underteckna avstämningen för SKR?',
  'approve.lead':
    'Du godkänner precis det innehåll som har kontrollsumman nedan. Ändras något måste det godkännas på nytt.',
  'approve.hash': 'Kontrollsumma',
  'approve.total': 'Totalt',
  'approve.pay-day': 'Utbetalningsdag',
  'approve.payees': 'Mottagare',

  'reject.title': 'Avvisa förslaget?',
  'reject.lead': 'Förslaget går tillbaka till handläggaren med ditt skäl.',
  'withdraw.title': 'Återta ditt godkännande?',
  'withdraw.lead':
    'Förslaget behöver sedan godkännas på nytt. Det går så länge inget har lämnats till banken.',
  'go-without.title': 'Betala månaden utan det som saknas?',
  'go-without.lead':
    'Raderna som behöver underlaget betalas inte nu. De står kvar och betalas när underlaget finns. Två personer godkänner förslaget som vanligt.',
  'go-without.needs': 'Vad månaden ska gå utan',
  'prepare-again.title': 'Förbereda ett nytt förslag?',
  'prepare-again.lead': 'Förslaget räknas fram på nytt av det underlag som gäller nu.',
  'request-close.title': 'Stänga utan utbetalning?',
  'request-close.lead':
    'Inget betalas i det här ärendet. Det som är förfallet står kvar till nästa utbetalning.',

  'bank.title': 'Vad gjorde banken?',
  'bank.lead': 'Skriv in vad bankens besked säger om betalningsuppdraget {messageId}.',
  'bank.outcome': 'Bankens besked',
  'bank.all-paid': 'Banken har betalat allt',
  'bank.some-returned': 'Något kom tillbaka',
  'bank.payee': 'Mottagare',
  'bank.code': 'Bankens returkod',
  'bank.code.about': 'Två bokstäver och två siffror, till exempel AC04.',
  'bank.add': 'Lägg till en retur till',
  'bank.remove': 'Ta bort returen till {name}',
  'bank.returned': 'Retur {number}',

  'field.code': 'Skäl',
  'field.choose': 'Välj',
  'field.reason': 'Med egna ord',
  'field.reason.about': 'Det sparas i ärendet och kan läsas av alla som får läsa ärendet.',
  'field.right': 'I egenskap av',

  'conflict.title': 'Det här gäller inte längre',
  'conflict.detail':
    'Något har ändrats sedan du öppnade sidan. Ingenting har gjorts. Läs det som gäller nu och besluta sedan.',
  'conflict.reload': 'Visa det som gäller nu',
} as const;
