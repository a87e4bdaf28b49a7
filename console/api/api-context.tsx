import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Client } from './client.ts';

export const ApiContext = createContext<Client | undefined>(undefined);

/** The API's client. Outside of a signed-in session there is none, and asking for it is a mistake. */
export function useApi(): Client {
  const client = useContext(ApiContext);
  if (!client) throw new RangeError('There is no API before somebody has signed in.');
  return client;
}
