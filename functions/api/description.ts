import { openApi } from '../contract/api/openapi.ts';

/**
 * The description of the API. In a bundle this file is replaced by what it gives, made when the bundle is and compressed
 * (infra/bundling/bundled-description.ts): what makes it is larger than itself, and the same every time.
 */
export const description = openApi;
