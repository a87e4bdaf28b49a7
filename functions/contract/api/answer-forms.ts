import type { OperationId } from './routes.ts';

/** The media types of documents. */
export const PDF = 'application/pdf';
export const XML = 'application/xml';
export const CSV = 'text/csv; charset=utf-8';
export const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
/** SIE has no registered type; its bytes are in code page 437. */
export const SIE = 'application/octet-stream';

/** What an operation answers beside its shape, which the functions carry none of. */
interface AnswerForm {
  readonly status: 200 | 201;
  /** Of a document: the media types that its bytes may be in. Everything else is JSON. */
  readonly media?: readonly string[];
}

const others: { readonly [Id in OperationId]?: AnswerForm } = {
  createRequisition: { status: 201 },
  registerInput: { status: 201 },
  signLocalDiscounts: { status: 201 },
  readInputDocument: { status: 200, media: [PDF, XLSX] },
  readPaymentFile: { status: 200, media: [XML] },
  readAnnex: { status: 200, media: [XLSX, CSV] },
  printStatement: { status: 200, media: [PDF] },
  printAdvice: { status: 200, media: [PDF] },
  exportAccounts: { status: 200, media: [SIE, CSV] },
};

/** With which status an operation answers when it does what was asked, and in what. */
export const answerForm = (id: OperationId): AnswerForm => others[id] ?? { status: 200 };
