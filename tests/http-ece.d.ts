declare module 'http_ece' {
  import type { ECDH } from 'node:crypto';

  /** Undoes the encryption of a message to a browser (RFC 8188). */
  export function decrypt(
    body: Buffer,
    keys: { version: 'aes128gcm'; privateKey: ECDH; authSecret: Buffer },
  ): Buffer;
}
