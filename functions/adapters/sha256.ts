import { hash } from 'node:crypto';
import type { Sha256 } from '../../core/ports.ts';

/** SHA-256 of the text's UTF-8 bytes, 64 hex digits. */
export const sha256: Sha256 = (text) => hash('sha256', text, 'hex');

/** SHA-256 of bytes, 64 hex digits. */
export const sha256Of = (bytes: Uint8Array): string => hash('sha256', bytes, 'hex');
