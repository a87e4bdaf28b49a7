import type { Texts } from './problem-type.ts';

/** What a state is to a person who follows a run: work, waiting, the end; a choice only leads on and is not shown. */
export interface StateText extends Texts {
  readonly kind: 'task' | 'wait' | 'end' | 'choice';
}

const task = (sv: string, en: string): StateText => ({ kind: 'task', sv, en });
const wait = (sv: string, en: string): StateText => ({ kind: 'wait', sv, en });
const end = (sv: string, en: string): StateText => ({ kind: 'end', sv, en });
const choice = (sv: string, en: string): StateText => ({ kind: 'choice', sv, en });

/** Every state of the five workflows, by the name that it has in their definitions. */
export const stateTexts: Readonly<Record<string, StateText>> = {
  'Open the run': task('Öppna ärendet', 'Open the run'),
  'Open the requisition': task('Öppna rekvisitionen', 'Open the requisition'),
  'Open the reconciliation': task('Öppna avstämningen', 'Open the reconciliation'),
  'Open the reissue': task('Öppna den nya betalningen', 'Open the reissue'),
  'Open the year': task('Öppna bidragsåret', 'Open the year'),
  'Prepare payment': task('Bered utbetalningen', 'Prepare the payment'),
  'Prepare the payment': task('Bered betalningen', 'Prepare the payment'),
  'Prepare the reissue': task('Bered den nya betalningen', 'Prepare the reissue'),
  'Validate the requisition': task('Granska rekvisitionen', 'Validate the requisition'),
  'Collect the finals': task('Samla utfallen', 'Collect the finals'),
  'Compute the settlement': task('Räkna ut avstämningen', 'Compute the settlement'),
  'Compute the allocation': task('Räkna ut fördelningen', 'Compute the allocation'),
  'Read the decision': task('Läs beslutet', 'Read the decision'),
  'Read the signatures': task('Läs underskrifterna', 'Read the signatures'),
  Release: task('Lämna betalningen till banken', 'Release the payment to the bank'),
  'Anchor the record': task('Förankra registret', 'Anchor the record'),
  'Go on in a new execution': task(
    'Fortsätt i en ny körning, eftersom den här snart är ett år gammal',
    'Go on in a new execution, since this one will soon be a year old',
  ),
  'Goes on in a new execution': end('Fortsätter i en ny körning', 'Goes on in a new execution'),
  'Go on without an anchor': task(
    'Fortsätt utan förankring, som görs om nästa vardag',
    'Go on without an anchor, which is made up for on the next weekday',
  ),
  'Settle or hold': task('Bokför eller håll kvar', 'Settle or hold'),
  'Record the requisition': task('Registrera utfallet', 'Record the outcome'),
  'Freeze the settlement': task('Fastställ avstämningen', 'Freeze the settlement'),
  'Decide the grants': task('Fastställ bidragen', 'Decide the grants'),
  'Close the run': task('Avsluta ärendet', 'Close the run'),
  'Close the requisition': task('Avsluta rekvisitionen', 'Close the requisition'),
  'Close the reissue': task('Avsluta den nya betalningen', 'Close the reissue'),
  'Close the reconciliation': task('Avsluta avstämningen', 'Close the reconciliation'),
  'Close the opening': task('Avsluta ärendet', 'Close the opening'),
  'Close as refused': task('Avsluta som avslagen', 'Close as refused'),
  'Close without payment': task('Avsluta utan betalning', 'Close without payment'),
  'Close without settlement': task('Avsluta utan avstämning', 'Close without settlement'),
  'Close without grants': task('Avsluta utan bidrag', 'Close without grants'),
  'Wait for missing inputs': wait('Väntar på underlag', 'Waits for missing inputs'),
  'Wait for missing finals': wait('Väntar på utfall', 'Waits for missing finals'),
  'Wait for attest and payment order': wait(
    'Väntar på attest och utanordning',
    'Waits for attest and payment order',
  ),
  'Wait for two approvals': wait('Väntar på två godkännanden', 'Waits for two approvals'),
  'Wait for both signatures': wait('Väntar på båda underskrifterna', 'Waits for both signatures'),
  'Wait until something changes': wait(
    'Väntar tills något ändras efter avvisningen',
    'Waits until something changes after the rejection',
  ),
  'Wait for the day of proposal': wait('Väntar på dagens kurs', "Waits for the day's rate"),
  'Wait for the pay day': wait('Väntar på betalningsdagen', 'Waits for the pay day'),
  'Wait until releases are allowed': wait(
    'Väntar på att betalningsstoppet hävs',
    'Waits for the stop of payments to be lifted',
  ),
  "Wait for the bank's report": wait('Väntar på bankens svar', "Waits for the bank's report"),
  'Wait for the returned lines': wait(
    'Väntar på utredning av det som kom tillbaka',
    'Waits for what came back to be resolved',
  ),
  Paid: end('Betalt', 'Paid'),
  Decided: end('Beslutat', 'Decided'),
  Refused: end('Avslaget', 'Refused'),
  'Closed without payment': end('Avslutat utan betalning', 'Closed without payment'),
  'Closed without a decision': end('Avslutat utan beslut', 'Closed without a decision'),
  'Nothing left to do': end('Inget mer att göra', 'Nothing left to do'),
  'Closed already?': choice('Redan avslutat?', 'Closed already?'),
  'What was prepared?': choice('Vad bereddes?', 'What was prepared?'),
  'What was computed?': choice('Vad räknades ut?', 'What was computed?'),
  'Are all finals there?': choice('Finns alla utfall?', 'Are all finals there?'),
  'Accepted?': choice('Godtagen?', 'Accepted?'),
  'Approved?': choice('Godkänt?', 'Approved?'),
  'Signed by both?': choice('Undertecknat av båda?', 'Signed by both?'),
  'Was anything sent?': choice('Skickades något?', 'Was anything sent?'),
  'Settled?': choice('Bokfört?', 'Settled?'),
};
