/** dynalite 4.0.0 ships no types; this is what is used of it. */
declare module 'dynalite' {
  import type { Server } from 'node:http';

  interface Options {
    /** Directory of the LevelDB store; in memory without it. */
    path?: string;
    createTableMs?: number;
    deleteTableMs?: number;
    updateTableMs?: number;
  }

  /** An HTTP server that speaks DynamoDB's JSON protocol; closing it closes the store as well. */
  export default function dynalite(options?: Options): Server;
}
