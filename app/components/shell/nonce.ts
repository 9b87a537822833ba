import { createContext } from 'react';

/** Nonce of this answer for its scripts; the browser hides it from the page, so it is empty there. */
export const NonceContext = createContext<string | undefined>(undefined);
