import { expect } from 'vitest';
import { operations as documents } from '../../../functions/api-documents.lambda.ts';
import { operations as prints } from '../../../functions/api-prints.lambda.ts';
import { answerForm } from '../../../functions/contract/api/answer-forms.ts';
import { routes } from '../../../functions/contract/api/routes.ts';
import type { World } from '../support/world.ts';
import { eventOf, served, token } from './support.ts';

type DocumentOperation = 'readAnnex' | 'printStatement' | 'printAdvice';

interface Asked {
  /** Their groups; a revisor when left out. */
  readonly as?: readonly string[];
  readonly parameters: Record<string, string>;
  readonly language?: 'sv' | 'en';
}

/** Asks for documents by token, through the handler that is deployed. */
export function documentsOf(world: World) {
  const at = '2022-06-01T09:00:00.000Z';
  const ask = async (id: DocumentOperation, asked: Asked) => {
    const { as = ['revisor'], language = 'sv', parameters } = asked;
    const bearer = await token({ sub: 'sub-Rut', name: 'Rut', 'cognito:groups': as }, at);
    const headers = { 'Accept-Language': language };
    const handler = served(routes[id].function, { ...documents, ...prints }, world);
    return handler(eventOf(id, { bearer, headers, at, parameters }));
  };
  return {
    /** The document that is answered, of a media type that the contract names. */
    async read(id: DocumentOperation, asked: Asked) {
      const { statusCode, headers = {}, body, isBase64Encoded } = await ask(id, asked);
      if (statusCode !== 200) throw new Error(`${id} answered ${statusCode}: ${body}`);
      expect([isBase64Encoded, headers['cache-control']]).toEqual([true, 'no-store']);
      const mediaType = String(headers['content-type']);
      expect(answerForm(id).media).toContain(mediaType);
      const [, name = ''] =
        /^attachment; filename="([^"]+)"$/.exec(String(headers['content-disposition'])) ?? [];
      return { name, mediaType, bytes: new Uint8Array(Buffer.from(body, 'base64')) };
    },
    /** The status and the name of the problem that is answered. */
    async refused(id: DocumentOperation, asked: Asked): Promise<readonly [number, string]> {
      const { statusCode, body } = await ask(id, asked);
      return [statusCode, String(JSON.parse(body).type).replace(/^.*\//, '')];
    },
  };
}
